"""Footprints of results and files: what STAC documents of real back-ends, and broken ones, tell."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.core.assets import parse_results
from openeo_desktop.core.footprints import MAX_POINTS, Footprint, footprint_of, footprints

SQUARE = [[[14.0, 46.0], [15.0, 46.0], [15.0, 47.0], [14.0, 46.0]]]


def _item(**members: Any) -> dict[str, Any]:
    return {"type": "Feature", "assets": {}, "links": [], "properties": {}, **members}


def test_the_geometry_of_an_item_goes_before_its_box() -> None:
    raw = _item(geometry={"type": "Polygon", "coordinates": SQUARE}, bbox=[0, 0, 1, 1])
    (whole,) = footprints(parse_results(raw))
    assert (whole.key, whole.kind) == ("", "polygon")
    assert whole.parts == (((14.0, 46.0), (15.0, 46.0), (15.0, 47.0), (14.0, 46.0)),)


def test_a_collection_is_shown_by_the_boxes_of_its_extent() -> None:
    boxes = [[10, 40, 20, 50], [10, 40, 12, 42], [18, 48, 20, 50]]
    (whole,) = footprints(parse_results({"assets": {}, "extent": {"spatial": {"bbox": boxes}}}))
    assert [part[0] for part in whole.parts] == [(10.0, 40.0), (18.0, 48.0)]  # not their union


def test_each_file_that_says_where_it_lies_has_a_footprint_of_its_own() -> None:
    assets = {
        "a.tif": {"href": "a", "bbox": [1, 2, 3, 4]},
        "b.tif": {"href": "b", "geometry": {"type": "Point", "coordinates": [5, 6]}},
        "c.tif": {"href": "c"},
        "utm.tif": {"href": "d", "proj:epsg": 32633, "proj:bbox": [1, 2, 3, 4]},
        "degrees.tif": {"href": "e", "proj:code": "EPSG:4326", "proj:bbox": [7, 8, 9, 10]},
    }
    found = footprints(parse_results(_item(bbox=[0, 0, 9, 9], assets=assets)))
    assert [footprint.key for footprint in found] == ["", "a.tif", "b.tif", "degrees.tif"]
    assert found[2] == Footprint("b.tif", "point", (((5.0, 6.0),),))
    assert found[3].parts[0][0] == (7.0, 8.0)


def test_the_projection_of_the_item_holds_for_its_files() -> None:
    raw = _item(
        properties={"proj:epsg": 4326}, assets={"a": {"href": "a", "proj:bbox": [1, 2, 3, 4]}}
    )
    assert [footprint.key for footprint in footprints(parse_results(raw))] == ["a"]


def test_a_box_over_the_antimeridian_goes_on_over_180() -> None:
    (found,) = footprint_of({"bbox": [170, -20, -170, -10]}, "")
    assert {x for x, _y in found.parts[0]} == {170.0, 190.0}


def test_the_whole_world_is_no_place() -> None:
    assert footprint_of({"bbox": [-180, -90, 180, 90]}, "") == ()


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        7,
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": [[["x", 1], [2, 3]]]},
        {"type": "Polygon", "coordinates": [[[1e9, 1], [2, 3]]]},
        {"type": "Polygon", "coordinates": [[[float("nan"), 1], [2, 3]]]},
        {"type": "MultiPolygon", "coordinates": {"a": 1}},
        {"type": ["Point"], "coordinates": [1, 2]},
        {"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection"}]},
    ],
)
def test_what_is_no_geometry_in_degrees_is_left_out(geometry: object) -> None:
    assert footprint_of({"geometry": geometry}, "") == ()


def test_members_of_a_collection_of_geometries_are_shapes_of_their_own() -> None:
    members = [
        {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
        {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]},
    ]
    found = footprint_of({"geometry": {"type": "GeometryCollection", "geometries": members}}, "k")
    assert [(shape.kind, len(shape.parts)) for shape in found] == [("line", 1), ("point", 1)]


def test_a_huge_geometry_is_shown_by_its_box() -> None:
    ring = [[index / MAX_POINTS, (index % 7) / 10] for index in range(MAX_POINTS + 1)]
    (found,) = footprint_of({"geometry": {"type": "Polygon", "coordinates": [ring]}}, "")
    assert len(found.parts[0]) == 5
    assert found.parts[0][0] == (0.0, 0.0)
    assert found.parts[0][2] == (1.0, 0.6)


def _grid(**values: Any) -> tuple[Footprint, ...]:
    told = {"proj:shape": [100, 200], "proj:transform": [0.01, 0, 14.0, 0, -0.01, 47.0]}
    asset = {"href": "a", "proj:code": "EPSG:4326", **told, **values}
    return footprints(parse_results(_item(assets={"a": asset})))


def test_a_grid_in_degrees_tells_its_corners() -> None:
    (found,) = _grid()
    assert found == Footprint(
        "a", "polygon", (((14.0, 47.0), (16.0, 47.0), (16.0, 46.0), (14.0, 46.0), (14.0, 47.0)),)
    )
    (of_nine,) = _grid(**{"proj:transform": [0.01, 0, 14.0, 0, -0.01, 47.0, 0, 0, 1]})
    assert of_nine == found
    (boxed,) = _grid(**{"proj:bbox": [1, 2, 3, 4]})
    assert boxed.parts[0][0] == (1.0, 2.0)


@pytest.mark.parametrize(
    "values",
    [
        {"proj:code": "EPSG:32633"},
        {"proj:shape": [0, 200]},
        {"proj:shape": "large"},
        {"proj:shape": [100, None]},
        {"proj:transform": [0.01, 0, 14.0]},
        {"proj:transform": [0.01, 0, None, 0, -0.01, 47.0]},
        {"proj:transform": [10, 0, 465000, 0, -10, 5080000]},
        {"proj:transform": [1e308, 1e308, 1e308, 1e308, 1e308, 1e308]},
    ],
)
def test_a_grid_that_lies_nowhere_tells_nothing(values: dict[str, Any]) -> None:
    assert _grid(**values) == ()
