"""What `inspect` says of series, tables, vectors, JSON and text: as JSON and as lines."""

from __future__ import annotations

import json
from typing import Any, cast

import numpy as np
import pytest

from openeo_desktop.headless.inspect_facts import facts_of
from openeo_desktop.headless.inspect_lines import lines_of
from openeo_desktop.headless.inspect_source import InspectedFile
from openeo_desktop.preview.values import (
    Column,
    Content,
    Opened,
    PreviewKind,
    Series,
    SeriesLine,
    Shape,
    Shapes,
    Table,
    Text,
    Tree,
)

DAY = 86_400.0
SQUARE = np.array([(14.0, 46.0), (15.0, 46.0), (15.0, 47.0), (14.0, 46.0)])


class OpenFile:
    """A file that was opened; it is asked nothing more."""

    name = "result"
    is_remote = False

    def __init__(self, kind: PreviewKind, content: Content) -> None:
        self.opened = Opened(kind, content)


def _facts(kind: PreviewKind, content: Content) -> dict[str, Any]:
    facts = facts_of(cast("InspectedFile", OpenFile(kind, content)), 2048)
    return cast("dict[str, Any]", json.loads(json.dumps(facts, allow_nan=False)))


def test_a_series_is_told_line_by_line() -> None:
    times = np.array([0.0, DAY, 2 * DAY, 3 * DAY])
    lines = (
        SeriesLine("B04", times, np.array([1.0, np.nan, 3.0, 2.0]), "B04", "", "dB"),
        SeriesLine("B08", times, np.full(4, np.nan)),
    )
    facts = _facts(PreviewKind.SERIES, Series(lines, "NDVI"))
    first, empty = facts["lines"]
    assert (first["times"], first["missing"]) == (4, 1)
    assert (first["minimum"], first["maximum"], first["mean"]) == (1.0, 3.0, 2.0)
    assert (first["start"], first["end"]) == ("1970-01-01T00:00:00Z", "1970-01-04T00:00:00Z")
    assert (empty["missing"], empty["minimum"], empty["mean"]) == (4, None, None)
    shown = list(lines_of(facts))
    assert shown[0] == "result: time series, 2 lines, 2 KB"
    assert shown[2].split() == [
        *("B04", "4", "1", "1970-01-01T00:00:00Z", "1970-01-04T00:00:00Z", "1", "3", "2")
    ]


def test_a_series_with_impossible_times_is_told_all_the_same() -> None:
    line = SeriesLine("x", np.array([-1e300, 1e300]), np.array([1.0, 2.0]))
    (facts,) = _facts(PreviewKind.SERIES, Series((line,)))["lines"]
    assert (facts["start"], facts["end"], facts["maximum"]) == (None, None, 2.0)


def test_features_are_counted_by_kind() -> None:
    shapes = (
        Shape("polygon", SQUARE, (0,), {"crop": "maize"}),
        Shape("point", SQUARE[:1], (0,), {"station": "7"}),
    )
    content = Shapes(shapes, 30_000, (14.0, 46.0, 15.0, 47.0), "Simplified")
    facts = _facts(PreviewKind.VECTOR, content)
    assert facts["features"] == 30_000
    assert facts["kinds"] == {"polygon": 1, "point": 1}
    assert facts["properties"] == ["crop", "station"]
    assert list(lines_of(facts)) == [
        "result: vector, 30000 features (1 polygon, 1 point), 2 KB",
        "  Properties: crop, station",
        "  Degrees: 14, 46, 15, 47",
        "  Note: Simplified",
    ]


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        (
            PreviewKind.TABLE,
            Table((Column("a"), Column("b", numeric=True)), 1),
            ["result: table, 1 row, 2 columns, 2 KB", "  Columns: a, b"],
        ),
        (
            PreviewKind.TREE,
            Tree({"type": "x", "values": [1]}),
            ["result: JSON, 2 entries, 2 KB", "  Members: type, values"],
        ),
        (PreviewKind.TREE, Tree([1]), ["result: JSON, 1 entry, 2 KB"]),
        (PreviewKind.TREE, Tree(7), ["result: JSON, 2 KB"]),
        (
            PreviewKind.TEXT,
            Text("one\ntwo", "Only the beginning"),
            ["result: text, 2 lines, 2 KB", "  Note: Only the beginning"],
        ),
    ],
)
def test_other_kinds_are_told(kind: PreviewKind, content: Content, words: list[str]) -> None:
    assert list(lines_of(_facts(kind, content))) == words


def test_many_names_are_cut() -> None:
    columns = tuple(Column(f"c{number}") for number in range(40))
    shown = list(lines_of(_facts(PreviewKind.TABLE, Table(columns, 5))))
    assert shown[1].endswith("c11 and 28 more")
