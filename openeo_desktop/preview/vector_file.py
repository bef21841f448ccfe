"""GeoJSON as shapes on a map, and its properties as a table (RFC 7946)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.core.json_values import as_text
from openeo_desktop.core.words import error_text
from openeo_desktop.preview.records import MOST_COLUMNS, Records, cell
from openeo_desktop.preview.values import Column, Shape, Shapes

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles

MOST_SHAPES = 20_000
MOST_POINTS = 500_000
MOST_PROPERTIES = 50
_KINDS = {
    "Point": ("point", 0),
    "MultiPoint": ("point", 1),
    "LineString": ("line", 1),
    "MultiLineString": ("line", 2),
    "Polygon": ("polygon", 2),
    "MultiPolygon": ("polygon", 3),
}
_EPSG = re.compile(r"EPSG:+(\d{4,6})$", re.IGNORECASE)


def is_geojson(document: Any) -> bool:
    """Whether it says that it is GeoJSON."""
    kinds = {*_KINDS, "Feature", "FeatureCollection", "GeometryCollection"}
    return isinstance(document, dict) and as_text(document.get("type")) in kinds


def shapes_of(document: Mapping[str, Any]) -> Shapes:
    """The shapes of a GeoJSON document.

    Raises:
        PreviewError: None of it can be drawn.
    """
    project = _projection(document)
    shapes: list[Shape] = []
    total = points = 0
    for geometry, properties in _geometries(document):
        total += 1
        if len(shapes) >= MOST_SHAPES or points >= MOST_POINTS:
            continue
        found = _shape(geometry, properties, project)
        if found is not None:
            shapes.append(found)
            points += len(found.points)
    if not shapes:
        raise PreviewError(
            "There is nothing in this file that can be drawn on a map.",
            "Look at it as a tree or as text.",
        )
    shown = len(shapes)
    some = error_text(f"{shown:,} of {total:,} shapes are shown.")
    note = some if shown < total else ""
    return Shapes(tuple(shapes), total, _bounds(shapes), note)


def properties_of(document: Mapping[str, Any]) -> Records | None:
    """The properties of the features as a table; None if there are none."""
    features = document.get("features")
    if not isinstance(features, list):
        return None
    rows = [one.get("properties") for one in features if isinstance(one, dict)]
    return table_of([row if isinstance(row, dict) else {} for row in rows])


def table_of(rows: list[Any]) -> Records | None:
    """A list of flat objects as a table; None if it is none."""
    if not rows or not all(isinstance(row, dict) for row in rows):
        return None
    names: dict[str, bool] = {}
    for row in rows:
        for name, value in row.items():
            if len(names) < MOST_COLUMNS or name in names:
                names[name] = names.get(name, True) and _is_number(value)
    if not names:
        return None
    columns = [Column(name[:200], numeric) for name, numeric in names.items()]
    return Records(columns, [[cell(row.get(name)) for name in names] for row in rows])


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _geometries(document: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    features = document.get("features")
    if document.get("type") == "FeatureCollection" and isinstance(features, list):
        for feature in features:
            if isinstance(feature, dict):
                yield from _parts(feature.get("geometry"), feature.get("properties"))
    elif document.get("type") == "Feature":
        yield from _parts(document.get("geometry"), document.get("properties"))
    else:
        yield from _parts(document, {})


def _parts(geometry: Any, properties: Any, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    members = geometry.get("geometries") if isinstance(geometry, dict) else None
    if isinstance(members, list) and depth < 4:
        for one in members:
            yield from _parts(one, properties, depth + 1)
    else:
        yield geometry, properties


def _shape(geometry: Any, properties: Any, epsg: str) -> Shape | None:
    kind = _KINDS.get(as_text(geometry.get("type"))) if isinstance(geometry, dict) else None
    if kind is None:
        return None
    rings = [_positions(ring) for ring in _rings(geometry.get("coordinates"), kind[1])]
    rings = [ring for ring in rings if len(ring)]
    if not rings:
        return None
    starts = np.cumsum([0, *(len(ring) for ring in rings[:-1])]).tolist()
    points = _in_degrees(np.concatenate(rings), epsg)
    if not np.isfinite(points).all() or (np.abs(points) > (360.0, 90.0)).any():
        return None
    return Shape(kind[0], points, tuple(starts), _texts(properties))


def _rings(coordinates: Any, depth: int) -> Iterator[Any]:
    """Lists of positions, one for each part."""
    if not isinstance(coordinates, list):
        return
    if depth == 0:
        yield [coordinates]
    elif depth == 1:
        yield coordinates
    else:
        for one in coordinates:
            yield from _rings(one, depth - 1)


def _positions(ring: Any) -> Doubles:
    found = [
        (float(one[0]), float(one[1]))
        for one in (ring if isinstance(ring, list) else ())
        if isinstance(one, list) and len(one) >= 2 and all(map(_is_finite, one[:2]))
    ]
    return np.asarray(found, np.float64).reshape(-1, 2)


def _is_finite(value: object) -> bool:
    return _is_number(value) and value is not None and abs(value) < 1e12 and math.isfinite(value)  # type: ignore[arg-type] # a number


def _projection(document: Mapping[str, Any]) -> str:
    """The EPSG code of old GeoJSON's `crs`, empty if it is degrees."""
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    match = _EPSG.search(name) if isinstance(name, str) else None
    return "" if match is None or match[1] == "4326" else match[1]


def _in_degrees(points: Doubles, epsg: str) -> Doubles:
    if not epsg:
        return points
    from rasterio.warp import transform

    from openeo_desktop.preview.raster_gdal import gdal

    with gdal():
        xs, ys = transform(f"EPSG:{epsg}", "EPSG:4326", points[:, 0], points[:, 1])
    return np.column_stack([xs, ys])


def _texts(properties: Any) -> dict[str, str]:
    if not isinstance(properties, dict):
        return {}
    few = list(properties.items())[:MOST_PROPERTIES]
    return {str(name)[:200]: cell(value) for name, value in few}


def _bounds(shapes: list[Shape]) -> tuple[float, float, float, float]:
    low = np.min([shape.points.min(axis=0) for shape in shapes], axis=0)
    high = np.max([shape.points.max(axis=0) for shape in shapes], axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])
