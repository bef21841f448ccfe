"""Where the pixels of a layer come from: one open dataset, or one for each slice of a cube."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
from rasterio.crs import CRS

from openeo_desktop.preview.range_opener import RangeOpener, watched
from openeo_desktop.preview.raster_gdal import Dataset
from openeo_desktop.preview.raster_pixels import Pixels, Values, read_values
from openeo_desktop.preview.values import RasterLayer

_LOCAL_WORK = 256 * 2**20
"""About a second; more would look like a file that hangs."""
_REMOTE_WORK = 4 * 2**20


class RasterStack(Protocol):
    """A layer whose pixels can be read. All of it is called within `gdal()`."""

    layer: RasterLayer
    crs: CRS | None
    work_limit: int
    """Bytes that may be decoded for one picture."""
    cost: float
    """Bytes to be fetched for a pixel of all bands, about; 0 for local files."""

    def read(
        self,
        bands: Sequence[int],
        area: Pixels,
        shape: tuple[int, int] | None = None,
        dtype: npt.DTypeLike = np.float64,
    ) -> Values:
        """(bands, rows, columns): scaled, NaN where there is nothing."""

    def close(self) -> None:
        """Close what is open."""


class DatasetStack:
    """All bands of one dataset, opened again if it had been put away.

    Args:
        layer: What it is.
        crs: Its coordinate reference system.
        reopen: Opens the dataset.
        dataset: The dataset, if it is open already.
        opener: Gives the bytes of a file on a server; None: it is a local file.
    """

    def __init__(
        self,
        layer: RasterLayer,
        crs: CRS | None,
        reopen: Callable[[], Dataset],
        dataset: Dataset = None,
        opener: RangeOpener | None = None,
    ) -> None:
        self.layer = layer
        self.crs = crs
        self.work_limit = _LOCAL_WORK if opener is None else _REMOTE_WORK
        self.cost = 0.0 if opener is None else _cost(layer, opener.length)
        self._opener = opener
        self._reopen = reopen
        self._dataset = dataset

    def read(
        self,
        bands: Sequence[int],
        area: Pixels,
        shape: tuple[int, int] | None = None,
        dtype: npt.DTypeLike = np.float64,
    ) -> Values:
        """Open it if need be, and read."""
        if self._dataset is None:
            self._dataset = self._reopen()
        dataset = self._dataset
        try:
            return watched(self._opener, lambda: read_values(dataset, bands, area, shape, dtype))
        except BaseException:
            self.close()  # it may hold zeros where bytes could not be had
            raise

    def close(self) -> None:
        """Close the dataset; a later question opens it again."""
        if self._dataset is not None:
            self._dataset.close()
            self._dataset = None


def _cost(layer: RasterLayer, size: int) -> float:
    """Overviews are a third of the file that has them."""
    pixels = layer.width * layer.height * (4 / 3 if layer.overviews else 1)
    return size / pixels
