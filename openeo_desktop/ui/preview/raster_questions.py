"""Questions over several layers as one: three variables of a netCDF file are one RGB picture.

Coroutines over `RasterQuestions`; nothing is painted and nothing remembered here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openeo_desktop.preview.values import BandStatistics, Picture, PictureRequest, Window
from openeo_desktop.ui.preview.band_channels import Channel

if TYPE_CHECKING:
    import numpy.typing as npt

    from openeo_desktop.ui.preview.questions import RasterQuestions


async def ask_picture(
    questions: RasterQuestions,
    channels: Sequence[Channel],
    window: Window,
    width: int,
    height: int,
) -> Picture:
    """Values of the channels in their order, one question for each layer.

    Raises:
        AppError: There is no picture.
    """
    layers = _by_layer(channels)
    if len(layers) == 1 and len(set(channels)) == len(channels):
        layer = channels[0].layer
        bands = tuple(channel.band for channel in channels)
        return await questions.picture(PictureRequest(layer, bands, window, width, height))
    import numpy as np

    planes: dict[Channel, npt.NDArray[np.float32]] = {}
    for layer, bands in layers.items():
        answer = await questions.picture(PictureRequest(layer, bands, window, width, height))
        for band, plane in zip(bands, answer.values, strict=True):
            planes[Channel(layer, band)] = plane
    return Picture(np.stack([planes[channel] for channel in channels]), answer.window)


async def ask_statistics(
    questions: RasterQuestions,
    channels: Sequence[Channel],
    window: Window | None = None,
    *,
    exact: bool = False,
) -> dict[Channel, BandStatistics]:
    """Numbers of each channel.

    Raises:
        AppError: There are none.
    """
    found: dict[Channel, BandStatistics] = {}
    for layer, bands in _by_layer(channels).items():
        for numbers in await questions.statistics(layer, bands, window, exact):
            found[Channel(layer, numbers.band)] = numbers
    return found


def _by_layer(channels: Sequence[Channel]) -> dict[int, tuple[int, ...]]:
    layers: dict[int, tuple[int, ...]] = {}
    for channel in channels:
        if channel.band not in layers.get(channel.layer, ()):
            layers[channel.layer] = (*layers.get(channel.layer, ()), channel.band)
    return layers
