"""The check of a large history after an unclean end: beside the work, not before it.

A file of a gigabyte takes half a minute to look through. Until that is done a mark beside the file
says so: an app that is closed before it, however cleanly, checks at its next start.
"""

from __future__ import annotations

from pathlib import Path

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.store.reader import Damaged, Reader

AT_ONCE = 64 * 1024 * 1024
"""Files up to this size are checked before anything else: some tenths of a second."""


def unchecked_mark(path: Path) -> Path:
    """An empty file beside the history: its last end was unclean, and it is not checked yet."""
    return path.with_name(f"{path.name}-unchecked")


def put_off(path: Path) -> bool:
    """Note that a large file is to be checked later; False for a small one."""
    if not path.exists() or path.stat().st_size <= AT_ONCE:
        return False
    unchecked_mark(path).touch()
    return True


def check_whole(path: Path, token: CancelToken) -> None:
    """Look through the whole file on a connection of its own.

    Raises:
        StorageError: It is damaged; the next start saves what can be read.
        Cancelled: It is to be looked through another time.
    """
    reader = Reader(path)
    try:
        with reader.errors(), reader.interruptible(token):
            answer = reader.connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if answer != "ok":
                raise Damaged(answer)
    finally:
        reader.close()
    unchecked_mark(path).unlink(missing_ok=True)
