"""What kind of file it is: by its first bytes, then by its name. Nothing is read beyond these."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from openeo_desktop.preview.ranges import Source, beginning, name_of

_HEAD = 4096


class FileKind(StrEnum):
    """The readers there are; those of rasters by the name of the GDAL driver."""

    TIFF = "GTiff"
    NETCDF = "netCDF"
    PNG = "PNG"
    JPEG = "JPEG"
    JPEG2000 = "JP2OpenJPEG"
    GIF = "GIF"
    WEBP = "WEBP"
    ZARR = "Zarr"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    GEOPACKAGE = "gpkg"
    FLATGEOBUF = "flatgeobuf"
    ARCHIVE = "zip"
    GRIB = "grib"
    FOLDER = "folder"
    TEXT = "text"


_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
    (b"II+\x00", FileKind.TIFF),
    (b"MM\x00+", FileKind.TIFF),
    (b"\x89HDF\r\n\x1a\n", FileKind.NETCDF),
    (b"CDF\x01", FileKind.NETCDF),
    (b"CDF\x02", FileKind.NETCDF),
    (b"CDF\x05", FileKind.NETCDF),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x00\x00\x00\x0cjP  ", FileKind.JPEG2000),
    (b"\xff\x4f\xff\x51", FileKind.JPEG2000),
    (b"GIF87a", FileKind.GIF),
    (b"GIF89a", FileKind.GIF),
    (b"PAR1", FileKind.PARQUET),
    (b"SQLite format 3\x00", FileKind.GEOPACKAGE),
    (b"fgb\x03", FileKind.FLATGEOBUF),
    (b"PK\x03\x04", FileKind.ARCHIVE),
    (b"GRIB", FileKind.GRIB),
)
_SUFFIXES = {
    ".json": FileKind.JSON,
    ".geojson": FileKind.JSON,
    ".covjson": FileKind.JSON,
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
}
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(source: Source) -> FileKind:
    """The kind of a file or folder.

    Raises:
        OSError: A local file cannot be read.
        AppError: The remote bytes could not be had.
    """
    if isinstance(source, Path) and source.is_dir():
        return _kind_of_folder(source)
    head = beginning(source, _HEAD)
    return _by_content(head) or _by_name(name_of(source), head)


def _kind_of_folder(folder: Path) -> FileKind:
    marks = (".zgroup", ".zarray", ".zmetadata", "zarr.json")
    return FileKind.ZARR if any((folder / mark).is_file() for mark in marks) else FileKind.FOLDER


def _by_content(head: bytes) -> FileKind | None:
    for mark, kind in _BEGINNINGS:
        if head.startswith(mark):
            return kind
    return FileKind.WEBP if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else None


def _by_name(name: str, head: bytes) -> FileKind:
    known = _SUFFIXES.get(Path(name).suffix.lower())
    if known is None and _text_of(head).lstrip()[:1] in ("{", "["):
        return FileKind.JSON
    return known or FileKind.TEXT


def _text_of(head: bytes) -> str:
    if head.startswith(_BOMS[1:]):
        return head.decode("utf-16", "replace")
    return head.removeprefix(_BOMS[0]).decode("utf-8", "replace")
