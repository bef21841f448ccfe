"""Lines of a plot, made from times and values as files give them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from openeo_desktop.core.words import error_text
from openeo_desktop.preview.values import Series, SeriesLine

MOST_LINES = 2_000
MOST_POINTS = 2_000_000
_LONGEST_NAME = 200


def number(value: object) -> float:
    """A value of a plot; NaN for a gap and for what is no number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.nan


def line(
    times: Sequence[float],
    values: Sequence[object],
    *,
    band: str = "",
    geometry: str = "",
    unit: str = "",
) -> SeriesLine:
    """One line, in the order of time."""
    moments = np.asarray(times, np.float64)
    numbers = np.asarray([number(value) for value in values], np.float64)
    order = np.argsort(moments, kind="stable")
    name = ", ".join(part for part in (geometry, band) if part) or "Value"
    band, geometry = band[:_LONGEST_NAME], geometry[:_LONGEST_NAME]
    return SeriesLine(name[:_LONGEST_NAME], moments[order], numbers[order], band, geometry, unit)


def series(lines: Sequence[SeriesLine], title: str = "") -> Series | None:
    """All lines that hold a value; None if none does."""
    found = [one for one in lines if np.isfinite(one.values).any()]
    if not found:
        return None
    kept, points = [], 0
    for one in found[:MOST_LINES]:
        points += len(one.values)
        if points > MOST_POINTS:
            break
        kept.append(one)
    some = error_text(f"{len(kept)} of {len(found)} lines are shown.")
    note = some if len(kept) < len(found) else ""
    return Series(tuple(kept), title, note)
