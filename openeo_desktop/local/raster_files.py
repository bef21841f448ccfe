"""Writes computed cubes as GeoTIFF, netCDF and PNG.

CRS and transform are kept exactly; files go to the given path (or beside it, one per date).
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import xarray as xr
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning
from rasterio.transform import Affine

from openeo_desktop.local.cubes import (
    Cube,
    bounds_in_degrees,
    bounds_of,
    north_up,
    transform_of,
)
from openeo_desktop.local.job_context import JobContext, ProcessError
from openeo_desktop.local.written import Written, interval_of, time_text

_TILE = 256
_PICTURE_BANDS = (1, 3)


def write_geotiff(cube: Cube, path: Path, context: JobContext) -> list[Written]:
    """One GeoTIFF per date (`openEO_2024-06-01.tif`), deflated, tiled when large."""
    cube = north_up(cube)
    transform = transform_of(cube, context.sources)
    return [
        _write_tiff(cube, pixels, transform, place, time)
        for pixels, place, time in _slices(cube, path)
    ]


def _slices(cube: Cube, path: Path) -> list[tuple[NDArray[Any], Path, Any]]:
    """(bands, rows, columns) with path and time of each date."""
    values = _storable(cube.data.values)
    if cube.bands is None:
        values = np.expand_dims(values, 0 if cube.t is None else 1)
    if cube.t is None:
        return [(values, path, None)]
    names = _date_names(cube.times)
    places = [path.with_name(f"{path.stem}_{name}{path.suffix}") for name in names]
    return list(zip(values, places, cube.times, strict=True))


def _date_names(times: list[Any]) -> list[str]:
    """Dates for file names; with the time of day where a day occurs twice."""
    texts = [time_text(time) for time in times]
    days = [
        text[:10] if isinstance(time, np.datetime64) else text
        for time, text in zip(times, texts, strict=True)
    ]
    names = days if len(set(days)) == len(days) else texts
    return [re.sub(r"[^\w\-]", "", name, flags=re.ASCII) for name in names]


def _storable(values: NDArray[Any]) -> NDArray[Any]:
    """The values in a type that GeoTIFF and netCDF readers know."""
    if values.dtype == bool:
        return values.astype("uint8")
    if values.dtype == np.float16:
        return values.astype("float32")
    if values.dtype.kind in "iu" and values.dtype.itemsize == 8:
        limits = np.iinfo("int32")
        fits = values.min() >= limits.min and values.max() <= limits.max
        return values.astype("int32" if fits else "float64")
    if values.dtype.kind not in "iuf":
        message = f"Values of type {values.dtype} cannot be stored in this format."
        raise ProcessError("FormatUnsuitable", message)
    return values


def _write_tiff(
    cube: Cube, pixels: NDArray[Any], transform: Affine, path: Path, time: Any
) -> Written:
    count, height, width = pixels.shape
    is_float = pixels.dtype.kind == "f"
    layout = {"tiled": True, "blockxsize": _TILE, "blockysize": _TILE}
    options: dict[str, Any] = {
        "compress": "deflate",
        "predictor": 3 if is_float else 2,
        "nodata": float("nan") if is_float else None,
        **(layout if min(width, height) > _TILE else {}),
    }
    with rasterio.open(
        path, "w", driver="GTiff", width=width, height=height, count=count,
        dtype=pixels.dtype, crs=cube.crs, transform=transform, **options,
    ) as file:  # fmt: skip
        file.write(pixels)
        file.descriptions = tuple(cube.band_names)
        if isinstance(time, np.datetime64):
            stamp = time_text(time).replace("-", ":").replace("T", " ").rstrip("Z")
            file.update_tags(TIFFTAG_DATETIME=stamp)
    return _described(cube, path, transform, pixels, [time])


def _described(
    cube: Cube, path: Path, transform: Affine, pixels: NDArray[Any], times: list[Any]
) -> Written:
    """STAC of a raster file: extensions projection 1.1, eo 1.1 and raster 1.1."""
    shape = (pixels.shape[-2], pixels.shape[-1])
    bounds = bounds_of(transform, shape)
    epsg = cube.crs.to_epsg() if cube.crs else None
    stac: dict[str, Any] = {
        "proj:epsg": epsg,
        "proj:bbox": list(bounds),
        "proj:shape": list(shape),
        "proj:transform": list(transform)[:6],
        "eo:bands": [{"name": name} for name in cube.band_names],
        "raster:bands": [_statistics(band) for band in pixels],
    }
    if epsg is None and cube.crs:
        stac["proj:wkt2"] = cube.crs.to_wkt()
    if len(times) == 1 and isinstance(times[0], np.datetime64):
        stac["datetime"] = time_text(times[0])
    return Written(path, stac, bounds_in_degrees(cube.crs, bounds), interval_of(times))


def _statistics(band: NDArray[Any]) -> dict[str, Any]:
    """A band as the STAC extension raster 1.1 describes it."""
    valid = band[np.isfinite(band)]
    facts: dict[str, Any] = {"data_type": str(band.dtype)}
    if band.dtype.kind == "f":
        facts["nodata"] = "nan"
    if valid.size:
        facts["statistics"] = {
            "minimum": float(valid.min()),
            "maximum": float(valid.max()),
            "mean": float(valid.mean(dtype="float64")),
            "stddev": float(valid.std(dtype="float64")),
            "valid_percent": round(100 * valid.size / band.size, 3),
        }
    return facts


def write_netcdf(cube: Cube, path: Path, context: JobContext) -> list[Written]:
    """One CF netCDF; each label of the band dimension becomes a variable."""
    cube = north_up(cube) if cube.is_raster else cube
    dataset = _variables(cube)
    if cube.is_raster and cube.crs:
        dataset = dataset.rio.set_spatial_dims(cube.x, cube.y).rio.write_crs(cube.crs)
    dataset.attrs = {"Conventions": "CF-1.8", "title": context.job.title or path.stem}
    dataset.to_netcdf(path, engine="netcdf4")
    if not cube.is_raster:
        stac = {"eo:bands": [{"name": name} for name in cube.band_names]}
        return [Written(path, stac, None, interval_of(cube.times))]
    layers = [dataset[n].values.reshape(-1, *dataset[n].shape[-2:]) for n in dataset.data_vars]
    transform = transform_of(cube, context.sources)
    written = _described(cube, path, transform, layers[0], cube.times)
    written.stac["raster:bands"] = [_statistics(layer) for layer in layers]
    return [written]


def _variables(cube: Cube) -> xr.Dataset:
    """The bands as variables; the libraries' private attributes are left behind."""
    data = cube.data.copy(data=_storable(cube.data.values))
    data = data.drop_vars([n for n in data.coords if n not in data.dims and n != "spatial_ref"])
    # A band may be called like a dimension, a variable may not.
    names = [f"band_{name}" if name in data.dims else name for name in cube.band_names]
    if cube.bands is None:
        dataset = data.to_dataset(name=names[0])
    else:
        layers = {n: data.isel({cube.bands: i}, drop=True) for i, n in enumerate(names)}
        dataset = xr.Dataset(layers)
    for name, variable in dataset.variables.items():
        if name != "spatial_ref":
            variable.attrs = {}
        packed = name in dataset.data_vars and variable.ndim > 0
        variable.encoding = {"zlib": True, "complevel": 4} if packed else {}
    return dataset


