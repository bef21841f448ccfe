"""A picture brought to the grid of another raster, so that both lie over each other.

The picture is read as any other (overviews, limits on work and bytes), only then it is warped: so a
grid that somebody asks for can never make more be read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.transform import Affine
from rasterio.warp import reproject

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.raster_places import change_crs, to_native, to_pixels
from openeo_desktop.preview.raster_plan import MAX_ANSWER
from openeo_desktop.preview.values import Picture, PictureRequest, RasterLayer, WarpRequest, Window

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles, Floats

_SAMPLES = 25
"""Places along each side by which the part of the file that is needed is found."""
_FINER = 2.0
"""So many pixels are read for each that is wanted, along a side: a quarter of one may be missed."""
_MEMORY_MB = 64
Ask = Callable[[PictureRequest], Picture]


def warped(request: WarpRequest, layer: RasterLayer, crs: CRS | None, ask: Ask) -> Picture:
    """Answer on the grid of the request; NaN where the layer has nothing. Within `gdal()`.

    Args:
        layer: What is read, with its coordinate reference system.
        ask: Reads a picture of it.

    Raises:
        PreviewError: One of the two does not say where it lies.
    """
    if layer.transform is None or not crs:
        raise PreviewError(
            "This file does not say where on Earth it lies.",
            "Compare it with a file of the same grid.",
        )
    target = CRS.from_user_input(request.crs)
    wanted = _bounded(request.picture)
    needed = _needed(wanted.window, request, layer, crs, target)
    if needed is None:
        return Picture(_nothing(wanted), wanted.window)
    width = min(_FINER * wanted.width, needed[2] - needed[0])
    height = min(_FINER * wanted.height, needed[3] - needed[1])
    size = max(1, int(width)), max(1, int(height))
    source = ask(PictureRequest(wanted.layer, wanted.bands, needed, *size))
    rows, columns = source.values.shape[1:]
    values = _nothing(wanted)
    reproject(
        source.values,
        values,
        src_transform=_grid(layer.transform, source.window, columns, rows),
        src_crs=crs,
        src_nodata=np.nan,
        dst_transform=_grid(request.transform, wanted.window, wanted.width, wanted.height),
        dst_crs=target,
        dst_nodata=np.nan,
        resampling=Resampling.nearest,
        warp_mem_limit=_MEMORY_MB,
    )
    return Picture(values, wanted.window, coarse=source.coarse)


def _bounded(request: PictureRequest) -> PictureRequest:
    width, height = max(1, request.width), max(1, request.height)
    shrink = min(1.0, (MAX_ANSWER / (len(request.bands) * width * height)) ** 0.5)
    return PictureRequest(
        request.layer,
        request.bands,
        request.window,
        max(1, int(width * shrink)),
        max(1, int(height * shrink)),
    )


def _nothing(request: PictureRequest) -> Floats:
    return np.full((len(request.bands), request.height, request.width), np.nan, np.float32)


def _grid(transform: tuple[float, ...], window: Window, columns: int, rows: int) -> Affine:
    """From the pixels of a picture to coordinates."""
    a, b, c, d, e, f = transform
    left, top, right, bottom = window
    across, down = (right - left) / columns, (bottom - top) / rows
    x, y = a * left + b * top + c, d * left + e * top + f
    return Affine(a * across, b * down, x, d * across, e * down, y)


def _needed(
    window: Window, request: WarpRequest, layer: RasterLayer, crs: CRS, target: CRS
) -> Window | None:
    """The pixels of the layer that lie in the window; None: it lies elsewhere."""
    assert layer.transform is not None
    xs, ys = np.meshgrid(
        np.linspace(window[0], window[2], _SAMPLES), np.linspace(window[1], window[3], _SAMPLES)
    )
    native = to_native(request.transform, xs.ravel(), ys.ravel())
    columns, rows = to_pixels(layer.transform, *change_crs(target, crs, *native))
    known = np.isfinite(columns) & np.isfinite(rows)
    if not known.any():
        return None
    left, right = _span(columns[known], layer.width)
    top, bottom = _span(rows[known], layer.height)
    return (left, top, right, bottom) if left < right and top < bottom else None


def _span(places: Doubles, size: int) -> tuple[float, float]:
    """From the first to the last place, a little wider: the samples have gaps between them."""
    first, last = float(places.min()), float(places.max())
    more = (last - first) / _SAMPLES + 2
    return max(0.0, float(np.floor(first - more))), min(float(size), float(np.ceil(last + more)))
