"""Time series in columns (CSV, JSON): what belongs together, years, quotes, what is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.series_build import MOST_LINES
from openeo_desktop.preview.values import Series, Table


def series(folder: Path, text: str, name: str = "a.csv") -> Series:
    (folder / name).write_text(text, "utf-8")
    opened = open_file(folder / name)
    opened.close()
    assert isinstance(opened.opened.content, Series)
    return opened.opened.content


def test_bands_below_each_other_are_lines_of_their_own(tmp_path: Path) -> None:
    rows = ("2024-01-01,B04,1", "2024-01-01,B08,2", "2024-01-02,B04,3", "2024-01-02,B08,4")
    found = series(tmp_path, "\n".join(("date,band,value", *rows)))
    assert {line.band: line.values.tolist() for line in found.lines} == {
        "B04": [1, 3],
        "B08": [2, 4],
    }


def test_areas_under_any_heading_are_told_apart_by_their_words(tmp_path: Path) -> None:
    rows = ("2024-01-01,north field,3", "2024-01-02,north field,4", "2024-01-01,south,5")
    found = series(tmp_path, "\n".join(("date,parcel,NDVI", *rows)))
    assert [(line.geometry, line.values.tolist()) for line in found.lines] == [
        ("parcel north field", [3, 4]),
        ("parcel south", [5]),
    ]


def test_words_beside_one_line_do_not_cut_it(tmp_path: Path) -> None:
    rows = ("2024-01-01,good,3", "2024-01-02,cloudy,4", "2024-01-03,good,5")
    found = series(tmp_path, "\n".join(("date,quality,NDVI", *rows)))
    assert [line.values.tolist() for line in found.lines] == [[3, 4, 5]]


def test_years_are_dates_where_the_heading_says_so(tmp_path: Path) -> None:
    (line,) = series(tmp_path, "year,area of forest\n2019,7\n2020,8\n").lines
    assert line.times.tolist() == [1_546_300_800, 1_577_836_800]


def test_lines_that_are_left_out_are_told(tmp_path: Path) -> None:
    rows = [f"2024-01-01,{area},1" for area in range(MOST_LINES + 1)]
    found = series(tmp_path, "\n".join(("date,feature_index,v", *rows)))
    assert len(found.lines) == MOST_LINES
    assert found.note


@pytest.mark.parametrize("inch", ['5"', '"5'])
def test_a_quote_that_is_none_swallows_no_rows(tmp_path: Path, inch: str) -> None:
    (tmp_path / "a.csv").write_text(f"size,name\n{inch},a\n6,b\n7,c\n", "utf-8")
    opened = open_file(tmp_path / "a.csv")
    assert isinstance(opened.opened.content, Table)
    assert opened.opened.content.rows == 3
    assert opened.page(0, 9).rows == ((inch, "a"), ("6", "b"), ("7", "c"))
    opened.close()


@pytest.mark.parametrize(
    "document",
    [
        {"a": {"2024-01-01": 1, "2024-02-01": 2}, "b": {"2024-01-01": 3}},
        {"2024-01-01": {"a": {"v": 1}, "b": {"v": 3}}, "2024-02-01": {"a": {"v": 2}}},
        [
            {"date": "2024-01-01", "name": "a", "v": 1},
            {"date": "2024-02-01", "name": "a", "v": 2},
            {"date": "2024-01-01", "name": "b", "v": 3},
        ],
    ],
)
def test_areas_by_name_in_json(tmp_path: Path, document: Any) -> None:
    found = series(tmp_path, json.dumps(document), "a.json")
    assert [line.geometry[-1] for line in found.lines] == ["a", "b"]
    first, second = ([one for one in line.values.tolist() if one == one] for line in found.lines)
    assert (first, second) == ([1, 2], [3])
