"""GeoJSON of thousands of features: read one by one, every one of them kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openeo_desktop.preview import vector_shapes
from openeo_desktop.preview.json_file import MOST_TREE
from openeo_desktop.preview.json_items import JsonItems
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PreviewKind, Shapes, Table
from openeo_desktop.preview.vector_file import of_document, of_text
from openeo_desktop.preview.wire import WireError, pack, unpack

POINTS = 120
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


def circle(x: float, y: float, radius: float = 0.01) -> list[list[float]]:
    turns = np.linspace(0, 2 * np.pi, POINTS)
    around = np.column_stack([x + radius * np.cos(turns), y + radius * np.sin(turns)])
    around[-1] = around[0]
    found: list[list[float]] = around.round(9).tolist()
    return found


def fields(count: int) -> dict[str, Any]:
    """Circles in rows, every hundredth with a hole; two features that cannot be drawn."""
    features: list[Any] = []
    for number in range(count):
        rings = [circle(10 + number % 60 / 10, 45 + number // 60 / 10)]
        if number % 100 == 0:
            rings.append(circle(10 + number % 60 / 10, 45 + number // 60 / 10, 0.001))
        geometry = {"type": "Polygon", "coordinates": rings}
        features.append(
            {"type": "Feature", "properties": {"n": number, "crop": "oat"}, "geometry": geometry}
        )
    features[7]["geometry"] = None
    features[8]["geometry"] = {"type": "Point", "coordinates": [4_000_000, 1]}
    return {"type": "FeatureCollection", "name": "fields", "features": features}


def test_a_large_collection_keeps_every_feature(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_shapes, "MOST_POINTS", 60_000)
    path = tmp_path / "fields.geojson"
    path.write_text(json.dumps(fields(1_500)), "utf-8")
    assert path.stat().st_size > MOST_TREE
    file = open_file(path)
    assert file.opened.kind is PreviewKind.VECTOR
    assert set(file.opened.also) == {PreviewKind.TABLE, PreviewKind.TEXT}
    shapes = file.opened.content
    assert isinstance(shapes, Shapes)
    assert (len(shapes.shapes), shapes.total) == (1_498, 1_500)
    assert sum(len(shape.points) for shape in shapes.shapes) <= 60_000
    assert all(len(shape.points) >= 4 for shape in shapes.shapes)
    assert shapes.shapes[8].properties == {"n": "10", "crop": "oat"}
    assert [len(shape.parts) for shape in shapes.shapes[:2]] == [2, 1]
    assert shapes.bounds is not None
    assert shapes.bounds == pytest.approx((9.99, 44.99, 15.91, 47.41), abs=0.001)
    table = file.view(PreviewKind.TABLE).content
    assert isinstance(table, Table)
    assert [(column.name, column.numeric) for column in table.columns] == [
        ("n", True),
        ("crop", False),
    ]
    assert file.page(1_499, 5).rows == (("1499", "oat"),)


def test_simpler_outlines_end_where_they_began(monkeypatch: pytest.MonkeyPatch) -> None:
    document = fields(40)
    del document["features"][7:9]
    whole = of_document(document).shapes("")
    monkeypatch.setattr(vector_shapes, "MOST_POINTS", 2_000)
    fewer = of_document(document).shapes("")
    assert whole.note == ""
    assert "simplified" in fewer.note
    side = max(np.ptp([shape.bounds for shape in (whole, fewer)], axis=0))
    assert side < 0.001
    for before, after in zip(whole.shapes, fewer.shapes, strict=True):
        assert len(after.points) < len(before.points)
        for part in np.split(after.points, after.parts[1:]):
            assert (part[0] == part[-1]).all()
        known = {tuple(point) for point in before.points.tolist()}
        assert all(tuple(point) in known for point in after.points.tolist())


def test_text_and_document_give_the_same_shapes() -> None:
    document = fields(30)
    whole = of_document(document)
    parts, others = of_text(json.dumps(document, indent=1))
    assert others == {"type": "FeatureCollection", "name": "fields"}
    one, other = whole.shapes(""), parts.shapes("")
    assert (one.total, one.bounds, one.note) == (other.total, other.bounds, other.note)
    for first, second in zip(one.shapes, other.shapes, strict=True):
        assert (first.kind, first.parts, first.properties) == (
            second.kind, second.parts, second.properties,
        )  # fmt: skip
        np.testing.assert_array_equal(first.points, second.points)


@given(JSON, st.lists(JSON, max_size=4))
def test_members_are_those_of_the_document(rest: Any, features: list[Any]) -> None:
    document = {"a": rest, "features": features, "z": rest}
    items = JsonItems(json.dumps(document))
    assert list(items.of("features")) == features
    assert items.others == {"a": rest, "z": rest}


@given(st.text(alphabet='{}[],:" af1e\\n', max_size=30))
def test_what_is_no_json_is_refused(text: str) -> None:
    tried = '{"features": [' + text
    try:
        expected = json.loads(tried)
    except ValueError:
        with pytest.raises(ValueError):  # noqa: PT011 - whichever of them
            list(JsonItems(tried).of("features"))
    else:
        assert list(JsonItems(tried).of("features")) == expected["features"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("sizes", [1]), ("sizes", [-1, 2]), ("counts", [7]), ("kinds", "x"), ("kinds", "pp")],
)
def test_shapes_that_lie_about_their_sizes_are_refused(name: str, value: Any) -> None:
    document = {"type": "Polygon", "coordinates": [circle(1, 2)]}
    buffers: list[Any] = []
    raw = pack(of_document(document).shapes(""), buffers)
    raw[name] = pack(np.array(value, np.int64), buffers) if name != "kinds" else value
    with pytest.raises(WireError):
        unpack(Shapes, raw, buffers)
