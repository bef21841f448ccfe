"""The app in a process of its own, told when its table was painted and what it takes of memory."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.window_facts import memory, until

if TYPE_CHECKING:
    from openeo_desktop.app import Desktop

TOLD: dict[str, float] = {}


async def drive(desktop: Desktop) -> int:
    """Wait for the first rows and the whole listing, use the table, say what was seen."""
    from PySide6.QtCore import Qt

    from openeo_desktop.models.jobs_table import JobColumn

    pane = desktop.window.jobs_pane
    model = pane.model
    await until(lambda: model.rowCount() > 0 and model.peek(0) is not None)
    pane.table.viewport().repaint()
    TOLD["painted"] = time.time()
    await until(lambda: model.listing is not None and not model.partial)
    TOLD["whole"] = time.time()
    TOLD["rss"] = memory()
    for column in (JobColumn.TITLE, JobColumn.COSTS, JobColumn.CREATED):
        model.sort(column, Qt.SortOrder.DescendingOrder)
        await _settled(desktop)
        for part in range(10):
            bar = pane.table.verticalScrollBar()
            bar.setValue(bar.maximum() * part // 10)
            pane.table.viewport().repaint()
            await asyncio.sleep(0)
    for text in ("n", "nd", "ndvi", "zzzz", ""):
        model.set_text(text)
        await _settled(desktop)
    TOLD["rss_used"] = memory()
    print(json.dumps(TOLD), flush=True)
    return 0


async def _settled(desktop: Desktop) -> None:
    model = desktop.window.jobs_pane.model
    await until(
        lambda: (
            not model.partial and model.listing is not None and model.listing.query == model.query
        )
    )


def main(profile: Path) -> int:
    """Start as `cli` does."""
    gc.disable()
    from openeo_desktop.app import run_window
    from openeo_desktop.core.paths import profile_paths

    return run_window(profile_paths(profile), driver=drive)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
