"""The main window over made-up services: selection, actions, docks, dropping, closing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.sketch_jobs import PROCESS, key_of


def choose(window: MainWindow, key: JobKey, qtbot: QtBot) -> None:
    window.select_job(key)
    qtbot.waitUntil(lambda: [j.key for j in window.jobs_pane.selected_jobs()] == [key])
    qtbot.waitUntil(lambda: window.details_pane.job is not None)


def question(window: MainWindow) -> QMessageBox:
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def press(widget: QWidget, name: str) -> None:
    button = widget.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def calls(services: FakeServices, name: str) -> list[tuple[Any, ...]]:
    return [call for call in services.jobs.calls if call[0] == name]


def test_every_button_has_a_name(window: MainWindow) -> None:
    assert_accessible(window)


def test_a_selected_job_is_shown_by_all_panes(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = key_of(services, JobStatus.RUNNING)
    choose(window, key, qtbot)
    qtbot.waitUntil(lambda: services.logs.followed == key)
    qtbot.waitUntil(lambda: "SENTINEL2_L2A" in window.process_pane.text())
    assert json.loads(window.process_pane.text()) == PROCESS
    qtbot.waitUntil(lambda: window.results_pane.model.rowCount() == 5)


def test_actions_follow_the_selection_and_say_why_not(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    actions = window.actions_
    assert not actions.start.isEnabled()
    assert "Select a job first" in actions.start.toolTip()
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    qtbot.waitUntil(actions.stop.isEnabled)
    assert not actions.start.isEnabled()
    assert "started already" in actions.start.toolTip()
    choose(window, key_of(services, JobStatus.ERROR), qtbot)
    qtbot.waitUntil(lambda: "Sign in" in actions.delete.toolTip())
    assert not actions.delete.isEnabled()


def test_deleting_asks_with_the_title_and_cancel_is_the_default(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = key_of(services, JobStatus.RUNNING)
    choose(window, key, qtbot)
    qtbot.waitUntil(window.actions_.delete.isEnabled)
    window.actions_.delete.trigger()
    box = question(window)
    assert "NDVI timeseries 2022" in box.text()
    assert box.textFormat() == Qt.TextFormat.PlainText
    default = box.defaultButton()
    assert default is box.button(QMessageBox.StandardButton.Cancel)
    default.click()
    assert calls(services, "delete") == []
    window.actions_.delete.trigger()
    press(question(window), "confirm_button")
    qtbot.waitUntil(lambda: calls(services, "delete") == [("delete", key)])


def test_running_a_finished_job_again_asks_first(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = key_of(services, JobStatus.FINISHED)
    choose(window, key, qtbot)
    qtbot.waitUntil(window.actions_.start.isEnabled)
    window.actions_.start.trigger()
    assert "discards the results" in question(window).informativeText()
    assert calls(services, "start") == []


def test_all_selected_jobs_are_meant_also_those_never_scrolled_to(
    services: FakeServices, window: MainWindow, qtbot: QtBot
) -> None:
    window.jobs_pane.chips.bar.chip(JobStatus.FINISHED).click()
    finished = [j for j in services.jobs.jobs.values() if j.status is JobStatus.FINISHED]
    qtbot.waitUntil(lambda: window.jobs_pane.model.rowCount() == len(finished))
    window.jobs_pane.table.selectAll()
    qtbot.waitUntil(window.actions_.download.isEnabled)
    window.actions_.download.trigger()
    online = {s.account.id for s in services.accounts.items[:2]}
    wanted = {j.key for j in finished if j.account_id in online and not j.gone}
    qtbot.waitUntil(lambda: {call[1] for call in services.downloads.calls} == wanted)


def test_the_errors_of_a_failed_job_are_shown_at_once(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    choose(window, key_of(services, JobStatus.ERROR), qtbot)
    card = window.details_pane.error_card
    qtbot.waitUntil(lambda: "ZeroDivisionError" in card.text())
    assert card.isVisible()
    window.show_pane("downloads")
    press(card, "show_full_log")
    qtbot.waitUntil(window.log_pane.isVisible)
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    qtbot.waitUntil(card.isHidden)


def test_searching_and_clearing(window: MainWindow, qtbot: QtBot) -> None:
    model = window.jobs_pane.model
    window.search.setText("methane")
    qtbot.waitUntil(lambda: 0 < model.rowCount() < 10)
    window.search.setText("methane, nothing like that")
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    empty = window.jobs_pane.stack.empty_state
    qtbot.waitUntil(empty.isVisible)
    assert empty.title() == "No job matches"
    empty.button.click()
    qtbot.waitUntil(lambda: model.rowCount() == 67)
    assert window.search.text() == ""


def test_a_view_and_an_account_filter_the_table(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    model = window.jobs_pane.model
    window.navigation_pane.item(Place(View.ACTIVE)).click()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    account = services.accounts.items[2].account.id
    window.navigation_pane.item(Place(account=account)).click()
    of_account = [j for j in services.jobs.jobs.values() if j.account_id == account]
    qtbot.waitUntil(lambda: model.rowCount() == len(of_account))
    window.save_state()
    assert services.settings.get("window.place", "") == f"account:{account}"


def test_the_selection_stays_with_its_job_when_rows_move(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    from dataclasses import replace

    from openeo_desktop.core.times import utc_now
    from tests.support.fake_services import make_job

    key = key_of(services, JobStatus.CANCELED)
    choose(window, key, qtbot)
    row = window.jobs_pane.table.currentIndex().row()
    new = make_job(key.account_id, 999, title="brand new", updated=utc_now())
    moved = replace(services.jobs.jobs[key_of(services, JobStatus.QUEUED)], updated=utc_now())
    services.jobs.put(new, moved)
    qtbot.waitUntil(lambda: window.jobs_pane.table.currentIndex().row() == row + 1)
    assert [job.key for job in window.jobs_pane.selected_jobs()] == [key]
    assert window.jobs_pane.current_key == key


def test_a_narrow_window_puts_the_right_docks_under_the_table(
    window: MainWindow, qtbot: QtBot
) -> None:
    area = Qt.DockWidgetArea
    details = window.docks.dock("details")
    assert window.dockWidgetArea(details) == area.RightDockWidgetArea
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window.dockWidgetArea(details) == area.BottomDockWidgetArea)
    assert details in window.tabifiedDockWidgets(window.docks.dock("log"))
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.dockWidgetArea(details) == area.RightDockWidgetArea)


def test_a_closed_pane_stays_closed_at_the_next_start_and_can_be_shown(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    window.docks.dock("process").close()
    window.save_state()
    second = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(second)
    second.show()
    second.resize(1440, 900)
    qtbot.waitUntil(lambda: not second.docks.compact)
    assert second.docks.dock("process").isHidden()
    second.show_pane("process")
    assert second.docks.dock("process").isVisible()
    second.shut_down()


def test_closing_asks_to_quit_and_leaves_the_window(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.quit_requested):
        window.close()
    assert window.isVisible()


def test_a_json_file_dropped_opens_the_dialog_with_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "my graph.json"
    path.write_text(json.dumps(PROCESS))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(700, 400).toPoint(), actions, data, buttons, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(700, 400), actions, data, buttons, none))
    qtbot.waitUntil(lambda: "my graph" in [w.form.title.text() for w in dialogs(window)])
    assert "SENTINEL2_L2A" in dialogs(window)[0].editor.toPlainText()


def dialogs(window: MainWindow) -> list[Any]:
    from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog

    return window.findChildren(NewJobDialog)


def test_other_drags_are_not_welcome(window: MainWindow) -> None:
    from openeo_desktop.ui.window.process_drop import is_welcome

    for text in ("hello", "", "[1, 2]"):
        data = QMimeData()
        data.setText(text)
        assert not is_welcome(data)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x.json")])
    assert not is_welcome(data)


def test_first_start_offers_an_account(spawn: LoopSpawn, qtbot: QtBot) -> None:
    from tests.support.fake_transfers import with_transfers

    services = with_transfers()
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.show()
    steps = window.jobs_pane.stack.first_steps
    qtbot.waitUntil(steps.isVisible)
    assert window.focusWidget() is steps.local_button
    assert not steps.example_button.isEnabled()
    assert_accessible(steps)
    assert not window.actions_.new_job.isEnabled()
    assert "Add an account first" in window.actions_.new_job.toolTip()
    window.shut_down()


def test_the_account_of_the_place_is_shown_and_can_be_asked_to_go(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    from openeo_desktop.ui.accounts.account_details_dialog import AccountDetailsDialog

    account = services.accounts.items[1].account
    window.navigation_pane.item(Place(account=account.id)).click()
    window.actions_.account_details.trigger()
    window.actions_.account_details.trigger()
    (details,) = window.findChildren(AccountDetailsDialog)
    assert details.title.label.text() == account.title
    details.remove_button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    assert " jobs" in question(window).informativeText()
    press(question(window), "removeButton")
    qtbot.waitUntil(lambda: ("remove", account.id, True) in services.accounts.calls)


def test_signing_in_from_the_navigation_opens_the_dialog(
    window: MainWindow, services: FakeServices
) -> None:
    from openeo_desktop.ui.accounts.account_dialog import AccountDialog

    account = services.accounts.items[2].account
    window.navigation_pane.requests.sign_in_requested.emit(account.id)
    (dialog,) = window.findChildren(AccountDialog)
    assert dialog.windowTitle() == "Sign in again"
    dialog.reject()


def test_icons_and_words_of_the_tool_bar_have_air_between_them(window: MainWindow) -> None:
    """A tool bar gives its direct children its own icon size; 3 px of the box are air."""
    from PySide6.QtWidgets import QToolButton

    for name in ("new_job_button", "start_button", "stop_button"):
        button = window.tool_bar.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        assert button.parent() is not window.tool_bar
        assert button.iconSize().width() - button.iconSize().height() == 3


def front(window: MainWindow) -> set[str]:
    names = ("details", "process", "results", "log", "downloads")
    return {name for name in names if not window.docks.dock(name).visibleRegion().isEmpty()}


def test_narrow_and_wide_again_leaves_the_same_panes_in_front(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    for name in ("downloads", "process", "log"):
        window.docks.show(name)
    window.docks.dock("log").raise_()
    qtbot.waitUntil(lambda: front(window) == {"process", "log"})
    window.docks.show("downloads")
    window.docks.dock("log").raise_()  # by its tab
    qtbot.waitUntil(lambda: front(window) == {"process", "log"})
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.docks.compact)
    qtbot.waitUntil(lambda: front(window) == {"log"})
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: not window.docks.compact)
    qtbot.waitUntil(lambda: front(window) == {"process", "log"})


def test_start_is_called_run_again_for_a_job_that_ran(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    in_details = window.details_pane.findChild(QPushButton, "details_start")
    in_bar = window.tool_bar.findChild(QWidget, "start_button")
    assert isinstance(in_details, QPushButton)
    choose(window, key_of(services, JobStatus.FINISHED), qtbot)
    qtbot.waitUntil(lambda: in_details.isVisible() and in_details.text() == "Run again")
    assert in_bar is not None
    assert in_bar.property("text") == "Run again"
    assert "Run again (Ctrl+Return)" in window.actions_.start.toolTip()
    choose(window, key_of(services, JobStatus.CREATED), qtbot)
    qtbot.waitUntil(lambda: in_details.text() == "Start")


def test_the_keyboard_starts_in_the_jobs_table(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    table = window.jobs_pane.table
    assert window.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: table.selected_rows() == [0])
    QTest.keyClick(table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: table.selected_rows() == [1])
