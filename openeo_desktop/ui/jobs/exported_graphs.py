"""Process graphs as files that every openEO client reads. Runs off the GUI thread; no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.file_names import meeting_name, safe_file_name, take_name
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.json_values import json_text
from openeo_desktop.core.settings import write_atomically


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, in order."""

    paths: tuple[Path, ...]


def write_graphs(jobs: Sequence[Job], folder: Path, name: str = "") -> Exported:
    """Write the process of each job into the folder.

    Args:
        name: The file of the one job, replaced if it is there; empty: names are made of the
            titles, and nothing that is there is replaced.

    Raises:
        StorageError: The folder cannot be written.
    """
    taken = set() if name else {meeting_name(path.name) for path in _files(folder)}
    paths = []
    for job in jobs:
        path = folder / (name or take_name(graph_file_name(job), taken))
        with disk_errors(path):
            write_atomically(path, (json_text(job.process, indent=2) + "\n").encode())
        paths.append(path)
    return Exported(tuple(paths))


def graph_file_name(job: Job) -> str:
    """A file name made of the title."""
    title = " ".join(job.shown_title.split()).replace(".", "_")
    return safe_file_name(title, "application/json", "process")


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise StorageError(
            f"The folder «{folder.name}» cannot be read ({error.strerror}).",
            "Choose another folder.",
        ) from error
