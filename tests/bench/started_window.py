"""The app in a process of its own, told when its table was painted and what it takes of memory."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from openeo_desktop.app import Desktop, run_window
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.models.jobs_table import JobColumn

TOLD: dict[str, float] = {}


async def drive(desktop: Desktop) -> int:
    """Wait for the first rows and the whole listing, use the table, say what was seen."""
    pane = desktop.window.jobs_pane
    model = pane.model
    await _until(lambda: model.rowCount() > 0 and model.peek(0) is not None)
    pane.table.viewport().repaint()
    TOLD["painted"] = time.time()
    await _until(lambda: model.listing is not None and not model.partial)
    TOLD["whole"] = time.time()
    TOLD["rss"] = _memory()
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
    TOLD["rss_used"] = _memory()
    print(json.dumps(TOLD), flush=True)
    return 0


async def _settled(desktop: Desktop) -> None:
    model = desktop.window.jobs_pane.model
    await _until(
        lambda: (
            not model.partial and model.listing is not None and model.listing.query == model.query
        )
    )


async def _until(fact: Callable[[], bool], within: float = 120.0) -> None:
    async with asyncio.timeout(within):
        while not fact():  # noqa: ASYNC110 - the model has no event for every one of them
            await asyncio.sleep(0.001)


def _memory() -> float:
    """Resident set of this process, MiB."""
    import psutil

    return float(psutil.Process().memory_info().rss) / 2**20


if __name__ == "__main__":
    sys.exit(run_window(profile_paths(Path(sys.argv[1])), driver=drive))
