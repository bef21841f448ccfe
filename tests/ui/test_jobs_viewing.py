"""Filters, days, columns, saved views and renaming in the jobs table of the whole window."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.job_query import SortField
from openeo_desktop.core.job_requests import JobChanges
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.models.job_filters import FilterPart, JobFilters, Span
from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.jobs.columns_dialog import ColumnsDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.sketch_jobs import key_of, sketch_services


@pytest.fixture
def services() -> FakeServices:
    services = sketch_services(40)
    jobs = services.jobs.jobs
    for number, (key, job) in enumerate(list(jobs.items())):
        uses = "load_collection SENTINEL2_L2A ndvi" if number % 3 else "load_collection LANDSAT"
        jobs[key] = dataclasses.replace(job, uses=uses, costs=float(number))
    return services


def open_window(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> MainWindow:
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitUntil(lambda: window.jobs_pane.model.listing is not None)
    return window


@pytest.fixture
def window(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[MainWindow]:
    window = open_window(services, spawn, qtbot)
    qtbot.waitUntil(lambda: window.jobs_pane.model.peek(0) is not None)
    yield window
    window.hide()
    window.shut_down()


def count(services: FakeServices, **wanted: object) -> int:
    jobs = services.jobs.jobs.values()
    return sum(all(getattr(job, name) == value for name, value in wanted.items()) for job in jobs)


def shown(window: MainWindow, number: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.jobs_pane.shown_count() == number)


def filtered(window: MainWindow, filters: JobFilters) -> None:
    """As the panel tells it."""
    window.jobs_pane.head.panel.filters_chosen.emit(filters)


def name_view(window: MainWindow, name: str) -> None:
    dialog = window.findChild(QInputDialog, "view_name_dialog")
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue(name)
    dialog.accept()


def save_view(window: MainWindow, name: str, qtbot: QtBot) -> Place:
    window.jobs_pane.head.options.save_view.trigger()
    name_view(window, name)
    place = window.navigation_pane.place
    assert place.saved
    return place


# Filters.


def test_the_panel_filters_at_once_and_each_chip_takes_its_filter_away(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    pane, head = window.jobs_pane, window.jobs_pane.head
    everything = len(services.jobs.jobs)
    QTest.mouseClick(head.filter_button, Qt.MouseButton.LeftButton)
    panel = head.panel
    qtbot.waitUntil(lambda: panel.collection.count() == 3)
    account = services.accounts.items[1].account.id
    panel.account.setCurrentIndex(panel.account.findData(account))
    shown(window, sum(key.account_id == account for key in services.jobs.jobs), qtbot)
    panel.collection.setEditText("LANDSAT")
    QTest.keyClicks(panel.most_costs, "20")
    panel.accept()
    wanted = [
        job
        for job in services.jobs.jobs.values()
        if job.account_id == account and "LANDSAT" in job.uses and (job.costs or 0) <= 20
    ]
    assert 0 < len(wanted) < everything
    shown(window, len(wanted), qtbot)
    assert head.filters.parts() == (FilterPart.ACCOUNT, FilterPart.COLLECTION, FilterPart.COSTS)
    head.bar.chip(FilterPart.ACCOUNT).click()
    head.bar.chip(FilterPart.COLLECTION).setFocus()
    QTest.keyClick(head.bar.chip(FilterPart.COLLECTION), Qt.Key.Key_Delete)
    shown(window, sum((job.costs or 0) <= 20 for job in services.jobs.jobs.values()), qtbot)
    head.bar.clear_button.click()
    shown(window, everything, qtbot)
    assert not head.bar.isVisible()
    assert pane.query.costs is None


def test_counts_of_the_chips_follow_the_filters(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    filtered(window, JobFilters(process="ndvi"))
    finished = [
        job
        for job in services.jobs.jobs.values()
        if "ndvi" in job.uses and job.status is JobStatus.FINISHED
    ]
    chip = window.jobs_pane.chips.bar.chip(JobStatus.FINISHED)
    qtbot.waitUntil(lambda: chip.accessibleName().endswith(f" {len(finished)}"))


def test_where_filters_hide_all_jobs_they_can_be_cleared(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    filtered(window, JobFilters(least_costs=1e9))
    stack = window.jobs_pane.stack
    qtbot.waitUntil(stack.empty_state.button.isVisible)
    assert window.jobs_pane.head.isVisible()
    stack.empty_state.button.click()
    shown(window, len(services.jobs.jobs), qtbot)


def test_another_place_is_shown_without_filters(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    filtered(window, JobFilters(least_costs=1e9))
    shown(window, 0, qtbot)
    window.navigation_pane.item(Place(View.READY)).click()
    shown(window, count(services, status=JobStatus.CREATED), qtbot)
    assert window.jobs_pane.head.filters == JobFilters()


def test_a_job_that_a_filter_hides_is_shown_when_it_is_asked_for(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    filtered(window, JobFilters(least_costs=1e9))
    shown(window, 0, qtbot)
    key = key_of(services, JobStatus.ERROR)
    window.select_job(key)
    qtbot.waitUntil(lambda: window.jobs_pane.current_key == key)


def test_the_menu_opens_the_panel_where_the_keyboard_is_in_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = window.jobs_pane.head.panel
    window.jobs_pane.head.options.filter.trigger()
    qtbot.waitUntil(panel.isVisible)
    assert_accessible(panel)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.isVisible())


def test_the_fields_say_what_is_filtered(window: MainWindow) -> None:
    filters = JobFilters(span=Span.LAST_7, process="ndvi", least_costs=2.5)
    filtered(window, filters)
    panel = window.jobs_pane.head.panel
    window.jobs_pane.head.open_panel()
    assert panel.values() == filters
    panel.reject()


# Days and times.


def test_grouping_by_day_is_remembered_and_counts_jobs_only(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    pane = window.jobs_pane
    pane.head.options.by_day.trigger()
    qtbot.waitUntil(lambda: pane.model.heading(0) is not None)
    assert pane.shown_count() == len(services.jobs.jobs)
    pane.table.selectAll()
    assert pane.selected_count() == len(services.jobs.jobs)
    again = open_window(services, spawn, qtbot)
    qtbot.waitUntil(lambda: again.jobs_pane.model.heading(0) is not None)
    again.shut_down()


def test_grouping_by_day_chooses_an_order_by_time(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.jobs_pane
    pane.table.sortByColumn(JobColumn.COSTS, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: pane.query.sort is SortField.COSTS)
    pane.head.options.by_day.trigger()
    qtbot.waitUntil(lambda: pane.model.heading(0) is not None)
    assert pane.query.sort is SortField.UPDATED
    assert pane.table.horizontalHeader().sortIndicatorSection() == JobColumn.UPDATED


def test_a_click_on_a_heading_chooses_no_job(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.jobs_pane
    pane.head.options.by_day.trigger()
    qtbot.waitUntil(lambda: pane.model.heading(0) is not None)
    at = pane.table.visualRect(pane.model.index(0, JobColumn.TITLE)).center()
    QTest.mouseClick(
        pane.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )
    assert pane.selected_count() == 0
    assert pane.current_key is None


def test_times_are_exact_by_choice(window: MainWindow, services: FakeServices) -> None:
    pane = window.jobs_pane
    job = pane.model.peek(0)
    assert job is not None
    assert job.updated is not None
    cell = pane.model.index(0, JobColumn.UPDATED)
    assert ":" not in str(cell.data())
    pane.head.options.exact_times.trigger()
    assert cell.data() == f"{job.updated.astimezone():%Y-%m-%d %H:%M}"
    assert services.settings.get("jobs/exact_times", False)


# Columns.


def columns_dialog(window: MainWindow) -> ColumnsDialog:
    window.jobs_pane.head.options.columns.trigger()
    dialog = window.findChild(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    return dialog


def test_columns_are_chosen_and_moved_by_keyboard_and_remembered(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    dialog = columns_dialog(window)
    assert_accessible(dialog)
    rows = dialog.list
    plan = next(row for row in range(rows.count()) if rows.item(row).text() == "Plan")
    rows.setCurrentRow(plan)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    for _ in range(plan):
        QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog.accept()
    header = window.jobs_pane.table.horizontalHeader()
    assert header.logicalIndex(0) == JobColumn.PLAN
    assert not header.isSectionHidden(JobColumn.PLAN)
    window.shut_down()
    again = open_window(services, spawn, qtbot)
    header = again.jobs_pane.table.horizontalHeader()
    assert header.logicalIndex(0) == JobColumn.PLAN
    assert not header.isSectionHidden(JobColumn.PLAN)
    again.shut_down()


def test_columns_as_at_first(window: MainWindow) -> None:
    header = window.jobs_pane.table.horizontalHeader()
    header.moveSection(0, 3)
    dialog = columns_dialog(window)
    dialog.reset.click()
    assert header.logicalIndex(0) == JobColumn.STATUS
    dialog.accept()


def test_the_menu_of_the_header_offers_the_look(window: MainWindow) -> None:
    menu = window.jobs_pane.table.column_menu()
    assert window.jobs_pane.head.options.by_day in menu.actions()
    assert [action.text() for action in menu.actions()].count("Log level") == 1


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
    options_menu = pane.head.options_button.menu()
    options_menu.aboutToShow.emit()
    assert not options.update_view.isVisible()
    filtered(window, JobFilters(process="ndvi", least_costs=5))
    options_menu.aboutToShow.emit()
    assert options.update_view.isVisible()
    options.update_view.trigger()
    window.navigation_pane.item(Place()).click()
    window.navigation_pane.item(place).click()
    assert pane.head.filters == JobFilters(process="ndvi", least_costs=5)


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
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: updates(services) == [(job.key, JobChanges({"title": "Flood"}))])
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
