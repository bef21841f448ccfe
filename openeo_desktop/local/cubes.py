"""Which dimension of a result is what, and where its pixels lie.

Keeps the exact grid of the source where a result lies on it, because coordinates of pixel centres
lose the last digits of a transform.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import xarray as xr
from rasterio.crs import CRS
from rasterio.transform import Affine, array_bounds
from rasterio.warp import transform_bounds

from openeo_desktop.local.job_context import ProcessError
from openeo_desktop.local.sources import Source

_ON_GRID = 1e-3  # of a pixel


@dataclass(frozen=True, slots=True)
class Cube:
    """A computed result: the array, its dimension names by kind, and its CRS."""

    data: xr.DataArray
    t: str | None
    bands: str | None
    x: str | None
    y: str | None
    crs: CRS | None

    @property
    def is_raster(self) -> bool:
        """Whether it has both spatial dimensions."""
        return self.x is not None and self.y is not None

    @property
    def band_names(self) -> list[str]:
        """Labels of the band dimension; one name for a cube without it."""
        if self.bands is None:
            return ["result" if self.data.name is None else str(self.data.name)]
        if self.bands not in self.data.coords:
            return [f"B{number:02d}" for number in range(1, self.data.sizes[self.bands] + 1)]
        return [str(value) for value in self.data[self.bands].values]

    @property
    def times(self) -> list[Any]:
        """Labels of the temporal dimension; one None for a cube without it.

        Aggregation over periods makes labels that are text (`2024-06`).
        """
        if self.t is None:
            return [None]
        return list(self.data[self.t].values)


def make_cube(data: Any, sources: list[Source]) -> Cube:
    """Sort out the dimensions of a result (already computed)."""
    array = data if isinstance(data, xr.DataArray) else xr.DataArray(np.asarray(data))
    facts = array.openeo
    dims = [str(name) for name in array.dims]
    t = next((name for name in dims if _is_temporal(array, name)), None)
    t = t or next((str(name) for name in facts.temporal_dims if name in array.coords), None)
    others = [name for name in dims if name not in (t, facts.x_dim, facts.y_dim)]
    bands = next(iter(facts.band_dims), None)
    if bands is None and len(others) == 1:
        bands = others[0]
    if set(others) - {bands}:
        names = ", ".join(name for name in others if name != bands)
        message = f"The result has dimensions that cannot be stored: {names}. Reduce them first."
        raise ProcessError("FormatUnsuitable", message)
    crs = array.rio.crs or (CRS.from_user_input(sources[0].crs_wkt) if sources else None)
    x, y = facts.x_dim, facts.y_dim
    order = [name for name in (t, bands, y, x) if name is not None]
    return Cube(array.transpose(*order), t, bands, x, y, crs)


def _is_temporal(array: xr.DataArray, name: str) -> bool:
    return name in array.coords and np.issubdtype(array[name].dtype, np.datetime64)


def north_up(cube: Cube) -> Cube:
    """The same cube with the first row in the north and the first column in the west."""
    data = cube.data
    for name, descending in ((cube.y, True), (cube.x, False)):
        values = data[name].values
        if len(values) > 1 and (values[0] > values[-1]) != descending:
            data = data.isel({name: slice(None, None, -1)})
    return Cube(data, cube.t, cube.bands, cube.x, cube.y, cube.crs)


def transform_of(cube: Cube, sources: list[Source]) -> Affine:
    """The affine transform of a north-up raster; exactly the source's grid where it lies on it."""
    x, y = cube.data[cube.x].values.astype(float), cube.data[cube.y].values.astype(float)
    for source in sources:
        left = _snapped(x, source.origin[0], source.step[0])
        top = _snapped(y, source.origin[1], source.step[1])
        if left is not None and top is not None:
            return Affine(source.step[0], 0, left, 0, source.step[1], top)
    step_x, step_y = _step(x, sources, 0), _step(y, sources, 1)
    return Affine(step_x, 0, x[0] - step_x / 2, 0, step_y, y[0] - step_y / 2)


def _snapped(centres: np.ndarray[Any, Any], origin: float, step: float) -> float | None:
    """Outer corner of the first pixel on the grid (origin, step), if all centres lie on it."""
    place = (centres - origin) / step - 0.5
    first = round(place[0])
    expected = first + np.arange(len(centres))
    return origin + first * step if np.abs(place - expected).max() < _ON_GRID else None


def _step(centres: np.ndarray[Any, Any], sources: list[Source], axis: int) -> float:
    if len(centres) > 1:
        return float((centres[-1] - centres[0]) / (len(centres) - 1))
    return sources[0].step[axis] if sources else (1.0, -1.0)[axis]


def bounds_of(transform: Affine, shape: tuple[int, int]) -> tuple[float, float, float, float]:
    """West, south, east, north of a north-up raster of (rows, columns)."""
    west, south, east, north = array_bounds(shape[0], shape[1], transform)
    return west, south, east, north


def bounds_in_degrees(
    crs: CRS | None, bounds: tuple[float, float, float, float]
) -> list[float] | None:
    """The bounds in EPSG:4326."""
    if crs is None:
        return None
    return list(transform_bounds(crs, "EPSG:4326", *bounds, densify_pts=21))
