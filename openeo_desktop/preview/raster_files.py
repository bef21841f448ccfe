"""Opens files that are one picture each: GeoTIFF, PNG, JPEG, JPEG 2000, GIF, WebP.

One dataset, one layer. Files with several layers are `netcdf_files.py` and `zarr_files.py`.
"""

from __future__ import annotations

from pathlib import Path

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.file_kinds import FileKind
from openeo_desktop.preview.range_opener import RangeOpener, watched
from openeo_desktop.preview.ranges import Ranges, Source, size_of
from openeo_desktop.preview.raster_gdal import (
    Dataset,
    gdal,
    has_driver,
    open_dataset,
    too_large,
)
from openeo_desktop.preview.raster_layers import check_limits, describe, short
from openeo_desktop.preview.raster_reader import RasterReader
from openeo_desktop.preview.raster_stack import DatasetStack
from openeo_desktop.preview.values import RasterFile, RasterLayer

_WHOLE_IMAGE = (FileKind.GIF, FileKind.WEBP)
"""Formats that are decoded as a whole, whatever is asked for."""
_MAX_WHOLE = 50_000_000
_MAX_TAGS = 100


def open_raster(source: Source, kind: FileKind) -> RasterReader:
    """Open a file that is one picture.

    Raises:
        PreviewError: It is damaged, too large, or this build cannot read the format.
    """
    require(kind)
    opener = RangeOpener(source) if isinstance(source, Ranges) else None
    name = "remote" if isinstance(source, Ranges) else local_name(source)

    def reopen() -> Dataset:
        return watched(opener, lambda: open_dataset(name, kind, opener))

    with gdal():
        dataset = reopen()
        try:
            layer = _layer(source, kind, dataset)
            stack = DatasetStack(layer, dataset.crs, reopen, dataset, opener)
        except BaseException:
            dataset.close()
            raise
        file = RasterFile(kind, (layer,), size_of(source), tags_of(dataset))
        return RasterReader(file, (stack,))


def require(kind: FileKind) -> None:
    """Refuse formats that this build of GDAL has no driver for."""
    if not has_driver(kind):
        raise PreviewError(
            "This kind of file cannot be shown here.",
            "Open it with another program, for example QGIS.",
            details=f"GDAL has no driver {kind}",
        )


def local_name(path: Path) -> str:
    """The path as GDAL is told it: absolute, and never one of its virtual file systems."""
    name = str(path.absolute())
    if name.startswith("/vsi"):
        raise PreviewError(
            "This folder cannot be read for a preview.", "Move the file to another folder."
        )
    return name


def _layer(source: Source, kind: FileKind, dataset: Dataset) -> RasterLayer:
    check_limits(dataset, size_of(source))
    if kind in _WHOLE_IMAGE and dataset.width * dataset.height > _MAX_WHOLE:
        raise too_large()
    return describe(dataset)


def tags_of(dataset: Dataset) -> dict[str, str]:
    """The metadata of the file, bounded."""
    tags = list(dataset.tags().items())[:_MAX_TAGS]
    return {short(str(key)): short(str(value)) for key, value in tags}
