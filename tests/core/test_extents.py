"""Bounding boxes of STAC documents, the odd ones above all."""

from __future__ import annotations

import math
from typing import Any

import pytest

from openeo_desktop.core.extents import Box, boxes_of, view_of


def _collection(*boxes: object) -> dict[str, Any]:
    return {"extent": {"spatial": {"bbox": list(boxes)}}}


def test_an_item_and_a_collection_say_where_they_lie() -> None:
    assert boxes_of({"bbox": [14.5, 46, 14.7, 46.1]}) == (Box(14.5, 46.0, 14.7, 46.1),)
    assert boxes_of(_collection([1, 2, 3, 4])) == (Box(1.0, 2.0, 3.0, 4.0),)


def test_a_box_of_three_dimensions_loses_its_heights() -> None:
    assert boxes_of({"bbox": [1, 2, -10, 3, 4, 900]}) == (Box(1.0, 2.0, 3.0, 4.0),)


def test_of_many_boxes_the_first_is_the_union_and_is_left_out() -> None:
    both = boxes_of(_collection([0, 0, 30, 10], [0, 0, 1, 1], [29, 9, 30, 10]))
    assert both == (Box(0.0, 0.0, 1.0, 1.0), Box(29.0, 9.0, 30.0, 10.0))


def test_a_box_over_the_antimeridian_has_two_halves() -> None:
    (box,) = boxes_of({"bbox": [170, -20, -170, -10]})
    assert box.crosses_antimeridian
    assert box.parts() == (Box(170.0, -20.0, 180.0, -10.0), Box(-180.0, -20.0, -170.0, -10.0))
    assert view_of([box]) == Box(-180.0, -90.0, 180.0, 90.0)


def test_longitudes_up_to_360_are_taken_for_what_they_are() -> None:
    assert boxes_of({"bbox": [200, 0, 210, 5]}) == (Box(-160.0, 0.0, -150.0, 5.0),)
    assert boxes_of({"bbox": [0, -90, 360, 90]})[0].is_world


@pytest.mark.parametrize(
    "raw",
    [None, "x", {}, [1, 2, 3], [1, 2, "3", 4], [1, 5, 2, 4], [500000, 5e6, 6e5, 6e6], [True] * 4],
)
def test_what_is_no_box_is_left_out(raw: object) -> None:
    assert boxes_of({"bbox": raw}) == ()
    assert boxes_of(_collection(raw)) == ()


def test_numbers_that_are_none_are_left_out() -> None:
    assert boxes_of({"bbox": [math.nan, 0, 1, 1]}) == ()
    assert boxes_of({"bbox": [0, 0, math.inf, 1]}) == ()


def test_a_view_holds_its_boxes_and_stays_in_the_world() -> None:
    for box in (Box(14.5, 46, 14.7, 46.1), Box(178, 88, 179, 89), Box(-180, -90, -170, -80)):
        view = view_of([box])
        assert -180 <= view.west <= box.west <= box.east <= view.east <= 180
        assert -90 <= view.south <= box.south <= box.north <= view.north <= 90
