"""An hour with 100 running jobs, watched by the app and waited for by the reference client.

Used by the test of the hour and by the bench: both measure the same thing.
"""

from __future__ import annotations

import asyncio
import collections
from collections.abc import Sequence
from dataclasses import dataclass

from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.services.services import Services
from tests.simulation.back_end import SyntheticBackEnd
from tests.simulation.peer import start_and_wait_for
from tests.simulation.timelines import HOUR, MINUTE, Timeline, an_hour_of_jobs
from tests.simulation.virtual_time import VirtualTime, run_virtually
from tests.simulation.world import World, signed_in, statuses

JOBS = 100
BEGIN = HOUR
"""The app has been open for an hour when the jobs begin to run: it knows them already."""
AFTERWARDS = 5 * MINUTE
"""Within this time after the hour the rest (details, results) is fetched; it counts as well."""


@dataclass(frozen=True)
class WatchedHour:
    """What came of it. `delays`: seconds from the end of a job to its being noticed."""

    requests: int
    by_kind: dict[str, int]
    delays: list[float]
    ends_noticed: int
    statuses: dict[str, str]
    with_details: int
    with_results: int


def watch_an_hour(world: World, count: int = JOBS, seed: int = 1) -> WatchedHour:
    """The app watches; every request from the first minute of the hour on counts."""
    jobs = an_hour_of_jobs(count, BEGIN, seed)
    ids = [job.id for job in jobs]

    async def main() -> tuple[dict[str, str], int, int]:
        async with world.opened() as services:
            await services.watch()
            account = await signed_in(services, back_end)
            await asyncio.sleep(BEGIN + HOUR + AFTERWARDS - world.time.now)
            keys = [JobKey(account, JobId(job_id)) for job_id in ids]
            known = await statuses(services, account, ids)
            return known, *await _kept(services, keys)

    with SyntheticBackEnd(world.time, jobs) as back_end:
        known, details, results = run_virtually(world.time, main(), seed)
    asked = [request for request in back_end.requests if request.at >= BEGIN]
    kinds = collections.Counter(_kind(request.method, request.path) for request in asked)
    return WatchedHour(
        len(asked), dict(kinds), _delays(world, jobs), _ends(world), known, details, results
    )


async def _kept(services: Services, keys: Sequence[JobKey]) -> tuple[int, int]:
    """How many jobs can be read without a network, with what was used; and how many results."""
    details = [await services.jobs.get(key) for key in keys]
    results = [await services.results.get(key) for key in keys]
    whole = [job for job in details if job is not None and job.process and job.usage]
    return len(whole), sum(item is not None for item in results)


def _kind(method: str, path: str) -> str:
    parts = path.split("/")
    return f"{method} {'/'.join(parts[:2] + ['{id}' for _ in parts[2:3]] + parts[3:])}"


def _delays(world: World, jobs: Sequence[Timeline]) -> list[float]:
    at = {seen.job_id: seen.at for seen in world.noticed if seen.status == "finished"}
    return [at[job.id] - job.phases[-1][0] for job in jobs if job.id in at]


def _ends(world: World) -> int:
    return sum(seen.status == "finished" for seen in world.noticed)


def requests_of_the_client(count: int = JOBS, seed: int = 1) -> int:
    """What so many loops of the reference client ask in the same hour; sign-in does not count."""
    time = VirtualTime()
    jobs = [Timeline(f"hour-{number:03}", [(0.0, "created")]) for number in range(count)]
    with SyntheticBackEnd(time, jobs) as back_end:
        run_virtually(time, start_and_wait_for(back_end, [job.id for job in jobs]), seed)
    return sum(request.path.startswith("/jobs/") for request in back_end.requests)
