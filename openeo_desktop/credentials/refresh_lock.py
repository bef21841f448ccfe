"""One token refresh at a time per (issuer, client), also between processes of the app.

A refresh token that rotates is good for one use: a second process that used the old one would log
both out (RFC 9700, 4.14.2). The lock is the system's own on an open file, so that it is gone with
the process that held it, however that ended; the file stays and means nothing.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import logging
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import BusyError, StorageError
from openeo_desktop.core.paths import make_private_folder

LIMIT_S = 60.0
_PAUSE_S = 0.05
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}
log = logging.getLogger(__name__)


class RefreshLock:
    """Taken and given back from any thread; excludes other locks of this process too."""

    def __init__(self, folder: Path, issuer: str, client_id: str) -> None:
        """`folder`: of the profile's data (`AppPaths.data`); the same for all its processes."""
        digest = hashlib.sha256(f"{issuer.rstrip('/')}\n{client_id}".encode()).hexdigest()
        self.path = folder / "locks" / f"refresh-{digest[:24]}.lock"
        self._descriptor: int | None = None

    def acquire(self, token: CancelToken, limit_s: float = LIMIT_S) -> None:
        """Wait until nobody else holds it; blocks.

        Raises:
            BusyError: Somebody else has held it for the whole time; worth another try later.
            StorageError: The file cannot be made.
            Cancelled: The token was cancelled.
        """
        if self._descriptor is not None:
            raise RuntimeError("this lock is held already")
        descriptor = self._open()
        try:
            self._wait(descriptor, token, time.monotonic() + limit_s)
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor

    def release(self) -> None:
        """Give it back; no error if it is not held."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            with contextlib.suppress(OSError):
                _unlock(descriptor)
            os.close(descriptor)

    @contextlib.contextmanager
    def held(self, token: CancelToken, limit_s: float = LIMIT_S) -> Iterator[None]:
        """`acquire` and `release` around a block."""
        self.acquire(token, limit_s)
        try:
            yield
        finally:
            self.release()

    def _open(self) -> int:
        make_private_folder(self.path.parent)
        try:
            return os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StorageError(
                f"The file {self.path} cannot be written ({os.strerror(error.errno or 0)}).",
                "Free some space, or look at the permissions of its folder.",
            ) from error

    def _wait(self, descriptor: int, token: CancelToken, deadline: float) -> None:
        while not _try_lock(descriptor):
            if time.monotonic() >= deadline:
                raise BusyError(
                    "Another window of this app has been renewing this sign-in for a long time.",
                    "Try again in a moment; if it goes on, close the other one.",
                )
            token.sleep(_PAUSE_S)


def _try_lock(descriptor: int) -> bool:
    """Whether it is ours now. A file system without locks (some network ones) counts as ours."""
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        log.warning("Files cannot be locked here (%s): refreshing without", error.errno)
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
