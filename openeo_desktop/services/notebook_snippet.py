"""A few lines of Python that read a result file in a notebook, by its kind. Text only."""

from __future__ import annotations

from pathlib import Path

from openeo_desktop.core.media_types import FileKind, file_kind

_RASTER = """\
import rasterio

with rasterio.open({path}) as file:
    data = file.read(masked=True)  # bands, rows, columns; without the pixels that hold nothing
    print(file.crs, file.bounds, file.descriptions)
"""
_NETCDF = """\
import xarray

data = xarray.open_dataset({path}){variable}
data
"""
_GEOJSON = """\
import geopandas

data = geopandas.read_file({path})
data.plot()
"""
_CSV = """\
import pandas

data = pandas.read_csv({path})
data.head()
"""
_JSON = """\
import json
from pathlib import Path

data = json.loads(Path({path}).read_text(encoding="utf-8"))
data
"""
_TEXT = """\
from pathlib import Path

print(Path({path}).read_text(encoding="utf-8", errors="replace"))
"""
_BY_KIND = {
    FileKind.GEOTIFF: _RASTER,
    FileKind.PICTURE: _RASTER,
    FileKind.NETCDF: _NETCDF,
    FileKind.GEOJSON: _GEOJSON,
    FileKind.TABLE: _CSV,
    FileKind.JSON: _JSON,
    FileKind.TEXT: _TEXT,
}


def snippet(path: Path, variable: str = "") -> str:
    """The lines; empty for a kind that no common library reads.

    Args:
        variable: Of a netCDF file, if one is meant.
    """
    template = _BY_KIND.get(file_kind("", path.name), "")
    if path.suffix.lower() in (".parquet", ".geoparquet"):
        template = _CSV.replace("read_csv", "read_parquet")
    # `repr` writes any name, with quotes and backslashes in it, as a Python text.
    chosen = f"[{variable!r}]" if variable else ""
    return template.format(path=repr(str(path)), variable=chosen)
