"""Searching the log, looking back, choosing how it is shown, saving: as a person does it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.models.log_table import LogColumn
from openeo_desktop.services.log_export import LogExport
from openeo_desktop.services.logs import LogQuery
from openeo_desktop.ui.log.log_pane import LogPane
from openeo_desktop.ui.look.tokens import ROW_LOG
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn, make_account, make_job
from tests.support.fake_transfers import make_entry, with_transfers

ACCOUNT = make_account().id
DEADLINE = 30_000
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def services() -> FakeServices:
    return with_transfers()


@pytest.fixture
def spawn(qtbot: QtBot) -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    assert spawn.errors == []
    spawn.close()


def _pane(qtbot: QtBot, services: FakeServices, spawn: LoopSpawn) -> LogPane:
    pane = LogPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.resize(900, 300)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices, spawn: LoopSpawn) -> LogPane:
    return _pane(qtbot, services, spawn)


def _show(qtbot: QtBot, pane: LogPane, services: FakeServices, entries: list[LogEntry]) -> Job:
    job = make_job(ACCOUNT, 1, JobStatus.RUNNING)
    services.jobs.jobs[job.key] = job
    services.logs.entries[job.key] = entries
    pane.set_job(job.key)
    qtbot.waitUntil(
        lambda: pane.header.shown_text().endswith(f"{len(entries):,} of {len(entries):,}")
    )
    return job


def _lines(count: int) -> list[LogEntry]:
    """Each tenth one is about a tile."""
    return [make_entry(f"{'tile' if n % 10 == 5 else 'line'} {n}", seconds=n) for n in range(count)]


def _row(pane: LogPane) -> int:
    return pane.view.currentIndex().row()


def test_matches_are_counted_and_gone_through(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    _show(qtbot, pane, services, _lines(200))
    find = pane.header.find_bar
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_F, CONTROL)
    qtbot.waitUntil(find.search.hasFocus, timeout=DEADLINE)
    qtbot.keyClicks(find.search, "TILE")
    qtbot.waitUntil(lambda: find.found_text() == "20 matches", timeout=DEADLINE)
    assert pane.model.rowCount() == 200
    assert pane.view.delegate.needle == "TILE"
    pane.view.show_row(100)
    qtbot.keyClick(find.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _row(pane) == 105, timeout=DEADLINE)
    assert find.found_text() == "11 of 20"
    find.previous_match.trigger()
    assert (_row(pane), find.found_text()) == (95, "10 of 20")
    for _ in range(10):
        find.previous_match.trigger()
    assert _row(pane) == 195  # around the end
    find.next_match.trigger()
    assert _row(pane) == 5


def test_return_before_the_search_has_ended_goes_there_then(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    _show(qtbot, pane, services, _lines(50))
    pane.view.show_row(0)
    pane.header.find_bar.search.setText("tile")
    qtbot.keyClick(pane.header.find_bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _row(pane) == 5, timeout=DEADLINE)


def test_matches_of_new_entries_are_counted_too(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _show(qtbot, pane, services, _lines(50))
    pane.header.find_bar.search.setText("tile")
    qtbot.waitUntil(lambda: pane.header.find_bar.found_text() == "5 matches", timeout=DEADLINE)
    services.logs.grow(job.key, make_entry("tile 50"), make_entry("line 51"))
    qtbot.waitUntil(lambda: pane.header.find_bar.found_text() == "6 matches", timeout=DEADLINE)
    pane.header.find_bar.search.setText("nothing like it")
    qtbot.waitUntil(lambda: pane.header.find_bar.found_text() == "No match", timeout=DEADLINE)


def test_only_matches_can_be_shown_and_the_place_is_kept(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    _show(qtbot, pane, services, _lines(200))
    pane.header.find_bar.search.setText("tile")
    pane.view.show_row(105)
    pane.header.find_bar.only_matches.setChecked(True)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 20, timeout=DEADLINE)
    pane.view.show_row(10)
    top = pane.view.rowViewportPosition(10)
    pane.header.find_bar.only_matches.setChecked(False)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 200, timeout=DEADLINE)
    assert pane.view.rowViewportPosition(105) == top
    assert not pane.view.following


def test_new_entries_are_counted_on_the_follow_button(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _show(qtbot, pane, services, _lines(100))
    button = cast("Any", pane.view.jump_button)
    pane.view.verticalScrollBar().setValue(0)
    assert button.text() == "Follow"
    services.logs.grow(job.key, make_entry("a"), make_entry("b"))
    qtbot.waitUntil(lambda: button.text() == "Follow  ·  2 new", timeout=DEADLINE)
    assert pane.view.verticalScrollBar().value() == 0
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.view.following
    assert button.isHidden()


def test_wrapped_lines_are_as_high_as_they_need(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    entries = [make_entry("one\ntwo\nthree"), make_entry("short"), make_entry("word " * 300)]
    _show(qtbot, pane, services, entries)
    pane.options.wrap.setChecked(True)
    qtbot.waitUntil(lambda: pane.view.rowHeight(0) > 2 * ROW_LOG, timeout=DEADLINE)
    assert pane.view.rowHeight(1) == ROW_LOG
    assert pane.view.rowHeight(2) > pane.view.rowHeight(0)
    pane.options.wrap.setChecked(False)
    assert [pane.view.rowHeight(row) for row in range(3)] == [ROW_LOG] * 3


def test_a_wrapped_log_is_followed_and_looked_back_at(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    entries = [make_entry(f"line {n}\nmore\nand more") for n in range(300)]
    job = _show(qtbot, pane, services, entries)
    pane.options.wrap.setChecked(True)
    last = pane.view.viewport().height()
    qtbot.waitUntil(lambda: pane.view.rowHeight(299) > ROW_LOG, timeout=DEADLINE)
    qtbot.waitUntil(lambda: pane.view.rowAt(last - 1) in (299, -1), timeout=DEADLINE)
    services.logs.grow(job.key, make_entry("newest\nof all"))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 301, timeout=DEADLINE)
    qtbot.waitUntil(lambda: pane.view.rowHeight(300) > ROW_LOG, timeout=DEADLINE)
    assert pane.view.following


def test_choices_are_remembered(
    qtbot: QtBot, pane: LogPane, services: FakeServices, spawn: LoopSpawn
) -> None:
    assert pane.view.horizontalHeader().isHidden()
    code = next(a for a in pane.view.column_menu().actions() if a.text() == "Code")
    code.trigger()
    assert not pane.view.horizontalHeader().isHidden()
    pane.options.wrap.setChecked(True)
    pane.options.dates.setChecked(True)
    qtbot.waitUntil(lambda: bool(services.settings.get("log.columns", "")), timeout=DEADLINE)
    again = _pane(qtbot, services, spawn)
    assert not again.view.isColumnHidden(LogColumn.CODE)
    assert again.view.isColumnHidden(LogColumn.NODE)
    assert not again.view.horizontalHeader().isHidden()
    assert again.view.delegate.wraps
    _show(qtbot, again, services, [make_entry("x", code="C")])
    qtbot.waitUntil(lambda: again.model.index(0, LogColumn.CODE).data() == "C", timeout=DEADLINE)
    assert len(again.model.index(0, LogColumn.TIME).data()) == len("2026-01-01 00:00:00")


def test_lines_are_copied_as_json(qtbot: QtBot, pane: LogPane, services: FakeServices) -> None:
    raw = {"id": "1", "message": "x", "data": {"y": 2}}
    _show(qtbot, pane, services, [make_entry("x", raw=raw), make_entry("z", raw={"id": "2"})])
    QGuiApplication.clipboard().clear()
    pane.view.selectRow(0)
    pane.commands.copy_selected_json()
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()), timeout=DEADLINE)
    assert json.loads(QGuiApplication.clipboard().text()) == {"logs": [raw]}
    qtbot.waitUntil(pane.detail.isVisible, timeout=DEADLINE)
    pane.detail.copy_as_json()
    assert json.loads(QGuiApplication.clipboard().text()) == raw


def test_an_entry_shows_all_that_it_carries(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    raw = {
        "data": {"<b>": 1},
        "usage": {"cpu": {"value": 12.5, "unit": "cpu-seconds"}},
        "links": [
            {"href": "https://docs.example/x", "title": "<i>Docs</i>"},
            {"href": "javascript:alert(1)", "title": "bad"},
        ],
        "extra": [1],
    }
    _show(qtbot, pane, services, [make_entry("a\nb", LogLevel.ERROR, raw=raw), make_entry("c")])
    pane.view.selectRow(0)
    qtbot.waitUntil(pane.detail.isVisible, timeout=DEADLINE)
    text = pane.detail.text()
    for part in ("a\nb", "cpu: 12.5 cpu-seconds", '"<b>": 1', "javascript:alert(1)", '"extra"'):
        assert part in text
    assert [b.text() for b in pane.detail.links.buttons()] == ["<i>Docs</i> (docs.example)"]
    assert_accessible(pane)


def test_saving_says_what_was_saved_and_can_be_ended(
    qtbot: QtBot, pane: LogPane, services: FakeServices, tmp_path: Path
) -> None:
    job = _show(qtbot, pane, services, _lines(30))
    query = LogQuery(text="tile")
    pane.commands.saving.save(LogExport(job.key, tmp_path / "log.csv", query))
    qtbot.waitUntil(
        lambda: pane.messages.text().startswith("3 entries were saved"), timeout=DEADLINE
    )
    qtbot.waitUntil(lambda: not pane.commands.saving.is_busy, timeout=DEADLINE)
    assert pane.export_bar.isHidden()
    assert len((tmp_path / "log.csv").read_text().splitlines()) == 4
    pane.commands.saving.save(LogExport(job.key, tmp_path / "other.txt", LogQuery()))
    assert not pane.export_bar.isHidden()
    qtbot.mouseClick(pane.export_bar.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.messages.text() == "The log was not saved.", timeout=DEADLINE)
    qtbot.waitUntil(
        lambda: [path.name for path in tmp_path.iterdir()] == ["log.csv"], timeout=DEADLINE
    )


def test_the_model_keeps_the_rules_of_models(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(pane.model, fatal)
    job = _show(qtbot, pane, services, _lines(700))
    services.logs.grow(job.key, make_entry("tile new"))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 701, timeout=DEADLINE)
    pane.header.set_filter(frozenset(), "tile")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 71, timeout=DEADLINE)
    pane.show_all()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 701, timeout=DEADLINE)
    pane.set_job(None)
    assert pane.model.rowCount() == 0
    tester.deleteLater()


def test_all_is_in_the_menu_for_the_keyboard(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    _show(qtbot, pane, services, _lines(5))
    pane.view.selectRow(1)
    menu = pane.header.more.menu()
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if action.text()]
    assert {"Copy lines", "Copy lines as JSON", "Follow new entries", "First error"} <= set(words)
    assert {"Wrap long lines", "Show dates", "Columns", "Save the log as…"} <= set(words)
    assert pane.header.more.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_line_that_is_read_stays_chosen_while_other_levels_are_hidden(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    entries = [make_entry(f"line {n}", LogLevel.INFO) for n in range(40)]
    entries[20] = make_entry("broken", LogLevel.ERROR)
    entries[30] = make_entry("broken again", LogLevel.ERROR)
    _show(qtbot, pane, services, entries)
    pane.view.show_row(20)
    for levels, count, row in ((frozenset((LogLevel.ERROR,)), 2, 0), (frozenset(), 40, 20)):
        pane.header.set_filter(levels)
        qtbot.waitUntil(lambda count=count: pane.model.rowCount() == count, timeout=DEADLINE)
        qtbot.waitUntil(lambda row=row: pane.view.selected_rows() == [row], timeout=DEADLINE)
    pane.header.set_filter(frozenset((LogLevel.INFO,)))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 38, timeout=DEADLINE)
    assert pane.view.selected_rows() == []
