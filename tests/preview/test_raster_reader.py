"""GeoTIFF through the reader: the numbers are rasterio's, and lie where rasterio says."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine
from rasterio.warp import transform as project

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PictureRequest, PreviewKind, RasterFile, RasterLayer
from tests.support.result_files import DATA, NORTH_UP, UTM33, write_tiff

REAL = ("dem_slovenia.tif", "five_bands_wgs84_float32.tiff", "landsat_band_utm33_uint16.tiff")
DTYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")


def layer_of(opened: OpenedFile, number: int = 0) -> RasterLayer:
    assert isinstance(opened.opened.content, RasterFile)
    return opened.opened.content.layers[number]


def whole(layer: RasterLayer, width: int = 1000, height: int = 1000) -> PictureRequest:
    bands = tuple(band.index for band in layer.bands)
    return PictureRequest(0, bands, (0, 0, layer.width, layer.height), width, height)


@pytest.mark.real_data
@pytest.mark.parametrize("name", REAL)
def test_real_file_is_what_rasterio_reads(name: str) -> None:
    opened = open_file(DATA / name)
    layer = layer_of(opened)
    with rasterio.open(DATA / name) as file:
        expected = file.read().astype(np.float32)
        picture = opened.picture(whole(layer))
        assert opened.opened.kind is PreviewKind.RASTER
        np.testing.assert_array_equal(picture.values, expected)
        assert layer.bounds == pytest.approx(tuple(file.bounds))
        assert layer.crs == f"EPSG:{file.crs.to_epsg()}"
        for column, row in ((0, 0), (file.width - 1, file.height - 1)):
            probe = opened.probe(0, column, row)
            np.testing.assert_array_equal(probe.values, file.read()[:, row, column])
            centre = file.transform @ (column + 0.5, row + 0.5)
            assert (probe.x, probe.y) == pytest.approx(centre)
            degrees = project(file.crs, "EPSG:4326", [probe.x], [probe.y])
            assert probe.position == pytest.approx((degrees[0][0], degrees[1][0]), abs=1e-9)
    opened.close()


@pytest.mark.parametrize("dtype", DTYPES)
def test_every_kind_of_number_is_read(tmp_path: Path, dtype: str) -> None:
    values = (np.arange(2 * 30 * 40).reshape(2, 30, 40) % 120).astype(dtype)
    path = write_tiff(tmp_path / "numbers.tif", values, nodata=7)
    opened = open_file(path)
    expected = np.where(values == 7, np.nan, values.astype(np.float64))
    picture = opened.picture(whole(layer_of(opened)))
    np.testing.assert_array_equal(picture.values, expected.astype(np.float32))
    np.testing.assert_array_equal(opened.probe(0, 3, 29).values, expected[:, 29, 3])
    numbers = opened.statistics(0, (1, 2), None, True)
    assert [found.minimum for found in numbers] == [np.nanmin(band) for band in expected]
    assert [found.mean for found in numbers] == pytest.approx([np.nanmean(b) for b in expected])
    opened.close()


def test_scale_and_offset_are_applied_but_not_to_nodata(tmp_path: Path) -> None:
    values = np.array([[[0, 100], [200, 65535]]], np.uint16)
    path = write_tiff(
        tmp_path / "scaled.tif", values, nodata=65535, scales=(0.01,), offsets=(-1.0,)
    )
    opened = open_file(path)
    band = layer_of(opened).bands[0]
    assert (band.nodata, band.scale, band.offset) == (65535, 0.01, -1.0)
    read = opened.picture(whole(layer_of(opened))).values[0]
    np.testing.assert_allclose(read, [[-1.0, 0.0], [1.0, np.nan]], atol=1e-6)
    assert opened.statistics(0, (1,), None, True)[0].valid == 0.75


def test_alpha_hides_pixels(tmp_path: Path) -> None:
    values = np.full((4, 2, 2), 90, np.uint8)
    values[3] = [[255, 0], [128, 255]]
    path = write_tiff(tmp_path / "alpha.tif", values, photometric="RGB", alpha="YES")
    opened = open_file(path)
    layer = layer_of(opened)
    assert [band.label for band in layer.bands] == ["red", "green", "blue", "alpha"]
    read = opened.picture(whole(layer)).values
    assert np.isnan(read[:3, 0, 1]).all()
    assert np.isfinite(read[:3, 1, 0]).all()


def test_internal_mask_hides_pixels(tmp_path: Path) -> None:
    path = write_tiff(tmp_path / "masked.tif", np.array([[[1, 2, 3]]], np.uint8))
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True), rasterio.open(path, "r+") as file:
        file.write_mask(np.array([[True, False, True]]))
    opened = open_file(path)
    np.testing.assert_array_equal(
        opened.picture(whole(layer_of(opened))).values, [[[1, np.nan, 3]]]
    )


def test_colour_table_and_names_are_the_files_own(tmp_path: Path) -> None:
    path = tmp_path / "classes.tif"
    values = np.array([[[0, 1], [2, 1]]], np.uint8)
    write_tiff(path, values, names=("land cover",))
    with rasterio.open(path, "r+") as file:
        file.write_colormap(1, {0: (0, 0, 0, 0), 1: (10, 20, 30, 255), 2: (200, 0, 0, 255)})
        file.update_tags(AREA="here")
    band = layer_of(open_file(path)).bands[0]
    assert band.name == "land cover"
    assert band.label == "palette"
    assert band.colours[1] == (10, 20, 30, 255)


@pytest.mark.parametrize(
    "transform",
    [
        NORTH_UP,
        Affine(10, 0, 465_000, 0, 10, 5_080_000),
        Affine(8, 6, 465_000, 6, -8, 5_080_000),
    ],
    ids=["north up", "south up", "rotated"],
)
def test_georeferencing_is_right_in_both_corners(tmp_path: Path, transform: Affine) -> None:
    values = np.arange(12, dtype=np.float32).reshape(1, 3, 4)
    opened = open_file(write_tiff(tmp_path / "turned.tif", values, transform))
    layer = layer_of(opened)
    assert layer.transform == pytest.approx(tuple(transform)[:6])
    corners = [transform @ place for place in ((0, 0), (4, 3))]
    degrees = project(UTM33, "EPSG:4326", *zip(*corners, strict=True))
    for corner in zip(*degrees, strict=True):
        nearest = min(math.dist(corner, point) for point in layer.outline)
        assert nearest < 1e-9
    assert layer.outline[0] == layer.outline[-1]
    probe = opened.probe(0, 3, 2)
    assert (probe.x, probe.y) == pytest.approx(transform @ (3.5, 2.5))


def test_a_picture_is_a_window_of_no_more_than_was_asked_for(tmp_path: Path) -> None:
    values = np.arange(400 * 300, dtype=np.float32).reshape(1, 400, 300)
    opened = open_file(write_tiff(tmp_path / "large.tif", values))
    picture = opened.picture(PictureRequest(0, (1,), (10.5, 20.2, 60, 90), 100, 100))
    assert picture.window == (10, 20, 60, 90)
    np.testing.assert_array_equal(picture.values[0], values[0, 20:90, 10:60])
    small = opened.picture(PictureRequest(0, (1,), (-50, -50, 900, 900), 30, 30))
    assert small.window == (0, 0, 300, 400)
    assert small.values.shape == (1, 30, 22)
    assert not small.coarse
    assert set(small.values.ravel()) <= set(values.ravel())  # nearest: nothing is made up


def test_profile_takes_the_nearest_pixels_and_metres(tmp_path: Path) -> None:
    values = np.arange(2 * 20 * 30, dtype=np.float64).reshape(2, 20, 30)
    opened = open_file(write_tiff(tmp_path / "line.tif", values))
    profile = opened.profile(0, (2, 1), [(2.5, 3.5), (12.5, 3.5), (12.5, 13.5)])
    assert profile.unit == "m"
    assert profile.distances[-1] == pytest.approx(200)
    assert profile.values.shape == (2, 21)
    np.testing.assert_array_equal(profile.values[0, :11], values[1, 3, 2:13])
    np.testing.assert_array_equal(profile.values[1, 10:], values[0, 3:14, 12])
    beyond = opened.profile(0, (1,), [(-5.5, 1.5), (2.5, 1.5)])
    assert np.isnan(beyond.values[0, :5]).all()
    assert beyond.values[0, -1] == values[0, 1, 2]


def test_a_line_across_a_degree_is_as_long_as_on_earth(tmp_path: Path) -> None:
    transform = Affine(0.01, 0, 14, 0, -0.01, 46)
    path = write_tiff(
        tmp_path / "degrees.tif", np.zeros((1, 100, 100), np.uint8), transform, "EPSG:4326"
    )
    profile = open_file(path).profile(0, (1,), [(0, 0), (0, 100)])
    assert profile.unit == "m"
    assert profile.distances[-1] == pytest.approx(111_150, rel=0.006)


def test_a_file_without_a_place_is_measured_in_pixels(tmp_path: Path) -> None:
    values = np.zeros((1, 5, 5), np.uint8)
    opened = open_file(write_tiff(tmp_path / "nowhere.tif", values, Affine.identity(), None))
    layer = layer_of(opened)
    assert (layer.transform, layer.crs, layer.outline, layer.bounds) == (None, "", (), None)
    probe = opened.probe(0, 1, 1)
    assert (probe.x, probe.y, probe.position) == (None, None, None)
    assert opened.profile(0, (1,), [(0, 0), (3, 4)]).unit == "px"


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("probe", (0, 50, 0)),
        ("probe", (0, float("nan"), 0)),
        ("probe", (9, 0, 0)),
        ("picture", (PictureRequest(0, (1,), (90, 90, 99, 99), 10, 10),)),
        ("picture", (PictureRequest(0, (5,), (0, 0, 9, 9), 10, 10),)),
        ("profile", (0, (1,), [(1, 1)])),
        ("pixel_series", (0, 1, 1)),
        ("page", (0, 10)),
        ("view", (PreviewKind.TABLE,)),
    ],
)
def test_what_cannot_be_answered_is_a_sentence(
    tmp_path: Path, question: str, arguments: tuple[Any, ...]
) -> None:
    opened = open_file(write_tiff(tmp_path / "small.tif", np.zeros((1, 20, 20), np.uint8)))
    with pytest.raises(PreviewError) as caught:
        getattr(opened, question)(*arguments)
    assert caught.value.message.endswith(".")
    assert caught.value.hint
