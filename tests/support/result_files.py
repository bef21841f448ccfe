"""Writes small result files as back-ends do: GeoTIFF, netCDF, Zarr; and counts byte ranges."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
import xarray
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning
from rasterio.transform import Affine

DATA = Path(__file__).parents[2].parent / "shared" / "data"
UTM33 = CRS.from_epsg(32633)
NORTH_UP = Affine(10, 0, 465_000, 0, -10, 5_080_000)
TIMES = np.array(["2020-01-01", "2020-01-11T12:30", "2020-02-01"], "datetime64[ns]")


def write_tiff(
    path: Path,
    values: npt.NDArray[Any],
    transform: Affine = NORTH_UP,
    crs: CRS | None = UTM33,
    *,
    names: tuple[str, ...] = (),
    scales: tuple[float, ...] = (),
    offsets: tuple[float, ...] = (),
    **profile: Any,
) -> Path:
    """A GeoTIFF of (bands, rows, columns)."""
    count, height, width = values.shape
    shape = {"width": width, "height": height, "count": count, "dtype": values.dtype}
    place = {"transform": transform, "crs": crs}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        file = rasterio.open(path, "w", **{"driver": "GTiff"} | profile | shape | place)
    with file:
        file.write(values)
        if names:
            file.descriptions = names
        if scales:
            file.scales, file.offsets = scales, offsets
    return path


def cube(*, south_up: bool = False, crs: bool = True) -> xarray.Dataset:
    """Variables B04 and B08 over t, y, x, as openEO back-ends write them."""
    values = np.arange(60, dtype="float32").reshape(3, 4, 5)
    y = np.array([50.0, 40, 30, 20])
    data = xarray.Dataset(
        coords={"t": TIMES, "y": y[::-1] if south_up else y, "x": [10.0, 20, 30, 40, 50]}
    )
    for shift, name in enumerate(("B04", "B08")):
        data[name] = (("t", "y", "x"), values + 100 * shift)
        if crs:
            data[name].attrs["grid_mapping"] = "crs"
    if crs:
        data["crs"] = ((), 0, {"crs_wkt": UTM33.to_wkt()})
    return data


def banded_cube() -> xarray.Dataset:
    """One variable over t, bands, y, x."""
    values = np.arange(3 * 2 * 4 * 5, dtype="int16").reshape(3, 2, 4, 5)
    return xarray.Dataset(
        {"cube": (("t", "bands", "y", "x"), values)},
        coords={
            "t": TIMES,
            "bands": ["B04", "B08"],
            "y": [50.0, 40, 30, 20],
            "x": [10.0, 20, 30, 40, 50],
        },
    )


class CountedRanges:
    """A local file as if it were on a server; every request is written down."""

    media_type = ""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.size: int | None = path.stat().st_size
        self.asked: list[tuple[int, int]] = []
        self.failure: Exception | None = None
        self._path = path

    @property
    def fetched(self) -> int:
        """Bytes so far."""
        return sum(length for _, length in self.asked)

    def read(self, offset: int, length: int) -> bytes:
        """As a server answers a range request."""
        if self.failure is not None:
            raise self.failure
        self.asked.append((offset, length))
        with self._path.open("rb") as file:
            file.seek(offset)
            return file.read(length)
