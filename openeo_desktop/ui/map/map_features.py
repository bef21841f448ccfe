"""The shapes on a map, in arrays: which of them are in view, and which lies at a place.

Made once for a file; tens of thousands of shapes in a few array operations. Paints nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from openeo_desktop.preview.values import Shape
from openeo_desktop.ui.map.geometry import Points, contains, distance, without_jump
from openeo_desktop.ui.map.map_viewport import Extent

MOST_LOOKED_AT = 400
"""Shapes whose boxes hold a place and are looked at closely; the smallest ones."""

Indexes = npt.NDArray[np.intp]


class MapFeatures:
    """Shapes with their boxes, longitudes going on over 180 where a shape crosses it."""

    def __init__(self, shapes: Sequence[Shape] = ()) -> None:
        self.shapes = tuple(shapes)
        given = [np.asarray(shape.points, dtype=np.float64) for shape in self.shapes]
        self._sizes = np.array([len(points) for points in given], dtype=np.intp)
        self._ends = np.cumsum(self._sizes)
        self._all = np.concatenate([*given, np.empty((0, 2))]) if given else np.empty((0, 2))
        self._other: dict[int, tuple[Points, Indexes]] = {}
        """Those that are not as given: joined over the antimeridian, or no place at all."""
        self.is_point = np.array([shape.kind == "point" for shape in self.shapes], dtype=bool)
        self._make_sound()
        self._join_jumps()
        self.boxes = self._measure()

    def __len__(self) -> int:
        return len(self.shapes)

    def points(self, index: int) -> Points:
        """All points of a shape, (n, 2) degrees."""
        if index in self._other:
            return self._other[index][0]
        end = self._ends[index]
        return self._all[end - self._sizes[index] : end]

    def starts(self, index: int) -> Indexes:
        """The first point of each of its parts."""
        if index in self._other:
            return self._other[index][1]
        return self._given_starts(index)

    def _given_starts(self, index: int) -> Indexes:
        count = int(self._sizes[index])
        parts = self.shapes[index].parts
        return np.array(sorted({0, *(part for part in parts if 0 < part < count)}), dtype=np.intp)

    @property
    def extent(self) -> Extent | None:
        """The box of all; None if there is nothing that can be placed."""
        boxes = self.boxes[~np.isnan(self.boxes[:, 0])]
        if not len(boxes):
            return None
        west, south = boxes[:, :2].min(axis=0)
        east, north = boxes[:, 2:].max(axis=0)
        if east - west > 180:
            west, east = _shortest_around(boxes, float(west), float(east))
        return float(west), float(south), min(float(east), float(west) + 360), float(north)

    def extent_of(self, index: int) -> Extent | None:
        """The box of one shape; None if it cannot be placed."""
        west, south, east, north = (float(value) for value in self.boxes[index])
        return None if np.isnan(west) else (west, south, east, north)

    def within(self, extent: Extent, turn: float = 0.0) -> Indexes:
        """The shapes whose boxes touch this one when the world is moved by `turn` degrees."""
        west, south, east, north = extent
        boxes = self.boxes
        return np.flatnonzero(
            (boxes[:, 0] + turn <= east)
            & (boxes[:, 2] + turn >= west)
            & (boxes[:, 1] <= north)
            & (boxes[:, 3] >= south)
        )

    def at(self, longitude: float, latitude: float, reach: float, narrowing: float) -> int | None:
        """The shape at a place, the smallest of several; None if there is none.

        `reach`: how near a line or point must be, in degrees of latitude.
        """
        wide = reach / narrowing
        best: tuple[float, int] | None = None
        for turn in (-360.0, 0.0, 360.0):
            x = longitude - turn
            box = (x - wide, latitude - reach, x + wide, latitude + reach)
            for index in self._smallest(self.within(box)):
                area = self._area(index)
                if best is not None and (area, -index) >= best:
                    continue
                if self._touches(index, x, latitude, reach, narrowing):
                    best = (area, -index)
        return None if best is None else -best[1]

    def _smallest(self, found: Indexes) -> list[int]:
        if len(found) > MOST_LOOKED_AT:
            spans = self.boxes[found, 2:] - self.boxes[found, :2]
            found = found[np.argsort(spans.prod(axis=1), kind="stable")[:MOST_LOOKED_AT]]
        return [int(index) for index in found]

    def _area(self, index: int) -> float:
        west, south, east, north = self.boxes[index]
        return float((east - west) * (north - south)) if self._is_polygon(index) else -1.0

    def _is_polygon(self, index: int) -> bool:
        return self.shapes[index].kind == "polygon"

    def _touches(self, index: int, x: float, y: float, reach: float, narrowing: float) -> bool:
        points, starts = self.points(index), self.starts(index)
        if self._is_polygon(index) and contains(points, starts, x, y):
            return True
        true = points * (narrowing, 1.0)
        if self.is_point[index]:
            starts = np.arange(len(points))
        return distance(true, starts, x * narrowing, y) <= reach

    def _make_sound(self) -> None:
        """A file may hold anything: a shape with what is no place is as if it had no points."""
        wrong = ~np.isfinite(self._all).all(axis=1) | (np.abs(self._all[:, 0]) > 720)
        for index in np.unique(np.searchsorted(self._ends, np.flatnonzero(wrong), side="right")):
            self._other[int(index)] = (np.empty((0, 2)), np.zeros(1, dtype=np.intp))
        np.clip(self._all[:, 1], -90, 90, out=self._all[:, 1])

    def _join_jumps(self) -> None:
        """Only shapes with a step of more than half of the world are looked at one by one."""
        owners = np.repeat(np.arange(len(self.shapes)), self._sizes)
        jumps = (np.abs(np.diff(self._all[:, 0])) > 180) & (owners[1:] == owners[:-1])
        found = np.union1d(owners[1:][jumps], self._open_around())
        for index in found.astype(int):
            if not self.is_point[index] and index not in self._other:
                self._join(int(index))

    def _open_around(self) -> Indexes:
        """Shapes that end more than half of the world away from where they begin."""
        filled = np.flatnonzero(self._sizes)
        last, first = self._ends[filled] - 1, self._ends[filled] - self._sizes[filled]
        wide = np.abs(self._all[last, 0] - self._all[first, 0]) > 180
        found: Indexes = filled[wide]
        return found

    def _join(self, index: int) -> None:
        closed = self._is_polygon(index)
        parts = np.split(self.points(index), self._given_starts(index)[1:])
        joined = [without_jump(part, closed=closed) for part in parts]
        starts = np.cumsum([0, *(len(part) for part in joined[:-1])])
        self._other[index] = (np.concatenate(joined), starts)

    def _measure(self) -> Points:
        """Boxes (n, 4): west, south, east, north; NaN for a shape without points."""
        boxes = np.full((len(self.shapes), 4), np.nan)
        filled = np.flatnonzero(self._sizes)
        if len(filled):
            first = self._ends[filled] - self._sizes[filled]
            boxes[filled, :2] = np.minimum.reduceat(self._all, first)
            boxes[filled, 2:] = np.maximum.reduceat(self._all, first)
        for index, (points, _starts) in self._other.items():
            low, high = (points.min(axis=0), points.max(axis=0)) if len(points) else (np.nan,) * 2
            boxes[index, :2], boxes[index, 2:] = low, high
        return boxes


def _shortest_around(boxes: Points, west: float, east: float) -> tuple[float, float]:
    """The narrowest span of longitudes that holds all boxes, perhaps over the antimeridian."""
    lows = np.mod(boxes[:, 0] + 180, 360)
    highs = lows + (boxes[:, 2] - boxes[:, 0])
    order = np.argsort(lows)
    lows, highs = lows[order], np.maximum.accumulate(highs[order])
    gaps = np.append(lows[1:], lows[0] + 360) - highs
    widest = int(np.argmax(gaps))
    if highs[-1] > lows[0] + 360 or 360 - gaps[widest] >= east - west:
        return west, east
    start = float(lows[(widest + 1) % len(lows)]) - 180
    return start, start + 360 - float(gaps[widest])
