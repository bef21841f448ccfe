"""Lines and rings in numbers: over the antimeridian, cut to a view, thinned out, made a path.

numpy: imported by what is shown on demand, never at the start. Points are (n, 2) arrays; a "part"
is a ring or a line of a shape, given by the index of its first point.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QPainterPath

Points = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

MOST_CROSSING = 90.0
"""Degrees: what would be wider after joining it at the antimeridian was meant as it is."""
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_MOVE, _LINE = 0, 1


def without_jump(points: Points, *, closed: bool) -> Points:
    """A part that goes over the antimeridian, with longitudes that go on over 180.

    A jump of more than 180 degrees is either that, or a part as wide as the world (RFC 7946, 3.1.9
    asks for parts that are cut; many are not): what gives the reasonable shape is taken. A ring
    around a pole is led along it.
    """
    steps = np.diff(points[:, 0])
    turns = np.where(steps > 180, -360.0, np.where(steps < -180, 360.0, 0.0))
    if not turns.any():
        open_around = closed and abs(points[-1, 0] - points[0, 0]) > 180
        return _with_pole(points) if open_around else points
    joined = points.copy()
    joined[1:, 0] += np.cumsum(turns)
    around = joined[-1, 0] - joined[0, 0]
    if closed and abs(around) > 180:
        return _with_pole(joined)
    width, height = np.ptp(joined[:, 0]), np.ptp(joined[:, 1])
    return joined if height / 4 <= width <= MOST_CROSSING and width > 0 else points


def _with_pole(ring: Points) -> Points:
    pole = 90.0 if ring[:, 1].mean() >= 0 else -90.0
    edge = np.array([[ring[-1, 0], pole], [ring[0, 0], pole], ring[0]])
    return np.concatenate([ring, edge])


def cut_ring(ring: Points, west: float, south: float, east: float, north: float) -> Points:
    """The part of a ring inside a box (Sutherland and Hodgman); may be empty.

    Edges along the box come with it, so the box should be larger than what is seen.
    """
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        ring = _cut_half(ring, axis, bound, sign)
        if not len(ring):
            break
    return ring


def _cut_half(ring: Points, axis: int, bound: float, sign: int) -> Points:
    inside = (ring[:, axis] - bound) * sign >= 0
    if inside.all():
        return ring
    following = np.roll(ring, -1, axis=0)
    crosses = inside != np.roll(inside, -1)
    span = following[:, axis] - ring[:, axis]
    share = np.divide(bound - ring[:, axis], span, out=np.zeros_like(span), where=crosses)
    both = np.empty((len(ring), 2, 2))
    both[:, 0] = ring
    both[:, 1] = ring + share[:, None] * (following - ring)
    taken = np.column_stack([inside, crosses])
    kept: Points = both[taken]
    return kept


def thinned(points: Points, starts: npt.NDArray[np.intp], step: float) -> tuple[Points, Flags]:
    """Points without those that lie in the same cell of `step` as the one before.

    The first point of each part stays. Also returned: which of them begin a part.
    """
    first = np.zeros(len(points), dtype=bool)
    first[starts] = True
    cells = np.floor(points / step)
    moved = np.ones(len(points), dtype=bool)
    moved[1:] = (cells[1:] != cells[:-1]).any(axis=1)
    kept = moved | first
    return points[kept], first[kept]


def path_of(points: Points, begins: Flags) -> QPainterPath:
    """A path through the points, lifted where a part begins; as fast as a copy.

    Qt's own serialisation of a path (QDataStream: count, elements, index of the last sub-path,
    fill rule) is read: one call in place of one for each point.
    """
    path = QPainterPath()
    if not len(points):
        return path
    elements = np.empty(len(points), dtype=_ELEMENT)
    elements["kind"] = np.where(begins, _MOVE, _LINE)
    elements["x"], elements["y"] = points[:, 0], points[:, 1]
    elements["kind"][0] = _MOVE
    last = int(np.flatnonzero(elements["kind"] == _MOVE)[-1])
    head = np.array([len(points)], dtype=">i4").tobytes()
    tail = np.array([last, Qt.FillRule.OddEvenFill.value], dtype=">i4").tobytes()
    stream = QDataStream(QByteArray(head + elements.tobytes() + tail))
    stream >> path
    return path


def contains(points: Points, starts: npt.NDArray[np.intp], x: float, y: float) -> bool:
    """Whether the rings hold the place, by the even-odd rule."""
    x1, y1, x2, y2 = _edges(points, starts)
    crosses = (y1 > y) != (y2 > y)
    height = np.where(crosses, y2 - y1, 1.0)
    right = x < x1 + (y - y1) / height * (x2 - x1)
    return bool(np.count_nonzero(crosses & right) % 2)


def distance(points: Points, starts: npt.NDArray[np.intp], x: float, y: float) -> float:
    """How far the place is from the nearest line; from the nearest point if there is no line."""
    x1, y1, x2, y2 = _edges(points, starts, closed=False)
    if not len(x1):
        return float(np.hypot(points[:, 0] - x, points[:, 1] - y).min())
    dx, dy = x2 - x1, y2 - y1
    length = np.maximum(dx * dx + dy * dy, 1e-300)
    share = np.clip(((x - x1) * dx + (y - y1) * dy) / length, 0, 1)
    return float(np.hypot(x1 + share * dx - x, y1 + share * dy - y).min())


def _edges(
    points: Points, starts: npt.NDArray[np.intp], *, closed: bool = True
) -> tuple[Points, Points, Points, Points]:
    following = np.arange(1, len(points) + 1)
    ends = np.append(starts[1:], len(points)) - 1
    following[ends] = starts if closed else ends
    to = points[following]
    kept = slice(None) if closed else np.flatnonzero(following != np.arange(len(points)))
    return points[kept, 0], points[kept, 1], to[kept, 0], to[kept, 1]
