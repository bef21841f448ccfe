"""Zoom and pan as numbers: what stays where, and what is asked for."""

from __future__ import annotations

import pytest

from openeo_desktop.preview.values import RasterLayer
from openeo_desktop.ui.preview.compare_second import Fit, placement
from openeo_desktop.ui.preview.raster_sight import MOST_SCALE, Sight
from tests.support.fake_rasters import make_layer

SIGHT = Sight(1000.0, 500.0).resized(400, 300).fitted()


def test_all_of_it_is_seen_in_the_middle() -> None:
    assert SIGHT.scale == pytest.approx(0.4)
    assert SIGHT.seen() == (0.0, 0.0, 1000.0, 500.0)
    assert SIGHT.screen_at(500, 250) == (200.0, 150.0)


def test_what_is_under_the_pointer_stays_there() -> None:
    before = SIGHT.raster_at(100, 120)
    zoomed = SIGHT.zoomed(3.0, 100, 120)
    assert zoomed.scale == 3.0
    assert zoomed.raster_at(100, 120) == pytest.approx(before)


def test_zoom_has_ends() -> None:
    assert SIGHT.zoomed(1e9, 0, 0).scale == MOST_SCALE
    assert SIGHT.zoomed(1e-9, 200, 150).scale <= SIGHT.scale
    assert max(SIGHT.zoomed(1e-9, 200, 150).pixels((0, 0, 1000, 500), 1.0)) >= 24


def test_a_hand_cannot_lose_the_picture() -> None:
    column, row = SIGHT.panned(-1e7, 1e7).centre
    assert (column, row) == (1000.0, 0.0)


def test_pixels_that_are_higher_than_wide_are_drawn_so() -> None:
    tall = Sight(100.0, 100.0, aspect=2.0).resized(400, 400).fitted()
    assert tall.pixels((0, 0, 100, 100), 1.0) == (200, 400)
    assert tall.raster_at(*tall.screen_at(30, 70)) == pytest.approx((30, 70))


def test_a_second_raster_lies_where_its_coordinates_say() -> None:
    first = make_layer()
    finer: RasterLayer = make_layer(transform=(5.0, 0, 500_100.0, 0, -5.0, 4_999_900.0))
    where = placement(first, finer)
    assert where.fit is Fit.PLACED
    assert not where.apart
    assert where.to_first((0, 0, 2, 2)) == (10.0, 10.0, 11.0, 11.0)
    assert where.to_second((10, 10, 11, 11)) == (0.0, 0.0, 2.0, 2.0)


@pytest.mark.parametrize("values", [{"crs": ""}, {"transform": None}])
def test_a_second_raster_that_lies_nowhere_is_stretched(values: dict[str, object]) -> None:
    where = placement(make_layer(), make_layer(columns=80, rows=60, **values))
    assert where.fit is Fit.STRETCHED
    assert where.to_first((0, 0, 80, 60)) == (0.0, 0.0, 40.0, 30.0)
