"""A pixel over time: one line for each band of a cube, its values in the order of the times."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from openeo_desktop.preview.values import RasterLayer, Series, SeriesLine

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles


def series_of(layer: RasterLayer, place: tuple[int, int], values: Doubles) -> Series:
    """The values of all bands at one pixel, as lines over their times.

    Args:
        layer: With at least one band that has a time.
        place: Column and row.
        values: (bands,)
    """
    grouped: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for band, value in zip(layer.bands, values.tolist(), strict=True):
        if band.time is not None:
            grouped[band.name].append((_seconds(band.time), value, band.unit))
    lines = tuple(_line(name or layer.name, name, found) for name, found in grouped.items())
    return Series(lines, title=f"{layer.title or layer.name} ({place[0]}, {place[1]})".strip())


def _line(name: str, band: str, found: list[tuple[float, float, str]]) -> SeriesLine:
    found.sort(key=lambda sample: sample[0])
    times = np.array([time for time, _, _ in found])
    values = np.array([value for _, value, _ in found])
    return SeriesLine(name, times, values, band=band or name, unit=found[0][2])


def _seconds(time: dt.datetime) -> float:
    return time.timestamp()
