"""Views of the person, and renaming a job in the table, in the whole window."""

from __future__ import annotations

import dataclasses
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.job_query import SortField
from openeo_desktop.core.job_requests import JobChanges
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.models.job_filters import JobFilters
from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.models.navigation import Place
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.jobs_window import filtered, open_window, services_to_filter, shown
from tests.support.sketch_jobs import key_of


@pytest.fixture
def services() -> FakeServices:
    return services_to_filter()


def name_view(window: MainWindow, name: str) -> None:
    dialog = window.findChild(QInputDialog, "view_name_dialog")
    assert isinstance(dialog, QInputDialog)
    assert all(button.icon().isNull() for button in dialog.findChildren(QPushButton))
    dialog.setTextValue(name)
    dialog.accept()


def save_view(window: MainWindow, name: str, qtbot: QtBot) -> Place:
    window.jobs_pane.head.options.save_view.trigger()
    name_view(window, name)
    place = window.navigation_pane.place
    assert place.saved
    return place


# Views of the person.


def test_a_view_keeps_what_is_shown_and_leaving_it_brings_back_the_own_look(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    pane, header = window.jobs_pane, window.jobs_pane.table.horizontalHeader()
    filtered(window, JobFilters(process="ndvi"))
    window.search.set_search("a")
    pane.table.sortByColumn(JobColumn.COSTS, Qt.SortOrder.AscendingOrder)
    pane.chips.choose(JobStatus.FINISHED)
    asked = pane.query
    place = save_view(window, "Costs of NDVI", qtbot)
    assert pane.query == asked
    assert pane.place.to_text() == place.to_text()
    window.navigation_pane.item(Place()).click()
    shown(window, len(services.jobs.jobs), qtbot)
    assert window.search.text() == ""
    assert pane.query.statuses == frozenset()
    header.moveSection(0, 2)
    pane.table.sortByColumn(JobColumn.TITLE, Qt.SortOrder.AscendingOrder)
    window.navigation_pane.item(place).click()
    qtbot.waitUntil(lambda: pane.query == asked)
    assert header.logicalIndex(0) == JobColumn.STATUS
    assert header.sortIndicatorSection() == JobColumn.COSTS
    assert window.search.text() == "a"
    window.navigation_pane.item(Place()).click()
    qtbot.waitUntil(lambda: pane.query.sort is SortField.TITLE)
    assert header.logicalIndex(2) == JobColumn.STATUS


def test_changes_of_a_view_are_kept_when_the_person_wants_it(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    pane, options = window.jobs_pane, window.jobs_pane.head.options
    filtered(window, JobFilters(process="ndvi"))
    place = save_view(window, "NDVI", qtbot)
    assert not options.update_view.isVisible()
    filtered(window, JobFilters(process="ndvi", least_costs=5))
    assert options.update_view.isVisible()
    options.update_view.trigger()
    window.navigation_pane.item(Place()).click()
    window.navigation_pane.item(place).click()
    assert pane.head.filters == JobFilters(process="ndvi", least_costs=5)


def test_a_changed_view_says_so_and_can_be_shown_as_it_was_saved(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    pane, options = window.jobs_pane, window.jobs_pane.head.options
    window.search.set_search("a")
    place = save_view(window, "With a", qtbot)
    navigation = window.navigation_pane
    assert not navigation.item(place).second_line()
    window.search.clear_search()
    qtbot.waitUntil(lambda: navigation.item(place).second_line() == "Changed, not saved")
    view = pane.views.all()[0]
    assert options.revert_view in navigation.view_list.menu_of(view).actions()
    pane.views.rename(view.id, "With the a")  # its line is made anew
    assert navigation.item(place).second_line() == "Changed, not saved"
    options.revert_view.trigger()
    qtbot.waitUntil(lambda: window.search.text() == "a")
    assert pane.query.text == "a"
    assert not navigation.item(place).second_line()
    assert not options.revert_view.isVisible()
    window.search.clear_search()
    navigation.item(Place()).click()  # leaving it leaves the changes
    assert not navigation.item(place).second_line()


def test_a_view_is_shown_again_at_the_next_start(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    filtered(window, JobFilters(most_costs=7))
    save_view(window, "Cheap", qtbot)
    window.save_state()
    again = open_window(services, spawn, qtbot)
    assert again.jobs_pane.head.filters == JobFilters(most_costs=7)
    cheap = [job for job in services.jobs.jobs.values() if (job.costs or 0) <= 7]
    shown(again, len(cheap), qtbot)
    again.shut_down()


def test_views_are_renamed_moved_and_deleted_by_keyboard(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    pane, navigation = window.jobs_pane, window.navigation_pane
    first = save_view(window, "first", qtbot)
    second = save_view(window, "<b>second</b>", qtbot)
    item = navigation.item(second)
    assert item.text() == "<b>second</b>"
    assert "<b>" not in item.toolTip()
    QTest.keyClick(item, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [view.id for view in pane.views.all()] == [second.saved, first.saved]
    QTest.keyClick(navigation.item(second), Qt.Key.Key_F2)
    name_view(window, "2nd")
    assert navigation.item(second).text() == "2nd"
    QTest.keyClick(navigation.item(second), Qt.Key.Key_Delete)
    button = window.findChild(QPushButton, "confirm_button")
    assert isinstance(button, QPushButton)
    button.click()
    assert [view.name for view in pane.views.all()] == ["first"]
    assert navigation.place == Place()
    assert pane.place == Place()
    assert len(services.jobs.jobs) == pane.shown_count()


# Renaming.


def choose(window: MainWindow, key: JobKey, qtbot: QtBot) -> None:
    window.select_job(key)
    qtbot.waitUntil(lambda: window.jobs_pane.current_key == key)
    qtbot.waitUntil(window.actions_.duplicate.isEnabled)


def editor_of(window: MainWindow) -> QLineEdit:
    editor = window.jobs_pane.table.findChild(QLineEdit, "job_title_editor")
    assert isinstance(editor, QLineEdit)
    return editor


def updates(services: FakeServices) -> list[tuple[Any, ...]]:
    return [call[1:] for call in services.jobs.calls if call[0] == "update"]


def finished_job(services: FakeServices) -> Job:
    return services.jobs.jobs[key_of(services, JobStatus.FINISHED)]


def test_f2_and_enter_rename_a_job_and_the_table_stands_still_meanwhile(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    job = finished_job(services)
    choose(window, job.key, qtbot)
    window.actions_.rename.trigger()
    editor = editor_of(window)
    assert editor.text() == job.title
    asked = len(services.jobs.calls)
    QTest.keyClicks(editor, "Flo")
    services.jobs.put(dataclasses.replace(job, key=JobKey(job.account_id, cast("Any", "j-x"))))
    QTest.keyClicks(editor, "od")
    assert editor_of(window) is editor
    assert len(services.jobs.calls) == asked
    activated: list[object] = []
    window.jobs_pane.table.row_activated.connect(activated.append)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: updates(services) == [(job.key, JobChanges({"title": "Flood"}))])
    assert activated == []  # the key was meant for the editor alone
    shown(window, len(services.jobs.jobs), qtbot)


def test_escape_leaves_the_title(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    choose(window, finished_job(services).key, qtbot)
    window.actions_.rename.trigger()
    editor = editor_of(window)
    QTest.keyClicks(editor, "Flood")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.jobs_pane.table.hasFocus)
    assert updates(services) == []


def test_a_running_job_cannot_be_renamed_and_says_why(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    assert not window.actions_.rename.isEnabled()
    assert "Stop it first" in window.actions_.rename.statusTip()
