"""Notices and the pause switch in the main window, over made-up services."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.notices import Notice
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.notices.notices_dialog import NoticesDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import NOW, FakeServices, LoopSpawn


def ended(services: FakeServices, *statuses: JobStatus) -> list[Job]:
    return [job for job in services.jobs.jobs.values() if job.status in statuses]


def notice(number: int, job: Job) -> Notice:
    return Notice(number, job.key, job.title, job.status, NOW, job.updated)


def button(window: QWidget, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def click(window: QWidget, name: str) -> None:
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def test_card_of_one_job_leads_to_it(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    job = ended(services, JobStatus.ERROR)[0]
    services.notices.tell(notice(1, job))
    assert window.status_bar.bell.text() == "1"
    QTest.mouseClick(window.notices.presenter.cards()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.jobs_pane.current_key == job.key)
    qtbot.waitUntil(lambda: window.status_bar.bell.text() == "")


def test_card_of_many_jobs_lists_what_ended_since_then(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    jobs = ended(services, JobStatus.FINISHED, JobStatus.ERROR)
    latest = sorted(jobs, key=lambda job: job.updated or NOW)[-5:]
    told = [notice(number, job) for number, job in enumerate(latest)]
    services.notices.tell(*told, away=True)
    QTest.mouseClick(window.notices.presenter.cards()[0], Qt.MouseButton.LeftButton)
    model, pane = window.jobs_pane.model, window.jobs_pane
    since = min(job.updated for job in latest if job.updated)
    assert (model.query.since, pane.place) == (since, Place(View.ENDED, since=since))
    assert pane.since_bar.isVisible()
    wanted = [job for job in services.jobs.jobs.values() if (job.updated or NOW) >= since]
    over = {JobStatus.FINISHED, JobStatus.ERROR, JobStatus.CANCELED}
    count = sum(job.status in over for job in wanted)
    qtbot.waitUntil(lambda: model.rowCount() == count)
    pane.since_bar.action_triggered.emit()  # «Show all jobs»
    assert not pane.since_bar.isVisible()
    qtbot.waitUntil(lambda: model.rowCount() == len(services.jobs.jobs))


def test_jobs_that_ended_in_one_way_are_listed_by_it(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    failed = ended(services, JobStatus.ERROR)
    services.notices.tell(*(notice(number, job) for number, job in enumerate(failed)))
    QTest.mouseClick(window.notices.presenter.cards()[0], Qt.MouseButton.LeftButton)
    assert window.jobs_pane.model.query.statuses == {JobStatus.ERROR}
    qtbot.waitUntil(lambda: window.jobs_pane.model.rowCount() == len(failed))


def test_place_of_what_ended_is_not_remembered(window: MainWindow, services: FakeServices) -> None:
    window.jobs_pane.set_place(Place(View.ENDED, since=NOW - dt.timedelta(hours=1)))
    window.save_state()
    assert Place.from_text(services.settings.get("window.place", "")) == Place()


def test_bell_opens_the_list_and_clears_the_cards(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    job = ended(services, JobStatus.FINISHED)[0]
    services.notices.tell(notice(1, job))
    click(window, "notices_summary")
    assert window.notices.presenter.cards() == ()
    dialog = window.findChild(NoticesDialog)
    assert isinstance(dialog, NoticesDialog)
    qtbot.waitUntil(dialog.show_button.isEnabled)
    assert services.notices.unread == 0
    dialog.show_button.click()
    qtbot.waitUntil(lambda: window.jobs_pane.current_key == job.key)
    window.actions_.notices.trigger()
    assert len([d for d in window.findChildren(NoticesDialog) if d.isVisible()]) == 1
    window.actions_.notices.trigger()
    assert len([d for d in window.findChildren(NoticesDialog) if d.isVisible()]) == 1


def test_list_of_notices_does_not_cover_the_job_that_it_leads_to(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    job = ended(services, JobStatus.FINISHED)[0]
    services.notices.tell(notice(1, job))
    click(window, "notices_summary")
    dialog = window.findChild(NoticesDialog)
    assert isinstance(dialog, NoticesDialog)
    qtbot.waitUntil(dialog.show_button.isEnabled)
    dialog.show_button.click()
    qtbot.waitUntil(lambda: window.jobs_pane.current_key == job.key)
    assert not any(dialog.isVisible() for dialog in window.findChildren(NoticesDialog))


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_cards_cover_no_pane_beside_the_jobs(
    window: MainWindow, services: FakeServices, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    failed = ended(services, JobStatus.ERROR)[0]
    services.notices.tell(notice(1, failed))
    stack = button(window, "corner_stack")

    def is_over_the_jobs() -> bool:
        middle = window.jobs_pane
        area = QRect(middle.mapTo(window, QPoint()), middle.size())
        return stack.isVisible() and area.contains(stack.geometry())

    qtbot.waitUntil(is_over_the_jobs)
    window.docks.show("log")
    qtbot.waitUntil(is_over_the_jobs)


def test_switch_pauses_and_shows_it(window: MainWindow, services: FakeServices) -> None:
    resume, action = button(window, "resume_sync"), window.actions_.pause_sync
    assert not resume.isVisible()
    action.trigger()
    assert services.sync.paused
    assert resume.isVisible()
    window.actions_.refresh.trigger()  # F5 works
    click(window, "resume_sync")
    assert (services.sync.paused, action.isChecked(), resume.isVisible()) == (False, False, False)


def test_pause_is_remembered_and_disables_nothing(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.sync.paused = True
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.show()
    assert window.actions_.pause_sync.isChecked()
    assert button(window, "resume_sync").isVisible()
    assert window.actions_.refresh.isEnabled()
    window.actions_.refresh.trigger()
    qtbot.waitUntil(lambda: ("refresh_now", None) in services.sync.calls)
    window.hide()
    window.shut_down()
