"""One step up or down in the grouped list of downloads. Pure functions of values, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from openeo_desktop.core.downloads import DownloadId
from openeo_desktop.models.download_groups import DownloadGroups

T = TypeVar("T")


def stepped(queue: DownloadGroups, chosen: frozenset[DownloadId], *, up: bool) -> list[DownloadId]:
    """The order of the shown files after a step.

    A job that is chosen whole changes places with the job beside it; files move within their job.
    """
    groups = [queue.shown_of(group) for group in queue.groups.values()]
    groups = [files for files in groups if files]
    whole = [chosen.issuperset(files) for files in groups]
    files = [
        group if all_of_it else _step(group, [item in chosen for item in group], up=up)
        for group, all_of_it in zip(groups, whole, strict=True)
    ]
    return [item for group in _step(files, whole, up=up) for item in group]


def _step(items: Sequence[T], chosen: Sequence[bool], *, up: bool) -> list[T]:
    """Each chosen one changes places with its neighbour, unless that is chosen too."""
    line = list(zip(items, chosen, strict=True))
    if not up:
        line.reverse()
    for at in range(1, len(line)):
        if line[at][1] and not line[at - 1][1]:
            line[at - 1], line[at] = line[at], line[at - 1]
    if not up:
        line.reverse()
    return [item for item, _ in line]
