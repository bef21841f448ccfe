"""The instrument itself: time moves only when nothing works, and nobody is forgotten."""

from __future__ import annotations

import asyncio
import threading

import pytest

from openeo_desktop.services.lanes import Lane
from tests.simulation.virtual_time import EPOCH, VirtualClock, VirtualTime, run_virtually


def test_a_day_passes_at_once_and_in_order() -> None:
    time, seen = VirtualTime(), []

    async def note_after(seconds: float) -> None:
        await asyncio.sleep(seconds)
        seen.append(time.now)

    async def main() -> None:
        await asyncio.gather(note_after(86_400), note_after(3), note_after(60))

    run_virtually(time, main())
    assert seen == [3, 60, 86_400]
    clock = VirtualClock(time)
    assert clock.monotonic() == 86_400
    assert (clock.now() - EPOCH).total_seconds() == 86_400


def test_time_stands_while_a_lane_works() -> None:
    time, begun, go_on = VirtualTime(), threading.Event(), threading.Event()

    def work() -> float:
        begun.set()
        assert go_on.wait(30)
        return time.now

    async def main() -> tuple[float, float]:
        lane = Lane("work")
        call = asyncio.create_task(lane.call(work))
        timer = asyncio.create_task(asyncio.sleep(5))
        threading.Thread(target=lambda: (begun.wait(30), go_on.set())).start()
        at = await call
        assert not timer.done()
        await timer
        lane.abandon()
        return at, time.now

    assert run_virtually(time, main()) == (0.0, 5.0)


def test_a_thread_of_the_world_sleeps_in_virtual_time() -> None:
    time = VirtualTime()

    async def main() -> list[float]:
        lane, seen = Lane("work", 2), []

        async def call(seconds: float) -> None:
            await lane.call(time.sleep, seconds)
            seen.append(time.now)

        await asyncio.gather(call(20), call(10), asyncio.sleep(15))
        lane.abandon()
        return seen

    assert run_virtually(time, main()) == [10.0, 20.0]


def test_a_call_that_is_cancelled_in_the_queue_holds_nothing_up() -> None:
    time, go_on = VirtualTime(), threading.Event()

    async def main() -> None:
        lane = Lane("work", 1, grace=0.0)
        first = asyncio.create_task(lane.call(go_on.wait, 30))
        second = asyncio.create_task(lane.run(lambda token: None))
        await asyncio.sleep(0)
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        go_on.set()
        await first
        await asyncio.sleep(1)
        lane.abandon()

    run_virtually(time, main())
    assert time.now == 1.0


def test_a_bug_in_a_background_task_fails_the_simulation() -> None:
    async def fail() -> None:
        raise ValueError("a bug")

    async def main() -> None:
        task = asyncio.create_task(fail())
        await asyncio.wait([task])
        del task
        await asyncio.sleep(1)

    with pytest.raises(AssertionError, match="a bug"):
        run_virtually(VirtualTime(), main())
