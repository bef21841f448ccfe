"""Writes computed cubes as JSON and CSV.

A time series (no spatial dimensions) has the shapes that other openEO back-ends give:
JSON `{"2016-06-01T10:00:08Z": [[value per band]]}`, CSV one row per date, one column per band.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from openeo_desktop.local.cubes import Cube, bounds_in_degrees, bounds_of, transform_of
from openeo_desktop.local.job_context import JobContext
from openeo_desktop.local.written import Written, interval_of, time_text


def write_json(cube: Cube, path: Path, context: JobContext) -> list[Written]:
    """A time series by date; anything else as its dimensions, coordinates and values."""
    is_series = cube.t is not None and not cube.x and not cube.y
    content = dict(_rows_by_date(cube)) if is_series else _described_values(cube)
    path.write_text(json.dumps(content, allow_nan=False), "utf-8")
    return [_written(cube, path, context)]


def _rows_by_date(cube: Cube) -> Iterator[tuple[str, list[list[Any]]]]:
    """Date and `[[value per band]]`: the outer list has one member per geometry elsewhere."""
    values = cube.data.values.reshape(len(cube.times), -1)
    for time, row in zip(cube.times, values, strict=True):
        yield time_text(time), [[_plain(value) for value in row]]


def _described_values(cube: Cube) -> dict[str, Any]:
    data = cube.data
    coordinates = {
        str(name): [_plain(value) for value in data[name].values]
        for name in data.dims
        if name in data.coords
    }
    flat = [_plain(value) for value in data.values.reshape(-1)]
    return {
        "dims": [str(name) for name in data.dims],
        "shape": list(data.shape),
        "coords": coordinates,
        "data": _nested(flat, data.shape),
    }


def _nested(flat: list[Any], shape: tuple[int, ...]) -> Any:
    """The flat list as nested lists of this shape; a single value for no dimensions."""
    if not shape:
        return flat[0]
    for size in reversed(shape[1:]):
        flat = [flat[start : start + size] for start in range(0, len(flat), size)]
    return flat


def _plain(value: Any) -> Any:
    """A numpy value as JSON has it: null for missing, text for dates."""
    if isinstance(value, np.datetime64):
        return time_text(value)
    plain = value.item() if isinstance(value, np.generic) else value
    if isinstance(plain, float) and not math.isfinite(plain):
        return None
    return plain


def write_csv(cube: Cube, path: Path, context: JobContext) -> list[Written]:
    """One row per place and date, one column per band; missing values are empty."""
    keys = [str(name) for name in cube.data.dims if name != cube.bands]
    data = cube.data if cube.bands is None else cube.data.transpose(*keys, cube.bands)
    labels = [_labels(data, name) for name in keys]
    rows = data.values.reshape(-1, len(cube.band_names))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["date" if name == cube.t else name for name in keys] + cube.band_names)
        for place, row in zip(np.ndindex(*data.shape[: len(keys)]), rows, strict=True):
            key = [axis[index] for axis, index in zip(labels, place, strict=True)]
            writer.writerow(key + [_plain(value) for value in row])
    return [_written(cube, path, context)]


def _labels(data: Any, name: str) -> list[Any]:
    return [_plain(value) for value in data[name].values]


def _written(cube: Cube, path: Path, context: JobContext) -> Written:
    return Written(path, {}, _extent(cube, context), interval_of(cube.times))


def _extent(cube: Cube, context: JobContext) -> list[float] | None:
    """Where the numbers come from: the raster itself, or the sources it was reduced from."""
    if cube.is_raster:
        shape = (cube.data.sizes[cube.y], cube.data.sizes[cube.x])
        return bounds_in_degrees(cube.crs, bounds_of(transform_of(cube, context.sources), shape))
    return list(context.sources[0].bbox) if context.sources else None
