"""Pictures of what is no raster: lines over time, a table, a tree, a text."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from openeo_desktop.preview.values import (
    Column,
    Opened,
    PreviewKind,
    Series,
    SeriesLine,
    Table,
    TablePage,
    Text,
    Tree,
)
from openeo_desktop.ui.preview.series_view import SeriesView
from openeo_desktop.ui.preview.table_view import TableView
from openeo_desktop.ui.preview.text_view import TextView
from openeo_desktop.ui.preview.tree_view import TreeView
from tests.shots.shot import Shot
from tests.support.fake_services import FakeSettings, LoopSpawn

_SIZE, _PANE = (820, 430), (400, 360)
_DAYS = 60
_TREE = {
    "type": "FeatureCollection",
    "statistics": {"mean": 0.4127, "valid": [0.98, 0.97], "masked": False, "unit": None},
    "description": "Mean NDVI of the fields in the valley of the Soča",
}


class _File:
    """An open file whose pages are made up."""

    def __init__(self, kind: PreviewKind, content: Any) -> None:
        self.opened = Opened(kind, content)

    async def page(self, first: int, count: int) -> TablePage:
        rows = range(first, first + count)
        return TablePage(first, tuple(_row(row) for row in rows))


def _row(row: int) -> tuple[str, ...]:
    return str(row), f"Field {row % 40 + 1}", f"{0.2 + row % 7 * 0.09:.3f}", "maize"


def _series(lines: int) -> Series:
    rng = np.random.default_rng(1)
    times = 1.46e9 + np.arange(_DAYS) * 6 * 86_400.0
    made = []
    for number in range(lines):
        field, band = f"field {number // 2 + 1}", ("NDVI", "NDWI")[number % 2]
        values = 0.4 + 0.3 * np.sin(np.arange(_DAYS) / 9 + number) + 0.05 * rng.random(_DAYS)
        values[rng.random(_DAYS) < 0.1] = np.nan
        made.append(SeriesLine(f"{band}, {field}", times, values, band, field, "dB"))
    return Series(tuple(made))


def _view(kind: type[Any], opened: _File) -> Any:
    spawn = LoopSpawn()
    view = kind(FakeSettings(), spawn)
    spawn.setParent(view)
    view.show_opened(opened)
    return view


def _plot(lines: int) -> QWidget:
    view = _view(SeriesView, _File(PreviewKind.SERIES, _series(lines)))
    view.plot.move_to(float(_series(1).lines[0].times[30]))
    assert isinstance(view, SeriesView)
    return view


def _table() -> QWidget:
    columns = (
        Column("id", numeric=True),
        Column("field"),
        Column("ndvi", numeric=True),
        Column("crop"),
    )
    view = _view(TableView, _File(PreviewKind.TABLE, Table(columns, 1_000_000, "")))
    assert isinstance(view, TableView)
    return view


def _tree() -> QWidget:
    view = _view(TreeView, _File(PreviewKind.TREE, Tree(_TREE)))
    assert isinstance(view, TreeView)
    view.tree.expand(view.model.index(1, 0, QModelIndex()))
    return view


def _text() -> QWidget:
    note = "The beginning of the file is shown."
    view = _view(TextView, _File(PreviewKind.TEXT, Text("Processed 42 scenes.\n" * 30, note)))
    assert isinstance(view, TextView)
    return view


SHOTS = [
    Shot("series", lambda: _plot(8), _SIZE),
    Shot("series-pane", lambda: _plot(1), _PANE),
    Shot("table", _table, _SIZE),
    Shot("tree", _tree, _PANE),
    Shot("text", _text, _PANE),
]
