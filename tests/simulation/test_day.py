"""A day of faults: every job reaches its final state here too, no change is lost or told twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise

import pytest

from openeo_desktop.core.paths import profile_paths
from tests.simulation.day import CLOSED, DAY, FaultyDay, live_through_a_day
from tests.simulation.timelines import FINAL, MINUTE, Timeline
from tests.simulation.virtual_time import VirtualTime
from tests.simulation.world import Noticed, World, as_if_far_away, keychain_in_memory

SEED = 1
MOST_PER_MINUTE, MOST_PER_MINUTE_OF_OUTAGE, MOST_PER_MINUTE_OF_DAY = 60, 30, 6
RARE = 200
SURE = 60 * MINUTE
"""What stays so for so long, while the app is open and the back-end answers, is noticed."""


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, FaultyDay]:
    """The day is lived through once for all tests."""
    world = World(VirtualTime(), profile_paths(tmp_path_factory.mktemp("day")))
    with keychain_in_memory(), pytest.MonkeyPatch.context() as patch:
        as_if_far_away(patch)
        return world, live_through_a_day(world, SEED)


def test_every_job_reaches_its_final_state(lived: tuple[World, FaultyDay]) -> None:
    _, day = lived
    expected = {job.id: "gone" if job.deleted < DAY else job.final for job in day.jobs}
    assert day.statuses == expected


def test_changes_are_noted_in_order_and_never_twice(lived: tuple[World, FaultyDay]) -> None:
    world, day = lived
    noted = _noted(world)
    for job in day.jobs:
        assert _is_in_order(noted[job.id], job), (job, noted[job.id])
        assert noted[job.id][-1] == job.final


def test_each_change_is_told_once(lived: tuple[World, FaultyDay]) -> None:
    """All that is noted, but for jobs that did not move when they were first seen: no news."""
    world, day = lived
    noted = _noted(world)
    for job in day.jobs:
        told = [seen for seen in world.noticed if seen.job_id == job.id]
        at_rest = noted[job.id][0] in (*FINAL, "created")
        news = noted[job.id][1:] if at_rest else noted[job.id]
        assert [seen.status for seen in told] in (noted[job.id], news), (job, told)
        assert _is_a_chain(told), told


def _noted(world: World) -> dict[str, list[str]]:
    """The changes in the history, by job, in the order they were written."""
    noted: dict[str, list[str]] = {}
    with closing(sqlite3.connect(world.paths.database)) as database:
        for job_id, status in database.execute(
            "SELECT jobs.job_id, transitions.status FROM transitions JOIN jobs"
            " ON jobs.row = transitions.job_row ORDER BY transitions.rowid"
        ):
            noted.setdefault(job_id, []).append(status)
    return noted


def test_what_lasts_is_never_missed(lived: tuple[World, FaultyDay]) -> None:
    world, day = lived
    history = _noted(world)
    for job in day.jobs:
        ends = [*(at for at, _ in job.phases[1:]), min(DAY, job.deleted)]
        spans = zip(job.phases, ends, strict=True)
        lasting = [s for (begin, s), end in spans if _seen_time(begin, end, day) > SURE]
        # Between two runs that last, a short wait may pass unseen: then they look like one.
        distinct = [s for s, before in zip(lasting, [None, *lasting], strict=False) if s != before]
        noted = iter(history[job.id])
        assert all(status in noted for status in distinct), (job, lasting)


def test_what_the_person_made_is_there_once_and_has_run(lived: tuple[World, FaultyDay]) -> None:
    _, day = lived
    there = [job.title for job in day.back_end.by_id.values() if job.title in day.made]
    assert sorted(there) == sorted(day.made)
    for title, shown in day.made.items():
        assert [(job.status.value, job.pending) for job in shown] == [("finished", "")], title


def test_no_storm_of_requests(lived: tuple[World, FaultyDay]) -> None:
    _, day = lived
    most, in_outage = day.most_in_a_minute(), day.most_in_an_outage()
    average = len(day.requests) / (DAY / MINUTE)
    print(f"{len(day.requests)} requests, {day.share_of_faults():.1%} of the answers went wrong;")
    print(f"in a minute {average:.2f} on average, {most} at most, {in_outage} in an outage")
    assert 0.25 < day.share_of_faults() < 0.37
    assert most <= MOST_PER_MINUTE
    assert in_outage <= MOST_PER_MINUTE_OF_OUTAGE
    assert average <= MOST_PER_MINUTE_OF_DAY


def test_retry_after_is_honoured(lived: tuple[World, FaultyDay]) -> None:
    """But for a rare request that was about to be made at that very moment."""
    _, day = lived
    impatient = day.impatient()
    print(f"{len(impatient)} requests came before the time that Retry-After had named")
    assert len(impatient) * RARE <= len(day.requests), impatient


def _is_in_order(told: list[str], job: Timeline) -> bool:
    """Short phases may be missed, but nothing is made up, repeated or turned round."""
    truth = iter(status for _, status in job.phases)
    return all(status in truth for status in told)


def _is_a_chain(told: list[Noticed]) -> bool:
    """Each change begins where the one before it ended, also across the breaks."""
    return all(seen.before == earlier.status for earlier, seen in pairwise(told))


def _seen_time(begin: float, end: float, day: FaultyDay) -> float:
    """Seconds within which it could be seen, at least: without breaks and outages."""
    hidden = sum(
        max(0.0, min(end, upto) - max(begin, since)) for since, upto in [*CLOSED, *day.outages]
    )
    return end - begin - hidden
