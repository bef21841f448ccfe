"""The process load_collection: a local file as a lazy cube over (t,) bands, y, x.

Specification: openEO processes 2.0, load_collection. Runs in the worker only (imports xarray).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import rioxarray
import xarray as xr
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform_bounds

from openeo_desktop.local.catalogue import Catalogue
from openeo_desktop.local.job_context import JobContext, ProcessError
from openeo_desktop.local.sources import TIFF, Source
from openeo_desktop.local.written import time_text


class CollectionLoader:
    """Loads collections for one job."""

    def __init__(self, context: JobContext, catalogue: Catalogue) -> None:
        """Read from this catalogue and log to this job."""
        self._context = context
        self._catalogue = catalogue

    def load_collection(
        self,
        id: str,  # noqa: A002 - so named in the specification
        spatial_extent: Any = None,
        temporal_extent: Any = None,
        bands: list[str] | None = None,
        properties: dict[str, Any] | None = None,
    ) -> xr.DataArray:
        """The cube of a collection, limited as asked. Raises ProcessError."""
        if properties:
            message = (
                "Local files carry no scene properties, so `properties` cannot be used here."
                " Remove this argument."
            )
            raise ProcessError("ProcessParameterInvalid", message)
        source = self._catalogue.find(id)
        if source is None:
            raise ProcessError("CollectionNotFound", f"Collection '{id}' does not exist.")
        cube = _open(source, _checked_bands(source, bands))
        cube = _limit_time(cube, temporal_extent, self._context)
        cube = _limit_space(cube, spatial_extent, source)
        if 0 in cube.shape:
            message = f"Collection '{id}' has no data in the given extent."
            raise ProcessError("NoDataAvailable", message)
        self._context.sources.append(source)
        if "t" in cube.dims:
            self._context.times += [time_text(time) for time in cube["t"].values]
        self._tell(id, source, cube)
        return cube

    def _tell(self, collection_id: str, source: Source, cube: xr.DataArray) -> None:
        sizes = ", ".join(f"{name} {size}" for name, size in cube.sizes.items())
        self._context.log(
            "info",
            f"Collection '{collection_id}': {sizes} ({cube.nbytes / 1e6:.1f} MB of {cube.dtype})",
            data={
                "dimensions": {str(name): size for name, size in cube.sizes.items()},
                "file": source.path.name,
                "epsg": source.epsg,
            },
        )


def _checked_bands(source: Source, wanted: list[str] | None) -> list[str]:
    """Names of the bands to load; common names are good too (specification of load_collection)."""
    names = [band.name for band in source.bands]
    if not wanted:
        return names
    by_common_name = {band.common_name: band.name for band in source.bands if band.common_name}
    chosen = [name if name in names else by_common_name.get(name, "") for name in wanted]
    for asked, found in zip(wanted, chosen, strict=True):
        if not found:
            message = f"There is no band '{asked}'. The bands are: {', '.join(names)}."
            raise ProcessError("ProcessParameterInvalid", message)
    return chosen


def _open(source: Source, bands: list[str]) -> xr.DataArray:
    is_netcdf = source.path.suffix.lower() == ".nc"
    cube = _open_netcdf(source, bands) if is_netcdf else _open_geotiff(source, bands)
    # Time and bands stay whole, because nearly every process works along them.
    cube = cube.chunk({name: "auto" if name in ("x", "y") else -1 for name in cube.dims})
    return cube.rio.write_crs(source.crs_wkt)  # type: ignore[no-any-return]


def _open_netcdf(source: Source, bands: list[str]) -> xr.DataArray:
    renamed = dict(zip(source.names, ("t", "y", "x"), strict=True))
    dataset = xr.open_dataset(source.path, engine="netcdf4", chunks={}, mask_and_scale=True)
    cube = dataset[bands].to_dataarray("bands")
    cube = cube.rename({old: new for old, new in renamed.items() if old and old != new})
    if "t" in cube.dims:
        cube = cube.sortby("t")
    return cube.transpose("t", "bands", "y", "x", missing_dims="ignore").drop_attrs(deep=False)


def _open_geotiff(source: Source, bands: list[str]) -> xr.DataArray:
    cube = rioxarray.open_rasterio(source.path, chunks={}, driver=TIFF)
    if isinstance(cube, xr.DataArray) and cube.rio.nodata is not None:
        # Masking makes floats of whole numbers, so it is done only where something is missing.
        cube = rioxarray.open_rasterio(source.path, chunks={}, masked=True, driver=TIFF)
    if not isinstance(cube, xr.DataArray):
        message = f"The file {source.path.name} holds several pictures; it cannot be loaded."
        raise ProcessError("CollectionNotFound", message)
    cube = cube.rename({"band": "bands"})
    cube = cube.assign_coords(bands=[band.name for band in source.bands]).sel(bands=bands)
    cube.attrs = {}
    if source.times:
        cube = cube.expand_dims(t=[_instant(source.times[0])])
    return cube


def _instant(value: Any) -> np.datetime64 | None:
    """A time given as text, or as an object of the process graph parser, in UTC."""
    value = getattr(value, "root", value)
    if value is None:
        return None
    if isinstance(value, str):
        return np.datetime64(value.removesuffix("Z"), "ns")
    return np.datetime64(int(value.timestamp()), "s")


def _limit_time(cube: xr.DataArray, extent: Any, context: JobContext) -> xr.DataArray:
    """Keep the times of a left-closed interval: the end is excluded (specification)."""
    if extent is None:
        return cube
    if "t" not in cube.dims:
        context.log("warning", "The collection has no dates: temporal_extent has no effect.")
        return cube
    try:
        start, end = (_instant(value) for value in extent)
    except (TypeError, ValueError) as error:
        message = "temporal_extent must be two dates, for example ['2024-06-01', '2024-09-01']."
        raise ProcessError("ProcessParameterInvalid", message) from error
    times = cube["t"].values
    keep = np.ones(len(times), dtype=bool)
    if start is not None:
        keep &= times >= start
    if end is not None:
        keep &= times < end
    return cube.isel(t=np.flatnonzero(keep))


def _limit_space(cube: xr.DataArray, extent: Any, source: Source) -> xr.DataArray:
    """Keep the pixels whose centre is in the box or in one of the polygons (specification)."""
    if extent is None:
        return cube
    facts = extent if isinstance(extent, dict) else extent.model_dump()
    if "type" in facts:
        return _clip(cube, facts)
    try:
        corners = [float(facts[name]) for name in ("west", "south", "east", "north")]
        crs = CRS.from_user_input(facts.get("crs") or 4326)
    except (KeyError, TypeError, ValueError, CRSError) as error:
        message = "spatial_extent must have west, south, east, north in a known crs."
        raise ProcessError("ProcessParameterInvalid", message) from error
    own = CRS.from_user_input(source.crs_wkt)
    if crs != own:
        corners = list(transform_bounds(crs, own, *corners, densify_pts=21))
    west, south, east, north = corners
    x, y = cube["x"].values, cube["y"].values
    return cube.isel(
        x=np.flatnonzero((x >= west) & (x <= east)),
        y=np.flatnonzero((y >= south) & (y <= north)),
    )


def _clip(cube: xr.DataArray, feature: dict[str, Any]) -> xr.DataArray:
    from rioxarray.exceptions import NoDataInBounds

    features = feature.get("features", [feature])
    shapes = [item.get("geometry", item) for item in features]
    try:
        clipped = cube.rio.set_spatial_dims("x", "y").rio.clip(shapes, crs=4326, drop=True)
    except NoDataInBounds as error:
        message = "The collection has no data in the given polygons."
        raise ProcessError("NoDataAvailable", message) from error
    return clipped  # type: ignore[no-any-return]
