"""The grid of meridians and parallels: how far apart, and how they and places are written."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QLocale

from openeo_desktop.ui.map.map_viewport import METRES_PER_DEGREE, MapViewport, wrapped

_STEPS = (45.0, 30.0, 15.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002)
_LEAST_APART = 90.0
"""Pixels between two meridians: their labels need so much."""
_SCALE_WIDTH = 120.0
_SCALE_BELOW = 100.0
"""Degrees in view: over these a length in the middle says nothing of the edges."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Graticule", text)


def step_of(pixels_per_degree: float) -> float:
    """Degrees between two lines."""
    wanted = _LEAST_APART / pixels_per_degree
    fit = [step for step in _STEPS if step >= wanted]
    return fit[-1] if fit else _STEPS[0]


def lines_between(low: float, high: float, step: float) -> list[float]:
    """The multiples of `step` from `low` to `high`; at most a hundred."""
    first, last = math.ceil(low / step), math.floor(high / step)
    return [number * step for number in range(first, min(last, first + 100) + 1)]


def longitude_text(longitude: float, decimals: int) -> str:
    """`14.5° E`."""
    east = wrapped(longitude)
    degrees = _number(abs(east), decimals)
    if east == 0 or abs(east) == 180:
        return _tr("{degrees}°").format(degrees=degrees)
    words = _tr("{degrees}° E") if east > 0 else _tr("{degrees}° W")
    return words.format(degrees=degrees)


def latitude_text(latitude: float, decimals: int) -> str:
    """`46.1° N`."""
    degrees = _number(abs(latitude), decimals)
    if latitude == 0:
        return _tr("{degrees}°").format(degrees=degrees)
    words = _tr("{degrees}° N") if latitude > 0 else _tr("{degrees}° S")
    return words.format(degrees=degrees)


def place_text(longitude: float, latitude: float, pixels_per_degree: float) -> str:
    """`46.05° N, 14.51° E`, as exact as a pixel is."""
    decimals = min(max(math.ceil(math.log10(max(pixels_per_degree, 1.0))), 1), 6)
    return f"{latitude_text(latitude, decimals)}, {longitude_text(longitude, decimals)}"


def decimals_of(step: float) -> int:
    """Decimal places that a multiple of this step needs."""
    return max(0, math.ceil(-math.log10(step) - 1e-9))


def scale_bar(viewport: MapViewport) -> tuple[float, str]:
    """A length in pixels and what it is on the ground in the middle; 0 where none would be true."""
    if viewport.degrees_wide > _SCALE_BELOW:
        return 0.0, ""
    metres = METRES_PER_DEGREE * math.cos(math.radians(viewport.latitude)) / viewport.scale_x
    if metres <= 0:
        return 0.0, ""
    most = metres * _SCALE_WIDTH
    unit = 10.0 ** math.floor(math.log10(most))
    length = max(unit * part for part in (1, 2, 5) if unit * part <= most)
    return length / metres, _length_text(length)


def _length_text(metres: float) -> str:
    if metres >= 1000:
        return _tr("{length} km").format(length=_number(metres / 1000, 0))
    return _tr("{length} m").format(length=_number(metres, 1 if metres < 1 else 0))


def _number(value: float, decimals: int) -> str:
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    return locale.toString(float(value), "f", decimals)
