"""Values become the right colours; what is nothing is transparent."""

from __future__ import annotations

import math

import numpy as np
import pytest

from openeo_desktop.preview import colour_maps
from openeo_desktop.preview.painting import paint
from openeo_desktop.preview.raster_statistics import statistics_of
from openeo_desktop.preview.styles import default_bands, default_style
from openeo_desktop.preview.values import Band, BandStatistics, RasterLayer, Style

NAN = float("nan")


def values(*rows: list[float]) -> np.ndarray:
    return np.array([rows], np.float32)


def test_a_band_goes_through_its_colour_map() -> None:
    painted = paint(
        values([0, 5, 10, NAN], [-99, 99, math.inf, -math.inf]), Style((1,), ((0, 10),))
    )
    map_ = colour_maps.table("viridis")
    assert painted.dtype == np.uint8
    assert painted.shape == (2, 4, 4)
    assert painted[0, 0].tolist() == [*map_[0], 255]
    assert painted[0, 1].tolist() == [*map_[128], 255]
    assert painted[0, 2].tolist() == [*map_[255], 255]
    assert painted[..., 3].tolist() == [[255, 255, 255, 0], [255, 255, 0, 0]]
    assert painted[1, 0].tolist() == painted[0, 0].tolist()
    assert painted[1, 1].tolist() == painted[0, 2].tolist()


def test_reversed_is_the_other_way_round() -> None:
    style = Style((1,), ((0, 1),), "gray")
    turned = Style((1,), ((0, 1),), "gray", reversed=True)
    np.testing.assert_array_equal(
        paint(values([0, 0.2, 1]), style)[..., :3], paint(values([1, 0.8, 0]), turned)[..., :3]
    )


def test_three_bands_are_red_green_and_blue() -> None:
    bands = np.array([[[0, 50]], [[100, NAN]], [[1, 1]]], np.float32)
    painted = paint(bands, Style((1, 2, 3), ((0, 100), (0, 100), (0, 2))))
    assert painted[0, 0].tolist() == [0, 255, 128, 255]
    assert painted[0, 1, 3] == 0


def test_the_files_own_colours_are_not_mixed() -> None:
    colours = {0: (9, 9, 9, 0), 2: (1, 2, 3, 255), -5: (7, 7, 7, 7), 10**9: (7, 7, 7, 7)}
    painted = paint(values([0, 1, 2, 3, NAN, -5, 1e9]), Style((1,), (), colours=colours))
    assert painted[0, 2].tolist() == [1, 2, 3, 255]
    assert painted[0, :, 3].tolist() == [0, 0, 255, 0, 0, 0, 0]


def test_a_stretch_without_width_and_one_backwards() -> None:
    flat = paint(values([4, 5, 6]), Style((1,), ((5, 5),), "gray"))
    assert flat[0, :, 0].tolist() == [0, 128, 255]
    back = paint(values([0, 10]), Style((1,), ((10, 0),), "gray"))
    assert back[0, :, 0].tolist() == [255, 0]


@pytest.mark.parametrize("shape", [(2, 3, 3), (3, 3), (4, 1, 1)])
def test_other_numbers_of_bands_are_a_mistake_of_the_caller(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="band"):
        paint(np.zeros(shape, np.float32), Style((1,), ((0, 1),) * 4))


def test_colour_maps_are_whole_and_diverging_ones_are_light_in_the_middle() -> None:
    for name in colour_maps.names():
        table = colour_maps.table(name)
        assert (table.shape, table.dtype) == ((256, 3), np.uint8)
        assert np.abs(np.diff(table.astype(int), axis=0)).max() < 16
    for name in colour_maps.DIVERGING:
        light = colour_maps.table(name).astype(int).sum(axis=1)
        assert 110 < light.argmax() < 145
    np.testing.assert_array_equal(
        colour_maps.table("no such map"), colour_maps.table(colour_maps.DEFAULT)
    )


def layer(*bands: Band, name: str = "", title: str = "") -> RasterLayer:
    return RasterLayer(name, 10, 10, bands, title=title)


def numbers(band: int, *data: float) -> BandStatistics:
    return statistics_of(band, lambda: iter([np.array(data)]), exact=True)


def test_the_style_of_an_index_of_heights_and_of_others() -> None:
    ndvi = default_style(layer(Band(1, "", "float32"), name="NDVI"), [numbers(1, -0.2, 0.9)])
    assert (ndvi.colour_map, ndvi.stretches) == ("vegetation", ((-1.0, 1.0),))
    water = default_style(layer(Band(1, "NDWI_mean", "float32")), [numbers(1, -0.2, 0.9)])
    assert water.colour_map == "red-blue"
    dem = default_style(layer(Band(1, "DEM", "float32")), [numbers(1, *range(101))])
    assert (dem.colour_map, dem.stretches) == ("terrain", ((2.0, 98.0),))
    scaled = default_style(layer(Band(1, "NDVI", "int16")), [numbers(1, -2000, 9000)])
    assert scaled.colour_map == colour_maps.DEFAULT
    empty = default_style(layer(Band(1, "NDVI", "float32")), [numbers(1, NAN)])
    assert empty.stretches == ((0.0, 1.0),)


def test_the_style_of_classes_is_their_own() -> None:
    colours = {1: (1, 2, 3, 255)}
    style = default_style(layer(Band(1, "", "uint8", colours=colours)), [numbers(1, 1, 2)])
    assert style.colours == colours


def test_red_green_and_blue_are_found_by_role_or_name() -> None:
    roles = [Band(i, "", "uint8", label=r) for i, r in enumerate(("red", "green", "blue"), 1)]
    assert default_bands(layer(*roles)) == (1, 2, 3)
    sentinel = [Band(i, n, "int16") for i, n in enumerate(("B02", "B03", "B04", "B08"), 1)]
    assert default_bands(layer(*sentinel)) == (3, 2, 1)
    assert default_bands(layer(*sentinel[:2])) == (1,)
    style = default_style(layer(*roles), [numbers(band, 5, 90) for band in (1, 2, 3)])
    assert style.stretches == ((0.0, 255.0),) * 3
