"""Last value per key, posted by any thread, drained by the loop: no flood of signals."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Mailbox(Generic[K, V]):
    """Keeps only the newest value of each key until it is drained."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._items: dict[K, V] = {}

    def post(self, key: K, value: V) -> None:
        """Keep `value` as the newest of `key`; callable from any thread."""
        with self._lock:
            self._items[key] = value

    def drain(self) -> dict[K, V]:
        """Take everything posted since the last drain."""
        with self._lock:
            items, self._items = self._items, {}
        return items
