"""The whole window: names for screen readers, the way to every action by keyboard, plain text."""

from __future__ import annotations

import dataclasses
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.core.notices import Notice, NoticeGroup
from openeo_desktop.ui.window.main_window import MainWindow
from openeo_desktop.ui.window.reset_layout import ResetLayout
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import NOW, FakeServices
from tests.support.fake_transfers import make_asset, make_entry, make_results
from tests.support.plain_texts import MARKUP, assert_plain, shows
from tests.support.sketch_jobs import key_of

PANES = ("details", "process", "results", "log", "downloads", "navigation")


def choose(window: MainWindow, key: JobKey, qtbot: QtBot) -> None:
    window.select_job(key)
    qtbot.waitUntil(lambda: [job.key for job in window.jobs_pane.selected_jobs()] == [key])
    qtbot.waitUntil(lambda: window.details_pane.job is not None)
    qtbot.waitUntil(lambda: window.details_pane.job.key == key)


@pytest.mark.parametrize("status", [JobStatus.RUNNING, JobStatus.ERROR, JobStatus.FINISHED])
def test_every_control_of_every_pane_has_a_name(
    window: MainWindow, services: FakeServices, status: JobStatus, qtbot: QtBot
) -> None:
    choose(window, key_of(services, status), qtbot)
    for pane in PANES:
        window.show_pane(cast("Any", pane))
        assert_accessible(window)


def in_menus(window: MainWindow) -> set[QAction]:
    """Everything that the menu bar leads to."""
    found: set[QAction] = set()
    menus = [action.menu() for action in window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()  # some are filled as they open
            found |= set(menu.actions())
            menus += [action.menu() for action in menu.actions()]
    return found


def test_every_action_is_in_a_menu(window: MainWindow) -> None:
    known = in_menus(window)
    missing = [
        action.objectName()
        for action in window.actions_.findChildren(QAction)
        if action.objectName() and action.menu() is None and action not in known
    ]
    assert not missing


def test_every_menu_and_entry_has_a_letter_of_its_own_or_a_shortcut(window: MainWindow) -> None:
    """Menus open by Alt and a letter; two with one letter would take turns."""
    letters = [action.text().split("&", 1)[1][0] for action in window.menuBar().actions()]
    assert len({letter.lower() for letter in letters}) == len(letters)


def test_no_two_actions_have_one_shortcut(window: MainWindow) -> None:
    used: dict[str, str] = {}
    for action in window.actions_.findChildren(QAction):
        for keys in action.shortcuts():
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            assert text not in used, f"{text}: {used.get(text)} and {action.objectName()}"
            used[text] = action.objectName()


def test_resetting_the_arrangement_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.dock("log").close()
    area = Qt.DockWidgetArea.LeftDockWidgetArea
    window.addDockWidget(area, window.docks.dock("details"))
    window.actions_.reset_layout.trigger()
    assert window.docks.dock("log").isVisible()
    assert window.dockWidgetArea(window.docks.dock("details")) is not area
    reset = window.findChild(ResetLayout)
    assert isinstance(reset, ResetLayout)
    assert reset.toast.isVisible()
    reset.toast.action_triggered.emit()
    qtbot.waitUntil(lambda: window.docks.dock("log").isHidden())
    assert window.dockWidgetArea(window.docks.dock("details")) is area


def make_hostile(services: FakeServices) -> list[JobKey]:
    """Markup wherever a server may put words."""
    chosen = []
    for status in (JobStatus.RUNNING, JobStatus.ERROR, JobStatus.FINISHED, JobStatus.CREATED):
        key = key_of(services, status)
        job = services.jobs.jobs[key]
        process = {"process_graph": {MARKUP: {"process_id": MARKUP, "arguments": {"x": MARKUP}}}}
        services.jobs.jobs[key] = dataclasses.replace(
            job, title=MARKUP, description=MARKUP, plan=MARKUP, process=process
        )
        services.logs.entries[key] = [
            make_entry(MARKUP, LogLevel.ERROR, 1, code=MARKUP, node=MARKUP),
            make_entry(f"{MARKUP}\n{MARKUP}", LogLevel.INFO, 2),
        ]
        results = make_results(make_asset(MARKUP, 1000), title=MARKUP)
        services.results.stored[key] = services.results.served[key] = results
        chosen.append(key)
    services.accounts.items = [
        dataclasses.replace(
            status, account=dataclasses.replace(status.account, title=MARKUP), message=MARKUP
        )
        for status in services.accounts.items
    ]
    return chosen


@pytest.fixture
def hostile(services: FakeServices) -> list[JobKey]:
    """Before the window is made."""
    return make_hostile(services)


def test_words_of_servers_are_never_markup_in_any_pane(
    hostile: list[JobKey], window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    for key in hostile:
        choose(window, key, qtbot)
        qtbot.waitUntil(lambda: window.results_pane.model.rowCount() == 1)
        for pane in PANES:
            window.show_pane(cast("Any", pane))
            assert_plain(window)
    assert shows(window, "<b>bold</b>")


def test_words_of_servers_are_never_markup_in_dialogs_and_cards(
    hostile: list[JobKey], window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    choose(window, hostile[2], qtbot)
    qtbot.waitUntil(window.actions_.delete.isEnabled)
    window.actions_.delete.trigger()
    qtbot.waitUntil(lambda: any(b.isVisible() for b in window.findChildren(QMessageBox)))
    window.dialogs.open_account_details(services.accounts.items[0].account.id)
    notice = Notice(1, hostile[0], MARKUP, JobStatus.ERROR, NOW)
    services.notices.told.emit(NoticeGroup((notice,)))
    window.notices.open_list()
    assert_plain(window)
    for box in window.findChildren(QMessageBox):
        box.reject()


def test_the_walk_finds_markup(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    label = QLabel(MARKUP, widget)
    with pytest.raises(AssertionError, match="QLabel"):
        assert_plain(widget)
    label.clear()
    label.setToolTip(MARKUP)
    with pytest.raises(AssertionError, match="tool tip"):
        assert_plain(widget)
