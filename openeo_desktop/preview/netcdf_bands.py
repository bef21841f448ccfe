"""Which time and which name each band of a netCDF variable has.

GDAL makes a band of each x-y slice and tells the other dimensions in metadata
(https://gdal.org/en/stable/drivers/raster/netcdf.html, «Dimension»).
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from openeo_desktop.preview import cf_time
from openeo_desktop.preview.raster_gdal import Dataset, too_large
from openeo_desktop.preview.raster_layers import MAX_BANDS, BandLabel


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension beside x and y: its coordinates as texts, and what they count."""

    name: str
    coordinates: tuple[str, ...]
    units: str = ""
    calendar: str = ""

    def time(self, place: int) -> dt.datetime | None:
        """The moment that a place along it is, None if it is none."""
        try:
            value = float(self.coordinates[place])
        except ValueError:
            return None
        return cf_time.decode(value, self.units, self.calendar)

    def text(self, place: int) -> str:
        """What a person calls this place: B04, or level 850 hPa."""
        coordinate = self.coordinates[place]
        try:
            value = float(coordinate)
        except ValueError:
            return coordinate
        units = "" if self.units in ("", "1") else f" {self.units}"
        return f"{self.name} {value:g}{units}"


def labels_of(dataset: Dataset) -> tuple[BandLabel, ...]:
    """One for each band; empty where the variable is a single slice without a name."""
    dimensions = _dimensions(dataset.tags())
    labels = labels_along(dimensions)
    return labels if dimensions and len(labels) == dataset.count else ()


def labels_along(dimensions: tuple[Dimension, ...]) -> tuple[BandLabel, ...]:
    """One for each slice, the last dimension fastest; a single one without dimensions."""
    sizes = [len(dimension.coordinates) for dimension in dimensions]
    if math.prod(sizes) > MAX_BANDS:
        raise too_large()
    return tuple(_label(dimensions, place) for place in np.ndindex(*sizes))


def _label(dimensions: tuple[Dimension, ...], places: tuple[int, ...]) -> BandLabel:
    time, names = None, []
    for dimension, place in zip(dimensions, places, strict=True):
        moment = dimension.time(place) if cf_time.is_time(dimension.units) else None
        if moment is not None and time is None:
            time = moment
        else:
            names.append(dimension.text(place))
    return BandLabel(", ".join(names), time)


def _dimensions(tags: Mapping[str, str]) -> tuple[Dimension, ...]:
    return tuple(_dimension(name, tags) for name in extra_dimensions(tags))


def extra_dimensions(tags: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the dimensions beside rows and columns, the slowest first."""
    return _items(tags.get("NETCDF_DIM_EXTRA", ""))


def _dimension(name: str, tags: Mapping[str, str]) -> Dimension:
    """Its coordinates, or their numbers from 1 where the file has none."""
    size = _size(_items(tags.get(f"NETCDF_DIM_{name}_DEF", "")))
    coordinates = _items(tags.get(f"NETCDF_DIM_{name}_VALUES", ""))
    if len(coordinates) != size:
        coordinates = tuple(str(number) for number in range(1, size + 1))
    units, calendar = tags.get(f"{name}#units", ""), tags.get(f"{name}#calendar", "")
    return Dimension(name, coordinates, units, calendar)


def _size(definition: tuple[str, ...]) -> int:
    first = definition[0] if definition else ""
    return int(first) if first.isdecimal() and len(first) < 10 else 0


def _items(text: str) -> tuple[str, ...]:
    """{a,b,c} as GDAL writes lists; a single one has no braces."""
    inner = text.removeprefix("{").removesuffix("}")
    return tuple(item.strip() for item in inner.split(",")) if inner else ()
