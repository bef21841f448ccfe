"""Time series in the JSON shapes that openEO back-ends give.

By date (`{date: value}`, `{date: [value per band]}`, `{date: [[value per geometry, per band]]}`:
VITO's and the reference implementations' `aggregate_spatial`), xarray's dimensions and values,
CoverageJSON, and pandas' split orientation. Nothing here reads a file.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openeo_desktop.preview.dates import are_dates, seconds_of
from openeo_desktop.preview.series_build import line, series
from openeo_desktop.preview.values import Series, SeriesLine

_TIME_NAMES = ("t", "time", "date", "dates", "temporal", "datetime")
_MOST_CELLS = 2_000_000


def series_of(document: Any) -> Series | None:
    """The series of a document; None if it is none."""
    if not isinstance(document, dict) or not document:
        return None
    for shape in (_by_date, _by_name, _cube, _coverage, _split):
        lines = shape(document)
        if lines:
            return series(lines)
    return None


def _by_name(document: Mapping[str, Any]) -> list[SeriesLine]:
    """`{name: {date: …}}`: a geometry, or a column as pandas' `to_json` writes it."""
    if not all(isinstance(one, dict) for one in document.values()):
        return []
    found = (_by_date(one, str(name)) for name, one in document.items())
    return list(itertools.chain.from_iterable(found))


def _by_date(document: Mapping[str, Any], place: str = "") -> list[SeriesLine]:
    dates = list(document)
    if not are_dates(dates):
        return []
    times = [seconds_of(date, years=True) or 0.0 for date in dates]
    columns: dict[tuple[str, str], dict[int, Any]] = {}
    for number, value in enumerate(document.values()):
        for key, one in _cells(value):
            columns.setdefault(key, {})[number] = one
    many = len({geometry for geometry, _ in columns}) > 1
    return [
        line(
            times,
            [cells.get(number) for number in range(len(times))],
            band=band,
            geometry=", ".join(filter(None, (place, geometry if many else ""))),
        )
        for (geometry, band), cells in columns.items()
    ]


def _cells(value: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    """The numbers of one date, each with its geometry and band."""
    if isinstance(value, dict):
        for name, one in value.items():
            if isinstance(one, dict):
                yield from (((str(name), str(band)), number) for band, number in one.items())
            else:
                yield ("Area 1", str(name)), one
    elif not isinstance(value, list):
        yield ("Area 1", ""), value
    elif any(isinstance(one, list) for one in value):
        for area, bands in enumerate(value, 1):
            cells = bands if isinstance(bands, list) else [bands]
            for number, one in enumerate(cells, 1):
                yield (f"Area {area}", f"Band {number}"), one
    else:
        for number, one in enumerate(value, 1):
            yield ("Area 1", f"Band {number}"), one


def _cube(document: Mapping[str, Any]) -> list[SeriesLine]:
    """`dims`, `coords` and `data`, as xarray's `to_dict` and our own back-end write them."""
    variables = document.get("data_vars")
    shared = document.get("coords")
    if isinstance(variables, dict):
        found = (_array(str(name), one, shared) for name, one in variables.items())
        return list(itertools.chain.from_iterable(found))
    return _array(str(document.get("name") or ""), document, shared)


def _array(name: str, array: Any, coords: Any) -> list[SeriesLine]:
    if not isinstance(array, dict) or not isinstance(coords, dict):
        return []
    dims = array.get("dims")
    if not isinstance(dims, list) or not all(isinstance(one, str) for one in dims):
        return []
    labels = [_labels(coords.get(one)) for one in dims]
    at = next((n for n, one in enumerate(dims) if _is_time(one, labels[n])), None)
    if at is None:
        return []
    times = [seconds_of(label, years=True) or 0.0 for label in labels[at]]
    lines: dict[tuple[int, ...], list[Any]] = {}
    for place, value in _flat(array.get("data"), len(dims)):
        if place[at] >= len(times):
            return []
        key = place[:at] + place[at + 1 :]
        lines.setdefault(key, [None] * len(times))[place[at]] = value
    others = [(one, labels[n]) for n, one in enumerate(dims) if n != at]
    return [_line_of_cube(name, key, others, times, values) for key, values in lines.items()]


def _line_of_cube(
    name: str,
    key: tuple[int, ...],
    others: Sequence[tuple[str, list[str]]],
    times: Sequence[float],
    values: Sequence[Any],
) -> SeriesLine:
    band, places = name, []
    for number, (dim, labels) in zip(key, others, strict=True):
        label = labels[number] if number < len(labels) else str(number + 1)
        if dim.lower() in ("bands", "band", "variable"):
            band = label
        else:
            places.append(f"{dim} {label}")
    return line(times, values, band=band, geometry=", ".join(places))


def _labels(coordinate: Any) -> list[str]:
    values = coordinate.get("data") if isinstance(coordinate, dict) else coordinate
    return [str(one) for one in values] if isinstance(values, list) else []


def _is_time(dim: str, labels: list[str]) -> bool:
    return are_dates(labels) and (dim.lower() in _TIME_NAMES or "-" in labels[0])


def _flat(data: Any, depth: int) -> Iterator[tuple[tuple[int, ...], Any]]:
    """The values of nested lists with their places; at most so many."""
    return itertools.islice(_walk(data, depth, ()), _MOST_CELLS)


def _walk(data: Any, depth: int, place: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Any]]:
    if depth == 0:
        yield place, data
    elif isinstance(data, list) and depth <= 8:
        for number, one in enumerate(data):
            yield from _walk(one, depth - 1, (*place, number))


def _coverage(document: Mapping[str, Any]) -> list[SeriesLine]:
    """CoverageJSON (https://covjson.org/spec/): a time axis, and ranges over it alone."""
    coverages = document.get("coverages")
    found = coverages if isinstance(coverages, list) else [document]
    many = len(found) > 1
    lines = []
    for number, one in enumerate(found, 1):
        if isinstance(one, dict):
            lines += _of_coverage(one, f"Area {number}" if many else "")
    return lines


def _of_coverage(coverage: Mapping[str, Any], geometry: str) -> list[SeriesLine]:
    domain, ranges = coverage.get("domain"), coverage.get("ranges")
    axes = domain.get("axes") if isinstance(domain, dict) else None
    axis = axes.get("t") if isinstance(axes, dict) else None
    values = axis.get("values") if isinstance(axis, dict) else None
    if not isinstance(values, list) or not isinstance(ranges, dict):
        return []
    if not are_dates([one for one in values if isinstance(one, str)]):
        return []
    times = [seconds_of(one, years=True) or 0.0 for one in values]
    lines = []
    for name, one in ranges.items():
        numbers = one.get("values") if isinstance(one, dict) else None
        if isinstance(numbers, list) and len(numbers) == len(times):
            lines.append(line(times, numbers, band=str(name), geometry=geometry))
    return lines


def _split(document: Mapping[str, Any]) -> list[SeriesLine]:
    """`columns`, `index` and `data`, as pandas' `to_json(orient="split")` writes them."""
    columns, index, data = (document.get(name) for name in ("columns", "index", "data"))
    if not (isinstance(columns, list) and isinstance(index, list) and isinstance(data, list)):
        return []
    if not are_dates([one for one in index if isinstance(one, str)]) or len(data) != len(index):
        return []
    times = [seconds_of(one, years=True) or 0.0 for one in index]
    rows = [row if isinstance(row, list) else [row] for row in data]
    return [
        line(times, [row[n] if n < len(row) else None for row in rows], band=str(name))
        for n, name in enumerate(columns)
    ]
