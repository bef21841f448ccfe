"""Pixels of an open dataset as numbers: scaled, NaN where there is nothing.

Nodata values, masks and alpha bands all say where there is nothing (GDAL RFC 15).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from rasterio.enums import MaskFlags, Resampling
from rasterio.windows import Window as PixelWindow

from openeo_desktop.preview.raster_gdal import Dataset

Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom: whole pixels of the full resolution, right and bottom excluded."""
Values = npt.NDArray[Any]


def read_values(
    dataset: Dataset,
    bands: Sequence[int],
    area: Pixels,
    shape: tuple[int, int] | None = None,
    dtype: npt.DTypeLike = np.float64,
) -> Values:
    """Read an area of some bands: (bands, rows, columns).

    Args:
        shape: Rows and columns of the answer: nearest pixels of the best overview; None: all.
        dtype: float32 or float64.
    """
    left, top, right, bottom = area
    rows, columns = shape or (bottom - top, right - left)
    where: dict[str, Any] = {
        "window": PixelWindow(left, top, right - left, bottom - top),
        "out_shape": (rows, columns),
        "resampling": Resampling.nearest,  # never a mean of classes, nor of values and nodata
    }
    raw = dataset.read(list(bands), **where | {"out_shape": (len(bands), rows, columns)})
    values = np.empty(raw.shape, dtype)
    for place, band in enumerate(bands):
        _fill(values[place], raw[place], dataset, band, where)
    return values


def _fill(values: Values, raw: Values, dataset: Dataset, band: int, where: dict[str, Any]) -> None:
    values[...] = raw
    scale, offset = dataset.scales[band - 1], dataset.offsets[band - 1]
    if (scale, offset) != (1.0, 0.0) and np.isfinite([scale, offset]).all():
        values *= scale
        values += offset
    nothing = _nothing(raw, dataset, band, where)
    if nothing is not None:
        values[nothing] = np.nan


def _nothing(
    raw: Values, dataset: Dataset, band: int, where: dict[str, Any]
) -> npt.NDArray[np.bool_] | None:
    flags = dataset.mask_flag_enums[band - 1]
    if MaskFlags.all_valid in flags:
        return None
    if MaskFlags.nodata in flags and MaskFlags.alpha not in flags:
        return _is_nodata(raw, dataset.nodatavals[band - 1])
    return np.asarray(dataset.read_masks(band, **where) == 0)


def _is_nodata(raw: Values, nodata: float | None) -> npt.NDArray[np.bool_] | None:
    if nodata is None or np.isnan(nodata):
        return None  # NaN stays NaN
    if raw.dtype.kind in "iu":
        limits = np.iinfo(raw.dtype)
        if not limits.min <= nodata <= limits.max or nodata != int(nodata):
            return None
        return np.asarray(raw == raw.dtype.type(int(nodata)))
    with np.errstate(over="ignore"):
        return np.asarray(raw == raw.dtype.type(nodata))
