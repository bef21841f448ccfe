"""Writing files for good: failures of the disk in words, and the rename at the end."""

from __future__ import annotations

import contextlib
import errno
import filecmp
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.formatting import format_size

_FULL = {errno.ENOSPC, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextlib.contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn failures of the disk while writing `path` into a `StorageError`.

    `requests` raises its own OSErrors (broken connection): those pass through.

    Raises:
        StorageError: Disk full, no permission, path too long and the like.
    """
    try:
        yield
    except OSError as error:
        if type(error).__module__.partition(".")[0] in ("requests", "urllib3"):
            raise
        raise storage_error(path, error) from error


def storage_error(path: Path, error: OSError) -> StorageError:
    """The sentence for a failure to write `path`."""
    folder = path.parent
    if error.errno in _FULL:
        return StorageError(
            f"The disk is full: {path.name} cannot be written to {folder} "
            f"({format_size(free_space(folder)) or '0 B'} free).",
            "Free some space or choose another folder, then try again.",
        )
    if error.errno in _DENIED:
        return StorageError(
            f"The folder {folder} cannot be written.",
            "Choose another folder, or change its rights.",
        )
    reason = os.strerror(error.errno) if error.errno else str(error)
    return StorageError(
        f"{path.name} cannot be written to {folder}: {reason}.",
        "Choose another folder, then try again.",
    )


def free_space(folder: Path) -> int | None:
    """Bytes free where `folder` is (or will be), None if that cannot be said."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return None


def require_space(folder: Path, needed: int) -> None:
    """Refuse what cannot fit, before the first byte.

    Raises:
        StorageError: Less than `needed` bytes are free.
    """
    free = free_space(folder)
    if free is not None and free < needed:
        raise StorageError(
            f"The disk is too full: {format_size(needed)} are needed in {folder}, "
            f"{format_size(free)} are free.",
            "Free some space or choose another folder, then try again.",
        )


def finish_file(part: Path, target: Path) -> Path:
    """Rename the whole part to its final name, make the rename durable, and return that name.

    A file that has come to lie there meanwhile is not ours and stays: ` (2)` is added. One with the
    same content is ours, from a run that was killed right after this very rename.
    On Windows a virus scanner may hold the file for a moment: tried again for two seconds.

    Raises:
        OSError: It cannot be renamed.
    """
    target = _free_target(part, target)
    for attempt in range(5):
        try:
            part.replace(target)
            break
        except PermissionError:
            if attempt == 4:
                raise
            time.sleep(0.5)
    sync_folder(target.parent)
    return target


def _free_target(part: Path, target: Path) -> Path:
    candidate, number = target, 1
    while candidate.exists() and not filecmp.cmp(part, candidate, shallow=False):
        number += 1
        candidate = target.with_name(f"{target.stem} ({number}){target.suffix}")
    return candidate


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut (POSIX; elsewhere nothing to do)."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
