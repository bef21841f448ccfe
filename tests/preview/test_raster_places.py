"""Places and lengths: there and back again, over the antimeridian, and where there are none."""

from __future__ import annotations

import numpy as np
import pytest
from rasterio.crs import CRS

from openeo_desktop.preview import raster_places as places

UTM33 = CRS.from_epsg(32633)
WGS84 = CRS.from_epsg(4326)
TRANSFORM = (10.0, 2.0, 465_000.0, -3.0, -10.0, 5_080_000.0)


def test_pixels_coordinates_and_degrees_and_back() -> None:
    columns, rows = np.array([0.0, 5.5, 1000]), np.array([0.0, 7.25, 3])
    xs, ys = places.to_native(TRANSFORM, columns, rows)
    back = places.to_pixels(TRANSFORM, xs, ys)
    np.testing.assert_allclose(back, (columns, rows), atol=1e-6)
    degrees = places.to_degrees(UTM33, xs, ys)
    np.testing.assert_allclose(places.from_degrees(UTM33, *degrees), (xs, ys), atol=1e-4)
    assert np.isnan(places.to_pixels((0, 0, 0, 0, 0, 0), xs, ys)).all()


def test_names_and_units() -> None:
    assert places.name_of_crs(UTM33) == "WGS 84 / UTM zone 33N"
    assert places.text_of_crs(UTM33) == "EPSG:32633"
    assert (places.unit_of_crs(UTM33), places.unit_of_crs(WGS84)) == ("m", "°")
    assert places.unit_of_crs(CRS.from_epsg(2263)) == "US survey foot"
    assert places.name_of_crs(None) == places.text_of_crs(None) == places.unit_of_crs(None) == ""


def test_a_length_in_feet_is_told_in_metres() -> None:
    transform = (1.0, 0.0, 980_000.0, 0.0, -1.0, 200_000.0)
    distances, unit = places.lengths(transform, CRS.from_epsg(2263), [(0, 0), (3, 4)])
    assert unit == "m"
    assert distances[-1] == pytest.approx(5 * 1200 / 3937)


def test_an_outline_over_the_antimeridian_stays_in_one_piece() -> None:
    crs = CRS.from_epsg(32601)  # west of it by 3 degrees, east of it by 3
    transform = (1000.0, 0.0, 200_000.0, 0.0, -1000.0, 5_000_000.0)
    outline = places.outline(transform, crs, 100, 50)
    longitudes = np.array([longitude for longitude, _ in outline])
    assert outline[0] == outline[-1]
    assert np.abs(np.diff(longitudes)).max() < 1
    assert longitudes.max() - longitudes.min() < 2


def test_an_outline_follows_the_curve_between_the_corners() -> None:
    crs = CRS.from_epsg(3035)
    transform = (10_000.0, 0.0, 2_500_000.0, 0.0, -10_000.0, 5_500_000.0)
    outline = places.outline(transform, crs, 400, 400)
    assert len(outline) > 50
    top = [latitude for _, latitude in outline[:20]]
    assert max(top) > max(top[0], top[-1]) + 1


def test_what_cannot_be_placed_has_no_outline_and_no_position() -> None:
    nowhere = CRS.from_wkt('LOCAL_CS["unnamed",UNIT["metre",1]]')
    assert places.outline(TRANSFORM, nowhere, 10, 10) == ()
    assert places.outline(None, UTM33, 10, 10) == ()
    assert places.outline((1e300, 0, 1e300, 0, 1e300, 1e300), UTM33, 10, 10) == ()
    assert places.position(TRANSFORM, nowhere, 1, 1) is None
    assert places.position(None, UTM33, 1, 1) is None
    degrees = (1.0, 0.0, 175.0, 0.0, -1.0, 10.0)
    assert places.position(degrees, WGS84, 10, 0) == (-175.0, 10.0)
