"""Bytes of a growing file made durable beside the writing of more: the disk's own thread.

A count is told only after the bytes are on the disk for good (fsync), so that it holds even
after a power cut. Orders that come while the disk is busy become one.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable

KEPT_IN_MEMORY = 64 * 1024 * 1024
"""So much of the beginning stays in the system's memory, for whoever opens the file next."""
_OVERLAP = 2 * 1024 * 1024
"""The system keeps its pages in groups, and lets go of whole groups only."""


class PartSync:
    """One open file; whoever writes it calls all of this, from one thread.

    Args:
        descriptor: Of the file; open until `end`.
        on_durable: Told how many bytes are durable now; on the thread of the disk.
        durable: So many are already.
        write: Called before each look of the disk, on its thread, for who leaves the writing to it.
    """

    def __init__(
        self,
        descriptor: int,
        on_durable: Callable[[int], None],
        durable: int = 0,
        write: Callable[[], None] = lambda: None,
    ) -> None:
        self._descriptor = descriptor
        self._on_durable = on_durable
        self._write = write
        self._asked = self._durable = durable
        self._ended = False
        self._error: BaseException | None = None
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="sync part", daemon=True)
        self._thread.start()

    def ask(self, size: int) -> None:
        """Bytes up to `size` are to be made durable; returns at once.

        Raises:
            BaseException: What the disk, or who is told, has failed with.
        """
        with self._news:
            self._check()
            self._asked = size
            self._news.notify_all()

    def wait(self, size: int) -> None:
        """Until bytes up to `size`, which were asked for, are durable.

        Raises:
            BaseException: What the disk, or who is told, has failed with.
        """
        with self._news:
            self._news.wait_for(lambda: self._durable >= size or self._error is not None)
            self._check()

    def end(self) -> None:
        """Finish what was asked for, and the thread with it.

        Raises:
            BaseException: What the disk, or who is told, has failed with.
        """
        with self._news:
            self._ended = True
            self._news.notify_all()
        self._thread.join()
        self._check()

    def _check(self) -> None:
        if self._error is not None:
            raise self._error

    def _work(self) -> None:
        try:
            while (size := self._next()) is not None:
                self._write()
                os.fsync(self._descriptor)
                self._on_durable(size)
                forget(self._descriptor, self._durable, size)
                with self._news:
                    self._durable = size
                    self._news.notify_all()
        except BaseException as error:  # noqa: BLE001 - told to the writer at its next call
            with self._news:
                self._error = error
                self._news.notify_all()

    def _next(self) -> int | None:
        with self._news:
            self._news.wait_for(lambda: self._asked > self._durable or self._ended)
            return self._asked if self._asked > self._durable else None


def forget(descriptor: int, start: int, end: int) -> None:
    """Let the system's memory go that holds these bytes of a large file, which are on the disk.

    The next bytes take it again. Else a file of many GB pushes everything out of the memory, and
    each piece waits for memory that nobody had yet: slow where a virtual machine or a busy
    computer has to find it first. Systems that know no such advice go without.
    """
    start = max(KEPT_IN_MEMORY, start - _OVERLAP)
    if start < end and hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(descriptor, start, end - start, os.POSIX_FADV_DONTNEED)
