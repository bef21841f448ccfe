"""Waiting on a fact of another process, with a deadline."""

from __future__ import annotations

import time
from collections.abc import Callable


def wait_until(
    fact: Callable[[], bool], what: str, deadline_s: float = 60.0, every_s: float = 0.05
) -> None:
    """Wait until `fact()` is true; after the deadline the test fails with `what` missed."""
    end = time.monotonic() + deadline_s
    while not fact():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(every_s)
