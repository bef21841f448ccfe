"""From the start of the process to a usable table of jobs, and what the window takes of memory.

Real processes with a real window; the peer is an empty window with requests imported. Both tell the
moment at which they were painted, by the clock of the computer.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openeo_desktop.core.paths import profile_paths
from tests.bench.made_jobs import write_history
from tests.bench.report import Result
from tests.support.source_tree import ROOT

RUNS = 7
EMPTY = """
import time, requests
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1200, 800)
window.show()
application.processEvents()
print(time.time(), flush=True)
"""


def run(small: bool) -> Iterator[Result]:
    """With 100,000 and 1,000,000 cached jobs (500 if small)."""
    runs = 1 if small else RUNS
    with tempfile.TemporaryDirectory() as folder:
        env = _installed(Path(folder))
        empty = [_empty(env) for _ in range(runs + 1)][1:]  # the first warms the disk's cache
        peer = f"empty PySide6 window with requests: {statistics.median(empty) * 1000:.0f} ms"
        for count, memory in ((500, 160.0),) if small else ((100_000, 160.0), (1_000_000, 300.0)):
            profile = Path(folder) / str(count)
            paths = profile_paths(profile)
            paths.make_folders()
            write_history(paths.database, count)
            told = [_window(profile, env) for _ in range(runs + 1)][1:]
            starts = [one["painted"] for one in told]
            name = f"{count:,} cached jobs"
            yield Result(f"{name}: start to a usable first screen", "s", starts, 1.0)
            ratios = [start / statistics.median(empty) for start in starts]
            budget = 1.3 if count <= 100_000 else None
            yield Result(f"{name}: the same as a ratio", "x", ratios, budget, peer=peer)
            wholes = [one["whole"] for one in told]
            yield Result(f"{name}: start to the whole listing with counts", "s", wholes)
            memories = [one["rss"] for one in told]
            yield Result(f"{name}: memory with the window open", "MiB", memories, memory)
            used = [one["rss_used"] for one in told]
            yield Result(f"{name}: the same after sorts, searches, scrolling", "MiB", used, memory)


def _installed(folder: Path) -> dict[str, str]:
    """As an installed app runs: from compiled modules, which are kept outside of the checkout."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**env, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def _empty(env: dict[str, str]) -> float:
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", EMPTY],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=env,
    )
    return float(done.stdout) - begun


def _window(profile: Path, env: dict[str, str]) -> dict[str, Any]:
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.started_window", str(profile)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=env,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    told = json.loads(done.stdout.splitlines()[-1])
    return {**told, "painted": told["painted"] - begun, "whole": told["whole"] - begun}
