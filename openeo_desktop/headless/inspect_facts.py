"""What is known of an opened result file, as JSON values; numbers that are not are null there."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from openeo_desktop.core.times import format_time
from openeo_desktop.headless.inspect_source import InspectedFile

if TYPE_CHECKING:
    from openeo_desktop.preview.values import (
        Band,
        BandStatistics,
        Opened,
        RasterFile,
        RasterLayer,
        Series,
        SeriesLine,
        Shapes,
    )

Facts = dict[str, Any]
EXACT_UP_TO = 400_000_000
"""Pixels of all bands of a layer: up to these every one is counted."""
AT_ONCE = 60_000_000
"""Pixels that one question counts: some seconds."""


def facts_of(file: InspectedFile, size: int | None) -> Facts:
    """All that is known of a file.

    Raises:
        PreviewError: A number cannot be had: a part of the file is damaged.
    """
    from openeo_desktop.preview.values import RasterFile

    opened = file.opened
    facts: Facts = {"file": file.name, "kind": str(opened.kind), "size": size}
    content = opened.content
    if isinstance(content, RasterFile):
        return facts | _of_raster(file, content)
    return facts | _of_other(opened)


def _of_other(opened: Opened) -> Facts:
    from openeo_desktop.preview.values import Series, Shapes, Table, Text, Tree

    content = opened.content
    if isinstance(content, Series):
        return _of_series(content)
    if isinstance(content, Shapes):
        return _of_shapes(content)
    if isinstance(content, Table):
        columns = [column.name for column in content.columns]
        return {"rows": content.rows, "columns": columns, "note": content.note}
    if isinstance(content, Tree):
        document = content.document
        members = list(document)[:100] if isinstance(document, dict) else None
        entries = len(document) if isinstance(document, dict | list) else None
        return {"entries": entries, "members": members, "note": content.note}
    if isinstance(content, Text):
        beginning = content.text[:200]
        lines = content.text.count("\n") + 1
        return {"lines": lines, "beginning": beginning, "note": content.note}
    return {}


def _of_raster(file: InspectedFile, content: RasterFile) -> Facts:
    layers = [_layer(file, number, layer) for number, layer in enumerate(content.layers)]
    return {"driver": content.driver, "layers": layers, "tags": dict(content.tags)}


def _layer(file: InspectedFile, number: int, layer: RasterLayer) -> Facts:
    numbers = _statistics(file, number, layer)
    return {
        "name": layer.name,
        "title": layer.title,
        "width": layer.width,
        "height": layer.height,
        "crs": layer.crs,
        "crs_name": layer.crs_name,
        "transform": list(layer.transform) if layer.transform else None,
        "bounds": list(layer.bounds) if layer.bounds else None,
        "bounds_lonlat": _around(layer),
        "times": [format_time(time) for time in layer.times],
        "overviews": list(layer.overviews),
        "bands": [_band(band, numbers.get(band.index)) for band in layer.bands],
    }


def _around(layer: RasterLayer) -> list[float] | None:
    """West, south, east, north in degrees; east < west over the antimeridian (RFC 7946, 5.2)."""
    if not layer.outline:
        return None
    longitudes = [longitude for longitude, _latitude in layer.outline]
    latitudes = [latitude for _longitude, latitude in layer.outline]
    east = max(longitudes)
    return [
        min(longitudes),
        min(latitudes),
        east if east <= 180 else east - 360,
        max(latitudes),
    ]


def _statistics(file: InspectedFile, number: int, layer: RasterLayer) -> dict[int, BandStatistics]:
    """Of every pixel, unless there are very many, or each one comes over the network."""
    pixels = layer.width * layer.height
    exact = not file.is_remote and pixels * len(layer.bands) <= EXACT_UP_TO
    bands = [band.index for band in layer.bands]
    each = max(1, AT_ONCE // max(pixels, 1)) if exact else 32
    found: dict[int, BandStatistics] = {}
    for start in range(0, len(bands), each):
        part = tuple(bands[start : start + each])
        answer = file.ask("statistics", number, part, None, exact)
        found |= {numbers.band: numbers for numbers in answer}
    return found


def _band(band: Band, numbers: BandStatistics | None) -> Facts:
    facts: Facts = {
        "index": band.index,
        "name": band.name,
        "dtype": band.dtype,
        "nodata": band.nodata,
        "scale": band.scale,
        "offset": band.offset,
        "unit": band.unit,
        "label": band.label,
        "time": format_time(band.time),
        "colours": len(band.colours),
    }
    if numbers is not None:
        facts |= {
            "minimum": finite(numbers.minimum),
            "maximum": finite(numbers.maximum),
            "mean": finite(numbers.mean),
            "deviation": finite(numbers.deviation),
            "valid": numbers.valid,
            "exact": numbers.exact,
        }
    return facts


def _of_series(series: Series) -> Facts:
    lines = [_line(line) for line in series.lines]
    return {"title": series.title, "note": series.note, "lines": lines}


def _line(line: SeriesLine) -> Facts:
    values = [float(value) for value in line.values if math.isfinite(value)]
    times = [float(time) for time in line.times]
    return {
        "name": line.name,
        "band": line.band,
        "geometry": line.geometry,
        "unit": line.unit,
        "times": len(times),
        "missing": len(times) - len(values),
        "start": _moment(times[0]) if times else None,
        "end": _moment(times[-1]) if times else None,
        "minimum": min(values, default=None),
        "maximum": max(values, default=None),
        "mean": math.fsum(values) / len(values) if values else None,
    }


def _moment(seconds: float) -> str | None:
    import datetime as dt

    try:
        return format_time(dt.datetime.fromtimestamp(seconds, dt.UTC))
    except (OverflowError, ValueError, OSError):
        return None


def _of_shapes(shapes: Shapes) -> Facts:
    kinds = Counter(shape.kind for shape in shapes.shapes)
    names = dict.fromkeys(name for shape in shapes.shapes[:1000] for name in shape.properties)
    return {
        "features": shapes.total,
        "kinds": dict(kinds),
        "properties": list(names)[:100],
        "bounds_lonlat": list(shapes.bounds) if shapes.bounds else None,
        "note": shapes.note,
    }


def finite(value: float) -> float | None:
    """The number, None where it is none."""
    return value if math.isfinite(value) else None