def write_png(cube: Cube, path: Path, context: JobContext) -> list[Written]:
    """One picture per date: grey or RGB, 8 bit, with transparency where values are missing."""
    cube = north_up(cube)
    if len(cube.band_names) not in _PICTURE_BANDS:
        message = "PNG needs one band (grey) or three (red, green, blue)."
        raise ProcessError("FormatUnsuitable", message)
    transform = transform_of(cube, context.sources)
    return [
        _write_picture(cube, pixels, transform, place, time)
        for pixels, place, time in _slices(cube, path)
    ]


def _write_picture(
    cube: Cube, pixels: NDArray[Any], transform: Affine, path: Path, time: Any
) -> Written:
    present = np.isfinite(pixels).all(axis=0)
    colours = np.clip(np.nan_to_num(pixels), 0, 255).round().astype("uint8")
    alpha = np.where(present, 255, 0).astype("uint8")[None]
    layers = np.concatenate([colours, alpha])
    count, height, width = layers.shape
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)  # a picture cannot be
        with rasterio.open(
            path, "w", driver="PNG", width=width, height=height, count=count, dtype="uint8"
        ) as file:
            file.write(layers)
    path.with_name(path.name + ".aux.xml").unlink(missing_ok=True)
    return _described(cube, path, transform, colours, [time])
