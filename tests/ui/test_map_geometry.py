"""The numbers behind the map: views, cutting, thinning, the antimeridian, the poles, finding."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPainterPath

from openeo_desktop.preview.values import Shape
from openeo_desktop.ui.map.geometry import cut_ring, path_of, thinned, without_jump
from openeo_desktop.ui.map.graticule import (
    latitude_text,
    lines_between,
    longitude_text,
    scale_bar,
    step_of,
)
from openeo_desktop.ui.map.land import land_rings
from openeo_desktop.ui.map.map_features import MapFeatures
from openeo_desktop.ui.map.map_viewport import MapViewport

START = np.zeros(1, dtype=np.intp)


def _ring(west: float, south: float, east: float, north: float) -> np.ndarray:
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return np.array(corners, dtype=np.float64)


def _polygon(*box: float, **properties: str) -> Shape:
    return Shape("polygon", _ring(*box), (0,), properties)


@given(
    longitude=st.floats(-180, 180),
    latitude=st.floats(-89, 89),
    factor=st.floats(0.01, 100),
    x=st.floats(0, 800),
    y=st.floats(0, 500),
)
def test_what_is_under_the_pointer_stays_there_while_zooming(
    longitude: float, latitude: float, factor: float, x: float, y: float
) -> None:
    view = MapViewport(800, 500).fitted((longitude - 1, latitude - 1, longitude + 1, latitude + 1))
    before = view.to_degrees(x, y)
    after = view.zoomed(factor, x, y)
    assert after.scale >= after.least_scale
    west, south, east, north = after.extent
    assert south >= -90.001 or after.degrees_high > 180
    assert north <= 90.001 or after.degrees_high > 180
    if after.latitude not in (90 - after.degrees_high / 2, after.degrees_high / 2 - 90, 0.0):
        assert after.to_pixels(before[0], before[1])[1] == pytest.approx(y, abs=1e-3)
        shift = (after.to_pixels(*before)[0] - x) / after.scale_x
        assert shift == pytest.approx(round(shift / 360) * 360, abs=1e-6)
    assert -180 <= after.longitude <= 180
    assert east - west > 0


@pytest.mark.parametrize(
    "extent", [(14, 46, 15, 47), (-180, -90, 180, 90), (179, -20, 182, -15), (5, 5, 5, 5)]
)
def test_what_is_fitted_is_in_view(extent: tuple[float, float, float, float]) -> None:
    west, south, east, north = MapViewport(900, 400).fitted(extent).extent
    middle = (extent[0] + extent[2]) / 2
    shift = 0 if west <= middle <= east else 360 if middle < west else -360
    assert west <= extent[0] + shift + 1e-9
    assert east >= extent[2] + shift - 1e-9
    assert south <= extent[1] + 1e-9
    assert north >= extent[3] - 1e-9


def test_a_small_place_keeps_its_proportions() -> None:
    view = MapViewport(800, 800).fitted((10, 60, 10.2, 60.1))
    assert view.scale_x / view.scale == pytest.approx(np.cos(np.radians(60.05)), abs=1e-6)


def test_copies_of_the_world_fill_the_view() -> None:
    view = MapViewport(800, 400, longitude=170.0, scale=800 / 360)
    assert view.turns == (0.0, 360.0)


def test_a_ring_over_the_antimeridian_is_joined() -> None:
    joined = without_jump(_ring(178, -20, -178, -15), closed=True)
    assert joined[:, 0].tolist() == [178, 182, 182, 178, 178]


@pytest.mark.parametrize("box", [(-180, -60, 180, 60), (-170, -60, 170, 60), (-100, -10, 100, 10)])
def test_a_ring_as_wide_as_the_world_is_not(box: tuple[float, float, float, float]) -> None:
    ring = _ring(*box)
    assert without_jump(ring, closed=True).tolist() == ring.tolist()


def test_a_ring_around_a_pole_is_led_along_it() -> None:
    longitudes = [*range(-180, 180, 20), -180]
    ring = np.array([(x, -70.0) for x in longitudes])
    joined = without_jump(ring, closed=True)
    assert joined[:, 1].min() == -90
    assert joined[0].tolist() == joined[-1].tolist()


def test_a_ring_around_a_pole_that_is_left_open_is_closed_along_it() -> None:
    ring = np.array([(x, -70.0) for x in range(-180, 181, 20)], dtype=np.float64)
    features = MapFeatures([Shape("polygon", ring)])
    assert features.at(100, -80, 0.01, 1.0) == 0
    assert features.at(100, -60, 0.01, 1.0) is None


def test_a_pole_that_is_named_stays_covered() -> None:
    coast = [(float(x), -70.0) for x in range(-180, 181, 20)]
    ring = np.array([*coast, (180, -90), (-180, -90), (-180, -70)])
    features = MapFeatures([Shape("polygon", ring)])
    assert features.at(100, -80, 0.01, 1.0) == 0
    assert features.at(100, -60, 0.01, 1.0) is None


@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=12),
    st.tuples(st.floats(-20, 0), st.floats(-20, 0), st.floats(1, 20), st.floats(1, 20)),
)
def test_a_cut_ring_lies_in_the_box_and_covers_the_same(
    places: list[tuple[float, float]], box: tuple[float, float, float, float]
) -> None:
    cut = cut_ring(np.array(places), *box)
    west, south, east, north = box
    if len(cut):
        assert cut[:, 0].min() >= west - 1e-6
        assert cut[:, 0].max() <= east + 1e-6
        assert cut[:, 1].min() >= south - 1e-6
        assert cut[:, 1].max() <= north + 1e-6


def test_cutting_gives_the_overlap() -> None:
    cut = cut_ring(_ring(0, 0, 10, 10), 5, -5, 20, 5)
    x, y = cut[:, 0], cut[:, 1]
    area = abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
    assert area == pytest.approx(25)


def test_thinning_keeps_the_beginning_of_each_part() -> None:
    points = np.array([(0, 0), (0.1, 0.1), (5, 5), (5.1, 5.1), (9, 9)], dtype=np.float64)
    kept, begins = thinned(points, np.array([0, 3]), 1.0)
    assert kept.tolist() == [[0, 0], [5, 5], [5.1, 5.1], [9, 9]]
    assert begins.tolist() == [True, False, True, False]


def test_a_path_is_what_lines_would_make() -> None:
    points = np.array([(0, 0), (4, 0), (4, 3), (10, 10), (12.5, 11)], dtype=np.float64)
    drawn = path_of(points, np.array([True, False, False, True, False]))
    wanted = QPainterPath()
    wanted.moveTo(0, 0)
    wanted.lineTo(4, 0)
    wanted.lineTo(4, 3)
    wanted.moveTo(10, 10)
    wanted.lineTo(12.5, 11)
    assert drawn == wanted
    assert path_of(np.empty((0, 2)), np.empty(0, dtype=bool)).isEmpty()


def test_the_smallest_shape_at_a_place_is_found() -> None:
    features = MapFeatures([_polygon(0, 0, 1, 1), _polygon(0, 0, 10, 10), _polygon(179, 0, 182, 2)])
    assert features.at(0.5, 0.5, 0.01, 1.0) == 0
    assert features.at(5, 5, 0.01, 1.0) == 1
    assert features.at(-179, 1, 0.01, 1.0) == 2
    assert features.at(50, 50, 0.01, 1.0) is None


def test_a_hole_is_not_the_shape() -> None:
    points = np.concatenate([_ring(0, 0, 10, 10), _ring(4, 4, 6, 6)])
    features = MapFeatures([Shape("polygon", points, (0, 5))])
    assert features.at(5, 5, 0.01, 1.0) is None
    assert features.at(1, 1, 0.01, 1.0) == 0


def test_lines_and_points_are_found_nearby() -> None:
    line = Shape("line", np.array([(0.0, 0.0), (10.0, 0.0)]))
    points = Shape("point", np.array([(20.0, 0.0), (30.0, 0.0)]), (0, 1))
    features = MapFeatures([line, points])
    assert features.at(5, 0.4, 0.5, 1.0) == 0
    assert features.at(5, 0.6, 0.5, 1.0) is None
    assert features.at(30.2, 0.2, 0.5, 1.0) == 1
    assert features.at(25, 0, 0.5, 1.0) is None  # points are not joined by a line


def test_a_shape_with_what_is_no_place_is_nowhere() -> None:
    broken = Shape("polygon", np.array([(0.0, 0.0), (np.nan, 1.0), (1.0, 1.0)]))
    features = MapFeatures([broken, _polygon(0, 0, 1, 1), Shape("line", np.empty((0, 2)))])
    assert features.extent_of(0) is None
    assert features.at(0.5, 0.5, 0.1, 1.0) == 1
    assert MapFeatures([broken]).extent is None
    assert features.extent == (0, 0, 1, 1)


def test_shapes_at_both_sides_of_the_antimeridian_are_near_each_other() -> None:
    features = MapFeatures([_polygon(175, -20, 178, -15), _polygon(-178, -20, -175, -15)])
    assert features.extent == (175, -20, 185, -15)


def test_no_ring_of_the_land_goes_across_the_world() -> None:
    steps = [step for ring in land_rings() for step in itertools.pairwise(ring)]
    away_from_the_poles = [(a, b) for a, b in steps if abs(a[1]) < 90]
    assert max(abs(a[0] - b[0]) for a, b in away_from_the_poles) < 180


def test_degrees_are_written_as_a_person_reads_them() -> None:
    assert longitude_text(14.5, 1) == "14.5° E"
    assert longitude_text(-14.4, 0) == "14° W"
    assert longitude_text(190, 0) == "170° W"
    assert longitude_text(0, 0) == "0°"
    assert longitude_text(180, 0) == "180°"
    assert latitude_text(-46.05, 2) == "46.05° S"


@pytest.mark.parametrize("scale", [1.0, 30.0, 1e3, 1e6])
def test_lines_of_the_graticule_are_far_enough_apart_for_their_labels(scale: float) -> None:
    step = step_of(scale)
    assert step * scale >= 90 or step == 45
    found = lines_between(-7, 7, step)
    assert all(-7 <= value <= 7 for value in found)
    assert len(found) <= 101


def test_the_scale_is_true_in_the_middle() -> None:
    view = MapViewport(800, 500).fitted((14, 60, 14.1, 60.05))
    length, text = scale_bar(view)
    metres = float(text.split()[0]) * (1000 if text.endswith("km") else 1)
    degrees = length / view.scale_x
    assert degrees * 111_195 * np.cos(np.radians(view.latitude)) == pytest.approx(metres, rel=1e-3)
    assert scale_bar(MapViewport(800, 500).fitted((-180, -90, 180, 90))) == (0.0, "")
