"""The file that grows until a download is whole: one owner, and a true count of durable bytes.

A count is told only after the bytes are on the disk for good (fsync), so that it holds even
after a power cut; on the next opening, whatever lies behind it is cut off.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from openeo_desktop.core.direct_blocks import BLOCK, COUNT, DirectBlocks
from openeo_desktop.core.errors import PartInUseError
from openeo_desktop.core.part_sync import KEPT_IN_MEMORY, PartSync

COMMIT_SECONDS = 2.0
SMALL_STEP = 6 * 1024 * 1024
"""Bytes that are worth a look of the disk, unless few may be open."""
_FLAGS = (
    os.O_RDWR
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


class PartFile:
    """A context manager; what was written stays, an empty file goes.

    Args:
        path: Of the part.
        on_commit: Told how many bytes are durable now; on a thread of its own.
        most_open: So many bytes (and one piece) may be written and not durable yet, so many are
            lost with a kill; asked at each write, which waits for the disk beyond that.
    """

    def __init__(
        self, path: Path, on_commit: Callable[[int], None], most_open: Callable[[], int]
    ) -> None:
        self.path = path
        self.size = 0
        self._on_commit = on_commit
        self._most_open = most_open
        self._descriptor = -1
        self._asked = 0
        self._asked_at = time.monotonic()
        self._sync: PartSync | None = None
        self._direct: DirectBlocks | None = None
        self._may_be_direct = True
        self._has_failed = False

    def __enter__(self) -> PartFile:
        return self

    def resume(self, committed: int) -> int:
        """Open what an earlier run has left, cut to what is durable; returns its size.

        Raises:
            PartInUseError: Another process works on it.
            OSError: It cannot be opened.
        """
        try:
            self._open(_FLAGS)
        except FileNotFoundError:
            return 0
        self.size = min(os.fstat(self._descriptor).st_size, committed)
        os.ftruncate(self._descriptor, self.size)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        self._asked = self.size
        return self.size

    def restart(self) -> None:
        """Begin with no bytes.

        Raises:
            PartInUseError: Another process works on it.
            OSError: It cannot be made.
        """
        if self._descriptor < 0:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._open(_FLAGS | os.O_CREAT)
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        self.size = self._asked = 0
        self._asked_at = time.monotonic()

    def _open(self, flags: int) -> None:
        """Open and lock; again if it was renamed or deleted between the two."""
        while True:
            descriptor = os.open(self.path, flags, 0o666)
            try:
                _lock(descriptor)
                opened = os.fstat(descriptor)
                if not stat.S_ISREG(opened.st_mode):
                    raise FileExistsError(f"{self.path} is no ordinary file")
                with contextlib.suppress(FileNotFoundError):
                    if os.path.samestat(opened, self.path.stat()):
                        self._descriptor, descriptor = descriptor, -1
                        return
            finally:
                if descriptor >= 0:
                    os.close(descriptor)
            if not flags & os.O_CREAT:
                raise FileNotFoundError(self.path)

    def read(self, size: int) -> bytes:
        """The next bytes of what is there already, for a digest."""
        return os.read(self._descriptor, size)

    def write(self, data: bytes) -> None:
        """Append; what was written is made durable beside, step by step.

        Raises:
            OSError: The disk is full or fails.
        """
        view, most = memoryview(data), self._most_open()
        late = time.monotonic() - self._asked_at >= COMMIT_SECONDS
        if self._direct is not None and (late or most < COUNT * BLOCK):
            self._end_sync()
        if self._direct is not None:
            self._fill(self._direct, view)
            return
        while view:
            view = view[os.write(self._descriptor, view) :]
        self.size += len(data)
        step = max(most // 4, min(most // 2, SMALL_STEP))
        due = self.size - self._asked >= step
        if due or late:
            self._ask_to_commit(most - step)
        is_large = self.size >= KEPT_IN_MEMORY and most >= COUNT * BLOCK
        if due and not late and is_large and self._may_be_direct:
            self._begin_direct()

    def _begin_direct(self) -> None:
        """The file is large and comes fast: from here on it goes past the system's cache."""
        self._end_sync()
        try:
            blocks = DirectBlocks(self._descriptor, self.size)
        except OSError:
            self._may_be_direct = False
            return
        self._direct = blocks
        self._sync = PartSync(self._descriptor, self._on_commit, self._asked, blocks.write)

    def _fill(self, blocks: DirectBlocks, view: memoryview) -> None:
        while view:
            taken = blocks.fill(view)
            view = view[taken:]
            self.size += taken
            if blocks.pass_on():
                self._ask_to_commit((COUNT - 1) * BLOCK)

    def seek_end(self) -> None:
        """After reading: stand where the next byte belongs."""
        os.lseek(self._descriptor, self.size, os.SEEK_SET)

    def _ask_to_commit(self, may_be_open: int) -> None:
        if self._sync is None:
            self._sync = PartSync(self._descriptor, self._on_commit, self._asked)
        self._sync.ask(self.size)
        self._sync.wait(self.size - may_be_open)
        self._asked, self._asked_at = self.size, time.monotonic()

    def commit(self) -> None:
        """Make all that was written durable, and tell so.

        Raises:
            OSError: The disk is full or fails.
        """
        self._end_sync()
        self._has_failed = True
        os.fsync(self._descriptor)
        self._has_failed = False
        self._on_commit(self.size)
        self._asked = self.size

    def _end_sync(self) -> None:
        """All that was written is in the file; a failure is told once, and stays one."""
        sync, self._sync = self._sync, None
        blocks, self._direct = self._direct, None
        has_failed, self._has_failed = self._has_failed, True
        if sync is not None:
            sync.end()
        if blocks is not None:
            blocks.end()
        self._has_failed = has_failed

    def release(self) -> None:
        """Close and unlock; on Windows an open file cannot be renamed."""
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            os.close(descriptor)

    def discard(self) -> None:
        """Nothing of it is worth keeping."""
        with contextlib.suppress(Exception):
            self._end_sync()
        if self._descriptor >= 0:
            os.ftruncate(self._descriptor, 0)
        self.size = 0

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._descriptor < 0:
            return
        try:
            if kind is not None:  # else whoever finished has committed
                self._keep()
            if self.size == 0:
                self._remove()
        finally:
            self.release()

    def _keep(self) -> None:
        """What came before the break counts too; a disk that fails now has told so already."""
        try:
            if not self._has_failed and (self.size > self._asked or self._sync is not None):
                self.commit()
        except Exception:  # noqa: BLE001 - the error that ended the transfer is the one to be told
            self._sync = None

    def _remove(self) -> None:
        if sys.platform == "win32":
            self.release()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def _lock(descriptor: int) -> None:
    """One process at a time; file systems that know no locks go without.

    Raises:
        PartInUseError: Another process, or another transfer of this one, has it.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        raise PartInUseError(
            "This file is being downloaded by another window or command.",
            "Wait until it is done.",
        ) from None
    except OSError:
        return
