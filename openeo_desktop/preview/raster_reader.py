"""Answers questions on raster layers: pictures, numbers, single pixels, lines, series.

Only windows and overviews are read, so a file of any size needs little memory. What a layer's
pixels come from is in `raster_stack.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview import raster_coarse
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.raster_gdal import gdal, passing
from openeo_desktop.preview.raster_places import lengths, position, to_native
from openeo_desktop.preview.raster_plan import Pixels, outside, plan, sparing, whole_pixels
from openeo_desktop.preview.raster_profile import by_block, samples
from openeo_desktop.preview.raster_series import series_of
from openeo_desktop.preview.raster_stack import RasterStack
from openeo_desktop.preview.raster_statistics import statistics_of
from openeo_desktop.preview.values import (
    BandStatistics,
    Opened,
    Picture,
    PictureRequest,
    PreviewKind,
    Probe,
    Profile,
    RasterFile,
    Series,
    WarpRequest,
    Window,
)

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles

_GLANCE = 512
"""Columns and rows that statistics which need not be exact are taken from."""
_CHUNK = 2_000_000
"""Pixels of a band that are read at once where all are."""

_FIRST_FETCH = 1.5 * 2**20
"""Bytes that the first picture of a file on a server may need: it is to be there soon."""
_LATER_FETCH = 6 * 2**20
_TOGETHER = 16
"""Bands that are read at once of one pixel."""
_OPEN = 8
"""Layers that stay open at once."""


class RasterReader(OpenedFile):
    """An open raster file.

    Args:
        file: What it is.
        stacks: Where the pixels of each of its layers come from, in the same order.
    """

    def __init__(self, file: RasterFile, stacks: Sequence[RasterStack]) -> None:
        super().__init__(Opened(PreviewKind.RASTER, file))
        self._stacks = tuple(stacks)
        self._fetch_limit = _FIRST_FETCH
        self._used: list[RasterStack] = []
        self._last_act: Callable[[], None] | None = None

    def at_end(self, act: Callable[[], None]) -> None:
        """Do this, too, when the file is closed."""
        self._last_act = act

    def picture(self, request: PictureRequest) -> Picture:
        """Nearest pixels of the best overview; coarse where all of them were too much work."""
        stack = self._stack(request.layer, request.bands)
        wanted = plan(stack.layer, request)
        if stack.cost:
            limit, self._fetch_limit = self._fetch_limit, _LATER_FETCH
            wanted = sparing(stack.layer, wanted, stack.cost, limit)
        with gdal():
            values, coarse = raster_coarse.read(
                stack, request.bands, wanted, passing(self.between_blocks)
            )
        left, top, right, bottom = wanted.area
        return Picture(values, (left, top, right, bottom), coarse=coarse)

    def warped(self, request: WarpRequest) -> Picture:
        """Nearest pixels, as `picture` reads them."""
        from openeo_desktop.preview.raster_warp import warped

        stack = self._stack(request.picture.layer, request.picture.bands)
        with gdal():
            return warped(request, stack.layer, stack.crs, self.picture)

    def statistics(
        self, layer: int, bands: Sequence[int], window: Window | None, exact: bool
    ) -> tuple[BandStatistics, ...]:
        """Exact: of every pixel, else of 512 x 512 of them (where there are more)."""
        stack = self._stack(layer, bands)
        area = whole_pixels(stack.layer, window)
        few = (area[2] - area[0]) * (area[3] - area[1]) <= _GLANCE * _GLANCE
        with gdal():
            if exact or few:
                return tuple(self._exact(stack, band, area) for band in bands)
            return self._at_a_glance(layer, bands, area)

    def _exact(self, stack: RasterStack, band: int, area: Pixels) -> BandStatistics:
        def blocks() -> Iterator[Doubles]:
            for part in _parts(stack, area):
                self._check()
                yield stack.read((band,), part)[0]

        return statistics_of(band, blocks, exact=True)

    def _at_a_glance(
        self, layer: int, bands: Sequence[int], area: Pixels
    ) -> tuple[BandStatistics, ...]:
        window = (float(area[0]), float(area[1]), float(area[2]), float(area[3]))
        found = []
        for band in bands:
            picture = self.picture(PictureRequest(layer, (band,), window, _GLANCE, _GLANCE))
            values = picture.values[0].astype(np.float64)
            found.append(statistics_of(band, partial(iter, (values,)), exact=False))
        return tuple(found)

    def probe(self, layer: int, column: float, row: float) -> Probe:
        """All bands of the pixel there, exactly."""
        stack = self._stack(layer)
        place, values = self._pixel(stack, column, row)
        transform = stack.layer.transform
        x = y = None
        with gdal():
            degrees = position(transform, stack.crs, place[0] + 0.5, place[1] + 0.5)
        if transform is not None:
            x, y = map(float, to_native(transform, place[0] + 0.5, place[1] + 0.5))
        return Probe(*place, x, y, degrees, values)

    def _pixel(
        self, stack: RasterStack, column: float, row: float
    ) -> tuple[tuple[int, int], Doubles]:
        inside = 0 <= column < stack.layer.width and 0 <= row < stack.layer.height
        if not inside:
            raise outside()
        left, top = math.floor(column), math.floor(row)
        area = (left, top, left + 1, top + 1)
        bands = [band.index for band in stack.layer.bands]
        parts = []
        with gdal():
            for first in range(0, len(bands), _TOGETHER):  # each slice of a cube may be a chunk
                self._check()
                parts.append(stack.read(bands[first : first + _TOGETHER], area)[:, 0, 0])
        return (left, top), np.concatenate(parts)

    def profile(
        self, layer: int, bands: Sequence[int], points: Sequence[tuple[float, float]]
    ) -> Profile:
        """The nearest pixels along the line, at most 2,000."""
        stack = self._stack(layer, bands)
        columns, rows = samples(points)
        across, down = np.floor(columns).astype(np.int64), np.floor(rows).astype(np.int64)
        values = np.full((len(bands), len(columns)), np.nan)
        with gdal():
            for part in by_block(stack.layer, across, down):
                self._check()
                left, top = int(across[part].min()), int(down[part].min())
                area = (left, top, int(across[part].max()) + 1, int(down[part].max()) + 1)
                read = stack.read(tuple(bands), area)
                values[:, part] = read[:, down[part] - top, across[part] - left]
            places = list(zip(columns.tolist(), rows.tolist(), strict=True))
            distances, unit = lengths(stack.layer.transform, stack.crs, places)
        return Profile(distances, values, unit)

    def pixel_series(self, layer: int, column: float, row: float) -> Series:
        """One line for each band that has times."""
        stack = self._stack(layer)
        if not stack.layer.times:
            raise PreviewError(
                "This file has no times.", "Choose a file or variable that has a time dimension."
            )
        place, values = self._pixel(stack, column, row)
        return series_of(stack.layer, place, values)

    def close(self) -> None:
        """Close all datasets."""
        for stack in self._stacks:
            stack.close()
        if self._last_act is not None:
            self._last_act()

    def _check(self) -> None:
        passing(self.between_blocks)()

    def _stack(self, layer: int, bands: Sequence[int] = (1,)) -> RasterStack:
        if not 0 <= layer < len(self._stacks):
            raise outside()
        stack = self._stacks[layer]
        if not bands or not all(1 <= band <= len(stack.layer.bands) for band in bands):
            raise PreviewError("The file has no such band.", "Choose one of its bands.")
        self._use(stack)
        return stack

    def _use(self, stack: RasterStack) -> None:
        """A file has many variables: only those that were asked last stay open."""
        self._used = [*(other for other in self._used if other is not stack), stack]
        if len(self._used) > _OPEN:
            self._used.pop(0).close()


def _parts(stack: RasterStack, area: Pixels) -> Iterator[Pixels]:
    """An area in parts along its blocks, a few million pixels each."""
    left, top, right, bottom = area
    width, height = (max(1, side) for side in stack.layer.block)
    across = max(width, (_CHUNK // height) // width * width)
    down = height if across < right - left else max(height, _rows(height, right - left))
    for y in _steps(top, bottom, down):
        for x in _steps(left, right, across):
            yield x[0], y[0], x[1], y[1]


def _rows(height: int, width: int) -> int:
    return (_CHUNK // width) // height * height


def _steps(first: int, end: int, step: int) -> Iterator[tuple[int, int]]:
    """From `first` to `end`, cut at the multiples of `step`."""
    while first < end:
        following = min(end, (first // step + 1) * step)
        yield first, following
        first = following
