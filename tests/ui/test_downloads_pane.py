"""The downloads pane as a person uses it: choosing, pausing, cancelling, clearing, what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.models.download_rows import DownloadColumn
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
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    pane.table.setFocus()
    yield pane
    assert spawn.errors == []
    spawn.close()


def _choose(pane: DownloadsPane, *rows: int) -> None:
    """Row 0 is that of the job, its files follow."""
    pane.table.clearSelection()
    mode = pane.table.selectionMode()
    pane.table.setSelectionMode(pane.table.SelectionMode.MultiSelection)
    for row in rows:
        pane.table.selectRow(row)
    pane.table.setSelectionMode(mode)


def _enabled(pane: DownloadsPane) -> set[str]:
    acts = pane.actions_
    names = (
        *("pause", "resume", "retry", "cancel", "remove", "open", "show_in_folder"),
        *("verify", "delete_file", "copy_reason"),
    )
    return {name for name in names if getattr(acts, name).isEnabled()}


def _question(pane: DownloadsPane) -> QMessageBox | None:
    return pane.findChild(QMessageBox, "question")


@pytest.mark.parametrize(
    ("row", "enabled"),
    [
        (1, {"remove", "open", "show_in_folder", "verify", "delete_file"}),
        (2, {"pause", "cancel", "show_in_folder"}),
        (3, {"pause", "cancel", "show_in_folder"}),
        (4, {"retry", "cancel", "show_in_folder", "copy_reason"}),
        (5, {"resume", "cancel", "show_in_folder", "copy_reason"}),
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
    _choose(pane, 1, 2, 3, 4)
    pane.actions_.pause.trigger()
    qtbot.waitUntil(lambda: services.downloads.calls == [("pause", (2, 3))])
    qtbot.waitUntil(lambda: pane.model.count(STATE.PAUSED) == 3)
    assert "resume" in _enabled(pane)


def test_cancelling_what_has_not_begun_asks_nothing(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 3)
    pane.actions_.cancel.trigger()
    assert _question(pane) is None
    qtbot.waitUntil(lambda: services.downloads.calls == [("cancel", (3,))])
    assert pane.model.count() == 4


def test_cancelling_what_has_arrived_asks_and_keeps_by_default(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 2)
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


def test_clear_finished_takes_only_finished_ones_and_can_be_undone(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    assert pane.bar.clear_button.isVisible()
    qtbot.mouseClick(pane.bar.clear_button, Qt.MouseButton.LeftButton)
    assert pane.model.count() == 4
    assert pane.bar.clear_button.isHidden()
    undo = next(b for b in pane.removed.toast.findChildren(QPushButton) if b.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert [d.id for d in pane.model.queue.downloads.values()] == [1, 2, 3, 4, 5]
    assert services.downloads.calls == []
    pane.clear_finished()
    pane.removed.toast.dismiss()
    qtbot.waitUntil(lambda: services.downloads.calls == [("remove", (1,))])
    assert pane.model.count() == 4


def _press_undo(qtbot: QtBot, pane: DownloadsPane) -> None:
    """With the release of Control: Qt would hold it for pressed in the tests to come."""
    qtbot.keyClick(pane.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.table, Qt.Key.Key_Control)


def test_removal_is_undone_by_its_key_while_that_is_offered(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    assert not pane.removed.undo_key.isEnabled()
    pane.clear_finished()
    assert pane.model.count() == 4
    _press_undo(qtbot, pane)
    assert [d.id for d in pane.model.queue.downloads.values()] == [1, 2, 3, 4, 5]
    assert pane.removed.toast.isHidden()
    assert not pane.removed.undo_key.isEnabled()
    pane.clear_finished()
    pane.removed.toast.dismiss()
    _press_undo(qtbot, pane)
    qtbot.waitUntil(lambda: services.downloads.calls == [("remove", (1,))])
    assert pane.model.count() == 4


def test_enter_goes_on_with_what_is_not_here(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 4)
    pane.table.setCurrentIndex(pane.model.index(4, 0))
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: services.downloads.calls == [("retry", (4,))])


def test_opening_a_file_that_is_gone_is_told_in_place(pane: DownloadsPane) -> None:
    _choose(pane, 1)
    pane.actions_.open.trigger()
    assert "no longer in its folder" in pane.messages.text()


def test_copying_gives_files_and_their_paths(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 1)
    qtbot.keyClick(pane.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    path = services.downloads.all()[0].path
    assert QGuiApplication.clipboard().text() == str(path)
    assert QGuiApplication.clipboard().mimeData().urls()[0].toLocalFile() == str(path)


def test_progress_keeps_the_choice_and_the_counts(
    pane: DownloadsPane, services: FakeServices
) -> None:
    told: list[int] = []
    pane.open_count_changed.connect(told.append)
    assert pane.open_count == 2
    _choose(pane, 2)
    running = services.downloads.all()[1]
    services.downloads.put(replace(running, done=30))
    assert pane.model.index(2, DownloadColumn.PROGRESS).data() == "75 %"
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
    expected = {columns.FILE, columns.SIZE, columns.STATE}
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


def test_a_job_stands_for_its_files(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 0)
    assert [d.id for d in pane.chosen()] == [1, 2, 3, 4, 5]
    assert pane.model.index(0, DownloadColumn.STATE).data() == "1 of 5 files  ·  1 failed"
    pane.actions_.pause.trigger()
    qtbot.waitUntil(lambda: services.downloads.calls == [("pause", (2, 3))])


def test_left_and_right_close_and_open_a_job_and_it_is_remembered(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    pane.table.setCurrentIndex(pane.model.index(3, 0))
    qtbot.keyClick(pane.table, Qt.Key.Key_Left)
    assert pane.model.rowCount() == 1
    assert pane.table.currentIndex().row() == 0
    spawn = LoopSpawn()
    again = DownloadsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(again)
    spawn.close()
    assert again.model.rowCount() == 1
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert pane.model.rowCount() == 6
    caret = pane.table.visualRect(pane.model.index(0, 0)).topLeft() + QPoint(12, 12)
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=caret)
    assert pane.model.rowCount() == 1
    qtbot.keyClick(pane.table, Qt.Key.Key_Right)
    assert pane.model.rowCount() == 6


def test_space_pauses_and_goes_on(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 3)
    qtbot.keyClick(pane.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: services.downloads.calls == [("pause", (3,))])
    qtbot.waitUntil(pane.actions_.resume.isEnabled)
    qtbot.keyClick(pane.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: services.downloads.calls[1:] == [("resume", (3,))])


def test_the_order_is_changed_by_keys_and_the_choice_goes_along(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    other = JobKey(AccountId("a"), JobId("k"))
    services.downloads.put(make_download(6, other, "x.tif"), make_download(7, other, "y.tif"))
    _choose(pane, 3)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(pane.table, Qt.Key.Key_Up, alt)
    qtbot.waitUntil(lambda: [d.id for d in services.downloads.all()] == [1, 3, 2, 4, 5, 6, 7])
    assert [d.id for d in pane.chosen()] == [3]
    _choose(pane, pane.model.row_of(other) or 0)
    qtbot.keyClick(pane.table, Qt.Key.Key_Up, alt)
    qtbot.waitUntil(lambda: [d.id for d in services.downloads.all()] == [6, 7, 1, 3, 2, 4, 5])
    assert [d.id for d in pane.chosen()] == [6, 7]
    qtbot.keyClick(pane.table, Qt.Key.Key_End, alt)
    qtbot.waitUntil(lambda: [d.id for d in services.downloads.all()] == [1, 3, 2, 4, 5, 6, 7])


def test_deleting_a_file_asks_and_says_what_is_lost(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _choose(pane, 1)
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    box = _question(pane)
    assert box is not None
    assert "done.tif" in box.text()
    assert box.defaultButton().text() == "Keep"
    next(button for button in box.buttons() if button.text() == "Delete").click()
    qtbot.waitUntil(lambda: services.downloads.calls == [("delete_files", (1,))])


def test_why_it_failed_can_be_copied(pane: DownloadsPane) -> None:
    _choose(pane, 4)
    pane.actions_.copy_reason.trigger()
    text = QGuiApplication.clipboard().text()
    assert "The disk is full." in text
    assert "failed.tif" in text


def test_all_are_paused_and_go_on(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    assert pane.queue_actions.pause_all.isVisible()
    pane.queue_actions.pause_all.trigger()
    qtbot.waitUntil(lambda: services.downloads.calls == [("pause_all", (2, 3))])
    qtbot.waitUntil(pane.queue_actions.resume_all.isVisible)
    assert not pane.queue_actions.pause_all.isVisible()
    pane.queue_actions.resume_all.trigger()
    qtbot.waitUntil(lambda: pane.model.count(STATE.PAUSED) == 0)


def test_a_speed_limit_is_set_and_seen(pane: DownloadsPane, services: FakeServices) -> None:
    menu = pane.queue_actions.limits
    menu.aboutToShow.emit()
    (two,) = [action for action in menu.actions() if action.text() == "2.0 MB/s"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["No limit"]
    services.settings.set("downloads/limit_kib_s", 1953)
    two.trigger()
    assert services.downloads.calls == [("set_limits", None, None, 1953)]
    assert pane.bar.limit_button.accessibleName() == "Speed limit: 2.0 MB/s"
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["2.0 MB/s"]


def test_a_long_list_is_filtered_by_state(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    assert pane.bar.chips.isHidden()
    services.downloads.put(*(make_download(n, JOB, f"{n}.tif") for n in range(10, 20)))
    assert pane.bar.chips.isVisible()
    qtbot.mouseClick(pane.bar.chips.chip("failed"), Qt.MouseButton.LeftButton)
    assert pane.model.rowCount() == 2
    failed = services.downloads.all()[3]
    services.downloads.put(replace(failed, state=STATE.QUEUED, reason=""))
    assert pane.content.empty_state.title() == "No file is in this state"
    pane.content.action_triggered.emit()
    assert pane.model.rowCount() == 16
