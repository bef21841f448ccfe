"""Reads what a data file holds (bands, extents, CRS, dates) without loading its pixels.

Uses rasterio and netCDF4 only, so the server starts quickly; pixels are read in `loading.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SUFFIXES = (".tif", ".tiff", ".nc")
TIFF = "GTiff"
"""The one driver of GDAL for these files: others (VRT) would read what their text names."""
_T_NAMES = ("t", "time", "date")
_Y_NAMES = ("y", "lat", "latitude", "northing")
_X_NAMES = ("x", "lon", "longitude", "easting")


class UnreadableSourceError(Exception):
    """The file cannot be used as a collection; the text says why."""


@dataclass(frozen=True, slots=True)
class Band:
    """One band: its name and what is known of it."""

    name: str
    dtype: str
    description: str = ""
    unit: str = ""
    common_name: str = ""
    centre_um: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A data file as a cube over (t,) bands, y, x.

    `x` and `y` are the centres of the first and last pixel, `step` the signed pixel size and
    `origin` the outer corner of the first pixel, all in units of the CRS.
    """

    path: Path
    title: str
    description: str
    bands: tuple[Band, ...]
    crs_wkt: str
    epsg: int | None
    x: tuple[float, float]
    y: tuple[float, float]
    step: tuple[float, float]
    origin: tuple[float, float]
    shape: tuple[int, int]
    times: tuple[str, ...]
    names: tuple[str | None, str, str]
    bbox: tuple[float, float, float, float]


def read_source(path: Path) -> Source:
    """Describe one file. Raises UnreadableSourceError."""
    try:
        return _read_netcdf(path) if path.suffix.lower() == ".nc" else _read_geotiff(path)
    except UnreadableSourceError:
        raise
    except Exception as error:  # the libraries raise many kinds for broken files
        raise UnreadableSourceError(str(error)) from error


def _read_geotiff(path: Path) -> Source:
    import rasterio

    with rasterio.open(path, driver=TIFF) as file:
        transform = file.transform
        if transform.is_identity or transform.b or transform.d:
            message = "it has no georeference, or a rotated one"
            raise UnreadableSourceError(message)
        width, height = file.width, file.height
        left, top = transform.c + transform.a / 2, transform.f + transform.e / 2
        right, bottom = left + transform.a * (width - 1), top + transform.e * (height - 1)
        names = [text or f"B{i:02d}" for i, text in enumerate(file.descriptions, 1)]
        if len(set(names)) < len(names):
            names = [f"B{i:02d}" for i in range(1, len(names) + 1)]
        bands = tuple(map(Band, names, file.dtypes))
        wkt, epsg, bbox = _crs_facts(file.crs, tuple(file.bounds))
        time = _tiff_time(file.tags().get("TIFFTAG_DATETIME", ""))
    return Source(
        path, path.stem, f"The file {path.name}, a GeoTIFF of {width} x {height} pixels.",
        bands, wkt, epsg, (left, right), (top, bottom), (transform.a, transform.e),
        (transform.c, transform.f), (height, width), time, (None, "y", "x"), bbox,
    )  # fmt: skip


def _tiff_time(tag: str) -> tuple[str, ...]:
    """The acquisition time of the TIFF tag DateTime (`YYYY:MM:DD HH:MM:SS`), if it is one."""
    date, _, clock = tag.strip().partition(" ")
    parts = date.split(":")
    if len(parts) != 3 or not clock:
        return ()
    return (f"{'-'.join(parts)}T{clock}Z",)


def _crs_facts(
    crs: Any, bounds: tuple[float, ...]
) -> tuple[str, int | None, tuple[float, float, float, float]]:
    """WKT, EPSG code and the bounds in EPSG:4326 of a rasterio CRS."""
    from rasterio.warp import transform_bounds

    if not crs:
        message = "it names no coordinate reference system"
        raise UnreadableSourceError(message)
    west, south, east, north = transform_bounds(crs, "EPSG:4326", *bounds, densify_pts=21)
    if not all(map(math.isfinite, (west, south, east, north))):
        message = "its extent cannot be expressed in longitude and latitude"
        raise UnreadableSourceError(message)
    return crs.to_wkt(), crs.to_epsg(), (west, south, east, north)


