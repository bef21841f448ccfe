"""What an open dataset is, as a `RasterLayer`: its bands, its grid, where it lies.

Limits are here, too: what a lying header claims is refused before a pixel is read.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rasterio.crs import CRS
from rasterio.enums import ColorInterp
from rasterio.transform import from_gcps

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.raster_gdal import Dataset, damaged, too_large
from openeo_desktop.preview.raster_places import (
    Coefficients,
    name_of_crs,
    outline,
    text_of_crs,
    unit_of_crs,
)
from openeo_desktop.preview.values import Band, RasterLayer

MAX_SIDE = 5_000_000
MAX_BANDS = 20_000
MAX_BLOCK_BYTES = 128 * 2**20
MAX_TEXT = 300
_IDENTITY = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class BandLabel:
    """What a format knows of a band that GDAL's own fields do not tell."""

    name: str = ""
    time: dt.datetime | None = None


def check_limits(dataset: Dataset, size: int | None) -> None:
    """Refuse what cannot be shown: complex numbers, lying headers, giant blocks.

    Args:
        size: Of the file in bytes, None if unknown.

    Raises:
        PreviewError: It cannot be shown.
    """
    if not dataset.count:
        raise damaged("no bands")
    if max(dataset.width, dataset.height) > MAX_SIDE or dataset.count > MAX_BANDS:
        raise too_large()
    kinds = {np.dtype(kind).kind for kind in map(_known, dataset.dtypes)}
    if not kinds <= set("iufb"):
        raise PreviewError(
            "This file holds complex numbers, which are not shown here.",
            "Compute their amplitude in the process graph, or open it with another program.",
        )
    rows, columns = dataset.block_shapes[0]
    item = np.dtype(_known(dataset.dtypes[0])).itemsize
    if rows * columns * item * _interleaved(dataset) > MAX_BLOCK_BYTES:
        raise too_large()
    blocks = math.ceil(dataset.width / columns) * math.ceil(dataset.height / rows)
    if dataset.driver == "GTiff" and size is not None and 2 * blocks > size:
        raise damaged("more blocks than the file can list")


def _known(dtype: str) -> str:
    """complex_int16 is GDAL's alone."""
    return "complex64" if dtype.startswith("complex") else dtype


def _interleaved(dataset: Dataset) -> int:
    pixel = getattr(dataset.interleaving, "name", "") == "pixel"
    return int(dataset.count) if pixel else 1


def describe(
    dataset: Dataset,
    *,
    name: str = "",
    title: str = "",
    labels: Sequence[BandLabel] = (),
    crs: CRS | None = None,
) -> RasterLayer:
    """The layer that a dataset is. To be called within `gdal()`, after `check_limits`.

    Args:
        name: What the file calls it.
        title: What a person calls it.
        labels: Of its bands, all or none.
        crs: Its reference system, where the dataset does not know it.
    """
    crs = crs or dataset.crs
    transform = _transform(dataset, crs)
    rows, columns = dataset.block_shapes[0]
    return RasterLayer(
        name=name,
        width=dataset.width,
        height=dataset.height,
        bands=_bands(dataset, labels),
        transform=transform,
        crs=text_of_crs(crs),
        crs_name=short(name_of_crs(crs)),
        linear_unit=unit_of_crs(crs),
        outline=outline(transform, crs, dataset.width, dataset.height),
        overviews=tuple(dataset.overviews(1)),
        block=(columns, rows),
        title=short(title),
    )


def of_slices(layer: RasterLayer, labels: Sequence[BandLabel]) -> RasterLayer:
    """The layer whose bands are as many slices, all like the one band of this layer."""
    first = layer.bands[0]
    bands = tuple(
        replace(first, index=index, name=short(label.name), time=label.time)
        for index, label in enumerate(labels, 1)
    )
    return replace(layer, bands=bands)


def _transform(dataset: Dataset, crs: CRS | None) -> Coefficients | None:
    found = tuple(float(value) for value in dataset.transform[:6])
    if found == _IDENTITY and dataset.gcps[0]:
        found = tuple(float(value) for value in from_gcps(dataset.gcps[0])[:6])
    if (found == _IDENTITY and not crs) or not all(map(math.isfinite, found)):
        return None
    a, b, c, d, e, f = found
    return (a, b, c, d, e, f) if a * e - b * d else None


def _bands(dataset: Dataset, labels: Sequence[BandLabel]) -> tuple[Band, ...]:
    fields = (
        dataset.dtypes,
        dataset.nodatavals,
        dataset.scales,
        dataset.offsets,
        dataset.units,
        dataset.descriptions,
        dataset.colorinterp,
    )
    given = labels or [BandLabel()] * dataset.count
    return tuple(
        Band(
            index=index,
            name=short(label.name or description or ""),
            dtype=dtype,
            nodata=nodata,
            scale=scale if math.isfinite(scale) else 1.0,
            offset=offset if math.isfinite(offset) else 0.0,
            unit="" if unit in (None, "1") else short(unit),
            label=_role(role),
            time=label.time,
            colours=_colours(dataset, index, role),
        )
        for index, (label, dtype, nodata, scale, offset, unit, description, role) in enumerate(
            zip(given, *fields, strict=False), 1
        )
    )


def _role(role: ColorInterp) -> str:
    return "" if role == ColorInterp.undefined else str(role.name)


def _colours(
    dataset: Dataset, index: int, role: ColorInterp
) -> Mapping[int, tuple[int, int, int, int]]:
    if role != ColorInterp.palette:
        return {}
    try:
        table: dict[int, tuple[int, int, int, int]] = dataset.colormap(index)
    except ValueError:  # it says that it has one, and has none
        return {}
    return dict(list(table.items())[:65_536])


def short(text: str) -> str:
    """A text of the file, bounded."""
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}…"
