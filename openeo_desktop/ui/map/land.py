"""The land of the world as polygons in degrees, read once; offline, nothing is painted here."""

from __future__ import annotations

import functools
import json

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from openeo_desktop.core.resources import resource_path

Ring = tuple[tuple[float, float], ...]


@functools.cache
def land_rings() -> tuple[Ring, ...]:
    """The rings in degrees; source and licence are named in the file.

    One that goes over the antimeridian is there twice, going on over 180 and over -180: painted
    from one edge of the world to the other it would be a line across it.
    """
    text = resource_path("maps", "world_land_110m.json").read_text(encoding="utf-8")
    rings: list[Ring] = []
    for raw in json.loads(text)["rings"]:
        ring = _joined(tuple((x / 10, y / 10) for x, y in raw))
        west, east = min(x for x, _y in ring), max(x for x, _y in ring)
        rings += [_moved(ring, turn) for turn in (-360.0, 0.0, 360.0) if _seen(west, east, turn)]
    return tuple(rings)


def _joined(ring: Ring) -> Ring:
    """Without steps from one edge of the world to the other; one around a pole is led along it."""
    turn, before, joined = 0.0, ring[0][0], []
    for x, y in ring:
        step = x - before
        turn += -360.0 if step > 180 else 360.0 if step < -180 else 0.0
        joined.append((x + turn, y))
        before = x
    if turn:
        pole = 90.0 if ring[0][1] > 0 else -90.0
        joined += [(joined[-1][0], pole), (joined[0][0], pole)]
    return tuple(joined)


def _moved(ring: Ring, turn: float) -> Ring:
    return tuple((x + turn, y) for x, y in ring) if turn else ring


def _seen(west: float, east: float, turn: float) -> bool:
    return west + turn < 180 and east + turn > -180


@functools.cache
def land_path() -> QPainterPath:
    """All rings as one path in degrees, north up."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in land_rings():
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    return path
