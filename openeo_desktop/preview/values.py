"""What can be known of a result file, and what can be asked of it; values only.

Imported by whoever shows or carries them, so nothing heavy is imported here: numpy only for types.
Pixels are counted from the upper left corner of the file's full resolution, columns before rows,
with the corner of the first pixel at (0, 0); bands and times as rasterio does, from 1.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Doubles = npt.NDArray[np.float64]
    Counts = npt.NDArray[np.int64]

LonLat = tuple[float, float]
"""Degrees east and north (WGS 84)."""
Window = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels of the full resolution."""


class PreviewKind(StrEnum):
    """How a file is shown."""

    RASTER = "raster"
    SERIES = "series"
    TABLE = "table"
    TREE = "tree"
    VECTOR = "vector"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a layer. Values on screen are `raw * scale + offset`.

    `nodata` is a raw value. `colours` is the file's own colour table: raw value to red, green,
    blue, alpha of 0 to 255. `name` is the file's own (band description, the value of a dimension),
    empty if it has none. `label` is the role in a picture: gray, red, green, blue, alpha, palette.
    """

    index: int
    name: str
    dtype: str
    nodata: float | None = None
    scale: float = 1.0
    offset: float = 0.0
    unit: str = ""
    label: str = ""
    time: dt.datetime | None = None
    colours: Mapping[int, tuple[int, int, int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RasterLayer:
    """A stack of bands on one grid: a whole GeoTIFF, or one variable of a netCDF or Zarr file.

    `transform`: a, b, c, d, e, f of x = a * column + b * row + c, y = d * column + e * row + f;
    None if the file says nothing. `crs`: "EPSG:32633", or WKT; empty if unknown; `crs_name` for a
    person. `outline`: the edge of the layer in degrees, closed, with points between the corners;
    empty if it cannot be placed. `overviews`: factors of the smaller copies in the file.
    """

    name: str
    width: int
    height: int
    bands: tuple[Band, ...]
    transform: tuple[float, float, float, float, float, float] | None = None
    crs: str = ""
    crs_name: str = ""
    linear_unit: str = ""
    outline: tuple[LonLat, ...] = ()
    overviews: tuple[int, ...] = ()
    block: tuple[int, int] = (0, 0)
    title: str = ""

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """West, south, east, north in the layer's own coordinates; None if it has none."""
        if self.transform is None:
            return None
        a, b, c, d, e, f = self.transform
        corners = ((0, 0), (self.width, 0), (0, self.height), (self.width, self.height))
        xs = [a * column + b * row + c for column, row in corners]
        ys = [d * column + e * row + f for column, row in corners]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def times(self) -> tuple[dt.datetime, ...]:
        """The different times of its bands, in order."""
        return tuple(sorted({band.time for band in self.bands if band.time is not None}))


@dataclass(frozen=True, slots=True)
class RasterFile:
    """What a raster file holds. `size` in bytes, None if that is not known."""

    driver: str
    layers: tuple[RasterLayer, ...]
    size: int | None = None
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """Some bands of a layer within a window, at most `width` times `height` pixels of answer."""

    layer: int
    bands: tuple[int, ...]
    window: Window
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class WarpRequest:
    """A picture on a grid of another raster: window and size count pixels of that grid.

    `transform`: from the pixels of the grid to coordinates, as `RasterLayer.transform`; `crs`:
    their reference system, "EPSG:32633" or WKT.
    """

    picture: PictureRequest
    transform: tuple[float, float, float, float, float, float]
    crs: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The answer: `values` (bands, rows, columns), scaled, NaN where there is nothing.

    `window` is what the values really cover (whole pixels of the resolution that was read).
    `coarse`: only some of the file was read, because it has no smaller copies of itself; each
    value is that of the nearest pixel that was.
    """

    values: Floats
    window: Window
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """How a picture is painted: one band through a colour map, or three as red, green and blue.

    `bands`: one or three of the layer. `stretches`: the values (on screen) that the lowest and the
    highest colour belong to, one for each band. `colours`: the file's own table, raw value to red,
    green, blue, alpha; where there is one, neither stretch nor colour map count.
    """

    bands: tuple[int, ...]
    stretches: tuple[tuple[float, float], ...]
    colour_map: str = "viridis"
    reversed: bool = False
    colours: Mapping[int, tuple[int, int, int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BandStatistics:
    """Numbers of one band within a window; NaN where nothing is valid.

    `valid` is the share of pixels that hold a value, 0 to 1; `low` and `high` are the percentiles
    2 and 98. `counts` (n,) and `edges` (n + 1,) are the histogram from `minimum` to `maximum`.
    `exact`: every pixel was read; otherwise a smaller copy was.
    """

    band: int
    minimum: float
    maximum: float
    mean: float
    deviation: float
    valid: float
    low: float
    high: float
    counts: Counts
    edges: Doubles
    exact: bool


@dataclass(frozen=True, slots=True)
class Probe:
    """The pixel at a place. `values` in the order of the bands, scaled, NaN where nothing is.

    `x`, `y` are the layer's own coordinates of the pixel's centre, None if it has none.
    """

    column: int
    row: int
    x: float | None
    y: float | None
    position: LonLat | None
    values: Doubles


@dataclass(frozen=True, slots=True)
class Profile:
    """Values along a line. `distances` (n,) in `unit` ("m", "px"…), `values` (bands, n)."""

    distances: Doubles
    values: Doubles
    unit: str


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One line of a plot: `times` (n,) seconds since 1970 UTC, rising; `values` (n,), NaN: gap."""

    name: str
    times: Doubles
    values: Doubles
    band: str = ""
    geometry: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Values over time. `note` tells what was left out, if anything was."""

    lines: tuple[SeriesLine, ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `numeric` columns are aligned right."""

    name: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows are asked for in pages. `rows` is how many there are."""

    columns: tuple[Column, ...]
    rows: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class TablePage:
    """Rows from `first` on, as texts."""

    first: int
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One feature in degrees: `points` (n, 2) cut into `parts` (index of each part's first point).

    `kind`: "point", "line" or "polygon".
    """

    kind: str
    points: Doubles
    parts: tuple[int, ...] = (0,)
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shapes:
    """The features of a vector file. `total` counts also those that were left out."""

    shapes: tuple[Shape, ...]
    total: int
    bounds: tuple[float, float, float, float] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A JSON document to be looked through. `document` is what `json.loads` would give."""

    document: Any
    note: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The beginning of a text; `note` says so if it is not all of it."""

    text: str
    note: str = ""


Content = RasterFile | Series | Table | Shapes | Tree | Text
"""What opening a file gives; a series can also be looked through as a table or a tree."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is open for more questions. `also`: other ways to look at it."""

    kind: PreviewKind
    content: Content
    also: tuple[PreviewKind, ...] = ()
