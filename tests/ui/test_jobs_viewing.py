"""Filters, days and columns of the jobs table, in the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from openeo_desktop.core.job_query import SortField
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.models.job_filters import FilterPart, JobFilters, Span
from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.jobs.columns_dialog import ColumnsDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.jobs_window import filtered, open_window, services_to_filter, shown
from tests.support.sketch_jobs import key_of


@pytest.fixture
def services() -> FakeServices:
    return services_to_filter()


def count(services: FakeServices, **wanted: object) -> int:
    jobs = services.jobs.jobs.values()
    return sum(all(getattr(job, name) == value for name, value in wanted.items()) for job in jobs)


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


def test_the_order_that_gave_way_to_the_days_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.jobs_pane
    header = pane.table.horizontalHeader()
    pane.table.sortByColumn(JobColumn.COSTS, Qt.SortOrder.AscendingOrder)
    pane.head.options.by_day.trigger()
    qtbot.waitUntil(lambda: pane.model.heading(0) is not None)
    pane.head.options.by_day.trigger()
    qtbot.waitUntil(lambda: pane.model.heading(0) is None)
    assert (pane.query.sort, pane.query.descending) == (SortField.COSTS, False)
    assert header.sortIndicatorSection() == JobColumn.COSTS
    assert header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder


def test_grouping_is_checked_only_where_there_are_days(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.jobs_pane
    grouping = pane.head.options.by_day
    grouping.trigger()
    assert grouping.isChecked()
    pane.table.sortByColumn(JobColumn.TITLE, Qt.SortOrder.AscendingOrder)
    assert not grouping.isChecked()
    pane.table.sortByColumn(JobColumn.CREATED, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: pane.model.heading(0) is not None)
    assert grouping.isChecked()
    grouping.trigger()
    assert pane.query.sort is SortField.CREATED


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
