"""Cancellation that reaches a worker thread: cancelling a task alone does not stop its thread.

Standard library only. Used by `services.lanes`.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable


class Cancelled(Exception):
    """Raised inside a worker when its token was cancelled. Not an error to be shown."""


class CancelToken:
    """A flag a worker checks between chunks, plus hooks that wake it from a blocking read."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._hooks: list[Callable[[], object]] = []

    def cancel(self) -> None:
        """Set the flag and run every hook once; safe from any thread, more than once."""
        with self._lock:
            self._event.set()
            hooks, self._hooks = self._hooks, []
        for hook in hooks:
            with contextlib.suppress(Exception):
                hook()

    def on_cancel(self, hook: Callable[[], object]) -> None:
        """Run `hook` when the token is cancelled, at once if it already is."""
        with self._lock:
            if not self._event.is_set():
                self._hooks.append(hook)
                return
        with contextlib.suppress(Exception):
            hook()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if the token was cancelled."""
        if self._event.is_set():
            raise Cancelled

    def sleep(self, seconds: float) -> None:
        """Wait, but wake at once and raise `Cancelled` when the token is cancelled."""
        if self._event.wait(seconds):
            raise Cancelled
