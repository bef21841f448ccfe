"""Time that jumps: it stands while anything works, and moves to the next timer when all are idle.

What works are the callbacks of the loop and the calls on lanes. A thread of the simulated world
(the back-end) may sleep in this time too; while it does, the call that waits for its answer rests.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import heapq
import itertools
import random
import selectors
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

import pytest

from openeo_desktop.core.clock import Clock
from openeo_desktop.services import lanes

T = TypeVar("T")
EPOCH = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
"""When every simulation begins."""
STUCK = 120.0
"""Seconds of real time without anything happening, after which a simulation is given up."""


class VirtualTime:
    """Seconds since `EPOCH`. Safe from any thread; only the loop moves it."""

    def __init__(self) -> None:
        self.on_rest: Callable[[], object] = lambda: None
        """Called from any thread when work ends or begins to sleep."""
        self._now = 0.0
        self._working = 0
        self._sleepers: list[tuple[float, int, threading.Event]] = []
        self._numbers = itertools.count()
        self._stopped = False
        self._lock = threading.Lock()

    @property
    def now(self) -> float:
        return self._now

    @property
    def is_idle(self) -> bool:
        """Nothing moves any more unless time does."""
        with self._lock:
            return self._working <= len(self._sleepers)

    def begin_work(self) -> None:
        """A call is on its way."""
        with self._lock:
            self._working += 1

    def end_work(self) -> None:
        """A call is done, and whoever waits for it was told."""
        with self._lock:
            self._working -= 1
        self.on_rest()

    def sleep(self, seconds: float) -> None:
        """Let a thread of the world wait in this time; returns at once when all is over."""
        woken = threading.Event()
        with self._lock:
            if self._stopped:
                return
            heapq.heappush(self._sleepers, (self._now + seconds, next(self._numbers), woken))
        self.on_rest()
        woken.wait()

    def advance(self, until: float | None) -> bool:
        """Go to the next thing that happens, `until` at the latest; False if nothing ever will."""
        with self._lock:
            first = self._sleepers[0][0] if self._sleepers else None
            if first is not None and (until is None or first <= until):
                self._now = max(self._now, first)
                heapq.heappop(self._sleepers)[2].set()
            elif until is not None:
                self._now = max(self._now, until)
            else:
                return False
        return True

    def stop(self) -> None:
        """Nobody sleeps any more."""
        with self._lock:
            self._stopped = True
            sleepers, self._sleepers = self._sleepers, []
        for *_, woken in sleepers:
            woken.set()


class VirtualClock(Clock):
    """The clock that services are given."""

    def __init__(self, time: VirtualTime) -> None:
        self._time = time

    def now(self) -> dt.datetime:
        return EPOCH + dt.timedelta(seconds=self._time.now)

    def monotonic(self) -> float:
        return self._time.now


class _Selector(selectors.DefaultSelector):  # type: ignore[misc,valid-type]
    """Waits for work that is under way, never for a timer."""

    def __init__(self, time: VirtualTime) -> None:
        super().__init__()
        self._time = time

    def select(self, timeout: float | None = None) -> Any:
        if timeout is not None and timeout <= 0:
            return super().select(0)
        if self._time.is_idle:
            ready = super().select(0)
            until = None if timeout is None else self._time.now + timeout
            if ready or self._time.advance(until):
                return ready
        ready = super().select(STUCK)
        if not ready:
            raise RuntimeError("the simulation stands still")
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """An ordinary loop in virtual time."""

    def __init__(self, time: VirtualTime) -> None:
        super().__init__(_Selector(time))
        self._virtual = time
        self._lane: lanes.Lane | None = None
        time.on_rest = self._wake

    def time(self) -> float:
        return self._virtual.now

    def _wake(self) -> None:
        with contextlib.suppress(RuntimeError):  # closed meanwhile
            self.call_soon_threadsafe(_nothing)

    def run_in_executor(self, _executor: Any, func: Callable[..., T], *args: Any) -> Any:
        """On a lane, where it is counted as work."""
        self._lane = self._lane or lanes.Lane("executor", 4)
        return asyncio.wrap_future(self._lane.submit(func, *args), loop=self)

    def close(self) -> None:
        self._virtual.on_rest = _nothing
        if self._lane is not None:
            self._lane.abandon()
        super().close()


def _nothing() -> None:
    """Wakes the loop, which then looks again."""


@contextlib.contextmanager
def counted_lanes(time: VirtualTime) -> Iterator[None]:
    """Calls on lanes are work, from their being queued to their result being told."""
    submit, settle = lanes.Lane.submit, lanes._settle

    def counting_submit(lane: lanes.Lane, fn: Callable[..., Any], *args: Any, **kw: Any) -> Any:
        time.begin_work()
        future = submit(lane, fn, *args, **kw)
        future.add_done_callback(lambda done: time.end_work() if done.cancelled() else None)
        return future

    def counting_settle(*work: Any) -> None:
        settle(*work)
        time.end_work()  # only now: whoever waits has been told

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lanes.Lane, "submit", counting_submit)
        patch.setattr(lanes, "_settle", counting_settle)
        yield


def run_virtually(time: VirtualTime, main: Coroutine[Any, Any, T], seed: int = 0) -> T:
    """Run to the end in virtual time; a bug in a background task fails the test.

    Args:
        seed: Of the jitter, so that a run can be had again.
    """
    bugs: list[str] = []

    async def guarded() -> T:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: bugs.append(str(context)))
        return await main

    random.seed(seed)
    try:
        with (
            counted_lanes(time),
            asyncio.Runner(loop_factory=lambda: VirtualLoop(time)) as runner,
        ):
            result = runner.run(guarded())
    finally:
        time.stop()
    assert not bugs, bugs
    return result
