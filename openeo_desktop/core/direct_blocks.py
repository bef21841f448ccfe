"""Blocks of a large file straight from our memory to the disk, past the system's cache.

The cache costs more than all the rest: a copy of each byte, memory that has to be found for it,
and the writing of it later. Only systems with O_DIRECT (Linux); file systems that refuse it are
written as ever. Source: open(2), which is also why the memory is a shared mapping: that stays in
its place when the process forks.
"""

from __future__ import annotations

import errno
import mmap
import os
import sys
from collections import deque

BLOCK = 3 * 1024 * 1024
COUNT = 3
"""One is filled while another is written and the third waits."""
ALIGNMENT = 4096
"""Of places, lengths and memory: what the disks of today ask for."""


class DirectBlocks:
    """Filled by one thread, written by another.

    Args:
        descriptor: Of the file; whoever writes goes on by this object alone until `end`.
        size: Of the file; the next byte belongs there.

    Raises:
        OSError: The file system does not know this way.
    """

    def __init__(self, descriptor: int, size: int) -> None:
        if not hasattr(os, "O_DIRECT"):
            raise OSError(errno.ENOSYS, "this system does not know O_DIRECT")
        self._descriptor = descriptor
        self._start = size - size % ALIGNMENT
        self._filled = 0
        self._free = deque(mmap.mmap(-1, BLOCK) for _ in range(COUNT))
        self._full: deque[tuple[mmap.mmap, int]] = deque()
        self.fill(memoryview(os.pread(descriptor, size % ALIGNMENT, self._start)))
        _set_direct(descriptor, on=True)

    def fill(self, data: memoryview) -> int:
        """Copy what fits into the block at hand, of which there must be one; returns how much."""
        end = min(self._filled + len(data), BLOCK)
        taken = end - self._filled
        self._free[0][self._filled : end] = data[:taken]
        self._filled = end
        return taken

    def pass_on(self) -> bool:
        """Give a block that is full to whoever writes; False if it is not full yet."""
        if self._filled < BLOCK:
            return False
        self._full.append((self._free.popleft(), self._start))
        self._start += BLOCK
        self._filled = 0
        return True

    def write(self) -> None:
        """Write what is full, on the thread of the disk.

        Raises:
            OSError: The disk is full or fails.
        """
        while self._full:
            block, place = self._full.popleft()
            self._write(memoryview(block), place)
            self._free.append(block)

    def _write(self, left: memoryview, place: int) -> None:
        while left:
            try:
                written = os.pwrite(self._descriptor, left, place)
            except OSError as error:
                if error.errno != errno.EINVAL or not _set_direct(self._descriptor, on=False):
                    raise
                continue  # another alignment, or none that would do: as ever from here on
            left, place = left[written:], place + written

    def end(self) -> None:
        """Write the rest, and stand behind it; nobody else writes any more.

        Raises:
            OSError: The disk is full or fails.
        """
        _set_direct(self._descriptor, on=False)
        self.write()
        if self._filled:
            self._write(memoryview(self._free[0])[: self._filled], self._start)
        os.lseek(self._descriptor, self._start + self._filled, os.SEEK_SET)


def _set_direct(descriptor: int, *, on: bool) -> bool:
    """Whether that changed anything.

    Raises:
        OSError: The file system does not know this way.
    """
    if sys.platform != "linux":
        return False
    import fcntl

    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    wanted = flags | os.O_DIRECT if on else flags & ~os.O_DIRECT
    if wanted != flags:
        fcntl.fcntl(descriptor, fcntl.F_SETFL, wanted)
    return wanted != flags
