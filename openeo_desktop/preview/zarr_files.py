"""Opens Zarr folders (version 2): each array with x and y is a layer.

What an array is and how its dimensions are called is read from its own metadata (xarray's
`_ARRAY_DIMENSIONS`); pixels come through GDAL, one dataset for each x-y slice.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rasterio.crs import CRS

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.file_kinds import FileKind
from openeo_desktop.preview.netcdf_bands import Dimension, labels_along
from openeo_desktop.preview.ranges import Source
from openeo_desktop.preview.raster_files import local_name, require
from openeo_desktop.preview.raster_gdal import Dataset, damaged, gdal, open_dataset, too_large
from openeo_desktop.preview.raster_layers import MAX_BANDS, check_limits, describe, of_slices
from openeo_desktop.preview.raster_pixels import Pixels, Values, read_values
from openeo_desktop.preview.raster_reader import RasterReader
from openeo_desktop.preview.values import RasterFile, RasterLayer

MAX_ARRAYS = 200
_MAX_METADATA = 4 * 2**20
_MAX_CHUNK = 256 * 2**20
_MAX_COORDINATES = 1_000_000
_OPEN = 16
"""Slices that stay open at once."""


def open_zarr(source: Source) -> RasterReader:
    """Open a Zarr group or array in a folder.

    Raises:
        PreviewError: It is damaged, of version 3, or has no array with x and y.
    """
    require(FileKind.ZARR)
    if not isinstance(source, Path):
        raise PreviewError("A Zarr folder cannot be shown from a server.", "Download it first.")
    folder = Path(local_name(source))
    if (
        folder / "zarr.json"
    ).is_file():  # GDAL 3.10 does not know the codec «bytes» of the standard
        raise PreviewError(
            "This is Zarr of version 3, which is not shown here.",
            "Open it with xarray in a notebook, or write netCDF or GeoTIFF instead.",
        )
    arrays = _arrays(folder)
    with gdal():
        stacks = [_stack(folder, array, arrays) for array in arrays.values() if array.is_picture]
    if not stacks:
        raise PreviewError(
            "This Zarr folder holds nothing that can be shown as a picture.",
            "Open it with another program, for example with xarray in a notebook.",
        )
    return RasterReader(RasterFile(FileKind.ZARR, tuple(s.layer for s in stacks)), stacks)


@dataclass(frozen=True, slots=True)
class _Array:
    """What the metadata of an array say."""

    name: str
    shape: tuple[int, ...]
    dimensions: tuple[str, ...]
    attributes: dict[str, Any] = field(default_factory=dict)

    @property
    def is_picture(self) -> bool:
        """Whether it has rows and columns that are no bounds of coordinates."""
        return len(self.shape) >= 2 and min(self.shape[-2:]) > 0 and "bnds" not in self.name

    def text(self, key: str) -> str:
        """An attribute that is a text; empty if it is none."""
        value = self.attributes.get(key, "")
        return value if isinstance(value, str) else ""


def _arrays(folder: Path) -> dict[str, _Array]:
    """By name; of the folder itself with an empty name."""
    if (folder / ".zarray").is_file():
        return {"": _array(folder, "")}
    inside = sorted(path for path in folder.iterdir() if (path / ".zarray").is_file())
    return {path.name: _array(path, path.name) for path in inside[:MAX_ARRAYS]}


def _array(folder: Path, name: str) -> _Array:
    metadata, attributes = _document(folder / ".zarray"), _document(folder / ".zattrs")
    shape, chunks = (_sizes(metadata.get(key)) for key in ("shape", "chunks"))
    if metadata.get("dimension_separator", ".") not in (".", "/"):
        raise damaged(f"{name}: the names of its chunks lead elsewhere")
    if len(shape) != len(chunks):
        raise damaged(f"{name}: shape {shape}, chunks {chunks}")
    if math.prod(chunks) * 8 > _MAX_CHUNK and len(shape) >= 2:
        raise too_large()
    named = attributes.get("_ARRAY_DIMENSIONS")
    dimensions = tuple(map(str, named)) if isinstance(named, list) else ()
    if len(dimensions) != len(shape):
        dimensions = tuple(f"dim {number}" for number in range(1, len(shape) + 1))
    return _Array(name, shape, dimensions, attributes)


def _document(path: Path) -> dict[str, Any]:
    """A small JSON object of the folder; empty if there is none."""
    if not path.is_file():
        return {}
    if path.stat().st_size > _MAX_METADATA:
        raise too_large()
    try:
        document = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise damaged(f"{path.name}: {error}") from error
    return document if isinstance(document, dict) else {}


def _sizes(value: Any) -> tuple[int, ...]:
    sizes = value if isinstance(value, list) else []
    if not all(isinstance(size, int) and 0 <= size < 2**31 for size in sizes):
        raise damaged(f"sizes {str(sizes)[:100]}")
    return tuple(sizes)


class SliceStack:
    """A layer whose bands are slices of an array: a dataset each, opened when asked for."""

    work_limit = 256 * 2**20
    cost = 0.0

    def __init__(self, layer: RasterLayer, crs: CRS | None, names: Sequence[str]) -> None:
        self.layer = layer
        self.crs = crs
        self._names = names
        self._open: dict[int, Dataset] = {}

    def read(
        self,
        bands: Sequence[int],
        area: Pixels,
        shape: tuple[int, int] | None = None,
        dtype: npt.DTypeLike = np.float64,
    ) -> Values:
        """Slice by slice."""
        parts = [read_values(self._slice(band), (1,), area, shape, dtype) for band in bands]
        return np.concatenate(parts)

    def _slice(self, band: int) -> Dataset:
        if band not in self._open:
            if len(self._open) >= _OPEN:
                self._open.pop(next(iter(self._open))).close()
            self._open[band] = open_dataset(self._names[band - 1], FileKind.ZARR)
        return self._open[band]

    def close(self) -> None:
        """Close all slices."""
        for dataset in self._open.values():
            dataset.close()
        self._open.clear()


def _stack(folder: Path, array: _Array, arrays: dict[str, _Array]) -> SliceStack:
    sizes = array.shape[:-2]
    if math.prod(sizes) > MAX_BANDS or not math.prod(sizes):
        raise too_large()
    names = [_name(folder, array.name, place) for place in np.ndindex(*sizes)]
    dimensions = tuple(
        _dimension(folder, name, size, arrays)
        for name, size in zip(array.dimensions, sizes, strict=False)
    )
    with open_dataset(names[0], FileKind.ZARR) as first:
        check_limits(first, None)
        title = array.text("long_name")
        layer = describe(first, name=array.name or folder.name, title=title)
        layer = of_slices(layer, labels_along(dimensions))
        return SliceStack(layer, first.crs, names)


def _name(folder: Path, array: str, place: tuple[int, ...]) -> str:
    """As GDAL calls a slice: ZARR:"folder":/array:0:1."""
    if '"' in str(folder) or '"' in array:
        raise damaged("quotes in a name")
    return ":".join([f'ZARR:"{folder}"', f"/{array}", *map(str, place)])


def _dimension(folder: Path, name: str, size: int, arrays: dict[str, _Array]) -> Dimension:
    """With the coordinates of the array of the same name, if it has numbers."""
    found = arrays.get(name)
    coordinates = tuple(str(number) for number in range(1, size + 1))
    if found is None or found.shape != (size,) or size > _MAX_COORDINATES:
        return Dimension(name, coordinates)
    try:
        with gdal(), open_dataset(_name(folder, name, ()), FileKind.ZARR) as dataset:
            values = dataset.read(1).ravel()
    except PreviewError:  # texts, which GDAL does not read
        return Dimension(name, coordinates)
    if values.dtype.kind in "iuf" and len(values) == size:
        coordinates = tuple(str(value) for value in values.tolist())
    return Dimension(name, coordinates, found.text("units"), found.text("calendar"))
