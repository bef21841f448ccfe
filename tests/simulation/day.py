"""A day in which a third of the answers goes wrong, and what the app made of it."""

from __future__ import annotations

import asyncio
import bisect
from dataclasses import dataclass

from tests.simulation.back_end import SyntheticBackEnd
from tests.simulation.faults import DAY_FAULTS, Weather, outages_of_a_day
from tests.simulation.timelines import HOUR, MINUTE, Timeline, a_day_of_jobs
from tests.simulation.virtual_time import run_virtually
from tests.simulation.wire import Asked
from tests.simulation.world import World, signed_in, statuses

JOBS, PAGE = 150, 40
SHARE = 0.3
TOKEN_LIFE = 15 * MINUTE
DAY = 24 * HOUR
OPEN = [(0.0, 8 * HOUR), (8.5 * HOUR, 16 * HOUR), (17 * HOUR, DAY)]
CLOSED = [(8 * HOUR, 8.5 * HOUR), (16 * HOUR, 17 * HOUR)]
"""Twice in the day the person closes the app, and opens it again later."""


@dataclass(frozen=True)
class FaultyDay:
    """What came of it. `requests` are in the order they were answered."""

    jobs: list[Timeline]
    statuses: dict[str, str]
    requests: list[Asked]
    outages: list[tuple[float, float]]

    def most_in_a_minute(self) -> int:
        """The largest number of requests in any 60 seconds."""
        return most_within([asked.at for asked in self.requests], MINUTE)

    def most_in_an_outage(self) -> int:
        """The largest number of requests in any minute in which nobody answered."""
        tried = [asked.at for asked in self.requests if asked.outcome == "outage"]
        return most_within(tried, MINUTE)

    def impatient(self) -> list[tuple[Asked, Asked]]:
        """Requests that came although the back-end had asked for patience until later.

        Those that were on their way already do not count.
        """
        found, patience = [], None
        for asked in sorted(self.requests, key=lambda asked: asked.at):
            if patience is not None and patience.at + LATENCY[1] < asked.at < patience.until:
                found.append((patience, asked))
            if asked.until > (patience.until if patience is not None else 0.0):
                patience = asked
        return found

    def share_of_faults(self) -> float:
        """Of all answers, without those of an outage."""
        answers = [asked.outcome for asked in self.requests if asked.outcome != "outage"]
        return sum(outcome not in _GOOD for outcome in answers) / len(answers)


LATENCY = (0.05, 2.0)
_GOOD = {"200", "201", "202", "204", "400", "404"}


def most_within(times: list[float], seconds: float) -> int:
    """How many of them lie within one span of so many seconds."""
    times = sorted(times)
    return max(
        (bisect.bisect_left(times, at + seconds) - number for number, at in enumerate(times)),
        default=0,
    )


def live_through_a_day(world: World, seed: int) -> FaultyDay:
    """The app is open all day but for two breaks; jobs are made and deleted by others."""
    jobs = a_day_of_jobs(JOBS, seed)
    outages = outages_of_a_day(seed)
    weather = Weather(seed, SHARE, DAY_FAULTS, outages, LATENCY)
    back_end = SyntheticBackEnd(world.time, jobs, weather, PAGE, TOKEN_LIFE)
    ids = [job.id for job in jobs]

    async def main() -> dict[str, str]:
        async with world.opened() as services:
            account = await signed_in(services, back_end)
        for begin, end in OPEN:
            await asyncio.sleep(begin - world.time.now)
            async with world.opened() as services:
                services.sync.start()
                await asyncio.sleep(end - world.time.now)
                known = await statuses(services, account, ids)
        return known

    with back_end:
        known = run_virtually(world.time, main(), seed)
    return FaultyDay(jobs, known, back_end.requests, outages)
