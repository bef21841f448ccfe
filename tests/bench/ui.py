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
from pathlib import Path
from typing import Any

from openeo_desktop.core.paths import profile_paths
from tests.bench import log_window, made_jobs
from tests.bench.listing_server import listing_server
from tests.bench.report import Result
from tests.support.source_tree import ROOT

LONGEST_MS, P99_MS = 50.0, 16.0


def run(small: bool) -> Iterator[Result]:
    """100,000 cached and 50,000 listed jobs, 1,000,000 entries (500, 300 and 1,000 if small)."""
    jobs, listed, entries = (500, 300, 1_000) if small else (100_000, 50_000, 1_000_000)
    with tempfile.TemporaryDirectory() as folder, listing_server(listed, 1000) as url:
        profile = Path(folder) / "profile"
        paths = profile_paths(profile)
        paths.make_folders()
        log_window.write_history(paths.database, entries)
        made_jobs.write_history(paths.database, jobs)
        told = _window(profile, url, jobs, entries)
    name = f"{jobs:,} jobs, log of {entries:,}, while {listed:,} more are synchronised"
    phases: dict[str, list[float]] = told["phases"]
    everything = [late for phase in phases.values() for late in phase]
    yield from _lateness(f"{name}: all phases", everything, small)
    for phase, late in phases.items():
        yield from _lateness(phase, late, small)
    yield Result("memory at the end, with everything opened", "MiB", [told["rss"]])


def _lateness(what: str, late: Sequence[float], small: bool) -> Iterator[Result]:
    """Of one phase. Too few ticks for a percentile count as their longest."""
    p99 = statistics.quantiles(late, n=100)[98] if len(late) >= 100 else max(late)
    notes = {"ticks": len(late)}
    longest, often = (None, None) if small else (LONGEST_MS, P99_MS)
    yield Result(f"{what}: loop late, longest", "ms", [max(late)], longest, notes=notes)
    yield Result(f"{what}: loop late, 99th percentile", "ms", [p99], often, notes=notes)


def _window(profile: Path, url: str, jobs: int, entries: int) -> dict[str, Any]:
    """The app in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.ui_window", str(profile), url]
    done = subprocess.run(
        [*command, str(jobs), str(entries)],
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
