"""New places in the queue for rows that are moved. Pure functions of values."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from openeo_desktop.core.downloads import Download, DownloadId


class Move(enum.Enum):
    """Where rows go."""

    TOP = enum.auto()
    UP = enum.auto()
    DOWN = enum.auto()
    BOTTOM = enum.auto()


def moved(
    rows: Sequence[Download], chosen: frozenset[DownloadId], where: Move
) -> dict[DownloadId, float]:
    """The positions that change; the chosen rows keep their order among each other."""
    order = [row.id for row in rows]
    mine = [item for item in order if item in chosen]
    others = [item for item in order if item not in chosen]
    if where is Move.TOP:
        wanted = mine + others
    elif where is Move.BOTTOM:
        wanted = others + mine
    else:
        wanted = _one_step(order, chosen, up=where is Move.UP)
    places = sorted(row.position for row in rows)
    before = {row.id: row.position for row in rows}
    return {
        item: place for item, place in zip(wanted, places, strict=True) if before[item] != place
    }


def arranged(rows: Sequence[Download], order: Sequence[DownloadId]) -> dict[DownloadId, float]:
    """The positions that change for these rows to stand in this order; the others stay."""
    before = {row.id: row.position for row in rows}
    known = [item for item in order if item in before]
    places = sorted(before[item] for item in known)
    return {item: place for item, place in zip(known, places, strict=True) if before[item] != place}


def _one_step(
    order: list[DownloadId], chosen: frozenset[DownloadId], *, up: bool
) -> list[DownloadId]:
    """Each chosen row changes places with its neighbour, unless that is chosen too."""
    line = order[:] if up else order[::-1]
    for index in range(1, len(line)):
        if line[index] in chosen and line[index - 1] not in chosen:
            line[index - 1], line[index] = line[index], line[index - 1]
    return line if up else line[::-1]
