"""Calls to the keychain, one after the other on a thread of their own, each with a time limit.

A locked keychain blocks a call until the person has answered; that may be hours later. A call that
took too long goes on: what was to be kept is kept once the keychain is open, in the order in which
it was asked for. Nobody else waits behind it for long.
"""

from __future__ import annotations

import concurrent.futures as cf
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
Work = tuple["cf.Future[Any]", Callable[[], Any]]


class StillWaitingError(Exception):
    """The call has not ended within the limit; it goes on."""


class WaitingLine:
    """One daemon thread, made at the first call: it never holds the process open."""

    def __init__(self, limit_s: float) -> None:
        self.limit_s = limit_s
        self._queue: queue.SimpleQueue[Work] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._overdue: cf.Future[Any] | None = None

    def call(self, fn: Callable[[], T]) -> T:
        """The result of `fn()`, or what it raises; blocks.

        Raises:
            StillWaitingError: It took longer than the limit, or an earlier call still does.
        """
        future: cf.Future[T] = cf.Future()
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="keychain", daemon=True)
                self._thread.start()
            stuck = self._overdue is not None and not self._overdue.done()
            self._queue.put((future, fn))
        try:
            return future.result(timeout=0 if stuck else self.limit_s)
        except cf.TimeoutError:
            if future.done():  # it is the call itself that timed out
                raise
            with self._lock:
                if not stuck:
                    self._overdue = future
            raise StillWaitingError from None

    def _work(self) -> None:
        while True:
            future, fn = self._queue.get()
            try:
                result = fn()
            except BaseException as error:  # noqa: BLE001 - the future carries it to whoever waits
                future.set_exception(error)
            else:
                future.set_result(result)
                del result  # a secret is not kept while nothing is to do
            del future, fn
