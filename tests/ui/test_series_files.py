"""A plotted series as CSV: names come from files of a server, and are no formulas."""

from __future__ import annotations

import csv
import io

import numpy as np

from openeo_desktop.preview.values import SeriesLine
from openeo_desktop.ui.preview.series_files import as_text


def test_names_of_lines_are_no_formulas_and_values_stay_numbers() -> None:
    times = np.array([0.0])
    lines = [
        SeriesLine("=HYPERLINK(A1)", times, np.array([-1.5])),
        SeriesLine("@b", times, np.array([2.0]), unit="m"),
    ]
    for delimiter in (",", "\t"):
        rows = list(csv.reader(io.StringIO(as_text(lines, delimiter)), delimiter=delimiter))
        assert rows == [["date", "'=HYPERLINK(A1)", "'@b (m)"], ["1970-01-01", "-1.5", "2.0"]]
