"""Where a result lies: bounding boxes of STAC documents, read leniently. Standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.json_values import as_dict, as_list, as_number

MAX_BOXES = 200


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees, WGS 84. `east` < `west` where it crosses the antimeridian (RFC 7946, 5.2)."""

    west: float
    south: float
    east: float
    north: float

    @property
    def crosses_antimeridian(self) -> bool:
        """Whether it goes over 180 degrees."""
        return self.east < self.west

    @property
    def is_world(self) -> bool:
        """The whole world: what back-ends write where they know no extent."""
        return self.south <= -90 and self.north >= 90 and self.east - self.west >= 360

    def parts(self) -> tuple[Box, ...]:
        """Itself, or its two halves at both sides of the antimeridian."""
        if not self.crosses_antimeridian:
            return (self,)
        return (
            Box(self.west, self.south, 180.0, self.north),
            Box(-180.0, self.south, self.east, self.north),
        )


def boxes_of(document: Mapping[str, Any]) -> tuple[Box, ...]:
    """The boxes of an Item (`bbox`) or a Collection (`extent.spatial.bbox`), at most 200.

    The first box of a Collection with several is their union (STAC 1.0, «Spatial Extent Object»),
    so it is left out. Boxes of three dimensions lose their heights; what is no box is left out.
    """
    own = _box(document.get("bbox"))
    if own is not None:
        return (own,)
    spatial = as_dict(as_dict(document.get("extent")).get("spatial"))
    found = [_box(raw) for raw in as_list(spatial.get("bbox"))[: MAX_BOXES + 1]]
    boxes = [box for box in found if box is not None]
    return tuple(boxes[1:] or boxes)


def view_of(boxes: Iterable[Box]) -> Box:
    """A part of the world that shows all boxes with enough around them to know the place.

    Twice as wide as high; the whole world where a box crosses the antimeridian or is large.
    """
    shown = list(boxes)
    world = Box(-180.0, -90.0, 180.0, 90.0)
    if not shown or any(box.crosses_antimeridian for box in shown):
        return world
    west, east = min(box.west for box in shown), max(box.east for box in shown)
    south, north = min(box.south for box in shown), max(box.north for box in shown)
    width = max(3 * (east - west), 6 * (north - south), 60.0)
    if width >= 240:
        return world
    left = min(max((west + east) / 2 - width / 2, -180.0), 180.0 - width)
    bottom = min(max((south + north) / 2 - width / 4, -90.0), 90.0 - width / 2)
    return Box(left, bottom, left + width, bottom + width / 2)


def _box(raw: object) -> Box | None:
    values = as_list(raw)
    if len(values) == 6:
        values = [values[0], values[1], values[3], values[4]]
    numbers = [as_number(value) for value in values[:5]]
    if len(numbers) != 4:
        return None
    west, south, east, north = numbers
    if west is None or south is None or east is None or north is None:
        return None
    if not (-360 <= west <= 360 and -360 <= east <= 360 and -90 <= south <= north <= 90):
        return None
    return _within(west, south, east, north)


def _within(west: float, south: float, east: float, north: float) -> Box:
    """Longitudes from 0 to 360, as some data have them, become -180 to 180."""
    if east - west >= 360:
        return Box(-180.0, south, 180.0, north)
    west = west if -180 <= west <= 180 else (west + 180) % 360 - 180
    east = east if -180 <= east <= 180 else (east + 180) % 360 - 180
    return Box(west, south, east, north)
