"""Highlight, panes and actions always mean the same job, whatever happens to the listing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import FakeServices, make_job
from tests.support.sketch_jobs import key_of


def selected(window: MainWindow) -> list[JobKey]:
    return [job.key for job in window.jobs_pane.selected_jobs()]


def all_mean(window: MainWindow, key: JobKey) -> bool:
    """Highlight, panes and actions."""
    shown = window.details_pane.job
    highlighted = window.jobs_pane.table.selected_rows()
    rows = [window.jobs_pane.model.peek(row) for row in highlighted]
    return (
        [row.key for row in rows if row is not None] == [key]
        and selected(window) == [key]
        and window.jobs_pane.current_key == key
        and shown is not None
        and shown.key == key
        and window.log_pane.feed.key == key
        and window.actions_.delete.isEnabled()
    )


def nothing_is_meant(window: MainWindow) -> bool:
    actions = window.actions_
    return (
        not window.jobs_pane.table.selected_rows()
        and window.jobs_pane.current_key is None
        and window.details_pane.job is None
        and window.log_pane.feed.key is None
        and window.results_pane.feed.view.key is None
        and not any(a.isEnabled() for a in (actions.start, actions.duplicate, actions.delete))
    )


def choose(window: MainWindow, key: JobKey, qtbot: QtBot) -> None:
    window.select_job(key)
    qtbot.waitUntil(lambda: all_mean(window, key))


def new_job(services: FakeServices, number: int = 999) -> Job:
    account = key_of(services, JobStatus.RUNNING).account_id
    return make_job(account, number, title="brand new", updated=utc_now())


def test_rows_that_are_loaded_change_nothing_for_those_that_are_selected(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    pane, model = window.jobs_pane, window.jobs_pane.model
    (row,) = pane.table.selected_rows()
    told = QSignalSpy(pane.selection_changed)
    model.dataChanged.emit(model.index(row + 1, 0), model.index(row + 3, 0))
    assert told.count() == 0
    model.dataChanged.emit(model.index(0, 0), model.index(row, 0))
    assert told.count() == 1


@pytest.mark.parametrize("told_first", [True, False])
def test_a_job_just_created_is_selected_and_shown(
    window: MainWindow, services: FakeServices, qtbot: QtBot, told_first: bool
) -> None:
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    job = new_job(services)
    if told_first:
        services.jobs.put(job)
        window.dialogs.job_created.emit(job.key)
    else:
        services.jobs.jobs[job.key] = job
        window.dialogs.job_created.emit(job.key)
        services.jobs.put(job)
    qtbot.waitUntil(lambda: all_mean(window, job.key))
    assert window.focusWidget() is window.jobs_pane.table  # arrows and Delete mean the new job


def test_a_job_created_under_a_view_and_a_search_is_selected_too(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.navigation_pane.item(Place(View.ACTIVE)).click()
    qtbot.waitUntil(lambda: window.jobs_pane.model.rowCount() == 3)
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    job = new_job(services)
    services.jobs.put(job)
    window.dialogs.job_created.emit(job.key)
    qtbot.waitUntil(lambda: all_mean(window, job.key))


def test_after_deleting_nothing_is_selected_and_nothing_is_shown(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = key_of(services, JobStatus.RUNNING)
    choose(window, key, qtbot)
    services.jobs.drop(key)
    qtbot.waitUntil(lambda: nothing_is_meant(window))


def test_a_job_hidden_by_a_search_is_not_meant_and_returns_with_it(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = key_of(services, JobStatus.RUNNING)
    choose(window, key, qtbot)
    window.search.setText("methane")
    qtbot.waitUntil(lambda: 0 < window.jobs_pane.model.rowCount() < 10)
    qtbot.waitUntil(lambda: nothing_is_meant(window))
    window.search.clear_search()
    qtbot.waitUntil(lambda: all_mean(window, key))


def test_a_job_hidden_by_a_chip_is_not_meant_and_returns_with_it(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = key_of(services, JobStatus.RUNNING)
    choose(window, key, qtbot)
    window.jobs_pane.chips.bar.chip(JobStatus.FINISHED).click()
    qtbot.waitUntil(lambda: nothing_is_meant(window))
    window.jobs_pane.chips.bar.chip("all").click()
    qtbot.waitUntil(lambda: all_mean(window, key))


def test_what_is_chosen_in_a_search_stays_chosen_after_it(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    window.search.setText("methane")
    qtbot.waitUntil(lambda: nothing_is_meant(window))
    window.jobs_pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
    window.jobs_pane.table.selectRow(1)
    second = window.jobs_pane.model.value(1)
    assert second is not None
    qtbot.waitUntil(lambda: window.jobs_pane.current_key == second.key)
    window.search.clear_search()
    qtbot.waitUntil(lambda: window.jobs_pane.model.rowCount() == 67)
    assert selected(window) == [second.key]
    assert window.jobs_pane.current_key == second.key


def test_a_row_taken_out_of_the_selection_is_not_shown(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    table = window.jobs_pane.table
    table.setFocus()
    table.selectRow(3)
    qtbot.waitUntil(lambda: window.details_pane.job is not None)
    at = table.visualRect(table.currentIndex()).center()
    keys = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, at)
    qtbot.waitUntil(lambda: nothing_is_meant(window))


def test_the_job_of_a_download_is_shown_though_a_search_hides_it(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.search.setText("methane")
    qtbot.waitUntil(lambda: 0 < window.jobs_pane.model.rowCount() < 10)
    key = key_of(services, JobStatus.RUNNING)
    window.downloads_pane.job_requested.emit(key)
    qtbot.waitUntil(lambda: all_mean(window, key))
    assert window.search.text() == ""


def test_a_new_job_with_the_row_of_a_deleted_one_is_another_job(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    """SQLite gives the number of the last row again once that row is deleted."""
    first, second = new_job(services, 998), new_job(services, 999)
    services.jobs.put(first)
    choose(window, first.key, qtbot)
    row_id = services.jobs._row_ids[first.key]
    services.jobs.drop(first.key)
    qtbot.waitUntil(lambda: nothing_is_meant(window))
    services.jobs._row_ids[second.key] = row_id
    services.jobs.put(second)
    qtbot.waitUntil(lambda: window.jobs_pane.model.row_of(row_id) >= 0)
    row = window.jobs_pane.model.row_of(row_id)
    qtbot.waitUntil(lambda: window.jobs_pane.model.value(row) is not None)
    shown = window.jobs_pane.model.value(row)
    assert shown is not None
    assert shown.key == second.key
    assert nothing_is_meant(window)
    choose(window, second.key, qtbot)


def test_how_many_jobs_are_selected_is_said_and_the_details_offer_nothing_for_one_of_them(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    label, foot = window.status_bar.selection_label, window.details_pane.foot
    qtbot.waitUntil(lambda: foot.note() == "" and label.isHidden())
    window.jobs_pane.table.selectAll()
    count = str(len(services.jobs.jobs))
    qtbot.waitUntil(lambda: not label.isHidden() and label.text().startswith(count))
    assert count in foot.note()
    stop = window.findChild(QPushButton, "details_stop")
    assert isinstance(stop, QPushButton)
    assert not stop.isVisible()
    choose(window, key_of(services, JobStatus.RUNNING), qtbot)
    qtbot.waitUntil(lambda: stop.isVisible() and foot.note() == "" and label.isHidden())
