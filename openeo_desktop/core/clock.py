"""The time as services see it, in one place, so that a test can let a day pass in seconds.

Waiting is not here: coroutines wait with `asyncio` (the loop's own time), never on a thread.
"""

from __future__ import annotations

import datetime as dt
import time


class Clock:
    """The time of this computer."""

    def now(self) -> dt.datetime:
        """The current time, aware, in UTC; may jump when somebody sets the clock."""
        return dt.datetime.now(dt.UTC)

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back, and may stand still while asleep."""
        return time.monotonic()


SYSTEM_CLOCK = Clock()
