"""Typed events of the services, heard by models: one value each, on the loop's thread only."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)


class Event(Generic[T]):
    """A list of listeners for values of one type.

    A listener that raises does not keep the others from hearing: the error is logged as a bug.
    """

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], object]] = []

    def connect(self, listener: Callable[[T], object]) -> Callable[[], None]:
        """Hear every value from now on; returns a function that ends it."""
        self._listeners.append(listener)
        return lambda: self.disconnect(listener)

    def disconnect(self, listener: Callable[[T], object]) -> None:
        """Hear no more; no error if it never did."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def emit(self, value: T) -> None:
        """Give `value` to every listener, in the order they were connected."""
        for listener in tuple(self._listeners):
            try:
                listener(value)
            except Exception:
                log.exception("A listener of %s failed", type(value).__name__)
