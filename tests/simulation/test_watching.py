"""The pause switch, sleep, another network, old jobs caught up with: all in virtual time."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Coroutine
from itertools import pairwise
from typing import Any

import pytest

from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.services import wake_ups
from openeo_desktop.services.wake_ups import WakeUps
from tests.simulation.back_end import SyntheticBackEnd
from tests.simulation.timelines import HOUR, MINUTE, Timeline
from tests.simulation.virtual_time import VirtualClock, run_virtually
from tests.simulation.world import World, signed_in

RUNNING = Timeline("runs", [(0.0, "running"), (30 * MINUTE, "finished")])


def _old(count: int) -> list[Timeline]:
    return [Timeline(f"old-{n:03}", [(n - 1000.0, "finished")]) for n in range(count)]


def _since(back_end: SyntheticBackEnd, at: float) -> list[str]:
    return [asked.path for asked in back_end.requests if asked.at > at]


def test_paused_nothing_is_asked_until_it_goes_on(world: World) -> None:
    async def main() -> None:
        async with world.opened() as services:
            services.sync.start()
            account = await signed_in(services, back_end)
            await asyncio.sleep(10 * MINUTE)
            services.sync.set_paused(True)
            paused_at = world.time.now
            await asyncio.sleep(2 * HOUR)
            assert _since(back_end, paused_at + MINUTE) == []
            assert world.changes_of("runs") == ["running"]
            await services.sync.refresh_now(account)  # F5 works all the same
            assert world.changes_of("runs") == ["running", "finished"]
            asked_at = world.time.now
            await asyncio.sleep(HOUR)
            assert _since(back_end, asked_at + MINUTE) == []
            assert await services.results.get(JobKey(account, JobId("runs"))) is None
            services.sync.set_paused(False)
            await asyncio.sleep(5 * MINUTE)
            assert await services.results.get(JobKey(account, JobId("runs"))) is not None

    with SyntheticBackEnd(world.time, [RUNNING]) as back_end:
        run_virtually(world.time, main())


def test_old_jobs_are_caught_up_with_slowly_and_once(world: World) -> None:
    """Newest first, a request now and then, going on where it stood after the app was closed."""

    async def part(seconds: float) -> None:
        async with world.opened() as services:
            services.sync.start()
            if not services.accounts.statuses():
                await signed_in(services, back_end)
            await asyncio.sleep(seconds)

    with SyntheticBackEnd(world.time, _old(60)) as back_end:
        run_virtually(world.time, _in_turn(part(3 * MINUTE), part(30 * MINUTE), part(2 * HOUR)))
    single = [asked.path for asked in back_end.requests if asked.path.startswith("/jobs/")]
    assert len(single) == len(set(single)) == 120, "details and results of each, once"
    assert single[:2] == ["/jobs/old-059", "/jobs/old-059/results"]
    busiest = max(
        sum(begin <= asked.at < begin + MINUTE for asked in back_end.requests)
        for begin in [asked.at for asked in back_end.requests]
    )
    assert busiest <= 20


async def _in_turn(*parts: Coroutine[Any, Any, None]) -> None:
    for part in parts:
        await part


def test_active_job_is_looked_at_within_a_minute(world: World) -> None:
    async def main() -> None:
        async with world.opened() as services:
            services.sync.start()
            await signed_in(services, back_end)
            await asyncio.sleep(3 * HOUR)

    job = Timeline("runs", [(0.0, "running")])
    with SyntheticBackEnd(world.time, [job]) as back_end:
        run_virtually(world.time, main())
    looks = [asked.at for asked in back_end.requests if asked.path in ("/jobs", "/jobs/runs")]
    assert max(later - at for at, later in pairwise(looks)) <= 60
    assert len(looks) <= 3 * 75


def test_account_at_rest_is_hardly_asked(world: World) -> None:
    async def main() -> None:
        async with world.opened() as services:
            services.sync.start()
            await signed_in(services, back_end)
            await asyncio.sleep(12 * HOUR)

    with SyntheticBackEnd(world.time, _old(3)) as back_end:
        run_virtually(world.time, main())
    assert len([asked for asked in back_end.requests if asked.at > HOUR]) <= 11 * 14


class _SleepyClock(VirtualClock):
    """A computer that slept: the wall clock has gone on, the monotonic one has not."""

    slept = 0.0

    def now(self) -> dt.datetime:
        return super().now() + dt.timedelta(seconds=self.slept)


@pytest.mark.parametrize("slept", [5.0, 3600.0])
def test_sleep_is_noticed(world: World, slept: float) -> None:
    async def main() -> None:
        clock = _SleepyClock(world.time)
        watch, told = WakeUps(clock, lambda: ("192.168.1.2",)), list[str]()
        watch.happened.connect(told.append)
        watch.start()
        await asyncio.sleep(5 * MINUTE)
        assert told == []
        clock.slept = slept
        await asyncio.sleep(wake_ups.EVERY)
        assert len(told) == (slept > wake_ups.GAP)
        await asyncio.sleep(5 * MINUTE)
        assert len(told) == (slept > wake_ups.GAP)
        await watch.close()

    run_virtually(world.time, main())


def test_another_network_is_noticed_and_none_at_all_is_waited_out(world: World) -> None:
    async def main() -> None:
        route: list[tuple[str, ...]] = [("10.0.0.1",)]
        watch, told = WakeUps(VirtualClock(world.time), lambda: route[0]), list[str]()
        watch.happened.connect(told.append)
        watch.start()
        expected = 0
        for now, news in (
            (("10.0.0.1",), 0),
            ((), 0),
            (("10.0.0.1",), 1),
            (("192.168.1.2",), 1),
            (("192.168.1.2", "2a02::1"), 1),
            (("2a02::1",), 0),
        ):
            route[0] = now
            await asyncio.sleep(2 * wake_ups.EVERY)
            expected += news
            assert len(told) == expected, now
        await watch.close()

    run_virtually(world.time, main())


def test_route_of_this_computer_is_found_without_sending_anything() -> None:
    """Whatever network this runs in; also in none."""
    assert all(isinstance(address, str) for address in wake_ups.present_route())
