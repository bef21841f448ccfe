"""Time series in the shapes that back-ends give, as JSON and as CSV."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from openeo_desktop.preview.dates import seconds_of
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PreviewKind, Series

JANUARY, FEBRUARY = 1577836800.0, 1580515200.0


def _series(tmp_path: Path, name: str, content: Any) -> Series:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    file = open_file(path)
    file.close()
    opened = file.opened
    assert opened.kind is PreviewKind.SERIES
    assert isinstance(opened.content, Series)
    return opened.content


def _lines(series: Series) -> dict[str, list[float | None]]:
    return {
        one.name: [None if math.isnan(value) else value for value in one.values.tolist()]
        for one in series.lines
    }


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ({"2020-02-01": 2, "2020-01-01": 1.5}, {"Value": [1.5, 2.0]}),
        ({"2020-01-01": [1, None], "2020-02-01": [None, 4]},
         {"Band 1": [1.0, None], "Band 2": [None, 4.0]}),
        ({"2020-01-01T00:00:00Z": [[1, 2]], "2020-02-01T00:00:00Z": [[3, 4]]},
         {"Band 1": [1.0, 3.0], "Band 2": [2.0, 4.0]}),
        ({"2020-01-01T00:00:00Z": [[1], [2]], "2020-02-01T00:00:00Z": [[], [4]]},
         {"Area 1, Band 1": [1.0, None], "Area 2, Band 1": [2.0, 4.0]}),
        ({"2020-01-01": {"B04": 1}, "2020-02-01": {"B04": 2}}, {"B04": [1.0, 2.0]}),
        ({"dims": ["t", "bands"], "coords": {"t": ["2020-01-01", "2020-02-01"],
          "bands": ["B04", "B08"]}, "data": [[1, 2], [3, None]]},
         {"B04": [1.0, 3.0], "B08": [2.0, None]}),
        ({"coords": {"t": {"dims": ["t"], "data": ["2020-01-01", "2020-02-01"]}},
          "data_vars": {"ndvi": {"dims": ["t"], "data": [0.1, 0.2]}}}, {"ndvi": [0.1, 0.2]}),
        ({"type": "Coverage", "domain": {"axes": {"t": {"values": ["2020-01-01", "2020-02-01"]}}},
          "ranges": {"NDVI": {"values": [0.5, None]}}}, {"NDVI": [0.5, None]}),
        ({"columns": ["B04"], "index": ["2020-01-01", "2020-02-01"], "data": [[1], [2]]},
         {"B04": [1.0, 2.0]}),
    ],
)  # fmt: skip
def test_json_shapes(tmp_path: Path, content: Any, lines: dict[str, list[float | None]]) -> None:
    series = _series(tmp_path, "series.json", content)
    assert _lines(series) == lines
    assert all(one.times.tolist() == [JANUARY, FEBRUARY] for one in series.lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("date,B04,B08\n2020-02-01,3,4\n2020-01-01,1,\n",
         {"B04": [1.0, 3.0], "B08": [None, 4.0]}),
        ("date,id,avg(b)\n2020-01-01,0,1\n2020-01-01,1,2\n2020-02-01,0,3\n2020-02-01,1,4\n",
         {"id 0, avg(b)": [1.0, 3.0], "id 1, avg(b)": [2.0, 4.0]}),
        ("\ufeffdate;B04 (dB)\n2020-01-01;-1,5\n2020-02-01;2\n", {"B04": [-1.5, 2.0]}),
        ("t\tndvi\n2020-01-01T00:00:00Z\t0.5\n2020-02-01T00:00:00Z\tNaN\n", {"ndvi": [0.5, None]}),
    ],
)  # fmt: skip
def test_csv_shapes(tmp_path: Path, text: str, lines: dict[str, list[float | None]]) -> None:
    series = _series(tmp_path, "series.csv", text)
    assert _lines(series) == lines
    assert all(one.times.tolist() == [JANUARY, FEBRUARY] for one in series.lines)


def test_units_of_a_header(tmp_path: Path) -> None:
    series = _series(tmp_path, "s.csv", "date,VV (dB)\n2020-01-01,-12.5\n2020-02-01,-13\n")
    assert [(one.band, one.unit) for one in series.lines] == [("VV", "dB")]


def test_a_series_can_be_looked_at_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("date,B04\n2020-01-01,1\n2020-02-01,2\n")
    file = open_file(path)
    assert PreviewKind.TABLE in file.opened.also
    assert file.page(1, 5).rows == (("2020-02-01", "2"),)
    assert file.view(PreviewKind.TEXT).kind is PreviewKind.TEXT
    file.close()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2020-01-01", JANUARY),
        ("20200101", JANUARY),
        ("2020-01", JANUARY),
        ("2020-01-01T00:00:00Z", JANUARY),
        ("2020-01-01T02:00:00+02:00", JANUARY),
        ("2020-01-01T00:00:00.000000000", JANUARY),
        ("2020", None),
        ("2020-13-01", None),
        ("12345", None),
        ("B04", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(text: object, seconds: float | None) -> None:
    assert seconds_of(text) == seconds


def test_years_are_dates_where_all_are(tmp_path: Path) -> None:
    series = _series(tmp_path, "y.json", {"2019": 1, "2020": 2})
    assert series.lines[0].times.tolist() == [1546300800.0, JANUARY]


def test_numbers_that_are_none_are_gaps(tmp_path: Path) -> None:
    series = _series(tmp_path, "g.json", '{"2020-01-01": NaN, "2020-02-01": 1, "2020-03-01": "x"}')
    assert np.isnan(series.lines[0].values).tolist() == [True, False, True]
