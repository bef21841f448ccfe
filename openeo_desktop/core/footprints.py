"""Where a result and each of its files lie on the Earth, as STAC tells; read leniently.

Only degrees: coordinates in other systems are left out. Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.assets import Results
from openeo_desktop.core.extents import Box, boxes_of
from openeo_desktop.core.json_values import as_dict, as_dicts, as_list, as_number, as_text

MAX_ASSETS = 2_000
MAX_POINTS = 20_000
"""Points of one geometry; one with more is taken by its box."""

Part = tuple[tuple[float, float], ...]
_KINDS = {
    # GeoJSON type (RFC 7946, 3.1): kind, and how deep its positions lie in lists
    "Point": ("point", 0),
    "MultiPoint": ("point", 1),
    "LineString": ("line", 1),
    "MultiLineString": ("line", 2),
    "Polygon": ("polygon", 2),
    "MultiPolygon": ("polygon", 3),
}


@dataclass(frozen=True, slots=True)
class Footprint:
    """A shape in degrees. `key`: of the asset, empty for the whole result.

    `kind`: "point", "line" or "polygon"; `parts`: its rings, lines or points (each a part of one).
    """

    key: str
    kind: str
    parts: tuple[Part, ...]


def footprints(results: Results) -> tuple[Footprint, ...]:
    """The result's own footprint first (if it tells one), then those of its files that have one."""
    whole = footprint_of(results.raw, "")
    if not whole and results.bbox is not None:
        whole = footprint_of({"bbox": list(results.bbox)}, "")
    epsg = _epsg(as_dict(results.raw.get("properties"))) or _epsg(results.raw)
    files = [
        found
        for asset in results.assets[:MAX_ASSETS]
        for found in _of_asset(asset.raw, asset.key, epsg)
    ]
    return (*whole, *files)


def footprint_of(document: Mapping[str, Any], key: str) -> tuple[Footprint, ...]:
    """By the `geometry` of an Item (or asset), else by its boxes; the whole world is left out."""
    found = tuple(_geometries(as_dict(document.get("geometry")), key))
    if found:
        return found
    boxes = [box for box in boxes_of(document) if not box.is_world]
    return (Footprint(key, "polygon", tuple(_ring(box) for box in boxes)),) if boxes else ()


def _of_asset(raw: Mapping[str, Any], key: str, epsg: int | None) -> tuple[Footprint, ...]:
    """Back-ends write `bbox` and `geometry` at assets, too; `proj:` ones count if in degrees.

    Source: STAC projection extension 2.0 (`proj:bbox`, `proj:geometry`, `proj:code`,
    `proj:shape` and `proj:transform`).
    """
    own = footprint_of(raw, key)
    if own or (_epsg(raw) or epsg) != 4326:
        return own
    told = {"geometry": raw.get("proj:geometry"), "bbox": raw.get("proj:bbox")}
    return footprint_of(told, key) or _of_grid(raw, key)


def _of_grid(raw: Mapping[str, Any], key: str) -> tuple[Footprint, ...]:
    """The corners of a grid: rows and columns, and the six numbers that place them."""
    sizes = [as_number(value) for value in as_list(raw.get("proj:shape"))]
    numbers = [as_number(value) for value in as_list(raw.get("proj:transform"))[:6]]
    if len(sizes) != 2 or len(numbers) != 6:
        return ()
    rows, columns = (float(size or 0) for size in sizes)
    a, b, c, d, e, f = (float("nan") if one is None else float(one) for one in numbers)
    corners = ((0.0, 0.0), (columns, 0.0), (columns, rows), (0.0, rows), (0.0, 0.0))
    ring = tuple((a * x + b * y + c, d * x + e * y + f) for x, y in corners)
    on_earth = all(abs(x) <= 360 and abs(y) <= 90 for x, y in ring)  # also false for NaN
    return (Footprint(key, "polygon", (ring,)),) if on_earth and rows > 0 and columns > 0 else ()


def _epsg(raw: Mapping[str, Any]) -> int | None:
    number = as_number(raw.get("proj:epsg"))
    if number is not None:
        return int(number)
    name, _, code = as_text(raw.get("proj:code")).partition(":")
    return int(code) if name == "EPSG" and code.isascii() and code.isdigit() else None


def _geometries(geometry: Mapping[str, Any], key: str) -> Iterator[Footprint]:
    if geometry.get("type") == "GeometryCollection":
        for member in as_dicts(geometry.get("geometries"))[:100]:
            if member.get("type") != "GeometryCollection":
                yield from _geometries(member, key)
        return
    kind, depth = _KINDS.get(as_text(geometry.get("type")), ("", 0))
    parts = tuple(_parts(geometry.get("coordinates"), depth)) if kind else ()
    count = sum(len(part) for part in parts)
    if not count or any(not part for part in parts):
        return
    yield Footprint(key, kind, parts if count <= MAX_POINTS else (_around(parts),))


def _parts(raw: object, depth: int) -> Iterator[Part]:
    """Lists of positions; one that holds anything else comes empty."""
    if depth == 0:
        yield _positions([raw])
    elif depth == 1:
        yield _positions(as_list(raw))
    else:
        for member in as_list(raw):
            yield from _parts(member, depth - 1)


def _positions(raw: list[Any]) -> Part:
    found = [_position(item) for item in raw]
    places = tuple(place for place in found if place is not None)
    return places if len(places) == len(found) else ()


def _position(raw: object) -> tuple[float, float] | None:
    numbers = [as_number(value) for value in as_list(raw)[:2]]
    if len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
        return None
    longitude, latitude = numbers[0], numbers[1]
    return (longitude, latitude) if abs(longitude) <= 360 and abs(latitude) <= 90 else None


def _around(parts: tuple[Part, ...]) -> Part:
    xs = [x for part in parts for x, _y in part]
    ys = [y for part in parts for _x, y in part]
    return _ring(Box(min(xs), min(ys), max(xs), max(ys)))


def _ring(box: Box) -> Part:
    """A closed ring; longitudes go on over 180 where the box crosses the antimeridian."""
    east = box.east + 360 if box.crosses_antimeridian else box.east
    return (
        (box.west, box.south),
        (east, box.south),
        (east, box.north),
        (box.west, box.north),
        (box.west, box.south),
    )
