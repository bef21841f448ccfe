"""The downloads pane as a person uses it: choosing, pausing, cancelling, clearing, what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.downloads_table import DownloadColumn
from openeo_desktop.ui.downloads import downloads_text
from openeo_desktop.ui.downloads.downloads_pane import DownloadsPane
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.fake_transfers import FakeDownloads, make_download, with_transfers

JOB = JobKey(AccountId("a"), JobId("j"))
STATE = DownloadState


@pytest.fixture
def services() -> FakeServices:
    services = with_transfers()
    services.downloads.put(
        make_download(1, JOB, "done.tif", STATE.DONE, done=40, total=40),
        make_download(2, JOB, "running.tif", STATE.RUNNING, done=10, total=40, rate=5.0),
        make_download(3, JOB, "queued.tif", STATE.QUEUED, total=40),
        make_download(4, JOB, "failed.tif", STATE.FAILED, reason="The disk is full."),
        make_download(5, JOB, "paused.tif", STATE.PAUSED, done=10, total=40),
    )
    return services


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices) -> Iterator[DownloadsPane]:
    spawn = LoopSpawn()
    pane = DownloadsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.resize(1000, 300)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane
    assert spawn.errors == []
    spawn.close()


def _choose(pane: DownloadsPane, *rows: int) -> None:
    pane.table.clearSelection()
    mode = pane.table.selectionMode()
    pane.table.setSelectionMode(pane.table.SelectionMode.MultiSelection)
    for row in rows:
        pane.table.selectRow(row)
    pane.table.setSelectionMode(mode)


def _enabled(pane: DownloadsPane) -> set[str]:
    acts = pane.actions_
    names = ("pause", "resume", "retry", "cancel", "remove", "open", "show_in_folder")
    return {name for name in names if getattr(acts, name).isEnabled()}


def _question(pane: DownloadsPane) -> QMessageBox | None:
    return pane.findChild(QMessageBox, "question")


@pytest.mark.parametrize(
    ("row", "enabled"),
    [
        (0, {"remove", "open", "show_in_folder"}),
        (1, {"pause", "cancel", "show_in_folder"}),
        (2, {"pause", "cancel", "show_in_folder"}),
        (3, {"retry", "cancel", "show_in_folder"}),
        (4, {"resume", "cancel", "show_in_folder"}),
    ],
)
def test_the_actions_are_those_of_the_state(
    pane: DownloadsPane, row: int, enabled: set[str]
) -> None:
    _choose(pane, row)
    assert _enabled(pane) == enabled


def test_without_a_choice_each_action_says_why_not(pane: DownloadsPane) -> None:
    assert _enabled(pane) == set()
    assert pane.actions_.open.toolTip() == "Nothing chosen is finished."


def test_an_action_is_for_those_it_fits(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 0, 1, 2, 3)
    pane.actions_.pause.trigger()
    qtbot.waitUntil(lambda: services.downloads.calls == [("pause", (2, 3))])
    qtbot.waitUntil(lambda: pane.model.count(STATE.PAUSED) == 3)
    assert "resume" in _enabled(pane)


def test_cancelling_what_has_not_begun_asks_nothing(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 2)
    pane.actions_.cancel.trigger()
    assert _question(pane) is None
    qtbot.waitUntil(lambda: services.downloads.calls == [("cancel", (3,))])
    assert pane.model.rowCount() == 4


def test_cancelling_what_has_arrived_asks_and_keeps_by_default(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 1)
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    box = _question(pane)
    assert box is not None
    assert "running.tif" in box.text()
    assert box.defaultButton().text() == "Keep"
    box.defaultButton().click()
    assert services.downloads.calls == []
    pane.actions_.cancel.trigger()
    agree = next(
        button
        for found in pane.findChildren(QMessageBox, "question")
        if found.isVisible()
        for button in found.buttons()
        if button.text() == "Cancel download"
    )
    agree.click()
    qtbot.waitUntil(lambda: services.downloads.calls == [("cancel", (2,))])


def test_clear_finished_takes_only_finished_ones(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    assert pane.clear_button.isVisible()
    qtbot.mouseClick(pane.clear_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 4)
    assert services.downloads.calls == [("remove", (1,))]
    assert pane.clear_button.isHidden()


def test_enter_goes_on_with_what_is_not_here(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 3)
    pane.table.setCurrentIndex(pane.model.index(3, 0))
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: services.downloads.calls == [("retry", (4,))])


def test_opening_a_file_that_is_gone_is_told_in_place(pane: DownloadsPane) -> None:
    _choose(pane, 0)
    pane.actions_.open.trigger()
    assert "no longer in its folder" in pane.messages.text()


def test_copying_gives_files_and_their_paths(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 0)
    pane.actions_.copy_path.trigger()
    path = services.downloads.all()[0].path
    assert QGuiApplication.clipboard().text() == str(path)
    assert QGuiApplication.clipboard().mimeData().urls()[0].toLocalFile() == str(path)


def test_progress_keeps_the_choice_and_the_counts(
    pane: DownloadsPane, services: FakeServices
) -> None:
    told: list[int] = []
    pane.open_count_changed.connect(told.append)
    assert pane.open_count == 2
    _choose(pane, 1)
    running = services.downloads.all()[1]
    services.downloads.put(replace(running, done=30))
    assert pane.model.index(1, DownloadColumn.PROGRESS).data() == "75 %"
    services.downloads.put(replace(running, state=STATE.DONE, done=40))
    assert [d.id for d in pane.chosen()] == [2]
    assert "open" in _enabled(pane)
    assert told == [1]


def test_all_of_ten_thousand_can_be_chosen(pane: DownloadsPane, services: FakeServices) -> None:
    rows = [make_download(number, JOB, f"{number}.tif") for number in range(10, 10_010)]
    services.downloads.put(*rows)
    pane.table.selectAll()
    assert len(pane.chosen()) == 10_005


def test_an_empty_list_says_what_comes_here(qtbot: QtBot) -> None:
    services, spawn = with_transfers(), LoopSpawn()
    pane = DownloadsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    spawn.close()
    assert pane.content.empty_state.title() == "No downloads"
    cast("FakeDownloads", services.downloads).put(make_download(1, JOB))
    assert pane.content.currentIndex() == 0


def test_everything_has_a_name(pane: DownloadsPane) -> None:
    assert_accessible(pane)


def _row(state: DownloadState = STATE.RUNNING, **values: Any) -> Download:
    return make_download(1, JOB, "x.tif", state, **values)


@pytest.mark.parametrize(
    ("download", "words"),
    [
        (_row(done=12_000_000, total=40_000_000), "12.0 of 40.0 MB"),
        (_row(done=900_000, total=1_200_000_000), "900 KB of 1.2 GB"),
        (_row(done=900_000), "900 KB"),
        (_row(total=40_000_000), "40.0 MB"),
        (_row(STATE.DONE, done=5, total=5), "5 B"),
        (_row(), ""),
    ],
)
def test_sizes_are_said_as_people_say_them(download: Download, words: str) -> None:
    assert downloads_text.size_text(download) == words


def test_a_hundred_percent_means_all_of_it() -> None:
    assert downloads_text.percent(_row(done=9_999, total=10_000)) == "99 %"


def test_waiting_counts_down_with_its_reason() -> None:
    now = utc_now()
    row = _row(STATE.WAITING, reason="Busy.", retry_at=now + dt.timedelta(seconds=42))
    assert downloads_text.state_text(row, now) == "Trying again in 42 s: Busy."
    assert downloads_text.state_text(row, now + dt.timedelta(seconds=60)) == (
        "Trying again soon: Busy."
    )


def test_names_and_reasons_of_a_server_stay_text() -> None:
    row = _row(STATE.FAILED, reason="<b>\nx</b>\u202e", path=Path("/x/<i>.tif"))
    assert downloads_text.state_text(row) == "Failed: <b> x</b>\\u202e"
    assert "<i>" not in downloads_text.cell_tool_tip(row, DownloadColumn.FILE)


def _shown_columns(pane: DownloadsPane) -> set[DownloadColumn]:
    return {column for column in DownloadColumn if not pane.table.isColumnHidden(column)}


def test_names_have_room_and_empty_columns_give_way(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    pane.resize(640, 300)
    qtbot.waitUntil(lambda: DownloadColumn.SPEED not in _shown_columns(pane))
    assert pane.table.columnWidth(DownloadColumn.FILE) >= 180
    services.downloads.put(
        *(replace(row, state=STATE.DONE, reason="") for row in services.downloads.all())
    )
    columns = DownloadColumn
    expected = {columns.FILE, columns.JOB, columns.SIZE, columns.STATE}
    qtbot.waitUntil(lambda: _shown_columns(pane) == expected)
    assert pane.table.columnWidth(DownloadColumn.FILE) >= 220


def test_a_wide_pane_shows_every_column_while_something_is_on_its_way(pane: DownloadsPane) -> None:
    assert _shown_columns(pane) == set(DownloadColumn)


def test_a_column_that_the_person_hid_stays_hidden(
    pane: DownloadsPane, services: FakeServices
) -> None:
    pane.table.setColumnHidden(DownloadColumn.SPEED, True)
    (running,) = [row for row in services.downloads.all() if row.state is STATE.RUNNING]
    services.downloads.put(replace(running, done=20))
    assert DownloadColumn.SPEED not in _shown_columns(pane)
