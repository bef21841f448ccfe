"""Words for what a raster view shows: numbers, places, times. No widgets here."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.kit.numbers import count_text

if TYPE_CHECKING:
    from openeo_desktop.preview.values import BandStatistics, Probe, RasterLayer

_DIGITS = 6
_FEW_DIGITS = 4
"""Where two numbers share a line."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("RasterTexts", text)


def value_text(value: float, digits: int = _DIGITS) -> str:
    """A number with at most so many digits that count, as the chosen language writes it."""
    if math.isnan(value):
        return _tr("no data")
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "g", digits)


def with_unit(value: float, unit: str) -> str:
    """A value and its unit, if it has both."""
    text = value_text(value)
    return f"{text} {visible_text(unit)}" if unit and not math.isnan(value) else text


def time_text(time: dt.datetime) -> str:
    """A time of the data, in UTC: that is what the file says; the day alone at midnight."""
    utc = time.astimezone(dt.UTC) if time.tzinfo else time
    return f"{utc:%Y-%m-%d}" if utc.time() == dt.time() else f"{utc:%Y-%m-%d %H:%M} UTC"


def layer_facts(layer: RasterLayer) -> str:
    """One line: size, bands, coordinate system."""
    parts = [f"{count_text(layer.width)} × {count_text(layer.height)} px"]
    if len(layer.bands) > 1:
        count = count_text(len(layer.bands))
        kind = (
            _tr("{count} times") if len(layer.times) == len(layer.bands) else _tr("{count} bands")
        )
        parts.append(kind.format(count=count))
    name = layer.crs_name or layer.crs
    parts.append(visible_text(name) if name else _tr("not georeferenced"))
    return " · ".join(parts)


def place_text(probe: Probe) -> str:
    """Where a pixel is: its own coordinates, degrees, and its column and row."""
    parts = []
    if probe.x is not None and probe.y is not None:
        parts.append(f"{_coordinate(probe.x)}, {_coordinate(probe.y)}")
    if probe.position is not None:
        parts.append(degrees_text(*probe.position))
    words = _tr("column {column}, row {row}")
    parts.append(words.format(column=count_text(probe.column), row=count_text(probe.row)))
    return " · ".join(parts)


def degrees_text(longitude: float, latitude: float) -> str:
    """48.13714° N, 11.57540° E."""
    north = _tr("{degrees}° N") if latitude >= 0 else _tr("{degrees}° S")
    east = _tr("{degrees}° E") if longitude >= 0 else _tr("{degrees}° W")
    locale = QLocale()
    return ", ".join(
        (
            north.format(degrees=locale.toString(abs(latitude), "f", 5)),
            east.format(degrees=locale.toString(abs(longitude), "f", 5)),
        )
    )


def statistics_rows(numbers: BandStatistics) -> list[tuple[str, str]]:
    """Names and numbers of one band, for a small table."""
    share = QLocale().toString(100 * numbers.valid, "f", 1)
    low, high = (value_text(value, _FEW_DIGITS) for value in (numbers.low, numbers.high))
    return [
        (_tr("Minimum"), value_text(numbers.minimum)),
        (_tr("Maximum"), value_text(numbers.maximum)),
        (_tr("Mean"), value_text(numbers.mean)),
        (_tr("Std. deviation"), value_text(numbers.deviation)),
        (_tr("2 % to 98 %"), f"{low} … {high}"),
        (_tr("Valid pixels"), f"{share} %"),
    ]


def _coordinate(value: float) -> str:
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value, "f", 5 if abs(value) <= 360 else 1)
