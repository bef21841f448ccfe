"""Gathers the shapes of a file in arrays; makes outlines simpler where there are too many points.

Every feature stays: only points go that would not be told apart on a screen that shows all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from openeo_desktop.core.words import error_text
from openeo_desktop.preview.values import Shape, Shapes

if TYPE_CHECKING:
    import numpy.typing as npt

    from openeo_desktop.preview.values import Counts, Doubles

    Flags = npt.NDArray[np.bool_]

MOST_SHAPES = 100_000
MOST_POINTS = 1_000_000
"""Of all shapes together; above, outlines are made simpler."""
_STEPS = (65_536, 32_768, 16_384, 8_192, 4_096, 2_048)
"""Along the longer side of all that is shown: from the first try to the coarsest."""
_LEAST = {"point": 1, "line": 2, "polygon": 4}
"""Points that a part keeps in any case (RFC 7946, 3.1.4 and 3.1.6)."""


class ShapeCollection:
    """Shapes as they are read.

    Attributes:
        total: How many the file has, also those that are not kept.
    """

    def __init__(self) -> None:
        self.total = 0
        self._kinds: list[str] = []
        self._counts: list[int] = []
        self._parts: list[Doubles] = []
        self._properties: list[Mapping[str, str]] = []

    def __len__(self) -> int:
        return len(self._kinds)

    def add(self, kind: str, parts: Sequence[Doubles], properties: Mapping[str, str]) -> None:
        """One more, if there is room; it has a part, and each of them a point."""
        if len(self._kinds) < MOST_SHAPES:
            self._kinds.append(kind)
            self._counts.append(len(parts))
            self._parts.extend(parts)
            self._properties.append(properties)

    def points(self) -> Doubles:
        """All points of all shapes, in order."""
        return np.concatenate(self._parts) if self._parts else np.empty((0, 2))

    def shapes(self, points: Doubles) -> Shapes:
        """The shapes with these points instead of `points()`: in degrees.

        Those with a point that is no place on Earth are left out.
        """
        sizes = np.array([len(part) for part in self._parts], np.int64)
        self._parts.clear()
        counts = np.array(self._counts, np.int64)
        good = _sound(points, sizes, counts)
        least = np.repeat([_LEAST[kind] for kind in self._kinds], counts)
        kept = _kept(points, sizes, least, np.repeat(np.repeat(good, counts), sizes))
        owners = np.repeat(np.arange(len(sizes)), sizes)
        fewer = np.bincount(owners[kept], minlength=len(sizes))
        found = self._cut(points[kept], fewer, good)
        note = self._note(len(found), simpler=int(fewer.sum()) < int(sizes.sum()))
        return Shapes(found, self.total, _bounds(points[kept]), note)

    def _cut(self, points: Doubles, sizes: Counts, good: Flags) -> tuple[Shape, ...]:
        ends = np.cumsum(sizes)
        starts = (ends - sizes).tolist()
        last = np.cumsum(self._counts).tolist()
        found = []
        for number, kind in enumerate(self._kinds):
            if good[number]:
                first = last[number] - self._counts[number]
                begin, end = starts[first], int(ends[last[number] - 1])
                parts = tuple(start - begin for start in starts[first : last[number]])
                found.append(Shape(kind, points[begin:end], parts, self._properties[number]))
        return tuple(found)

    def _note(self, shown: int, *, simpler: bool) -> str:
        if shown < self.total:
            total = self.total
            return error_text(f"{shown:,} of {total:,} shapes are shown.")
        return error_text("Outlines are simplified for the screen.") if simpler else ""


def _sound(points: Doubles, sizes: Counts, counts: Counts) -> Flags:
    """Which shapes have places on Earth alone, for each shape."""
    if not len(points):
        return np.zeros(len(counts), bool)
    fine = np.isfinite(points).all(axis=1) & (np.abs(points) <= (360.0, 90.0)).all(axis=1)
    owned = np.add.reduceat(sizes, np.cumsum(counts) - counts)
    flags: Flags = np.logical_and.reduceat(fine, np.cumsum(owned) - owned)
    return flags


def _kept(points: Doubles, sizes: Counts, least: Counts, good: Flags) -> Flags:
    """Which points stay: those of good shapes, fewer of them if there are too many."""
    if good.sum() <= MOST_POINTS:
        return good
    ends = np.cumsum(sizes)
    low, high = points[good].min(axis=0), points[good].max(axis=0)
    side = float((high - low).max()) or 1.0
    safe = np.where(good[:, None], points, low)
    kept = good
    for steps in _STEPS:
        kept = _thinner(safe, ends, low, side / steps) | _first_few(sizes, ends, least)
        kept &= good
        if kept.sum() <= MOST_POINTS:
            break
    return kept


def _thinner(points: Doubles, ends: Counts, low: Doubles, cell: float) -> Flags:
    """The first point in each cell of a grid that a part goes through."""
    cells = ((points - low) / cell).astype(np.int32)
    kept = np.ones(len(points), bool)
    kept[1:] = (cells[1:] != cells[:-1]).any(axis=1)
    kept[ends[:-1]] = True
    return kept


def _first_few(sizes: Counts, ends: Counts, least: Counts) -> Flags:
    """As many as a part needs to be one: the first ones and the last."""
    places = np.arange(ends[-1]) - np.repeat(ends - sizes, sizes)
    kept: Flags = places < np.repeat(least - 1, sizes)
    kept[ends - 1] = True
    return kept


def _bounds(points: Doubles) -> tuple[float, float, float, float] | None:
    if not len(points):
        return None
    (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return west, south, east, north
