"""Which part of the world a map shows, and how degrees become pixels; values only, no painting.

Longitude and latitude as they are (plate carrée), but narrowed by the cosine of the latitude in
the middle where a small part of the world is shown: there shapes keep their proportions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

METRES_PER_DEGREE = 111_195.0
"""Of latitude, on the sphere of 6,371 km."""
MOST_SCALE = 1_000_000.0
"""Pixels per degree: a tenth of a metre a pixel."""
NARROWED_BELOW, PLAIN_FROM = 40.0, 90.0
"""Degrees of latitude in view: below the first shapes are true, from the second on the grid is."""
MARGIN = 1.15
"""How much more than what was asked for is shown, so that nothing touches the edge."""
LEAST_SPAN = 0.002
"""Degrees around a point that is shown alone."""

Extent = tuple[float, float, float, float]
"""West, south, east, north in degrees; east over 180 where the antimeridian is crossed."""
WORLD: Extent = (-180.0, -90.0, 180.0, 90.0)


@dataclass(frozen=True, slots=True)
class MapViewport:
    """A view of `width` times `height` pixels.

    `scale`: pixels per degree of latitude; `narrowing`: a degree of longitude as part of that.
    """

    width: float
    height: float
    longitude: float = 0.0
    latitude: float = 0.0
    scale: float = 1.0
    narrowing: float = 1.0

    @property
    def scale_x(self) -> float:
        """Pixels per degree of longitude."""
        return self.scale * self.narrowing

    @property
    def degrees_wide(self) -> float:
        """Degrees of longitude in view."""
        return self.width / self.scale_x

    @property
    def degrees_high(self) -> float:
        """Degrees of latitude in view."""
        return self.height / self.scale

    @property
    def extent(self) -> Extent:
        """What is in view; may reach over 180 degrees, and over the poles."""
        half_x, half_y = self.degrees_wide / 2, self.degrees_high / 2
        west, south = self.longitude - half_x, self.latitude - half_y
        return west, south, self.longitude + half_x, self.latitude + half_y

    @property
    def turns(self) -> tuple[float, ...]:
        """How far the copies of the world that are in view are moved: -360, 0, 360…"""
        west, _south, east, _north = self.extent
        first, last = math.floor((west + 180) / 360), math.ceil((east - 180) / 360)
        return tuple(turn * 360.0 for turn in range(first, last + 1))

    def to_pixels(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place lies in the view."""
        x = (longitude - self.longitude) * self.scale_x + self.width / 2
        return x, (self.latitude - latitude) * self.scale + self.height / 2

    def to_degrees(self, x: float, y: float) -> tuple[float, float]:
        """Which place lies at a pixel; longitude as it comes, see `wrapped`."""
        longitude = self.longitude + (x - self.width / 2) / self.scale_x
        return longitude, self.latitude - (y - self.height / 2) / self.scale

    def resized(self, width: float, height: float) -> MapViewport:
        """The same place in a window of another size."""
        return replace(self, width=max(1.0, width), height=max(1.0, height))._settled()

    def panned(self, dx: float, dy: float) -> MapViewport:
        """What lies so many pixels to the right and below."""
        longitude, latitude = self.to_degrees(self.width / 2 + dx, self.height / 2 + dy)
        return replace(self, longitude=longitude, latitude=latitude)._settled()

    def zoomed(self, factor: float, x: float, y: float) -> MapViewport:
        """Larger by `factor`; the place at this pixel stays there."""
        longitude, latitude = self.to_degrees(x, y)
        scale = min(max(self.scale * factor, self.least_scale), MOST_SCALE)
        grown = replace(self, scale=scale)._narrowed()
        return replace(
            grown,
            longitude=longitude - (x - self.width / 2) / grown.scale_x,
            latitude=latitude + (y - self.height / 2) / grown.scale,
        )._settled()

    def fitted(self, extent: Extent) -> MapViewport:
        """All of this extent, in the middle of the view."""
        west, south, east, north = extent
        moved = replace(self, longitude=(west + east) / 2, latitude=(south + north) / 2)
        wide = max(east - west, LEAST_SPAN) * MARGIN
        high = max(north - south, LEAST_SPAN) * MARGIN
        for _again in range(3):  # the narrowing follows from the scale, and the scale from it
            scale = min(self.width / (wide * moved.narrowing), self.height / high)
            scale = min(max(scale, self.least_scale), MOST_SCALE)
            moved = replace(moved, scale=scale)._narrowed()
        return moved._settled()

    @property
    def least_scale(self) -> float:
        """The whole world is in view."""
        return min(self.width / 360, self.height / 180)

    def _narrowed(self) -> MapViewport:
        share = (PLAIN_FROM - self.degrees_high) / (PLAIN_FROM - NARROWED_BELOW)
        true = max(math.cos(math.radians(min(abs(self.latitude), 85.0))), 0.05)
        return replace(self, narrowing=1 + (true - 1) * min(max(share, 0.0), 1.0))

    def _settled(self) -> MapViewport:
        """Longitude within -180 to 180, no more over a pole than must be."""
        room = max(0.0, 90 - self.degrees_high / 2)
        latitude = min(max(self.latitude, -room), room)
        scale = max(self.scale, self.least_scale)
        return replace(self, longitude=wrapped(self.longitude), latitude=latitude, scale=scale)


def wrapped(longitude: float) -> float:
    """The same longitude within -180 to 180."""
    return longitude if -180 <= longitude <= 180 else (longitude + 180) % 360 - 180
