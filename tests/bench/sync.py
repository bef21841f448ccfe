"""Bench of the synchronisation: the first listing, one without news, an hour, stalls of the window.

The peers are a bare loop of requests and `json.loads` over the same pages, and the reference
client's `start_and_wait` on the same synthetic back-end (`tests/simulation`).
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.paths import profile_paths
from tests.bench.listing_server import listing_server
from tests.bench.report import Result
from tests.bench.syncing import measure
from tests.simulation.hour import WatchedHour, requests_of_the_client, watch_an_hour
from tests.simulation.virtual_time import VirtualTime
from tests.simulation.world import World, as_if_far_away, keychain_in_memory

JOBS, PAGE, RUNS = 100_000, 1000, 5
FIRST_RATIO, STALL, STALL_P99, HOUR_SHARE, NOTICED_WITHIN = 1.5, 50.0, 16.0, 1 / 20, 60.0


def run(small: bool) -> Iterator[Result]:
    """All of it; `small` takes seconds."""
    jobs, runs = (2_000, 1) if small else (JOBS, RUNS)
    with listing_server(jobs, PAGE) as url:
        yield from _listing(url, f"{jobs:,} jobs", runs, FIRST_RATIO)
    with listing_server(jobs, PAGE, ready=True) as url:
        # Harder than it ever is: no back-end has its pages as bytes. Told, not judged.
        yield from _listing(url, f"{jobs:,} jobs, pages ready beforehand", runs, None)
        yield from _stalls(url, f"{jobs:,} jobs in pages of {PAGE:,}", runs)
    with listing_server(jobs, jobs, ready=True) as url:
        yield from _stalls(url, f"{jobs:,} jobs in one answer", runs)
    yield from _hour(small)


def _listing(url: str, what: str, runs: int, budget: float | None) -> Iterator[Result]:
    bare, synced = [], []
    for _ in range(runs):
        bare.append(measure("bare_loop", url)["seconds"])
        synced.append(measure("synchronise", url))
    peer = f"requests and json.loads of the same pages, {statistics.median(bare):.2f} s"
    for name, words in (("first", "first synchronisation"), ("again", "without news")):
        seconds = [found[name] for found in synced]
        ratios = [one / other for one, other in zip(seconds, bare, strict=True)]
        notes = {"seconds": [round(value, 3) for value in seconds]}
        held = budget if name == "first" else None
        yield Result(f"{words}, {what}", "x", ratios, held, peer=peer, notes=notes)
    written = [found["written"] for found in synced]
    yield Result(f"what the latter writes (blocks of 4 KiB), {what}", "blocks", written, 0)


def _stalls(url: str, what: str, runs: int) -> Iterator[Result]:
    found = [measure("stalls", url) for _ in range(runs)]
    longest = [stalls["longest"] for stalls in found]
    yield Result(f"longest stall of the window's loop, {what}", "ms", longest, STALL)
    p99 = [stalls["p99"] for stalls in found]
    yield Result(f"99th percentile of its stalls, {what}", "ms", p99, STALL_P99)


def _hour(small: bool) -> Iterator[Result]:
    count = 10 if small else 100
    hour, client = _watched(count), requests_of_the_client(count)
    yield Result(
        f"requests of an hour with {count} running jobs",
        "x",
        [hour.requests / client],
        HOUR_SHARE if not small else None,
        peer=f"{count} start_and_wait loops of the reference client, {client} requests",
        notes={"requests": hour.requests, "by kind": hour.by_kind},
    )
    yield Result(
        "from the end of a job to its being noticed, at most", "s", [max(hour.delays)],
        NOTICED_WITHIN,
    )  # fmt: skip


def _watched(count: int) -> WatchedHour:
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        keychain_in_memory(),
        pytest.MonkeyPatch.context() as patch,
    ):
        as_if_far_away(patch)
        return watch_an_hour(World(VirtualTime(), profile_paths(Path(folder) / "p")), count)
