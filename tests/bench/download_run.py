"""One run of the download engine, measured from inside: `python -m tests.bench.download_run PLAN`.

Prints seconds, CPU seconds, growth of the memory and, with a window's loop, its longest gap.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from openeo_desktop.core.downloads import DownloadState
from tests.bench.warm_memory import warm
from tests.faults.engine import KEY, engine


async def _run(plan: dict[str, Any], probe: Any = None) -> dict[str, float]:
    place = Path(plan["place"])
    settings = plan.get("settings", {})
    process = psutil.Process()
    async with engine(place, plan["document"], "http://127.0.0.1:9/api", **settings) as downloads:
        await downloads.load()
        warm(plan.get("warm", 0))
        before, cpu, began = process.memory_info().rss, _cpu(), time.perf_counter()
        if probe is not None:
            probe.start()
        rows = await downloads.download(KEY)
        rows = await downloads.settled(row.id for row in rows)
        seconds, used = time.perf_counter() - began, _cpu() - cpu
        gap = probe.stop() if probe is not None else 0.0
    assert {row.state for row in rows} == {DownloadState.DONE}, [row.reason for row in rows]
    assert {str(row.verified) for row in rows} == {plan["verified"]}
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"seconds": seconds, "cpu": used, "grown": most - before, "gap": gap}


def _cpu() -> float:
    times = os.times()
    return times.user + times.system


def _run_in_window(plan: dict[str, Any]) -> dict[str, float]:
    os.environ["QT_API"] = "pyside6"
    import qasync
    from PySide6.QtWidgets import QApplication, QLabel

    from openeo_desktop.ui.loop.stall_probe import StallProbe

    application = QApplication([])
    window = QLabel("downloads")
    window.show()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(_run(plan, StallProbe()))


def main() -> None:
    """Run the plan."""
    plan = json.loads(Path(sys.argv[1]).read_text())
    found = _run_in_window(plan) if plan.get("window") else asyncio.run(_run(plan))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
