"""Opens netCDF files: each variable with x and y is a layer, its times and bands are its bands.

GDAL's driver reads local files only, so a small file on a server is fetched whole, into a file of
its own that is deleted at the end; a large one has to be downloaded first.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError

from openeo_desktop.core.errors import AppError, PreviewError
from openeo_desktop.preview.file_kinds import FileKind
from openeo_desktop.preview.netcdf_bands import extra_dimensions, labels_of
from openeo_desktop.preview.netcdf_header import check_header
from openeo_desktop.preview.ranges import Ranges, Source, size_of
from openeo_desktop.preview.raster_files import local_name, require, tags_of
from openeo_desktop.preview.raster_gdal import Dataset, gdal, open_dataset
from openeo_desktop.preview.raster_layers import check_limits, describe
from openeo_desktop.preview.raster_reader import RasterReader
from openeo_desktop.preview.raster_stack import DatasetStack
from openeo_desktop.preview.values import RasterFile, RasterLayer

MAX_LAYERS = 100
MAX_FETCHED = 32 * 2**20
_STEP = 4 * 2**20
_COORDINATES = ("lat", "lon", "latitude", "longitude", "x", "y", "xc", "yc", "crs", "spatial_ref")
_ROWS_AND_COLUMNS = {"x", "y", "lat", "lon", "latitude", "longitude"}
_BOUNDS = ("_bnds", "_bounds", "_bnd")


def open_netcdf(source: Source) -> RasterReader:
    """Open a netCDF file (classic, 64 bit or netCDF-4).

    Raises:
        PreviewError: It is damaged, too large, or has no variable with x and y.
        AppError: Remote bytes could not be had.
    """
    require(FileKind.NETCDF)
    if not isinstance(source, Ranges):
        return _open(source, size_of(source))
    folder = Path(tempfile.mkdtemp(prefix="openeo-preview-"))
    try:
        reader = _open(_fetched(source, folder), source.size)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    reader.at_end(lambda: shutil.rmtree(folder, ignore_errors=True))
    return reader


def _fetched(ranges: Ranges, folder: Path) -> Path:
    """The whole file, on this computer."""
    if ranges.size is None or ranges.size > MAX_FETCHED:
        raise PreviewError(
            "This file is too large to be shown before it is downloaded.", "Download it to see it."
        )
    path = folder / "remote.nc"
    with path.open("wb") as file:
        for offset in range(0, ranges.size, _STEP):
            file.write(ranges.read(offset, min(_STEP, ranges.size - offset)))
    return path


def _open(path: Path, size: int | None) -> RasterReader:
    name = local_name(path)
    if '"' in name:  # GDAL has no way to write it before a variable
        raise PreviewError(
            "A netCDF file with a quote in its name or folder cannot be shown.", "Rename it."
        )
    check_header(path)
    with gdal(), open_dataset(name, FileKind.NETCDF) as container:
        fallback = _crs_beside(name, container)
        stacks = list(_stacks(name, container, size, fallback))
        if not stacks:
            raise PreviewError(
                "This netCDF file holds nothing that can be shown as a picture.",
                "Open it with another program, for example with xarray in a notebook.",
            )
        layers = tuple(stack.layer for stack in stacks)
        file = RasterFile(FileKind.NETCDF, layers, size, tags_of(container))
        return RasterReader(file, stacks)


@dataclass(frozen=True, slots=True)
class _Variable:
    """A variable, and the name by which GDAL opens it alone."""

    name: str
    path: str


def _variables(path: str, container: Dataset) -> list[_Variable]:
    if container.count:
        name = container.tags(1).get("NETCDF_VARNAME", "")
        return [_Variable(name, f'NETCDF:"{path}":{name}' if name else path)]
    found = []
    for full in container.subdatasets:
        name = full.removeprefix("netcdf:").removeprefix(path).removeprefix(":")
        found.append(_Variable(name, f'NETCDF:"{path}":{name}'))
    data = [variable for variable in found if not _describes_others(variable.name)]
    return (data or found)[:MAX_LAYERS]


def _describes_others(name: str) -> bool:
    return name.lower() in _COORDINATES or name.lower().endswith(_BOUNDS)


def _stacks(
    path: str, container: Dataset, size: int | None, fallback: CRS | None
) -> Iterator[DatasetStack]:
    """Of all variables that can be shown; a damaged one does not hide the others."""
    failure: Exception | None = None
    shown = 0
    for variable in _variables(path, container):
        try:
            yield _stack(variable, size, fallback)
            shown += 1
        except (AppError, RasterioError) as error:
            failure = failure or error
    if failure is not None and not shown:
        raise failure


def _stack(variable: _Variable, size: int | None, fallback: CRS | None) -> DatasetStack:
    def reopen() -> Dataset:
        return open_dataset(variable.path, FileKind.NETCDF)

    with reopen() as dataset:
        check_limits(dataset, size)
        if _ROWS_AND_COLUMNS & {name.lower() for name in extra_dimensions(dataset.tags())}:
            raise PreviewError(
                "The rows and columns of this netCDF file are not its last dimensions.",
                "Open it with another program, for example with xarray in a notebook.",
            )
        crs = dataset.crs or fallback or _degrees(dataset)
        title = dataset.tags(1).get("long_name", "")
        labels = labels_of(dataset)
        layer = describe(dataset, name=variable.name, title=title, labels=labels, crs=crs)
        if _is_turned(layer, variable.path):
            layer = replace(layer, transform=None, outline=())
        return DatasetStack(layer, crs, reopen)


def _is_turned(layer: RasterLayer, path: str) -> bool:
    """Whether columns follow the coordinate y: of variables over (x, y) GDAL takes it for x."""
    container = path.removesuffix(f":{layer.name}")
    if layer.transform is None or container == path:
        return False
    along = {axis: _follows(layer, f"{container}:{axis}") for axis in ("x", "y")}
    return along["y"] and not along["x"]


def _follows(layer: RasterLayer, coordinate: str) -> bool:
    """Whether the columns of the layer are where this coordinate of the file says."""
    try:
        with open_dataset(coordinate, FileKind.NETCDF) as dataset:
            values = dataset.read(1).ravel()
    except RasterioError:
        return False
    if layer.transform is None or len(values) != layer.width:
        return False
    a, _, first = layer.transform[:3]
    wanted = (first + a / 2, first + a * (layer.width - 0.5))
    return bool(np.allclose((values[0], values[-1]), wanted, rtol=0, atol=abs(a) / 4))


def _degrees(dataset: Dataset) -> CRS | None:
    """Longitudes and latitudes need no grid mapping (CF-1.11, section 4)."""
    units = {value.lower() for key, value in dataset.tags().items() if key.endswith("#units")}
    east = units & {"degrees_east", "degree_east", "degrees_e", "degreee"}
    north = units & {"degrees_north", "degree_north", "degrees_n", "degreen"}
    return CRS.from_epsg(4326) if east and north else None


def _crs_beside(path: str, container: Dataset) -> CRS | None:
    """The one reference system that a netCDF-4 file describes without naming it at its variables.

    rioxarray writes such files where `grid_mapping` got lost on the way. GDAL's HDF5 driver tells
    all attributes.
    """
    try:
        with open_dataset(path, "HDF5") as file:
            tags = file.tags()
    except RasterioError:  # a classic file
        tags = container.tags()
    texts = {v for k, v in tags.items() if k.endswith(("crs_wkt", "spatial_ref"))}
    try:
        found = {CRS.from_wkt(text).to_wkt(): CRS.from_wkt(text) for text in texts}
    except CRSError:
        return None
    return next(iter(found.values())) if len(found) == 1 else None
