"""What a person chooses between in a raster file: bands by name, and times. No widgets here.

A GeoTIFF has one layer with bands; a netCDF file has a layer for each variable, whose bands are
times. Both are put into one order: names, and for each name a channel at each time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.preview.values import Band, RasterFile, RasterLayer

_RGB = (
    ("b04", "b03", "b02"),
    ("b4", "b3", "b2"),
    ("b04_10m", "b03_10m", "b02_10m"),
    ("red", "green", "blue"),
    ("r", "g", "b"),
)


class Channel(NamedTuple):
    """One band of one layer: `layer` from 0, `band` from 1."""

    layer: int
    band: int


@dataclass(frozen=True, slots=True)
class BandTable:
    """The bands of the layers that share a grid.

    Attributes:
        layer: The first of these layers: it stands for the grid.
        names: What can be chosen, in the order of the file.
        times: The times there are; empty if the file knows none.
        at: The channel of a name at a time (None where there are no times).
    """

    layer: int
    names: tuple[str, ...]
    times: tuple[dt.datetime, ...]
    at: dict[tuple[str, dt.datetime | None], Channel]

    def channel(self, name: str, time: dt.datetime | None) -> Channel | None:
        """Where a name is found at a time; bands without a time are there at any."""
        return self.at.get((name, time)) or self.at.get((name, None))

    def name_of(self, channel: Channel) -> str:
        """The name of a channel."""
        return next((name for (name, _), found in self.at.items() if found == channel), "")

    def layers(self) -> tuple[int, ...]:
        """The layers of the grid, in order."""
        return tuple(sorted({channel.layer for channel in self.at.values()}))


def tables(file: RasterFile) -> list[BandTable]:
    """A table for each grid of the file, in the order of their first layers."""
    grids: dict[object, list[int]] = {}
    for number, layer in enumerate(file.layers):
        grids.setdefault((layer.width, layer.height, layer.transform), []).append(number)
    return [_table(file, numbers) for numbers in grids.values()]


def band_of(file: RasterFile, channel: Channel) -> Band:
    """What the file tells of a channel."""
    return next(b for b in file.layers[channel.layer].bands if b.index == channel.band)


def rgb_names(file: RasterFile, table: BandTable) -> tuple[str, str, str] | None:
    """The names for red, green and blue; None where the file has no such bands.

    By the roles that the file gives, else by the names of common sensors (Sentinel-2, Landsat).
    """
    if len(table.names) < 3:
        return None
    labels = {band_of(file, channel).label: name for (name, _), channel in table.at.items()}
    if {"red", "green", "blue"} <= labels.keys():
        return labels["red"], labels["green"], labels["blue"]
    lower = {name.lower(): name for name in table.names}
    for red, green, blue in _RGB:
        if {red, green, blue} <= lower.keys():
            return lower[red], lower[green], lower[blue]
    return None


def _table(file: RasterFile, numbers: list[int]) -> BandTable:
    names: list[str] = []
    at: dict[tuple[str, dt.datetime | None], Channel] = {}
    for number in numbers:
        layer = file.layers[number]
        for band, own in _named(layer, several=len(file.layers) > 1):
            taken = (own, band.time) in at  # two bands of one name: told apart by their number
            name = f"{own} ({band.index})" if taken else own
            at.setdefault((name, band.time), Channel(number, band.index))
            if name not in names:
                names.append(name)
    times = sorted({time for _, time in at if time is not None})
    return BandTable(numbers[0], tuple(names), tuple(times), at)


def _named(layer: RasterLayer, *, several: bool) -> Iterator[tuple[Band, str]]:
    own = visible_text(layer.title or layer.name) if several else ""
    counted = QCoreApplication.translate("BandChannels", "Band {number}")
    timed = len(layer.times) > 0
    for band in layer.bands:
        if band.label == "alpha":
            continue
        name = visible_text(band.name)
        if several and name and name != own:
            name = f"{own}: {name}"
        number = counted.format(number=1 if timed else band.index)
        yield band, name or own or number
