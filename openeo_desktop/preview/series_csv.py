"""Time series in the columns of a table: a date, numbers, and perhaps the area they are of.

VITO's `aggregate_spatial` writes `date,feature_index,avg(band_0)…`; our own back-end one column per
band. Rows of several areas become a line for each.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from openeo_desktop.core.words import error_text
from openeo_desktop.preview.dates import seconds_of
from openeo_desktop.preview.series_build import MOST_LINES, line, series
from openeo_desktop.preview.values import Series, SeriesLine

_AREA = re.compile(r"(?i)(feature[_ ]?(index|id)?|geometry|polygon|area|location|site|id|name)")
_BAND = re.compile(r"(?i)(bands?|variable|spectral_band)")
_YEAR = re.compile(r"(?i)(years?|dates?|time|t|jahr|année)")
_PLACE = re.compile(r"(?i)(x|y|lon|lat|longitude|latitude|easting|northing)")
_UNIT = re.compile(r"(.*?)\s*[(\[]([^()\[\]]{1,20})[)\]]")
_SAMPLE = 200


def series_of(names: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str) -> Series | None:
    """The series of a table; None if it has no dates, or no numbers."""
    date = next((at for at, name in enumerate(names) if _is_date_column(name, rows, at)), None)
    if date is None or any(_PLACE.fullmatch(name) for name in names):
        return None
    others = [at for at in range(len(names)) if at != date]
    keys = [at for at in others if _is_area(names[at]) or _is_label(rows, at, date, delimiter)]
    numeric = [at for at in others if at not in keys]
    groups: dict[tuple[str, ...], list[tuple[float, Sequence[str]]]] = {}
    left_out = False
    for row in rows:
        moment = seconds_of(row[date], years=True) if date < len(row) else None
        if moment is None:
            continue
        key = tuple(row[at].strip() if at < len(row) else "" for at in keys)
        if key in groups or len(groups) < MOST_LINES:
            groups.setdefault(key, []).append((moment, row))
        else:
            left_out = True
    keyed = [(names[at], len({key[n] for key in groups}) > 1) for n, at in enumerate(keys)]
    lines: list[SeriesLine] = []
    for key, entries in groups.items():
        geometry, band = _told_apart(keyed, key)
        lines += _lines(names, numeric, entries, (geometry, band), delimiter)
    found = series(lines)
    if found is None or not left_out or found.note:
        return found
    note = error_text(f"{len(found.lines)} lines are shown; the file has more.")
    return replace(found, note=note)


def _told_apart(keyed: Sequence[tuple[str, bool]], key: Sequence[str]) -> tuple[str, str]:
    """Area and band of a group; a column that says the same in every row tells nothing."""
    areas, band = [], ""
    for (name, differs), text in zip(keyed, key, strict=True):
        if not differs:
            continue
        if _BAND.fullmatch(name.strip()):
            band = text
        else:
            areas.append(f"{name} {text}")
    return ", ".join(areas), band


def _lines(
    names: Sequence[str],
    numeric: Sequence[int],
    entries: Sequence[tuple[float, Sequence[str]]],
    geometry_and_band: tuple[str, str],
    delimiter: str,
) -> list[SeriesLine]:
    geometry, of_band = geometry_and_band
    times = [moment for moment, _ in entries]
    found = []
    for at in numeric:
        cells = [row[at] if at < len(row) else "" for _, row in entries]
        values = _numbers(cells, delimiter)
        if values is not None:
            band, unit = _band_and_unit(names[at])
            if of_band:
                band = of_band if len(numeric) == 1 else f"{of_band} {band}"
            found.append(line(times, values, band=band, geometry=geometry, unit=unit))
    return found


def _numbers(cells: Sequence[str], delimiter: str) -> list[float] | None:
    """The values of cells, NaN for a gap; None if most of what they say is no number."""
    from openeo_desktop.preview.csv_file import as_number

    values = [as_number(one, delimiter) for one in cells]
    told = sum(bool(one.strip()) for one in cells)
    return values if told and sum(not math.isnan(one) for one in values) >= told / 2 else None


def _is_label(rows: Sequence[Sequence[str]], at: int, date: int, delimiter: str) -> bool:
    """Words that tell apart rows of the same date, as «B04» or «north field»."""
    sample = [row for row in rows[:_SAMPLE] if max(at, date) < len(row)]
    cells = [row[at] for row in sample if row[at].strip()]
    dates = [row[date] for row in sample]
    if not cells or len(set(dates)) == len(dates) or _numbers(cells, delimiter) is not None:
        return False
    return len(set(cells)) <= len(cells) // 2 + 1


def _is_date_column(name: str, rows: Sequence[Sequence[str]], at: int) -> bool:
    years = _YEAR.fullmatch(name.strip()) is not None
    cells = [row[at] for row in rows[:_SAMPLE] if at < len(row) and row[at].strip()]
    return bool(cells) and all(seconds_of(one, years=years) is not None for one in cells)


def _is_area(name: str) -> bool:
    return _AREA.fullmatch(name.strip()) is not None


def _band_and_unit(name: str) -> tuple[str, str]:
    """«B04 (dB)» has a unit; «avg(B04)» is what a function gave."""
    match = _UNIT.fullmatch(name)
    return (match[1], match[2]) if match and " " in name[: match.start(2)] else (name, "")
