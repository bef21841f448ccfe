"""A raster brought to the grid of another one: the values are GDAL's, and lie where GDAL says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PictureRequest, RasterFile, WarpRequest
from tests.support.result_files import write_tiff

DEGREES = CRS.from_epsg(4326)
COLUMNS, ROWS = 400, 400
# From 14.55 to 14.60 degrees east, 45.845 to 45.885 north: partly beside the file of `make_file`.
TRANSFORM = (0.000125, 0.0, 14.55, 0.0, -0.0001, 45.885)


def make_file(folder: Path) -> Path:
    rows, columns = np.mgrid[0:300, 0:400]
    values = (rows * 1000 + columns).astype(np.float32)[None]
    values[:, 100:120, 100:140] = -9999
    return write_tiff(folder / "utm.tif", values, nodata=-9999)


def request(width: int = COLUMNS, height: int = ROWS) -> WarpRequest:
    window = (0.0, 0.0, float(COLUMNS), float(ROWS))
    return WarpRequest(PictureRequest(0, (1,), window, width, height), TRANSFORM, "EPSG:4326")


def test_values_lie_where_gdal_warps_them(tmp_path: Path) -> None:
    path = make_file(tmp_path)
    file = open_file(path)
    found = file.warped(request())
    with rasterio.open(path) as source:
        options = {"crs": DEGREES, "transform": Affine(*TRANSFORM)}
        sizes = {"width": COLUMNS, "height": ROWS, "resampling": Resampling.nearest}
        with WarpedVRT(source, **options, **sizes, nodata=np.nan) as expected:
            wanted = expected.read(1)
    assert found.window == (0.0, 0.0, 400.0, 400.0)
    assert found.values.shape == (1, ROWS, COLUMNS)
    same = (found.values[0] == wanted) | (np.isnan(found.values[0]) & np.isnan(wanted))
    near = np.abs(found.values[0] - wanted) <= 1001  # a neighbour: both round the same half
    assert np.isnan(wanted).mean() > 0.1
    assert (~np.isnan(wanted)).mean() > 0.1
    assert same.mean() > 0.97
    assert (same | near).mean() > 0.995
    file.close()


def test_a_part_of_the_grid_is_as_the_whole(tmp_path: Path) -> None:
    file = open_file(make_file(tmp_path))
    whole = file.warped(request()).values[0]
    one = request()
    window = (100.0, 80.0, 300.0, 240.0)
    part = WarpRequest(PictureRequest(0, (1,), window, 200, 160), one.transform, one.crs)
    found = file.warped(part)
    assert found.window == window
    expected = whole[80:240, 100:300]
    same = (found.values[0] == expected) | (np.isnan(found.values[0]) & np.isnan(expected))
    assert same.mean() > 0.97
    file.close()


def test_what_lies_elsewhere_is_empty(tmp_path: Path) -> None:
    file = open_file(make_file(tmp_path))
    one = request()
    far = (*one.transform[:2], -120.0, *one.transform[3:])
    found = file.warped(WarpRequest(one.picture, far, one.crs))  # type: ignore[arg-type] # six
    assert found.values.shape == (1, ROWS, COLUMNS)
    assert np.isnan(found.values).all()
    file.close()


def test_a_large_grid_is_answered_within_the_limit(tmp_path: Path) -> None:
    file = open_file(make_file(tmp_path))
    found = file.warped(request(40_000, 32_000))
    assert found.values.size <= 4_000_000
    file.close()


def test_a_file_that_lies_nowhere_says_so(tmp_path: Path) -> None:
    values = np.zeros((1, 10, 10), np.uint8)
    path = write_tiff(tmp_path / "plain.tif", values, Affine.identity(), None)
    file = open_file(path)
    assert isinstance(file.opened.content, RasterFile)
    with pytest.raises(PreviewError, match="where on Earth"):
        file.warped(request())
    file.close()


def test_a_grid_of_no_known_system_is_refused(tmp_path: Path) -> None:
    file = open_file(make_file(tmp_path))
    one = request()
    with pytest.raises(PreviewError):
        file.warped(WarpRequest(one.picture, one.transform, "nonsense"))
    file.close()
