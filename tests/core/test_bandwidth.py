"""One limit for all transfers; the clock is the test's own."""

from __future__ import annotations

import threading

import pytest

from openeo_desktop.core.bandwidth import Bandwidth
from openeo_desktop.core.cancel import Cancelled, CancelToken


class Time:
    """Seconds that pass only when somebody looks."""

    def __init__(self, step: float = 0.0) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_no_limit_never_waits() -> None:
    limit = Bandwidth(0, Time())
    limit.take(10**12, CancelToken())
    assert limit.chunk(1 << 20) == 1 << 20


def test_so_many_bytes_take_so_many_seconds() -> None:
    time = Time(step=0.01)
    limit = Bandwidth(1000, time)
    for _ in range(10):
        limit.take(500, CancelToken())
    limit.take(1, CancelToken())
    assert 5.0 <= time.now < 5.5


def test_what_was_not_used_is_not_saved_up() -> None:
    time = Time()
    limit = Bandwidth(1000, time)
    time.now = 100.0
    limit.take(1000, CancelToken())
    time.step = 0.01
    limit.take(1, CancelToken())
    assert time.now >= 101.0


def test_pieces_are_small_where_the_limit_is() -> None:
    assert Bandwidth(50_000, Time()).chunk(1 << 20) == 5_000
    assert Bandwidth(10, Time()).chunk(1 << 20) == 1024


def test_cancelling_ends_the_waiting() -> None:
    limit, token = Bandwidth(1, Time()), CancelToken()
    limit.take(10**9, token)
    token.cancel()
    with pytest.raises(Cancelled):
        limit.take(1, token)


def test_a_new_limit_holds_for_those_who_wait() -> None:
    limit, token = Bandwidth(1, Time()), CancelToken()
    limit.take(10**9, token)
    waiting = threading.Thread(target=limit.take, args=(1, token), daemon=True)
    waiting.start()
    limit.set_rate(0)
    waiting.join(30)
    assert not waiting.is_alive()
