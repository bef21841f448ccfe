"""Time series in the columns of a table: a date, numbers, and perhaps the area they are of.

VITO's `aggregate_spatial` writes `date,feature_index,avg(band_0)…`; our own back-end one column per
band. Rows of several areas become a line for each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from openeo_desktop.preview.dates import seconds_of
from openeo_desktop.preview.series_build import MOST_LINES, line, series
from openeo_desktop.preview.values import Series, SeriesLine

_AREA = re.compile(r"(?i)(feature[_ ]?(index|id)?|geometry|polygon|area|location|site|id|name)")
_PLACE = re.compile(r"(?i)(x|y|lon|lat|longitude|latitude|easting|northing)")
_UNIT = re.compile(r"(.*?)\s*[(\[]([^()\[\]]{1,20})[)\]]")
_SAMPLE = 200


def series_of(names: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str) -> Series | None:
    """The series of a table; None if it has no dates, or no numbers."""
    date = next((at for at in range(len(names)) if _is_date_column(rows, at)), None)
    if date is None or any(_PLACE.fullmatch(name) for name in names):
        return None
    area = next((at for at, name in enumerate(names) if at != date and _is_area(name)), None)
    numeric = [at for at in range(len(names)) if at not in (date, area)]
    groups: dict[str, list[tuple[float, Sequence[str]]]] = {}
    for row in rows:
        moment = seconds_of(row[date], years=True) if date < len(row) else None
        if moment is None:
            continue
        key = row[area].strip() if area is not None and area < len(row) else ""
        if key in groups or len(groups) < MOST_LINES:
            groups.setdefault(key, []).append((moment, row))
    lines: list[SeriesLine] = []
    for key, entries in groups.items():
        geometry = f"{names[area]} {key}" if area is not None and len(groups) > 1 else ""
        lines += _lines(names, numeric, entries, geometry, delimiter)
    return series(lines)


def _lines(
    names: Sequence[str],
    numeric: Sequence[int],
    entries: Sequence[tuple[float, Sequence[str]]],
    geometry: str,
    delimiter: str,
) -> list[SeriesLine]:
    from openeo_desktop.preview.csv_file import as_number

    times = [moment for moment, _ in entries]
    found = []
    for at in numeric:
        cells = [row[at] if at < len(row) else "" for _, row in entries]
        values = [as_number(one, delimiter) for one in cells]
        told = sum(bool(one.strip()) for one in cells)
        if told and sum(not math.isnan(one) for one in values) >= told / 2:
            band, unit = _band_and_unit(names[at])
            found.append(line(times, values, band=band, geometry=geometry, unit=unit))
    return found


def _is_date_column(rows: Sequence[Sequence[str]], at: int) -> bool:
    cells = [row[at] for row in rows[:_SAMPLE] if at < len(row) and row[at].strip()]
    return bool(cells) and all(seconds_of(one) is not None for one in cells)


def _is_area(name: str) -> bool:
    return _AREA.fullmatch(name.strip()) is not None


def _band_and_unit(name: str) -> tuple[str, str]:
    """«B04 (dB)» has a unit; «avg(B04)» is what a function gave."""
    match = _UNIT.fullmatch(name)
    return (match[1], match[2]) if match and " " in name[: match.start(2)] else (name, "")
