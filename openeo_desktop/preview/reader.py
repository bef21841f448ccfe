"""Opens a result file of any kind for questions: the one way in.

Finds the kind and hands over to its reader, which is imported only then.
"""

from __future__ import annotations

from collections.abc import Callable

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.file_kinds import FileKind, kind_of
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.ranges import Source

_PICTURES = (
    FileKind.TIFF,
    FileKind.PNG,
    FileKind.JPEG,
    FileKind.JPEG2000,
    FileKind.GIF,
    FileKind.WEBP,
)


def open_file(source: Source) -> OpenedFile:
    """Open a file, or what can be had of it from a server.

    Raises:
        PreviewError: It is damaged, too large or of a kind that is not shown.
        AppError: Remote bytes could not be had.
    """
    try:
        kind = kind_of(source)
        return _open_raster(source, kind) if kind in _PICTURES else _OPENERS[kind](source)
    except OSError as error:
        raise PreviewError(
            "The file cannot be read.",
            "Look whether it is still there and whether you may read it.",
            details=str(error),
        ) from error


def _open_raster(source: Source, kind: FileKind) -> OpenedFile:
    from openeo_desktop.preview.raster_files import open_raster

    return open_raster(source, kind)


def _open_netcdf(source: Source) -> OpenedFile:
    from openeo_desktop.preview.netcdf_files import open_netcdf

    return open_netcdf(source)


def _open_zarr(source: Source) -> OpenedFile:
    from openeo_desktop.preview.zarr_files import open_zarr

    return open_zarr(source)


def _open_json(source: Source) -> OpenedFile:
    from openeo_desktop.preview.json_file import open_json

    return open_json(source)


def _open_csv(source: Source) -> OpenedFile:
    from openeo_desktop.preview.csv_file import open_csv

    return open_csv(source)


def _open_text(source: Source) -> OpenedFile:
    from openeo_desktop.preview.text_file import open_text

    return open_text(source)


def _refuse_archive(_source: Source) -> OpenedFile:
    raise PreviewError(
        "This is an archive of files.", "Unpack it, then open the files that are in it."
    )


def _refuse_parquet(_source: Source) -> OpenedFile:
    raise PreviewError(
        "This is a Parquet file, which is not shown here.",
        "Open it in QGIS, or read it in a notebook with pandas (geopandas if it has geometries).",
    )


def _refuse_features(_source: Source) -> OpenedFile:
    """Its readers (GDAL's vector part) would double the size of the app for two rare formats."""
    raise PreviewError(
        "This is a file of vector features that is not shown here.",
        "Open it in QGIS, or read it in a notebook with geopandas.",
    )


def _refuse_grib(_source: Source) -> OpenedFile:
    raise PreviewError(
        "This is a GRIB file, which is not shown here.",
        "Open it in QGIS, or read it in a notebook with xarray and cfgrib.",
    )


def _refuse(_source: Source) -> OpenedFile:
    raise PreviewError("This kind of file cannot be shown here.", "Open it with another program.")


_OPENERS: dict[FileKind, Callable[[Source], OpenedFile]] = {
    FileKind.NETCDF: _open_netcdf,
    FileKind.ZARR: _open_zarr,
    FileKind.ARCHIVE: _refuse_archive,
    FileKind.JSON: _open_json,
    FileKind.CSV: _open_csv,
    FileKind.TEXT: _open_text,
    FileKind.PARQUET: _refuse_parquet,
    FileKind.GEOPACKAGE: _refuse_features,
    FileKind.FLATGEOBUF: _refuse_features,
    FileKind.GRIB: _refuse_grib,
    FileKind.FOLDER: _refuse,
}
