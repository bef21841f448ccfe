"""The log pane over a million entries: opening, filters, search, scrolling, tail, memory, stalls.

Real processes with a real window and the store; the memory is what the process has more than with
an empty log in the same window.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openeo_desktop.core.paths import profile_paths
from tests.bench.log_window import write_history
from tests.bench.report import Result
from tests.support.source_tree import ROOT

RUNS = 3
# What is told, its unit, its budget (design.md, section 9; the log pane).
TOLD: dict[str, tuple[str, str, float | None]] = {
    "open": ("opened, the newest lines painted", "ms", 500),
    "filter": ("slowest filter by levels, its lines painted", "ms", 150),
    "search_rare": ("all matches of a rare text found", "ms", None),
    "search_frequent": ("all matches of a frequent text found", "ms", None),
    "scroll": ("a jump to anywhere, its lines painted", "ms", None),
    "tail": ("50 new entries shown while it is followed", "ms", None),
    "memory": ("memory above an empty log, after all this", "MiB", 150),
    "p99": ("lateness of the loop in all this, 99th percentile", "ms", 16),
    "longest": ("lateness of the loop in all this, longest", "ms", 50),
    "export": ("entries saved as CSV, each second", "1/s", None),
}


def run(small: bool) -> Iterator[Result]:
    """Over 1,000,000 entries (3,000 if small)."""
    count = 3_000 if small else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        paths = profile_paths(profile)
        paths.make_folders()
        write_history(paths.database, count)
        told = [_window(profile, count + number * 1500) for number in range(1 if small else RUNS)]
    for name, (what, unit, budget) in TOLD.items():
        values = [one[name] for one in told]
        yield Result(f"{count:,} entries: {what}", unit, values, None if small else budget)


def _window(profile: Path, count: int) -> dict[str, float]:
    """One process; each leaves the log 1,500 entries longer."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.log_window", str(profile), str(count)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told
