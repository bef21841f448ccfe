"""The grid on which a second raster is asked for, so that it lies over the first; no widgets here.

A file of another coordinate system is shown as if it had the grid of the first, made finer where
the second has smaller pixels: the reader warps each picture (`preview.raster_warp`).
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from openeo_desktop.preview.values import (
    Opened,
    Picture,
    PictureRequest,
    RasterFile,
    RasterLayer,
    WarpRequest,
)

if TYPE_CHECKING:
    from openeo_desktop.ui.preview.questions import RasterQuestions

MOST_FINER = 64
MOST_SIDE = 4_000_000
"""Pixels of a grid along one side: they are counted as floats."""


def overlap(first: RasterLayer, second: RasterLayer) -> bool:
    """Whether their outlines may touch; also where one of them is not known."""
    if not first.outline or not second.outline:
        return True
    one, two = _box(first), _box(second)
    return any(
        one[0] <= two[2] + turn
        and two[0] + turn <= one[2]
        and one[1] <= two[3]
        and two[1] <= one[3]
        for turn in (-360.0, 0.0, 360.0)
    )


def finer(first: RasterLayer, second: RasterLayer) -> int:
    """How many pixels of the second lie along one of the first, about; at least 1."""
    if not first.outline or not second.outline:
        return 1
    one, two = _box(first), _box(second)
    ratios = [
        ((one[2] - one[0]) / first.width) / max((two[2] - two[0]) / second.width, 1e-12),
        ((one[3] - one[1]) / first.height) / max((two[3] - two[1]) / second.height, 1e-12),
    ]
    room = MOST_SIDE // max(first.width, first.height)
    return max(1, min(math.ceil(max(ratios) - 0.1), MOST_FINER, room))


def grid_of(first: RasterLayer, factor: int) -> RasterLayer:
    """The first layer with so many pixels for one along each side."""
    assert first.transform is not None
    a, b, c, d, e, f = first.transform
    return replace(
        first,
        width=first.width * factor,
        height=first.height * factor,
        transform=(a / factor, b / factor, c, d / factor, e / factor, f),
    )


class WarpedQuestions:
    """`RasterQuestions` of a file that pretends to have another grid; all else is the file's."""

    def __init__(self, questions: RasterQuestions, grid: RasterLayer) -> None:
        content = questions.opened.content
        assert isinstance(content, RasterFile)
        assert grid.transform is not None
        self._questions = questions
        self._transform, self._crs = grid.transform, grid.crs
        layers = tuple(_on_grid(layer, grid) for layer in content.layers)
        self.opened = Opened(questions.opened.kind, replace(content, layers=layers))
        self.statistics = questions.statistics
        self.probe = questions.probe
        self.profile = questions.profile
        self.pixel_series = questions.pixel_series
        self.warped = questions.warped

    async def picture(self, request: PictureRequest) -> Picture:
        """A picture on the grid."""
        return await self._questions.warped(WarpRequest(request, self._transform, self._crs))


def _on_grid(layer: RasterLayer, grid: RasterLayer) -> RasterLayer:
    return replace(
        layer, width=grid.width, height=grid.height, transform=grid.transform, crs=grid.crs
    )


def _box(layer: RasterLayer) -> tuple[float, float, float, float]:
    """West, south, east, north in degrees."""
    xs, ys = zip(*layer.outline, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
