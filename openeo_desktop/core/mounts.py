"""Where other disks, or other folders, are mounted: nothing may be removed through them.

`os.path.ismount` does not see a folder that is mounted from the same disk (`mount --bind`); the
kernel's own list does. Source: proc_pid_mountinfo(5), field 5.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(rb"\\([0-7]{3})")


def mounts_below(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Mount points in these folders, not the folders themselves; paths begin as the folders do."""
    find = _listed if sys.platform == "linux" else _met
    return tuple(point for folder in folders for point in find(folder))


def _listed(folder: Path) -> Iterator[Path]:
    """Without a look at the mounts themselves: of a network that is away that takes for ever."""
    base = Path(os.path.realpath(folder))
    for point in _mount_points():
        if point != base and point.is_relative_to(base):
            yield folder / point.relative_to(base)


def _mount_points() -> list[Path]:
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return []
    fields = (line.split(b" ") for line in lines)
    return [Path(os.fsdecode(_unescaped(field[4]))) for field in fields if len(field) > 4]


def _unescaped(point: bytes) -> bytes:
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 8) & 0xFF]), point)


def _met(folder: Path) -> Iterator[Path]:
    """Elsewhere: links are not followed, as nothing is removed through them either."""
    for parent, names, _ in os.walk(folder):
        for name in tuple(names):
            if (path := Path(parent, name)).is_mount():
                names.remove(name)
                yield path