def _read_netcdf(path: Path) -> Source:
    import netCDF4

    with netCDF4.Dataset(path) as file:
        names = _dimension_names(file)
        t_name, y_name, x_name = names
        x, x_step, width = _axis(file, x_name)
        y, y_step, height = _axis(file, y_name)
        bounds = (
            min(x) - abs(x_step) / 2, min(y) - abs(y_step) / 2,
            max(x) + abs(x_step) / 2, max(y) + abs(y_step) / 2,
        )  # fmt: skip
        variables = _band_variables(file, names)
        wkt, epsg, bbox = _crs_facts(_netcdf_crs(file, variables[0]), bounds)
        return Source(
            path, str(getattr(file, "title", path.stem)),
            str(getattr(file, "summary", "") or getattr(file, "source", "") or path.name),
            tuple(map(_netcdf_band, variables)), wkt, epsg, x, y, (x_step, y_step),
            (x[0] - x_step / 2, y[0] - y_step / 2), (height, width), _times(file, t_name),
            names, bbox,
        )  # fmt: skip


def _dimension_names(file: Any) -> tuple[str | None, str, str]:
    def pick(guesses: tuple[str, ...]) -> str | None:
        return next((str(name) for name in file.dimensions if name.lower() in guesses), None)

    y_name, x_name = pick(_Y_NAMES), pick(_X_NAMES)
    if y_name is None or x_name is None:
        message = "it has no dimensions named x and y (or lon and lat)"
        raise UnreadableSourceError(message)
    return pick(_T_NAMES), y_name, x_name


def _band_variables(file: Any, names: tuple[str | None, str, str]) -> list[Any]:
    wanted = {name for name in names if name}
    space = {names[1], names[2]}
    found = [v for v in file.variables.values() if space <= set(v.dimensions) <= wanted]
    most = max((len(v.dimensions) for v in found), default=0)
    # Bands share one shape: a static layer beside a time series would need a cube of its own.
    same = [v for v in found if len(v.dimensions) == most and v.dtype.kind in "iuf"]
    if not same:
        message = "it has no numeric variable over x and y"
        raise UnreadableSourceError(message)
    return same


def _axis(file: Any, name: str) -> tuple[tuple[float, float], float, int]:
    values = file.variables[name][:]
    if len(values) < 2:
        message = f"its dimension {name} has fewer than two pixels"
        raise UnreadableSourceError(message)
    first, last = float(values[0]), float(values[-1])
    return (first, last), (last - first) / (len(values) - 1), len(values)


def _times(file: Any, name: str | None) -> tuple[str, ...]:
    import netCDF4

    if name is None:
        return ()
    if name not in file.variables:
        message = f"its dimension {name} has no dates"
        raise UnreadableSourceError(message)
    variable = file.variables[name]
    calendar = getattr(variable, "calendar", "standard")
    dates: Any = netCDF4.num2date(variable[:], variable.units, calendar)
    return tuple(date.strftime("%Y-%m-%dT%H:%M:%SZ") for date in dates)


def _netcdf_crs(file: Any, variable: Any) -> Any:
    """CRS by the CF grid mapping of the variable; longitude and latitude need none."""
    from rasterio.crs import CRS

    name = getattr(variable, "grid_mapping", None)
    if name is None or name not in file.variables:
        name = next((n for n in ("spatial_ref", "crs") if n in file.variables), None)
    if name is not None:
        mapping = file.variables[name]
        text = getattr(mapping, "crs_wkt", None) or getattr(mapping, "spatial_ref", None)
        return CRS.from_user_input(str(text)) if text else None
    degrees = any("lon" in dimension.lower() for dimension in variable.dimensions)
    return CRS.from_epsg(4326) if degrees else None


def _netcdf_band(variable: Any) -> Band:
    centre = getattr(variable, "center_wavelength", None)
    return Band(
        name=str(variable.name),
        dtype="float64" if hasattr(variable, "scale_factor") else str(variable.dtype),
        description=str(getattr(variable, "long_name", "")),
        unit=str(getattr(variable, "units", "")),
        common_name=str(getattr(variable, "common_name", "")),
        centre_um=None if centre is None else float(centre),
    )
