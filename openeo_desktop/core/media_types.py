"""Kinds of result files, told by media type and file name; and which of them are safe to open.

Standard library only, no words for people here.
"""

from __future__ import annotations

import enum
import re
from pathlib import PurePath


class FileKind(enum.Enum):
    """What a file holds, as far as icon and type name need it."""

    GEOTIFF = enum.auto()
    NETCDF = enum.auto()
    JSON = enum.auto()
    GEOJSON = enum.auto()
    TABLE = enum.auto()
    PICTURE = enum.auto()
    TEXT = enum.auto()
    ARCHIVE = enum.auto()
    OTHER = enum.auto()


class OpenRisk(enum.Enum):
    """What opening a file with the system's program may do."""

    NONE = enum.auto()
    UNKNOWN = enum.auto()
    PROGRAM = enum.auto()


_BY_MEDIA_TYPE = {
    "image/tiff": FileKind.GEOTIFF,
    "application/x-netcdf": FileKind.NETCDF,
    "application/netcdf": FileKind.NETCDF,
    "application/x-hdf5": FileKind.NETCDF,
    "application/x-hdf": FileKind.NETCDF,
    "application/json": FileKind.JSON,
    "application/geo+json": FileKind.GEOJSON,
    "text/csv": FileKind.TABLE,
    "application/vnd.apache.parquet": FileKind.TABLE,
    "application/x-parquet": FileKind.TABLE,
    "application/parquet": FileKind.TABLE,
    "application/zip": FileKind.ARCHIVE,
    "application/gzip": FileKind.ARCHIVE,
    "application/x-tar": FileKind.ARCHIVE,
}
_BY_SUFFIX = {
    ".tif": FileKind.GEOTIFF,
    ".tiff": FileKind.GEOTIFF,
    ".nc": FileKind.NETCDF,
    ".nc4": FileKind.NETCDF,
    ".h5": FileKind.NETCDF,
    ".hdf5": FileKind.NETCDF,
    ".json": FileKind.JSON,
    ".geojson": FileKind.GEOJSON,
    ".csv": FileKind.TABLE,
    ".tsv": FileKind.TABLE,
    ".parquet": FileKind.TABLE,
    ".geoparquet": FileKind.TABLE,
    ".png": FileKind.PICTURE,
    ".jpg": FileKind.PICTURE,
    ".jpeg": FileKind.PICTURE,
    ".jp2": FileKind.PICTURE,
    ".txt": FileKind.TEXT,
    ".log": FileKind.TEXT,
    ".md": FileKind.TEXT,
    ".zip": FileKind.ARCHIVE,
    ".gz": FileKind.ARCHIVE,
    ".tar": FileKind.ARCHIVE,
}
_FURTHER_DATA = frozenset((".gpkg", ".grib", ".grb2", ".las", ".laz", ".vrt", ".xml", ".pdf"))
# What the three systems run, or hand to an interpreter, when it is opened.
_PROGRAMS = frozenset(  # one text, because a list of 70 literals hides what is missing
    re.findall(
        r"\S+",
        ".action .app .appimage .bash .bat .cmd .com .command .cpl .csh .deb .desktop .dll"
        " .dmg .exe .gadget .hta .htm .html .inf .ins .iso .jar .js .jse .lnk .mht .mhtml .msc"
        " .msi .msp .mst .osx .out .pif .pkg .pl .prg .ps1 .psm1 .py .pyc .pyw .pyz .r .rb"
        " .reg .rpm .run .scf .scpt .scr .sh .svg .svgz .terminal .url .vb .vbe .vbs .webloc"
        " .wsf .wsh .xhtml .xll .xlsm .zsh",
    )
)


def file_kind(media_type: str, name: str) -> FileKind:
    """The kind by media type (its parameters ignored), else by the suffix of the name."""
    plain = media_type.partition(";")[0].strip().lower()
    if plain in _BY_MEDIA_TYPE:
        return _BY_MEDIA_TYPE[plain]
    by_suffix = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if by_suffix:
        return by_suffix
    if plain.startswith("image/"):
        return FileKind.PICTURE
    return FileKind.TEXT if plain.startswith("text/") else FileKind.OTHER


def open_risk(name: str) -> OpenRisk:
    """By the suffix of the name on disk alone: that is what the system goes by as well."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _BY_SUFFIX or suffix in _FURTHER_DATA:
        return OpenRisk.NONE
    return OpenRisk.PROGRAM if suffix in _PROGRAMS else OpenRisk.UNKNOWN
