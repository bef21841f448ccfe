"""GeoJSON as shapes on a map, and its properties as a table (RFC 7946).

Features come one by one, from a document or from the text of a large one (`json_items`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.core.json_values import as_text
from openeo_desktop.preview.json_items import JsonItems
from openeo_desktop.preview.records import MOST_COLUMNS, Records, cell
from openeo_desktop.preview.values import Column, Shapes
from openeo_desktop.preview.vector_shapes import ShapeCollection

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles

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
_FAR = 1e12
"""No coordinate of any system on Earth."""


def is_geojson(document: Any) -> bool:
    """Whether it says that it is GeoJSON."""
    kinds = {*_KINDS, "Feature", "FeatureCollection", "GeometryCollection"}
    return isinstance(document, dict) and as_text(document.get("type")) in kinds


class VectorFile:
    """The features of a file: their shapes, and their properties as rows."""

    def __init__(self, features: Iterable[Any]) -> None:
        self._collection = ShapeCollection()
        self._table = _Properties()
        for feature in features:
            if isinstance(feature, dict):
                self._add(feature)

    def _add(self, feature: Mapping[str, Any]) -> None:
        row = self._table.add(feature.get("properties"))
        few = row if len(row) <= MOST_PROPERTIES else dict(list(row.items())[:MOST_PROPERTIES])
        for geometry in _members(feature.get("geometry")):
            self._collection.total += 1
            kind = _KINDS.get(as_text(geometry.get("type"))) if isinstance(geometry, dict) else None
            if kind is not None:
                found = map(_positions, _parts(geometry.get("coordinates"), kind[1]))
                parts = [part for part in found if len(part)]
                if parts:
                    self._collection.add(kind[0], parts, few)

    def shapes(self, epsg: str) -> Shapes:
        """All that can be drawn; to be called once.

        Raises:
            PreviewError: None of it can be drawn.
        """
        found = self._collection.shapes(_in_degrees(self._collection.points(), epsg))
        if not found.shapes:
            raise PreviewError(
                "There is nothing in this file that can be drawn on a map.",
                "Look at it as a tree or as text.",
            )
        return found

    def records(self) -> Records | None:
        """The properties as a table; None if there are none."""
        return self._table.records()


def of_document(document: Mapping[str, Any]) -> VectorFile:
    """The features of a GeoJSON document."""
    features = document.get("features")
    if document.get("type") == "FeatureCollection" and isinstance(features, list):
        return VectorFile(features)
    return VectorFile([document if document.get("type") == "Feature" else {"geometry": document}])


def of_text(text: str) -> tuple[VectorFile, Mapping[str, Any]]:
    """The features of a GeoJSON text, and its other members.

    Raises:
        ValueError: It is no valid JSON, or no collection of features.
        RecursionError: It is nested too deeply.
    """
    items = JsonItems(text)
    found = VectorFile(items.of("features"))
    if items.others.get("type") != "FeatureCollection":
        raise ValueError("no collection of features")
    return found, items.others


class _Properties:
    """Rows of texts under names that are kept once, whatever there are of them."""

    def __init__(self) -> None:
        self._rows: list[dict[str, str]] = []
        self._numeric: dict[str, bool] = {}
        self._names: dict[str, str] = {}

    def add(self, properties: Any) -> dict[str, str]:
        row: dict[str, str] = {}
        for name, value in properties.items() if isinstance(properties, dict) else ():
            known = self._names.get(name)
            if known is None:
                if len(self._names) >= MOST_COLUMNS:
                    continue
                known = self._names[name] = str(name)[:200]
            self._numeric[known] = self._numeric.get(known, True) and _is_number(value)
            row[known] = cell(value)
        self._rows.append(row)
        return row

    def records(self) -> Records | None:
        if not self._numeric:
            return None
        columns = [Column(name, numeric) for name, numeric in self._numeric.items()]
        return Records(columns, _Rows(self._rows, tuple(self._numeric)))


class _Rows(Sequence[Sequence[str]]):
    """Rows under columns, made when they are asked for."""

    def __init__(self, rows: Sequence[Mapping[str, str]], names: Sequence[str]) -> None:
        self._rows, self._names = rows, names

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Sequence[str]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Sequence[str]]: ...

    def __getitem__(self, at: int | slice) -> Sequence[Any]:
        if isinstance(at, slice):
            return [self._cells(row) for row in self._rows[at]]
        return self._cells(self._rows[at])

    def _cells(self, row: Mapping[str, str]) -> list[str]:
        return [row.get(name, "") for name in self._names]


def table_of(rows: list[Any]) -> Records | None:
    """A list of flat objects as a table; None if it is none."""
    if not rows or not all(isinstance(row, dict) for row in rows):
        return None
    table = _Properties()
    for row in rows:
        table.add(row)
    return table.records()


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _members(geometry: Any, depth: int = 0) -> Iterator[Any]:
    members = geometry.get("geometries") if isinstance(geometry, dict) else None
    if isinstance(members, list) and depth < 4:
        for one in members:
            yield from _members(one, depth + 1)
    else:
        yield geometry


def _parts(coordinates: Any, depth: int) -> Iterator[Any]:
    """Lists of positions, one for each part."""
    if not isinstance(coordinates, list):
        return
    if depth == 0:
        yield [coordinates]
    elif depth == 1:
        yield coordinates
    else:
        for one in coordinates:
            yield from _parts(one, depth - 1)


def _positions(part: Any) -> Doubles:
    """(n, 2): at once if all is as it should be, else one by one."""
    try:
        found = np.asarray(part, np.float64)
    except (ValueError, TypeError, OverflowError):
        return _each_position(part)
    if found.ndim != 2 or found.shape[1] < 2 or not math.isfinite(found.sum()):
        return _each_position(part)
    return found[:, :2]


def _each_position(part: Any) -> Doubles:
    found = [
        (float(one[0]), float(one[1]))
        for one in (part if isinstance(part, list) else ())
        if isinstance(one, list) and len(one) >= 2 and all(map(_is_finite, one[:2]))
    ]
    return np.asarray(found, np.float64).reshape(-1, 2)


def _is_finite(value: object) -> bool:
    return _is_number(value) and value is not None and abs(value) < _FAR and math.isfinite(value)  # type: ignore[arg-type] # a number


def projection_of(document: Mapping[str, Any]) -> str:
    """The EPSG code of old GeoJSON's `crs`, empty if it is degrees."""
    crs = document.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    match = _EPSG.search(name) if isinstance(name, str) else None
    return "" if match is None or match[1] == "4326" else match[1]


def _in_degrees(points: Doubles, epsg: str) -> Doubles:
    if not epsg or not len(points):
        return points
    from rasterio.warp import transform

    from openeo_desktop.preview.raster_gdal import gdal

    with gdal():
        xs, ys = transform(f"EPSG:{epsg}", "EPSG:4326", points[:, 0], points[:, 1])
    return np.column_stack([xs, ys])
