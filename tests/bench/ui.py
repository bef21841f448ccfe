"""The whole window over 100,000 jobs and a log of 1,000,000 entries, used while it synchronises.

How late the loop of the window is: longest and 99th percentile of all, and of each phase.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from openeo_desktop.core.paths import profile_paths
from tests.bench import log_window, made_jobs
from tests.bench.listing_server import listing_server
from tests.bench.report import Result
from tests.support.source_tree import ROOT

LONGEST_MS, P99_MS = 50.0, 16.0
IDLE_PERCENT = 0.5
IDLE_S = 120.0


def run(small: bool) -> Iterator[Result]:
    """100,000 cached and 50,000 listed jobs, 1,000,000 entries (500, 300 and 1,000 if small)."""
    jobs, listed, entries = (500, 300, 1_000) if small else (100_000, 50_000, 1_000_000)
    with tempfile.TemporaryDirectory() as folder, _back_end(listed) as url:
        profile = Path(folder) / "profile"
        paths = profile_paths(profile)
        paths.make_folders()
        log_window.write_history(paths.database, entries)
        made_jobs.write_history(paths.database, jobs)
        told = _window("ui_window", profile, url, jobs, entries)
        with listing_server(1000, 1000, active=True) as active_url:
            idle = _window("idle_window", profile, active_url, 2.0 if small else IDLE_S)
    name = f"{jobs:,} jobs, log of {entries:,}, while {listed:,} more are synchronised"
    phases: dict[str, list[float]] = told["phases"]
    everything = [late for phase in phases.values() for late in phase]
    yield from _lateness(f"{name}: all phases", everything, small)
    for phase, late in phases.items():
        yield from _lateness(phase, late, small)
    yield Result("memory at the end, with everything opened", "MiB", [told["rss"]])
    what = f"left alone, {idle['active']} active jobs: CPU"
    yield Result(what, "% of a core", [idle["percent"]], None if small else IDLE_PERCENT)


def _back_end(jobs: int) -> AbstractContextManager[str]:
    """In real life it is another computer: nothing is left to be made while the window is used."""
    return listing_server(jobs, 1000, ready=True)


def _lateness(what: str, late: Sequence[float], small: bool) -> Iterator[Result]:
    """Of one phase. Too few ticks for a percentile count as their longest."""
    p99 = statistics.quantiles(late, n=100)[98] if len(late) >= 100 else max(late)
    notes = {"ticks": len(late)}
    longest, often = (None, None) if small else (LONGEST_MS, P99_MS)
    yield Result(f"{what}: loop late, longest", "ms", [max(late)], longest, notes=notes)
    yield Result(f"{what}: loop late, 99th percentile", "ms", [p99], often, notes=notes)


def _window(module: str, profile: Path, url: str, *numbers: float) -> dict[str, Any]:
    """The app in a process of its own."""
    command = [sys.executable, "-m", f"tests.bench.{module}", str(profile), url]
    done = subprocess.run(
        [*command, *map(str, numbers)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
