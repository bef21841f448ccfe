"""One limit on bytes per second, shared by all transfers; for worker threads.

A debt is paid off with time: whoever has received bytes waits until those of before are paid.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from openeo_desktop.core.cancel import CancelToken

_SLICE = 0.1
"""Longest wait in seconds before the token is looked at again."""


class Bandwidth:
    """A token bucket without a hoard: what was not used is not saved up.

    Args:
        rate: Bytes per second, 0 for no limit.
        monotonic: Seconds that never go back.
    """

    def __init__(self, rate: float = 0.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._monotonic = monotonic
        self._free_at = monotonic()
        self._changed = threading.Condition()

    def set_rate(self, rate: float) -> None:
        """Another limit, for those who wait now as well; 0 for none."""
        with self._changed:
            if rate != self._rate:
                left = max(0.0, self._free_at - self._monotonic()) * self._rate
                self._rate = rate
                self._free_at = self._monotonic() + (left / rate if rate else 0.0)
                self._changed.notify_all()

    def chunk(self, most: int) -> int:
        """How many bytes to read at once: about a tenth of a second's worth, at most `most`."""
        rate = self._rate
        return most if not rate else max(1024, min(most, int(rate * _SLICE)))

    def take(self, size: int, token: CancelToken) -> None:
        """Wait until what was received before is paid, then owe `size` bytes more.

        Raises:
            Cancelled: The token was cancelled meanwhile.
        """
        if not self._rate:
            return
        with self._changed:
            while self._rate and (wait := self._free_at - self._monotonic()) > 0:
                self._changed.wait(min(wait, _SLICE))
                token.check()
            if self._rate:
                self._free_at = max(self._free_at, self._monotonic()) + size / self._rate
