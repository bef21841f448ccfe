"""Where a raster lies: its coordinates, degrees, the outline on a map, lengths on the ground.

Through PROJ (rasterio.warp); a place that cannot be computed is no error, only unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from rasterio.crs import CRS
from rasterio.warp import transform as _project

from openeo_desktop.preview.raster_gdal import is_of_gdal
from openeo_desktop.preview.values import LonLat

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles

Coefficients = tuple[float, float, float, float, float, float]
WGS84 = CRS.from_epsg(4326)
_EARTH_RADIUS = 6371008.8
"""Mean radius in metres (IUGG); a sphere is at most 0.6 % beside the ellipsoid."""
_POINTS_ON_A_SIDE = 24
_METRES = {"metre": "m", "meter": "m", "m": "m"}


def name_of_crs(crs: CRS | None) -> str:
    """How a person knows it: WGS 84 / UTM zone 33N."""
    if not crs:
        return ""
    found = re.match(r'\w+\["([^"]+)"', str(crs.to_wkt()))
    return found.group(1) if found else ""


def text_of_crs(crs: CRS | None) -> str:
    """EPSG:32633 if it is one of these, else WKT; empty if there is none."""
    if not crs:
        return ""
    code = crs.to_epsg(confidence_threshold=70)
    return f"EPSG:{code}" if code else str(crs.to_wkt())


def unit_of_crs(crs: CRS | None) -> str:
    """The unit of its coordinates, short: m, °, US survey foot."""
    if not crs:
        return ""
    if crs.is_geographic:
        return "°"
    name = str(crs.linear_units or "")
    return _METRES.get(name.lower(), "" if name == "unknown" else name)


def to_native(transform: Coefficients, columns: Any, rows: Any) -> tuple[Doubles, Doubles]:
    """Coordinates of places in pixels."""
    a, b, c, d, e, f = transform
    columns, rows = np.asarray(columns, float), np.asarray(rows, float)
    return a * columns + b * rows + c, d * columns + e * rows + f


def to_pixels(transform: Coefficients, xs: Any, ys: Any) -> tuple[Doubles, Doubles]:
    """Places in pixels (columns, rows) of coordinates; NaN where the transform has no inverse."""
    a, b, c, d, e, f = transform
    xs, ys = np.asarray(xs, float) - c, np.asarray(ys, float) - f
    determinant = a * e - b * d
    if not determinant:
        return np.full_like(xs, np.nan), np.full_like(ys, np.nan)
    return (e * xs - b * ys) / determinant, (a * ys - d * xs) / determinant


def to_degrees(crs: CRS | None, xs: Any, ys: Any) -> tuple[Doubles, Doubles]:
    """Longitudes and latitudes of coordinates; NaN where there are none."""
    return change_crs(crs, WGS84, xs, ys)


def from_degrees(crs: CRS | None, longitudes: Any, latitudes: Any) -> tuple[Doubles, Doubles]:
    """Coordinates of longitudes and latitudes; NaN where there are none."""
    return change_crs(WGS84 if crs else None, crs, longitudes, latitudes)


def change_crs(source: CRS | None, target: CRS | None, xs: Any, ys: Any) -> tuple[Doubles, Doubles]:
    """Coordinates in another reference system; NaN where there are none."""
    xs, ys = np.atleast_1d(np.asarray(xs, float)), np.atleast_1d(np.asarray(ys, float))
    if not source or not target:
        return np.full_like(xs, np.nan), np.full_like(ys, np.nan)
    try:
        found_x, found_y = (np.asarray(found, float) for found in _project(source, target, xs, ys))
    except Exception as error:
        if not is_of_gdal(error):
            raise
        return np.full_like(xs, np.nan), np.full_like(ys, np.nan)
    nowhere = ~(np.isfinite(found_x) & np.isfinite(found_y))
    found_x[nowhere], found_y[nowhere] = np.nan, np.nan
    return found_x, found_y


def position(
    transform: Coefficients | None, crs: CRS | None, column: float, row: float
) -> LonLat | None:
    """Degrees of a place in pixels, None if it cannot be told."""
    if transform is None or not crs:
        return None
    xs, ys = to_native(transform, [column], [row])
    longitudes, latitudes = to_degrees(crs, xs, ys)
    if np.isnan(longitudes[0]) or abs(latitudes[0]) > 90:
        return None
    return _within_180(float(longitudes[0])), float(latitudes[0])


def _within_180(longitude: float) -> float:
    return longitude if -180 <= longitude <= 180 else (longitude + 180) % 360 - 180


def outline(
    transform: Coefficients | None, crs: CRS | None, width: int, height: int
) -> tuple[LonLat, ...]:
    """The edge in degrees, closed, with points between the corners.

    Longitudes go on beyond 180 where the edge crosses the antimeridian, so neighbours are near.
    """
    if transform is None or not crs:
        return ()
    columns, rows = _edge(width, height)
    longitudes, latitudes = to_degrees(crs, *to_native(transform, columns, rows))
    known = np.isfinite(longitudes) & (np.abs(latitudes) <= 90 + 1e-6)
    if known.sum() < 4:
        return ()
    points = [
        (float(longitude), float(np.clip(latitude, -90, 90)))
        for longitude, latitude in zip(
            np.unwrap(longitudes[known], period=360), latitudes[known], strict=True
        )
    ]
    return (*points[:-1], points[0])


def _edge(width: int, height: int) -> tuple[Doubles, Doubles]:
    along = np.linspace(0, 1, _POINTS_ON_A_SIDE, endpoint=False)
    zeros, ones = np.zeros_like(along), np.ones_like(along)
    columns = np.concatenate([along, ones, 1 - along, zeros, [0.0]]) * width
    rows = np.concatenate([zeros, along, ones, 1 - along, [0.0]]) * height
    return columns, rows


def lengths(
    transform: Coefficients | None, crs: CRS | None, points: Sequence[tuple[float, float]]
) -> tuple[Doubles, str]:
    """How far each point (column, row) is along their line, and the unit: "m", or "px"."""
    columns, rows = (np.array(values, float) for values in zip(*points, strict=True))
    if transform is None or not crs:
        return _along(np.hypot(np.diff(columns), np.diff(rows))), "px"
    xs, ys = to_native(transform, columns, rows)
    if crs.is_geographic:
        return _along(_great_circles(xs, ys)), "m"
    _, factor = crs.linear_units_factor
    return _along(np.hypot(np.diff(xs), np.diff(ys)) * float(factor)), "m"


def _along(steps: Doubles) -> Doubles:
    return np.concatenate([[0.0], np.cumsum(steps)])


def _great_circles(longitudes: Doubles, latitudes: Doubles) -> Doubles:
    """Metres between neighbours (haversine formula)."""
    phi, lam = np.radians(latitudes), np.radians(longitudes)
    inner = (
        np.sin(np.diff(phi) / 2) ** 2
        + np.cos(phi[:-1]) * np.cos(phi[1:]) * np.sin(np.diff(lam) / 2) ** 2
    )
    return np.asarray(2 * _EARTH_RADIUS * np.arcsin(np.sqrt(np.clip(inner, 0, 1))))
