"""An open raster file in memory: its values follow from the place, its questions are kept.

The value of band b at (column, row) is b * 1000 + row * 10 + column; what is masked is NaN.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.values import (
    Band,
    BandStatistics,
    Opened,
    Picture,
    PictureRequest,
    PreviewKind,
    Probe,
    Profile,
    RasterFile,
    RasterLayer,
    Series,
    SeriesLine,
    WarpRequest,
    Window,
)

UTM = (10.0, 0.0, 500_000.0, 0.0, -10.0, 5_000_000.0)


def make_band(index: int, name: str = "", time: dt.datetime | None = None, **values: Any) -> Band:
    """A band of floats."""
    return Band(index=index, name=name, dtype="float32", time=time, **values)


def make_layer(*bands: Band, columns: int = 40, rows: int = 30, **values: Any) -> RasterLayer:
    """A layer in UTM; one unnamed band if none is given."""
    values.setdefault("transform", UTM)
    values.setdefault("crs", "EPSG:32633")
    return RasterLayer(values.pop("name", ""), columns, rows, bands or (make_band(1),), **values)


class FakeRaster:
    """Answers at once, or when `gate` is set. `failure` is raised by every question."""

    def __init__(self, *layers: RasterLayer) -> None:
        content = RasterFile("fake", layers or (make_layer(),))
        self.opened = Opened(PreviewKind.RASTER, content)
        self.layers = content.layers
        self.asked: list[PictureRequest] = []
        self.warps: list[WarpRequest] = []
        self.windows: list[Window | None] = []
        self.failure: PreviewError | None = None
        self.gate: asyncio.Event | None = None
        self.closed = False

    async def picture(self, request: PictureRequest) -> Picture:
        self.asked.append(request)
        await self._ready()
        left, top, right, bottom = request.window
        columns = np.floor(np.linspace(left, right, request.width, endpoint=False))
        rows = np.floor(np.linspace(top, bottom, request.height, endpoint=False))
        plane = rows[:, None] * 10 + columns[None, :]
        values = np.stack([plane + band * 1000 for band in request.bands]).astype(np.float32)
        return Picture(values, request.window)

    async def warped(self, request: WarpRequest) -> Picture:
        self.warps.append(request)
        return await self.picture(request.picture)

    async def statistics(
        self, layer: int, bands: Sequence[int], window: Window | None = None, exact: bool = False
    ) -> tuple[BandStatistics, ...]:
        self.windows.append(window)
        await self._ready()
        return tuple(_numbers(band, self.layers[layer], exact=exact) for band in bands)

    async def probe(self, layer: int, column: float, row: float) -> Probe:
        await self._ready()
        at = int(column), int(row)
        values = [band.index * 1000 + at[1] * 10 + at[0] for band in self.layers[layer].bands]
        x, y = 500_005.0 + 10 * at[0], 4_999_995.0 - 10 * at[1]
        return Probe(*at, x, y, (15.0, 45.15), np.array(values, float))

    async def profile(
        self, layer: int, bands: Sequence[int], points: Sequence[tuple[float, float]]
    ) -> Profile:
        await self._ready()
        return Profile(np.arange(3.0), np.array([[b, b + 1, b] for b in bands], float), "m")

    async def pixel_series(self, layer: int, column: float, row: float) -> Series:
        await self._ready()
        return Series((SeriesLine("<b>x</b>", np.arange(3.0), np.arange(3.0)),))

    def close(self) -> None:
        self.closed = True

    async def _ready(self) -> None:
        if self.gate is not None:
            await self.gate.wait()
        if self.failure is not None:
            raise self.failure


class FakeOpener:
    """Opens what `files` holds, by target."""

    def __init__(self, **files: FakeRaster) -> None:
        self.files: dict[Any, FakeRaster] = dict(files)

    async def open(self, target: Any, /) -> FakeRaster:
        if target not in self.files:
            raise PreviewError("This file is damaged.", "Download it again.")
        return self.files[target]


def _numbers(band: int, layer: RasterLayer, *, exact: bool) -> BandStatistics:
    least = band * 1000.0
    most = least + 10.0 * layer.height + layer.width
    return BandStatistics(
        band, least, most, (least + most) / 2, 1.0, 1.0, least + 5, most - 5,
        np.ones(256, np.int64), np.linspace(least, most, 257), exact,
    )  # fmt: skip
