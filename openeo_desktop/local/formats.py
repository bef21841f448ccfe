"""The output formats, as `GET /file_formats` tells them; written by the modules `save_*`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_PREFIX = {
    "filename_prefix": {
        "description": "Start of the names of the files, instead of `openEO`.",
        "type": "string",
        "pattern": r"^[\w\-]{1,64}$",
        "default": "openEO",
    }
}


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """One file format: its openEO name, what it is, and what a file of it looks like."""

    name: str
    title: str
    description: str
    extension: str
    media_type: str
    kinds: tuple[str, ...] = ("raster",)


FORMATS = (
    OutputFormat(
        "GTiff",
        "GeoTIFF",
        "One file per date, with one band per label of the band dimension.",
        ".tif",
        "image/tiff; application=geotiff",
    ),
    OutputFormat(
        "netCDF",
        "netCDF-4 (CF)",
        "One file; each band becomes a variable.",
        ".nc",
        "application/x-netcdf",
        ("raster", "other"),
    ),
    OutputFormat(
        "JSON",
        "JSON",
        "A time series becomes {date: [[value per band]]}; other data a description of its"
        " dimensions, coordinates and values.",
        ".json",
        "application/json",
        ("raster", "other", "table"),
    ),
    OutputFormat(
        "CSV",
        "Comma-separated values",
        "A time series becomes one row per date with one column per band; other data one row per"
        " pixel.",
        ".csv",
        "text/csv",
        ("raster", "other", "table"),
    ),
    OutputFormat(
        "PNG",
        "PNG picture",
        "One grey band, or red, green and blue. Values from 0 to 255 (use linear_scale_range);"
        " missing values are transparent.",
        ".png",
        "image/png",
    ),
)
_ALIASES = {"GEOTIFF": "GTIFF", "TIFF": "GTIFF", "NETCDF4": "NETCDF"}


def find_format(name: str) -> OutputFormat | None:
    """The format of this name; names are case-insensitive (openEO API, `GET /file_formats`)."""
    wanted = _ALIASES.get(name.upper(), name.upper())
    return next((form for form in FORMATS if form.name.upper() == wanted), None)


def format_names() -> str:
    """The names of all output formats for a message."""
    return ", ".join(form.name for form in FORMATS)


def output_formats() -> dict[str, Any]:
    """The member `output` of `GET /file_formats`."""
    return {
        form.name: {
            "title": form.title,
            "description": form.description,
            "gis_data_types": list(form.kinds),
            "parameters": _PREFIX,
        }
        for form in FORMATS
    }
