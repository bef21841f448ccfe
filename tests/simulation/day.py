"""A day in which a third of the answers goes wrong, and what the app made of it."""

from __future__ import annotations

import asyncio
import bisect
from dataclasses import dataclass

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job
from openeo_desktop.services.services import Services
from tests.simulation.back_end import SyntheticBackEnd
from tests.simulation.faults import DAY_FAULTS, Weather, outages_of_a_day
from tests.simulation.person import Person, shown_as
from tests.simulation.timelines import HOUR, MINUTE, Timeline, a_day_of_jobs
from tests.simulation.virtual_time import run_virtually
from tests.simulation.wire import Asked
from tests.simulation.world import World, signed_in, statuses

JOBS, PAGE = 150, 40
SHARE = 0.3
TOKEN_LIFE = 15 * MINUTE
MADE_IN_A_STRETCH, PAUSE = 4, 20 * MINUTE
DAY = 24 * HOUR
OPEN = [(0.0, 8 * HOUR), (8.5 * HOUR, 16 * HOUR), (17 * HOUR, DAY)]
CLOSED = [(8 * HOUR, 8.5 * HOUR), (16 * HOUR, 17 * HOUR)]
"""Twice in the day the person closes the app, and opens it again later."""


@dataclass(frozen=True)
class FaultyDay:
    """What came of it.

    `statuses` of the jobs of others by id, `made` are the person's own as shown at the end.
    """

    jobs: list[Timeline]
    statuses: dict[str, str]
    made: dict[str, list[Job]]
    back_end: SyntheticBackEnd
    outages: list[tuple[float, float]]
    busy: list[tuple[float, float]]

    @property
    def requests(self) -> list[Asked]:
        """All of the day, in the order they were answered."""
        return self.back_end.requests

    def most_in_a_minute(self) -> int:
        """The largest number of requests in any 60 seconds."""
        return most_within([asked.at for asked in self.requests], MINUTE)

    def most_in_an_outage(self) -> int:
        """The largest number of requests in any minute in which nobody answered."""
        tried = [asked.at for asked in self.requests if asked.outcome == "outage"]
        return most_within(tried, MINUTE)

    def impatient(self) -> list[tuple[Asked, Asked]]:
        """Requests that came although the back-end had asked for patience until later.

        What was under way already does not count (a call may take a renewal and two requests), nor
        what the person wanted done then.
        """
        found: list[tuple[Asked, Asked]] = []
        patience: Asked | None = None
        for asked in sorted(self.requests, key=lambda asked: asked.at):
            wanted = any(begin <= asked.at <= end + MINUTE for begin, end in self.busy)
            if patience is not None and not wanted and _is_early(asked, patience):
                found.append((patience, asked))
            if patience is None or asked.until > patience.until:
                patience = asked
        return found

    def share_of_faults(self) -> float:
        """Of all answers, without those of an outage."""
        answers = [asked.outcome for asked in self.requests if asked.outcome != "outage"]
        return sum(outcome not in _GOOD for outcome in answers) / len(answers)


LATENCY = (0.05, 2.0)
UNDER_WAY = 3 * LATENCY[1]
_GOOD = {"200", "201", "202", "204", "400", "404"}


def _is_early(asked: Asked, patience: Asked) -> bool:
    return patience.at + UNDER_WAY < asked.at < patience.until


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

    person = Person(AccountId(""), world.time)

    async def main() -> tuple[dict[str, str], dict[str, list[Job]]]:
        async with world.opened() as services:
            person.account = await signed_in(services, back_end)
        for begin, end in OPEN:
            await asyncio.sleep(begin - world.time.now)
            async with world.opened() as services:
                await services.watch()
                await _work(services, person)
                await asyncio.sleep(end - world.time.now)
                known = await statuses(services, person.account, ids)
                made = {title: await shown_as(services, title) for title in person.wanted}
        return known, made

    with back_end:
        known, made = run_virtually(world.time, main(), seed)
    return FaultyDay(jobs, known, made, back_end, outages, person.busy)


async def _work(services: Services, person: Person) -> None:
    """In each stretch a few jobs, one after the other."""
    for _ in range(MADE_IN_A_STRETCH):
        await asyncio.sleep(PAUSE)
        await person.create_and_start(services, f"mine {len(person.wanted)}")
