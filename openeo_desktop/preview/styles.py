"""How a layer is best painted as long as nobody has chosen: its bands, colours and stretch."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from openeo_desktop.preview.values import Band, BandStatistics, RasterLayer, Style

_VEGETATION = re.compile(r"(?i)(?<![a-z])(ndvi|evi2?|m?savi|gndvi|ndre|arvi)(?![a-z])")
_WATER = re.compile(r"(?i)(?<![a-z])(m?ndwi|ndmi|ndsi|d?nbr2?|ndbi)(?![a-z])")
_HEIGHT = re.compile(r"(?i)(?<![a-z])(dem|dsm|dtm|srtm|elevation|altitude|height)(?![a-z])")
_RGB = (
    ("red", "green", "blue"),
    ("b04", "b03", "b02"),
    ("b4", "b3", "b2"),
    ("b04_10m", "b03_10m", "b02_10m"),
    ("r", "g", "b"),
)
"""Names of red, green and blue bands (Sentinel-2 and common names of STAC's EO extension)."""
_INDEX_LIMIT = 1.05


def default_bands(layer: RasterLayer) -> tuple[int, ...]:
    """Red, green and blue of the first time, if the layer has them; else its first band."""
    first = [band for band in layer.bands if band.time == layer.bands[0].time]
    for key in (_role, _name):
        found = {key(band): band.index for band in reversed(first)}
        for names in _RGB:
            if all(name in found for name in names):
                return tuple(found[name] for name in names)
    return (layer.bands[0].index,)


def _role(band: Band) -> str:
    return band.label


def _name(band: Band) -> str:
    return band.name.lower()


def default_style(layer: RasterLayer, statistics: Sequence[BandStatistics]) -> Style:
    """The style of one band, or of three, by the numbers of these bands (in their order)."""
    bands = tuple(numbers.band for numbers in statistics)
    stretches = tuple(_stretch(layer.bands[numbers.band - 1], numbers) for numbers in statistics)
    if len(bands) != 1:
        return Style(bands, stretches)
    band = layer.bands[bands[0] - 1]
    if band.colours:
        return Style(bands, stretches, colours=band.colours)
    return _of_one(layer, band, statistics[0], stretches[0])


def _of_one(
    layer: RasterLayer, band: Band, numbers: BandStatistics, stretch: tuple[float, float]
) -> Style:
    text = f"{layer.name} {layer.title} {band.name}".replace("_", " ")
    within_one = -_INDEX_LIMIT <= numbers.minimum <= numbers.maximum <= _INDEX_LIMIT
    if within_one and _VEGETATION.search(text):
        return Style((band.index,), ((-1.0, 1.0),), "vegetation")
    if within_one and _WATER.search(text):
        return Style((band.index,), ((-1.0, 1.0),), "red-blue")
    if _HEIGHT.search(text):
        return Style((band.index,), (stretch,), "terrain")
    return Style((band.index,), (stretch,))


def _stretch(band: Band, numbers: BandStatistics) -> tuple[float, float]:
    """Percentiles 2 and 98; pictures of bytes as they are."""
    if band.dtype == "uint8" and band.label in ("red", "green", "blue"):
        return (0.0, 255.0)
    if not math.isfinite(numbers.low):
        return (0.0, 1.0)
    if numbers.low < numbers.high:
        return (numbers.low, numbers.high)
    if numbers.minimum < numbers.maximum:
        return (numbers.minimum, numbers.maximum)
    return (numbers.low - 0.5, numbers.low + 0.5)
