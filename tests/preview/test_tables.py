"""Tables, trees, shapes and texts: what is read of them, and what hostile ones end in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.csv_index import STEP
from openeo_desktop.preview.json_file import MOST_DEPTH
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import Opened, PreviewKind, Shapes, Table, Text, Tree


def _open(tmp_path: Path, name: str, content: Any) -> OpenedFile:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return open_file(path)


def _opened(tmp_path: Path, name: str, content: Any) -> Opened:
    return _open(tmp_path, name, content).opened


def test_any_page_of_a_long_table(tmp_path: Path) -> None:
    rows = 5 * STEP + 7
    lines = [f'{n},"row, {n}\nof two lines",{n / 4}' for n in range(rows)]
    file = _open(tmp_path, "t.csv", "\n".join(["id,name,value", *lines]))
    table = file.opened.content
    assert isinstance(table, Table)
    assert [(one.name, one.numeric) for one in table.columns] == [
        ("id", True),
        ("name", False),
        ("value", True),
    ]
    assert table.rows == rows
    for first in (0, STEP - 2, STEP, 3 * STEP + 1, rows - 2):
        page = file.page(first, 3)
        wanted = range(first, min(first + 3, rows))
        assert [row[0] for row in page.rows] == [str(number) for number in wanted]
        assert page.rows[0][1] == f"row, {first}\nof two lines"
    file.close()


def test_rows_of_other_lengths_are_fitted(tmp_path: Path) -> None:
    file = _open(tmp_path, "t.csv", "a,b\n1\n1,2,3\n\n4,5\n")
    assert file.page(0, 9).rows == (("1", "", ""), ("1", "2", "3"), ("", "", ""), ("4", "5", ""))
    file.close()


def test_a_list_of_objects_is_a_table(tmp_path: Path) -> None:
    file = _open(tmp_path, "t.json", [{"a": 1, "b": "x"}, {"a": None, "c": [1]}])
    assert file.opened.kind is PreviewKind.TABLE
    assert file.page(0, 5).rows == (("1", "x", ""), ("", "", "[1]"))
    assert set(file.opened.also) == {PreviewKind.TREE, PreviewKind.TEXT}


def test_other_json_is_a_tree(tmp_path: Path) -> None:
    document = {"a": [1, {"b": None}], "c": "text"}
    content = _opened(tmp_path, "t.json", document).content
    assert isinstance(content, Tree)
    assert content.document == document


@pytest.mark.parametrize(
    "text",
    ["[" * (MOST_DEPTH + 5), '{"a":' * 100_000, '{"a": 1', "nonsense", "[1, 2,]", ""],
)
def test_json_that_is_none_is_a_text_with_a_reason(tmp_path: Path, text: str) -> None:
    content = _opened(tmp_path, "t.json", text).content
    assert isinstance(content, Text)
    assert "JSON" in content.note


def test_shapes_and_their_properties(tmp_path: Path) -> None:
    ring = [[5, 50], [6, 50], [6, 51], [5, 50]]
    document = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"name": "<b>field</b>", "n": 1},
             "geometry": {"type": "MultiPolygon", "coordinates": [[ring, ring], [ring]]}},
            {"type": "Feature", "properties": None,
             "geometry": {"type": "GeometryCollection", "geometries": [
                 {"type": "Point", "coordinates": [7, 52, 100]}]}},
            {"type": "Feature", "properties": {}, "geometry": None},
            "nonsense",
        ],
    }  # fmt: skip
    file = _open(tmp_path, "v.geojson", document)
    shapes = file.opened.content
    assert isinstance(shapes, Shapes)
    assert [(one.kind, one.parts, len(one.points)) for one in shapes.shapes] == [
        ("polygon", (0, 4, 8), 12),
        ("point", (0,), 1),
    ]
    assert shapes.shapes[0].properties == {"name": "<b>field</b>", "n": "1"}
    assert shapes.bounds == (5.0, 50.0, 7.0, 52.0)
    assert file.page(0, 1).rows == (("<b>field</b>", "1"),)


def test_old_geojson_in_metres(tmp_path: Path) -> None:
    document = {
        "type": "Point",
        "coordinates": [500_000, 0],
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}},
    }
    shapes = _opened(tmp_path, "v.json", document).content
    assert isinstance(shapes, Shapes)
    assert np.allclose(shapes.shapes[0].points, [[15.0, 0.0]])


def test_what_is_no_place_is_a_tree(tmp_path: Path) -> None:
    document = {"type": "Point", "coordinates": [1e9, "x"]}
    assert _opened(tmp_path, "v.json", document).kind is PreviewKind.TREE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_texts_of_many_encodings(tmp_path: Path, encoding: str) -> None:
    content = _opened(tmp_path, "t.txt", "Größe\n\x07".encode(encoding)).content
    assert isinstance(content, Text)
    assert content.text.splitlines()[0] == "Größe"
    assert "\x07" not in content.text


def test_a_binary_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(PreviewError):
        _open(tmp_path, "t.txt", b"\x01\0\0\0MZ")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["x.csv", "x.json", "x.geojson", "x.txt"]))
def test_any_bytes_are_a_preview_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    try:
        file = open_file(path)
    except PreviewError:
        return
    if isinstance(file.opened.content, Table):
        assert len(file.page(0, 10).rows) <= 10
    file.close()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["type", "dims", "coords", "data", "features", "2020-01-01", "coordinates",
                         "geometry", "domain", "axes", "t", "values", "ranges", "columns", "index"])
        | st.text(max_size=5),
        inner, max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(json_values)
def test_any_json_is_a_preview(tmp_path_factory: pytest.TempPathFactory, document: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(document), "utf-8")
    assert open_file(path).opened.content is not None
