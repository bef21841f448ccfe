"""Series, tables, trees and texts on the screen: what is drawn, read, copied and saved."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.settings import Settings
from openeo_desktop.models.json_tree import PORTION, JsonTreeModel
from openeo_desktop.models.preview_table import PreviewTableModel
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
from openeo_desktop.ui.preview.line_chooser import MOST_AT_FIRST, SEARCH_FROM
from openeo_desktop.ui.preview.series_view import SeriesView
from openeo_desktop.ui.preview.table_view import TableView
from openeo_desktop.ui.preview.text_view import TextView
from openeo_desktop.ui.preview.tree_view import TreeView
from openeo_desktop.ui.preview.view_switch import ViewSwitch
from tests.support.fake_services import LoopSpawn
from tests.support.plain_texts import assert_plain

DAY = 86_400.0
HOSTILE = "<b>B04</b><img src=x>"


class _File:
    def __init__(self, kind: PreviewKind, content: Any) -> None:
        self.opened = Opened(kind, content)

    async def page(self, first: int, count: int) -> TablePage:
        rows = range(first, first + count)
        return TablePage(first, tuple((str(row), f"{HOSTILE} {row}") for row in rows))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def spawn(qapp: Any) -> Iterator[LoopSpawn]:
    found = LoopSpawn()
    yield found
    found.close()


def _series(lines: int = 2) -> Series:
    times = np.arange(5) * DAY
    values = np.array([1.0, 2.0, math.nan, 4.0, 5.0])
    return Series(
        tuple(
            SeriesLine(f"{HOSTILE} {number}", times, values + number, unit="dB")
            for number in range(lines)
        )
    )


def _shown(qtbot: QtBot, view: QWidget) -> None:
    qtbot.addWidget(view)
    view.resize(QSize(700, 400))
    view.show()


def _series_view(qtbot: QtBot, settings: Settings, spawn: LoopSpawn, lines: int = 2) -> SeriesView:
    view = SeriesView(settings, spawn)
    _shown(qtbot, view)
    view.show_opened(_File(PreviewKind.SERIES, _series(lines)))
    return view


def test_the_cursor_reads_all_lines(qtbot: QtBot, settings: Settings, spawn: LoopSpawn) -> None:
    view = _series_view(qtbot, settings, spawn)
    assert "1970-01-01" in view.told.text()
    assert "1970-01-05" in view.told.text()
    qtbot.keyClick(view.plot, Qt.Key.Key_Right)
    assert view.plot.at == 0.0
    assert f"{HOSTILE} 0: 1 dB" in view.told.text()
    assert f"{HOSTILE} 1: 2 dB" in view.told.text()
    assert_plain(view)
    for _ in range(2):
        qtbot.keyClick(view.plot, Qt.Key.Key_Right)
    assert view.plot.at == 2 * DAY
    assert "–" in view.told.text()
    for _ in range(9):
        qtbot.keyClick(view.plot, Qt.Key.Key_Right)
    assert view.plot.at == 4 * DAY


def test_lines_are_switched_on_and_off(qtbot: QtBot, settings: Settings, spawn: LoopSpawn) -> None:
    view = _series_view(qtbot, settings, spawn)
    assert view.shown() == [0, 1]
    view.chooser.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    view.plot.move_to(DAY)
    assert view.shown() == [1]
    assert view.plot.values_at(DAY) == [(1, 3.0)]
    assert f"{HOSTILE} 0" not in view.told.text()


def test_many_lines_can_be_searched(qtbot: QtBot, settings: Settings, spawn: LoopSpawn) -> None:
    view = _series_view(qtbot, settings, spawn, SEARCH_FROM + 10)
    assert len(view.shown()) == MOST_AT_FIRST
    assert view.chooser.search.isVisible()
    view.chooser.search.set_search(" 27")
    rows = range(view.chooser.list.count())
    assert [row for row in rows if not view.chooser.list.item(row).isHidden()] == [27]


def test_one_line_needs_no_list(qtbot: QtBot, settings: Settings, spawn: LoopSpawn) -> None:
    view = _series_view(qtbot, settings, spawn, 1)
    assert not view.chooser.isVisible()


def test_the_values_are_copied(qtbot: QtBot, settings: Settings, spawn: LoopSpawn) -> None:
    view = _series_view(qtbot, settings, spawn)
    view.copy()
    qtbot.waitUntil(lambda: "clipboard" in view.told.text(), timeout=20_000)
    rows = QGuiApplication.clipboard().text().splitlines()
    assert rows[0] == f"date\t{HOSTILE} 0 (dB)\t{HOSTILE} 1 (dB)"
    assert rows[1] == "1970-01-01\t1.0\t2.0"
    assert rows[3] == "1970-01-03\t\t"


@pytest.mark.parametrize("suffix", ["csv", "png", "svg"])
def test_a_series_is_saved(
    qtbot: QtBot, settings: Settings, spawn: LoopSpawn, tmp_path: Path, suffix: str
) -> None:
    view = _series_view(qtbot, settings, spawn)
    path = tmp_path / f"plot.{suffix}"
    view.save(str(path))
    qtbot.waitUntil(lambda: path.exists() and path.name in view.told.text(), timeout=20_000)
    if suffix == "csv":
        assert path.read_text("utf-8").splitlines()[2] == "1970-01-02,2.0,3.0"
    elif suffix == "png":
        assert QImageReader(str(path)).size().width() > 700
    else:
        assert "<svg" in path.read_text("utf-8")


def test_what_cannot_be_saved_is_told(
    qtbot: QtBot, settings: Settings, spawn: LoopSpawn, tmp_path: Path
) -> None:
    view = _series_view(qtbot, settings, spawn)
    (tmp_path / "file").write_text("")
    view.save(str(tmp_path / "file" / "plot.csv"))
    before = view.told.text()
    qtbot.waitUntil(lambda: view.told.text() != before, timeout=20_000)
    assert "Saved" not in view.told.text()
    assert "folder" in view.told.text() or "written" in view.told.text()


def _table(rows: int) -> _File:
    table = Table((Column("id", numeric=True), Column(HOSTILE)), rows, "")
    return _File(PreviewKind.TABLE, table)


def test_a_million_rows(qtbot: QtBot, settings: Settings, spawn: LoopSpawn) -> None:
    view = TableView(settings, spawn)
    _shown(qtbot, view)
    view.show_opened(_table(1_000_000))
    model = view.model
    assert model.rowCount() == 1_000_000
    assert model.headerData(1, Qt.Orientation.Horizontal) == HOSTILE
    last = model.index(999_999, 0)
    assert model.data(last) == "…"
    qtbot.waitUntil(lambda: model.data(last) == "999999", timeout=20_000)
    assert model.data(model.index(999_999, 1)) == f"{HOSTILE} 999999"
    qtbot.waitUntil(lambda: model.data(model.index(0, 1)) == f"{HOSTILE} 0", timeout=20_000)
    assert_plain(view)
    view.clear()
    assert model.rowCount() == 0


def test_the_models_keep_the_rules_of_qt(qtbot: QtBot, spawn: LoopSpawn) -> None:
    table, tree = PreviewTableModel(spawn), JsonTreeModel(("Name", "Value"))
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (table, tree)]
    file = _table(300)
    content = file.opened.content
    assert isinstance(content, Table)
    table.set_table(file, content)
    qtbot.waitUntil(lambda: table.data(table.index(299, 0)) == "299", timeout=20_000)
    tree.set_document({"a": [1, {"b": None}], "c": {}})
    inner = tree.index(1, 0, tree.index(0, 0))
    assert tree.parent(inner) == tree.index(0, 0)
    assert tree.pointer(tree.index(0, 0, inner)) == "/a/1/b"
    table.set_table(None, Table((), 0))
    tree.set_document([])
    assert [model.rowCount() for model in (table, tree)] == [0, 0]
    assert len(testers) == 2


def test_a_long_level_of_a_tree_comes_in_portions(qtbot: QtBot) -> None:
    model = JsonTreeModel(("Name", "Value"))
    model.set_document(list(range(2 * PORTION + 5)))
    assert model.rowCount() == PORTION
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PORTION + 5
    assert model.data(model.index(2 * PORTION + 4, 1)) == str(2 * PORTION + 4)
    model.set_document({"inner": {str(number): number for number in range(PORTION + 1)}})
    inner = model.index(0, 0)
    assert (model.rowCount(inner), model.hasChildren(inner)) == (PORTION, True)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (True, "true"), (None, "null"), (0, "0"), ({"a": 1}, "{1}"), ([1, 2], "[2]"),
     (HOSTILE, HOSTILE), (1.5, "1.5"), ("\x07", "␇")],
)  # fmt: skip
def test_values_of_a_tree(qtbot: QtBot, value: object, text: str) -> None:
    model = JsonTreeModel(("Name", "Value"))
    model.set_document({"key": value})
    assert model.data(model.index(0, 1)) == text


def test_a_tree_gives_value_and_path(qtbot: QtBot, settings: Settings, spawn: LoopSpawn) -> None:
    view = TreeView(settings, spawn)
    _shown(qtbot, view)
    view.show_opened(_File(PreviewKind.TREE, Tree({"a/b": {"c": [1, 2]}})))
    index = view.model.index(0, 0, view.model.index(0, 0, QModelIndex()))
    view.tree.setCurrentIndex(index)
    view.copy_path.trigger()
    assert QGuiApplication.clipboard().text() == "/a~1b/c"
    view.copy_value.trigger()
    assert QGuiApplication.clipboard().text() == "[\n  1,\n  2\n]"


def test_a_text_is_plain(qtbot: QtBot, settings: Settings, spawn: LoopSpawn) -> None:
    view = TextView(settings, spawn)
    _shown(qtbot, view)
    view.show_opened(_File(PreviewKind.TEXT, Text(HOSTILE, "The beginning of the file is shown.")))
    assert view.text.toPlainText() == HOSTILE
    assert view.note.isVisible()


def test_the_way_to_look_is_remembered(qtbot: QtBot, settings: Settings) -> None:
    opened = Opened(PreviewKind.SERIES, _series(), (PreviewKind.TABLE, PreviewKind.TEXT))
    switch = ViewSwitch(settings)
    _shown(qtbot, switch)
    assert switch.wanted(opened) is PreviewKind.SERIES
    switch.set_ways(opened, PreviewKind.SERIES)
    chosen: list[PreviewKind] = []
    switch.chosen.connect(chosen.append)
    switch.chip(PreviewKind.TABLE).click()
    assert chosen == [PreviewKind.TABLE]
    assert ViewSwitch(settings).wanted(opened) is PreviewKind.TABLE
    switch.set_ways(Opened(PreviewKind.TEXT, Text("")), PreviewKind.TEXT)
    assert not switch.isVisible()
