"""The downloads pane with 10,000 rows: `python -m tests.bench.download_rows COUNT`.

Scrolls from end to end while files run, and prints how long each step kept the window, in ms.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from tests.bench.report import Result
from tests.support.source_tree import ROOT

if TYPE_CHECKING:
    from openeo_desktop.core.downloads import Download

ROWS, RUNNING, STEPS = 10_000, 8, 200
STEP_MS = 50.0


def run(small: bool) -> Iterator[Result]:
    """In a process of its own."""
    count = 100 if small else ROWS
    command = [sys.executable, "-m", "tests.bench.download_rows", str(count)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    steps = sorted(json.loads(done.stdout.splitlines()[-1]))
    what = f"scrolling through {count} downloads of which {RUNNING} run"
    limit = None if small else STEP_MS
    yield Result(f"{what}: longest step", "ms", [steps[-1]], limit)
    yield Result(f"{what}: each step", "ms", steps)


def _rows(count: int) -> list[Download]:
    """The first ones run, the others wait; a hundred of each job."""
    from openeo_desktop.core.accounts import AccountId
    from openeo_desktop.core.downloads import DownloadState
    from openeo_desktop.core.jobs import JobId, JobKey
    from tests.support.fake_transfers import make_download

    return [
        make_download(
            number,
            JobKey(AccountId("a"), JobId(f"j{number // 100}")),
            f"{number}.tif",
            DownloadState.RUNNING if number < RUNNING else DownloadState.QUEUED,
            total=1 << 20,
        )
        for number in range(count)
    ]


def main() -> None:
    """Scroll."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from openeo_desktop.ui.downloads.downloads_pane import DownloadsPane
    from tests.support.fake_services import LoopSpawn
    from tests.support.fake_transfers import with_transfers

    _, services = QApplication([]), with_transfers()
    rows = _rows(int(sys.argv[1]))
    services.downloads.put(*rows)
    pane = DownloadsPane(cast("Any", services), LoopSpawn(), cast("Any", services.settings))
    pane.resize(1200, 600)
    pane.show()
    assert QTest.qWaitForWindowExposed(pane, 60_000)
    bar, steps = pane.table.verticalScrollBar(), []
    pane.table.viewport().repaint()
    for step in range(STEPS):
        began = time.perf_counter()
        services.downloads.put(
            *(replace(row, done=step * 1000, rate=1000.0) for row in rows[:RUNNING])
        )
        bar.setValue(bar.maximum() * step // (STEPS - 1))
        pane.table.viewport().repaint()
        steps.append(1000 * (time.perf_counter() - began))
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    print(json.dumps(steps))


if __name__ == "__main__":
    main()
