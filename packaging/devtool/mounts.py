"""Removes folders that were roots of a system: never while another file system hangs in them.

debootstrap mounts /proc in the root it makes; if it was killed, removing that folder would go on
into what is mounted there.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

from devtool.console import ToolError

_MOUNTS = Path("/proc/self/mountinfo")


def remove_root(folder: Path, mounts: Path = _MOUNTS) -> None:
    """Remove a folder with all that is in it.

    Raises:
        ToolError: Something is mounted there.
    """
    inside = [place for place in _mounted(mounts) if place.is_relative_to(folder.resolve())]
    if inside:
        names = shlex.join(str(place) for place in reversed(inside))
        raise ToolError(f"Something is mounted in {folder}. Run: umount {names}")
    shutil.rmtree(folder, ignore_errors=True)


def _mounted(mounts: Path) -> list[Path]:
    """Where file systems hang; proc_pid_mountinfo(5), the fifth field."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    fields = [line.split(" ") for line in lines]
    return [Path(_plain(field[4])) for field in fields if len(field) > 4]


def _plain(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)
