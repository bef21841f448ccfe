"""What the app keeps in its folders: how large it is, and how it goes after the app has ended.

What the person decided is written down first (a mark in the data folder): a removal that was
interrupted is finished at the next start. Nothing outside of the app's own folders is touched, but
for the downloads that the mark names one by one. Blocking; no Qt here.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openeo_desktop.core.json_values import as_dict, as_list
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.settings import write_atomically

MARK = "remove-data.json"


@dataclass(frozen=True, slots=True)
class Removed:
    """How a removal went; `left` could not be removed, or is not ours."""

    left: tuple[Path, ...] = ()


def write_mark(paths: AppPaths, files: Sequence[Path]) -> None:
    """Have everything removed as soon as the app has ended, and these downloads with it.

    Raises:
        OSError: The data folder cannot be written.
    """
    document = {"remove": True, "files": [str(path) for path in files]}
    write_atomically(paths.data / MARK, json.dumps(document).encode("ascii"))


def is_removal_ordered(paths: AppPaths) -> bool:
    """Whether there is a mark."""
    return (paths.data / MARK).is_file()


def finish_removal(paths: AppPaths) -> Removed | None:
    """Remove what a mark asks for; None if there is none. Never fails: says what is left.

    Only while no window and no service of these folders runs.
    """
    mark = paths.data / MARK
    wanted = _read(mark)
    if wanted is None:
        return None
    files = [Path(str(name)) for name in as_list(wanted.get("files"))]
    _remove_files([path for path in files if path.is_absolute()])
    keep = (mark, paths.downloads)
    for folder in own_folders(paths):
        _empty(folder, keep)
    with contextlib.suppress(OSError):
        mark.unlink()
    for folder in (*own_folders(paths), *((paths.profile,) if paths.profile else ())):
        with contextlib.suppress(OSError):  # not there, or something is left in it
            folder.rmdir()
    left = [path for folder in own_folders(paths) for path in _entries(folder)]
    return Removed(tuple(path for path in left if path != paths.downloads))


def own_folders(paths: AppPaths) -> tuple[Path, ...]:
    """Those that hold nothing but the app's own; the inner ones first where they lie in others."""
    folders = {paths.data, paths.config, paths.cache}
    return tuple(sorted(folders, key=lambda folder: (-len(folder.parts), folder)))


def size_of(places: Iterable[Path]) -> int:
    """Bytes below folders and of files; links are not followed, nothing is counted twice."""
    seen: set[Path] = set()
    return sum(_size(place, seen) for place in places)


def _size(place: Path, seen: set[Path]) -> int:
    if place in seen:
        return 0
    seen.add(place)
    try:
        if place.is_symlink() or not place.is_dir():
            return place.lstat().st_size
    except OSError:
        return 0
    return sum(_size(child, seen) for child in _entries(place))


def _read(mark: Path) -> dict[str, object] | None:
    """What was decided; None where nothing was, or the mark is none of ours."""
    try:
        document = as_dict(json.loads(mark.read_text("utf-8")))
    except (OSError, ValueError, RecursionError):
        return None
    return document if document.get("remove") is True else None


def _remove_files(files: Sequence[Path]) -> None:
    """Delete them, and the folders that are empty then."""
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink()
    for folder in sorted({path.parent for path in files}, key=lambda it: -len(it.parts)):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _empty(folder: Path, keep: tuple[Path, ...]) -> None:
    """Remove what is in a folder, but for `keep` and the way to it."""
    for child in _entries(folder):
        if child in keep:
            continue
        with contextlib.suppress(OSError):
            if child.is_symlink() or not child.is_dir():
                child.unlink()
            elif any(kept.is_relative_to(child) for kept in keep):
                _empty(child, keep)
            else:
                shutil.rmtree(child, ignore_errors=True)


def _entries(folder: Path) -> list[Path]:
    try:
        return [Path(entry.path) for entry in os.scandir(folder)]
    except OSError:
        return []
