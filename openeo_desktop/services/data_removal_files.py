"""What the app keeps in its folders: how large it is, and how it goes after the app has ended.

What the person decided is written down first (a mark in the data folder): a removal that was
interrupted is finished at the next start. Nothing but the app's own (`data_removal_parts`) is
touched, and the downloads that the mark names one by one; nothing through a mount, whoever made it
there. Blocking; no Qt here.
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
from openeo_desktop.core.mounts import mounts_below
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.settings import write_atomically
from openeo_desktop.services.data_removal_parts import (
    MARK,
    folders_between,
    own_folders,
    own_parts,
)


@dataclass(frozen=True, slots=True)
class Removed:
    """How a removal went; `left` could not be removed, or is not ours."""

    left: tuple[Path, ...] = ()


def write_mark(paths: AppPaths, files: Sequence[Path], keep: Sequence[Path] = ()) -> None:
    """Have everything removed as soon as the app has ended, and these downloads with it.

    Args:
        keep: What stays though it lies in a folder of the app.

    Raises:
        OSError: The data folder cannot be written.
    """
    names = {"files": [str(path) for path in files], "keep": [str(path) for path in keep]}
    write_atomically(paths.data / MARK, json.dumps({"remove": True} | names).encode("ascii"))


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
    _remove_files(_paths(wanted.get("files")))
    mounts = mounts_below(own_folders(paths))
    keep = (mark, paths.downloads, *_paths(wanted.get("keep")), *mounts)
    for place in _places(paths):
        _remove(place, keep)
    with contextlib.suppress(OSError):
        mark.unlink()
    _remove_empty(paths)
    return Removed(tuple(place for place in _places(paths) if not _leads_to(place, keep)))


def _places(paths: AppPaths) -> list[Path]:
    """What is to go: all that is in the folders, or what is the app's own in those of a profile."""
    if paths.profile is not None:
        return list(own_parts(paths))
    return [place for folder in own_folders(paths) for place in _entries(folder)]


def _remove_empty(paths: AppPaths) -> None:
    """The folders around the parts, if nothing else is in them."""
    between = folders_between(paths) if paths.profile else ()
    around = (paths.profile,) if paths.profile else ()
    for folder in (*between, *own_folders(paths), *around):
        with contextlib.suppress(OSError):  # not there, or something is left in it
            folder.rmdir()


def _paths(names: object) -> list[Path]:
    found = [Path(str(name)) for name in as_list(names)]
    return [path for path in found if path.is_absolute()]


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
    """Delete them, and the folders that are empty then; never one that every home has."""
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink()
    for folder in sorted({path.parent for path in files}, key=lambda it: -len(it.parts)):
        with contextlib.suppress(OSError):
            if not _is_of_every_home(folder):
                folder.rmdir()


def _is_of_every_home(folder: Path) -> bool:
    """Desktop, Documents, Downloads and their like, whatever they are called here."""
    home = Path.home()
    return folder.parent == home or home.is_relative_to(folder)


def _remove(place: Path, keep: tuple[Path, ...]) -> None:
    """A file, or a folder with all in it but `keep`; of a link only the link itself."""
    if place in keep:
        return
    with contextlib.suppress(OSError):
        if place.is_symlink() or not place.is_dir():
            place.unlink()
        elif _leads_to(place, keep):
            for child in _entries(place):
                _remove(child, keep)
        else:
            shutil.rmtree(place, ignore_errors=True)


def _leads_to(place: Path, keep: tuple[Path, ...]) -> bool:
    """Whether something that stays is here, or in here."""
    return any(kept.is_relative_to(place) for kept in keep)


def _entries(folder: Path) -> list[Path]:
    try:
        return [Path(entry.path) for entry in os.scandir(folder)]
    except OSError:
        return []
