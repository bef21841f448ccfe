"""A lock that one process holds: the system lets go of it with the process, also after a kill."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path


class ProcessLock:
    """Exclusive, not blocking, on a file that stays. Children do not inherit it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1

    def take(self) -> bool:
        """Hold it from now on; False if another process does.

        Raises:
            OSError: The file cannot be made, or its file system has no locks.
        """
        if self._descriptor >= 0:
            return True
        descriptor = os.open(
            self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600
        )
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                return False
            raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go. The file stays: removing it would let two processes lock two files."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with contextlib.suppress(OSError):
                os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
