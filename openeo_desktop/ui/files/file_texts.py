"""What kinds of files are called, shared by the results and downloads panes. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.media_types import FileKind, file_kind


def kind_name(media_type: str, name: str) -> str:
    """The type as people call it: GeoTIFF, netCDF, PNG; the raw media type where it is foreign."""
    kind = file_kind(media_type, name)
    if kind is FileKind.OTHER:
        return media_type
    if kind in (FileKind.PICTURE, FileKind.TABLE, FileKind.ARCHIVE):
        return _subtype(media_type, name) or _kind_words()[kind]
    return _kind_words()[kind]


def _subtype(media_type: str, name: str) -> str:
    plain = media_type.partition(";")[0].strip().lower()
    last = plain.rpartition("/")[2].rpartition(".")[2].removeprefix("x-")
    suffix = name.rpartition(".")[2] if "." in name else ""
    word = last or suffix
    return "Parquet" if word == "parquet" else word.upper() if len(word) <= 5 else word


def _kind_words() -> dict[FileKind, str]:
    return {
        FileKind.GEOTIFF: "GeoTIFF",
        FileKind.NETCDF: "netCDF",
        FileKind.JSON: "JSON",
        FileKind.GEOJSON: "GeoJSON",
        FileKind.TABLE: QCoreApplication.translate("Files", "Table"),
        FileKind.PICTURE: QCoreApplication.translate("Files", "Picture"),
        FileKind.TEXT: QCoreApplication.translate("Files", "Text"),
        FileKind.ARCHIVE: QCoreApplication.translate("Files", "Archive"),
    }
