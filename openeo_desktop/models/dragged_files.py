"""What leaves the window in a drag: files that are here, and the folder of a job that is whole.

A folder is handed out only if nothing foreign lies in it: it may be one that the person chose.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.models.download_groups import DownloadGroup, Line
from openeo_desktop.services.result_folder import OWN_FILES

_LEFT_BY_SYSTEMS = frozenset((".ds_store", "desktop.ini", "thumbs.db", ".directory"))
_MOST_FOREIGN = 64
"""So many names beside the files of the job are looked at; a folder with more is not the job's."""


def is_here(download: Download) -> bool:
    """Whether the whole file lies on this computer."""
    return download.state is DownloadState.DONE and download.path.is_file()


def dragged_paths(lines: Iterable[Line], downloads: Mapping[DownloadId, Download]) -> list[Path]:
    """Paths to hand out for these rows, each once; a whole job is one folder if it has one."""
    folders: dict[Path, None] = {}
    files: dict[Path, None] = {}
    for line in lines:
        if isinstance(line, Download):
            files.update({line.path: None} if is_here(line) else {})
            continue
        members = [downloads[item] for item in line.files]
        folder = job_folder_of(line, members)
        if folder is not None:
            folders[folder] = None
        elif line.is_whole:
            files.update({row.path: None for row in members if is_here(row)})
    return [*folders, *(path for path in files if path.parent not in folders)]


def job_folder_of(group: DownloadGroup, members: Iterable[Download]) -> Path | None:
    """The folder of a job whose files are all here, if it holds nothing else; else None."""
    paths = [row.path for row in members]
    parents = {path.parent for path in paths}
    if not group.is_whole or len(parents) != 1:
        return None
    (folder,) = parents
    names = {path.name for path in paths}
    return folder if _holds(folder, names) else None


def _holds(folder: Path, names: set[str]) -> bool:
    """Whether all of `names` are in the folder, and beside them only what belongs to them."""
    found, others = 0, 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name in names:
                    found += 1
                    continue
                others += 1
                if others > _MOST_FOREIGN or not _belongs(entry.name, names):
                    return False
    except OSError:
        return False
    return found == len(names)


def _belongs(name: str, names: set[str]) -> bool:
    """Our metadata, what other programs put beside a file (`x.tif.aux.xml`), the system's own."""
    if name.lower() in _LEFT_BY_SYSTEMS or name in OWN_FILES:
        return True
    parts = name.split(".")
    return any(".".join(parts[:end]) in names for end in range(1, len(parts)))
