"""From a choice and statistics to colours: the one place of the view that knows of painting.

Imported on a thread first: numpy comes with it. No widgets here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from openeo_desktop.preview import colour_maps
from openeo_desktop.preview.painting import paint
from openeo_desktop.preview.styles import default_style
from openeo_desktop.preview.values import Style
from openeo_desktop.ui.preview.raster_choice import RasterChoice, Stretch
from openeo_desktop.ui.preview.shown_picture import ShownPicture

if TYPE_CHECKING:
    from openeo_desktop.preview.values import BandStatistics, Picture, RasterFile
    from openeo_desktop.ui.preview.band_channels import Channel

Colour = tuple[int, int, int]
Limits = tuple[float, float]


def map_names() -> tuple[str, ...]:
    """The colour maps there are."""
    return colour_maps.names()


def map_title(name: str) -> str:
    """A colour map's name for a person; those of the field keep theirs."""
    return name.replace("-", " ").replace("_", " ").capitalize()


def swatch(name: str, count: int = 24) -> list[Colour]:
    """Some colours of a map, from low to high."""
    table = colour_maps.table(name)
    last = len(table) - 1
    rows = (table[round(at * last / (count - 1))] for at in range(count))
    return [(int(row[0]), int(row[1]), int(row[2])) for row in rows]


def style_of(
    file: RasterFile,
    choice: RasterChoice,
    channels: Sequence[Channel],
    numbers: Sequence[BandStatistics],
) -> Style:
    """How the chosen bands are painted: what suits them, as far as the person chose nothing."""
    found = [
        default_style(file.layers[channel.layer], [one])
        for channel, one in zip(channels, numbers, strict=True)
    ]
    stretches = tuple(_limits(choice, at, one, found[at]) for at, one in enumerate(numbers))
    bands = tuple(channel.band for channel in channels)
    if choice.is_rgb:
        return Style(bands, _one_for_all(stretches) if choice.linked else stretches)
    colour_map = choice.colour_map or found[0].colour_map
    return Style(bands, stretches, colour_map, choice.reverse, found[0].colours)


def legend_colours(style: Style | None) -> list[Colour]:
    """The colours of a single band from low to high; none for RGB and colour tables."""
    if style is None or len(style.bands) != 1 or style.colours:
        return []
    colours = swatch(style.colour_map)
    return colours[::-1] if style.reversed else colours


def _limits(choice: RasterChoice, at: int, numbers: BandStatistics, suits: Style) -> Limits:
    """The lowest and highest value of the colours of a band; never of no width."""
    if choice.stretch is Stretch.OWN and at < len(choice.limits):
        return _wide(*choice.limits[at])
    if choice.stretch is Stretch.RANGE:
        return _wide(numbers.minimum, numbers.maximum)
    if choice.stretch is Stretch.PERCENT:
        return _wide(numbers.low, numbers.high)
    return _wide(*(suits.stretches[0] if suits.stretches else (numbers.low, numbers.high)))


def _one_for_all(stretches: Sequence[Limits]) -> tuple[Limits, ...]:
    """The range that covers all of them, for each."""
    low, high = min(low for low, _ in stretches), max(high for _, high in stretches)
    return ((low, high),) * len(stretches)


def paint_all(pictures: Sequence[Picture], style: Style) -> list[ShownPicture]:
    """Values as pictures; for a thread."""
    return [ShownPicture(_image(picture, style), picture.window) for picture in pictures]


def _image(picture: Picture, style: Style) -> QImage:
    colours = paint(picture.values, style)
    rows, columns = colours.shape[:2]
    shared = QImage(colours.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
    # A copy of its own, of the kind that is drawn without another conversion at every paint.
    return shared.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _wide(low: float, high: float) -> Limits:
    if not (math.isfinite(low) and math.isfinite(high)):
        return 0.0, 1.0
    return (low, high) if high > low else (low - 0.5, low + 0.5)
