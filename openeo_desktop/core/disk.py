"""Writing files for good: failures of the disk in words, space, and the rename at the end."""

from __future__ import annotations

import contextlib
import errno
import filecmp
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from openeo_desktop.core.errors import DiskFullError, StorageError
from openeo_desktop.core.formatting import format_size

_FULL = {errno.ENOSPC, errno.EDQUOT}
RESERVE = 250_000_000
"""So many bytes are left free for the system; on a small disk, which is nobody's system, none."""
SMALL_DISK = 20 * RESERVE
RENAME_TRIES = 5
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
        return DiskFullError(
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
        DiskFullError: Less than `needed` bytes are free.
    """
    free = free_space(folder)
    if free is not None and free < needed:
        error = DiskFullError(
            f"The disk is too full: {format_size(needed)} are needed in {folder}, "
            f"{format_size(free)} are free.",
            "Free some space or choose another folder, then try again.",
        )
        error.needed = needed
        raise error


def reserve(folder: Path) -> int:
    """Bytes to be left free on the disk of `folder`."""
    try:
        small = shutil.disk_usage(existing_place(folder)).total < SMALL_DISK
    except OSError:
        return 0
    return 0 if small else RESERVE


def existing_place(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)


def volume_of(folder: Path) -> int | None:
    """Which disk `folder` is (or will be) on; None if that cannot be said."""
    try:
        return existing_place(folder).stat().st_dev
    except OSError:
        return None


def free_target(part: Path, target: Path) -> Path:
    """`target`, or ` (2)` added where something that is not ours has come to lie there meanwhile.

    One with the same content is ours.

    Raises:
        OSError: It cannot be compared.
    """
    candidate, number = target, 1
    while os.path.lexists(candidate) and not _is_same(part, candidate):
        number += 1
        candidate = target.with_name(f"{target.stem} ({number}){target.suffix}")
    return candidate


def _is_same(part: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(part, other, shallow=False)


def rename_for_good(part: Path, target: Path) -> None:
    """Give the whole part its final name, and make that durable.

    On Windows a virus scanner may hold the file for a moment: tried again for two seconds.

    Raises:
        OSError: It cannot be renamed.
    """
    for attempt in range(1, RENAME_TRIES + 1):
        try:
            part.replace(target)
            break
        except PermissionError:
            if os.name == "posix" or attempt == RENAME_TRIES:
                raise
            time.sleep(0.5)
    sync_folder(target.parent)


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
