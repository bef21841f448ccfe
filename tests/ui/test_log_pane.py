"""The log pane as a person uses it: following, looking back, errors, copying, what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.errors import AppError, BackEndError, UnreachableError
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.models.log_table import LogColumn
from openeo_desktop.services.jobs import JobsChanged
from openeo_desktop.ui.log.log_pane import LogPane
from tests.support.accessibility import assert_accessible
from tests.support.fake_accounts import make_status
from tests.support.fake_services import FakeServices, LoopSpawn, make_account, make_job
from tests.support.fake_transfers import make_entry, sketch_entries, with_transfers

ACCOUNT = make_account().id


@pytest.fixture
def services() -> FakeServices:
    return with_transfers()


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices) -> Iterator[LogPane]:
    spawn = LoopSpawn()
    pane = LogPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.resize(800, 260)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane
    assert spawn.errors == []
    spawn.close()


def _job(services: FakeServices, status: JobStatus, number: int = 1) -> Job:
    job = make_job(ACCOUNT, number, status)
    services.jobs.jobs[job.key] = job
    return job


def _show(qtbot: QtBot, pane: LogPane, services: FakeServices, count: int = 200) -> Job:
    job = _job(services, JobStatus.RUNNING)
    services.logs.entries[job.key] = [make_entry(f"line {n}", seconds=n) for n in range(count)]
    pane.set_job(job.key)
    qtbot.waitUntil(lambda: pane.model.rowCount() == count)
    qtbot.waitUntil(lambda: pane.header.shown_text().startswith("following"))
    return job


def _at_end(pane: LogPane) -> bool:
    bar = pane.view.verticalScrollBar()
    return bar.maximum() > 0 and bar.value() == bar.maximum()


def test_the_newest_entry_is_followed(qtbot: QtBot, pane: LogPane, services: FakeServices) -> None:
    job = _show(qtbot, pane, services)
    assert _at_end(pane)
    services.logs.grow(job.key, make_entry("newest"))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 201)
    assert _at_end(pane)
    assert pane.header.shown_text() == "following  ·  201 of 201"


def test_looking_back_stops_the_tail_and_the_button_resumes_it(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _show(qtbot, pane, services)
    pane.view.verticalScrollBar().setValue(400)
    assert not pane.view.following
    assert pane.view.jump_button.isVisible()
    services.logs.grow(job.key, make_entry("newest"))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 201)
    assert pane.view.verticalScrollBar().value() == 400
    qtbot.mouseClick(pane.view.jump_button, Qt.MouseButton.LeftButton)
    assert _at_end(pane)
    assert pane.view.jump_button.isHidden()


def test_a_line_being_read_does_not_run_away(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    _show(qtbot, pane, services)
    pane.view.selectRow(197)
    assert not pane.view.following
    qtbot.waitUntil(pane.detail.isVisible)
    assert pane.detail.text() == "line 197"


def test_errors_that_nobody_saw_are_told_and_seen_once_shown(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _show(qtbot, pane, services)
    told: list[int] = []
    pane.new_errors.connect(told.append)
    pane.hide()
    services.logs.grow(
        job.key, make_entry("bad", LogLevel.ERROR), make_entry("worse", LogLevel.ERROR)
    )
    qtbot.waitUntil(lambda: told == [2])
    pane.show()
    assert told == [2, 0]


def test_f8_goes_from_error_to_error(qtbot: QtBot, pane: LogPane, services: FakeServices) -> None:
    job = _job(services, JobStatus.ERROR)
    levels = {50: LogLevel.ERROR, 120: LogLevel.ERROR}
    services.logs.entries[job.key] = [
        make_entry(f"line {n}", levels.get(n, LogLevel.INFO)) for n in range(200)
    ]
    pane.set_job(job.key)
    qtbot.waitUntil(pane.header.next_error.isEnabled)
    for row in (50, 120, 50):
        pane.header.next_error.trigger()
        qtbot.waitUntil(lambda row=row: pane.view.currentIndex().row() == row)
    pane.header.previous_error.trigger()
    qtbot.waitUntil(lambda: pane.view.currentIndex().row() == 120)


def test_show_errors_filters_and_show_all_takes_it_back(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _job(services, JobStatus.ERROR)
    services.logs.entries[job.key] = [*sketch_entries(), make_entry("bad", LogLevel.ERROR)]
    pane.set_job(job.key)
    pane.show_errors()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    qtbot.waitUntil(lambda: pane.header.shown_text() == "1 of 10")
    assert pane.header.levels() == {LogLevel.ERROR}
    pane.show_all()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 10)


def test_copy_takes_whole_messages_of_the_chosen_lines(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _job(services, JobStatus.FINISHED)
    services.logs.entries[job.key] = [make_entry("first\nsecond", LogLevel.ERROR, code="E1")]
    pane.set_job(job.key)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    QGuiApplication.clipboard().clear()
    pane.view.selectAll()
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "second" in QGuiApplication.clipboard().text())
    assert QGuiApplication.clipboard().text().endswith("\terror\t[E1] first\nsecond")


def test_rich_text_of_a_server_stays_text(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _job(services, JobStatus.FINISHED)
    services.logs.entries[job.key] = [make_entry("<b>x</b>\u202e"), make_entry("y")]
    pane.set_job(job.key)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    qtbot.waitUntil(lambda: pane.model.index(0, LogColumn.MESSAGE).data() == "<b>x</b>\\u202e")
    assert "&lt;b&gt;" in pane.model.index(0, LogColumn.MESSAGE).data(Qt.ItemDataRole.ToolTipRole)
    pane.view.selectRow(0)
    qtbot.waitUntil(lambda: pane.detail.text() == "<b>x</b>\\u202e")


@pytest.mark.parametrize(
    ("status", "title"),
    [
        (JobStatus.CREATED, "No log yet"),
        (JobStatus.QUEUED, "No log yet"),
        (JobStatus.RUNNING, "Waiting for the first entry"),
        (JobStatus.FINISHED, "The log is empty"),
    ],
)
def test_an_empty_log_says_why(
    qtbot: QtBot, pane: LogPane, services: FakeServices, status: JobStatus, title: str
) -> None:
    assert pane.content.empty_state.title() == "No job selected"
    pane.set_job(_job(services, status).key)
    qtbot.waitUntil(lambda: pane.content.empty_state.title() == title)


def test_a_filter_without_a_match_offers_the_way_back(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    _show(qtbot, pane, services, 30)
    pane.header.set_filter(frozenset(), "nothing like this")
    qtbot.waitUntil(lambda: pane.content.empty_state.title() == "No entry matches")
    qtbot.mouseClick(pane.content.empty_state.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 30)


def test_a_failure_keeps_the_lines_and_goes_when_it_works_again(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _show(qtbot, pane, services, 30)
    services.logs.fail(job.key, UnreachableError("No answer.", "Check the network."))
    assert pane.messages.isVisible()
    assert "Check the network." in pane.messages.text()
    assert pane.model.rowCount() == 30
    services.logs.grow(job.key, make_entry("back"))
    assert pane.messages.isHidden()


def test_what_was_said_of_a_back_end_goes_when_it_is_back(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    """Also of a job at rest, whose log nobody fetches again by itself."""
    job = _job(services, JobStatus.FINISHED)
    services.logs.entries[job.key] = [make_entry("the end")]
    pane.set_job(job.key)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    account = make_account()
    services.accounts.set(make_status(account, AccountState.OFFLINE))
    services.logs.fail(job.key, UnreachableError("No answer.", "Check the network."))
    assert pane.messages.isVisible()
    services.accounts.set(make_status(account, AccountState.SIGNING_IN))
    assert pane.messages.isVisible()
    services.accounts.set(make_status(account, AccountState.ONLINE))
    qtbot.waitUntil(pane.messages.isHidden)


@pytest.mark.parametrize(
    ("failure", "title"),
    [
        (UnreachableError("No answer."), "Not on this computer yet"),
        (BackEndError("Out of order."), "The log could not be fetched"),
    ],
)
def test_a_failure_without_lines_can_be_tried_again(
    qtbot: QtBot, pane: LogPane, services: FakeServices, failure: AppError, title: str
) -> None:
    services.logs.failure = failure
    pane.set_job(_job(services, JobStatus.FINISHED).key)
    qtbot.waitUntil(lambda: pane.content.empty_state.title() == title)
    services.logs.failure = None
    qtbot.mouseClick(pane.content.empty_state.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.content.empty_state.title() == "The log is empty")


def test_the_status_of_the_job_is_followed(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    job = _show(qtbot, pane, services, 30)
    services.jobs.jobs[job.key] = make_job(ACCOUNT, 1, JobStatus.FINISHED)
    services.jobs.changed.emit(JobsChanged(frozenset((job.key,))))
    qtbot.waitUntil(lambda: pane.header.shown_text() == "30 of 30")


def test_the_log_is_saved_as_text_or_json(
    qtbot: QtBot, pane: LogPane, services: FakeServices, tmp_path: Path
) -> None:
    job = _job(services, JobStatus.FINISHED)
    services.logs.entries[job.key] = [make_entry("one", raw={"id": "1", "message": "one"})]
    pane.set_job(job.key)
    for name in ("log.txt", "log.json"):
        pane.commands.save()
        dialog = pane.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        qtbot.waitUntil((tmp_path / name).exists)
        qtbot.waitUntil(lambda name=name: name in pane.messages.text())
    assert (tmp_path / "log.txt").read_text().endswith("\tinfo\tone\n")
    assert json.loads((tmp_path / "log.json").read_text())["logs"][0]["message"] == "one"


def test_another_job_clears_the_lines_at_once(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    _show(qtbot, pane, services)
    reset = QSignalSpy(pane.new_errors)
    pane.set_job(_job(services, JobStatus.CREATED, 2).key)
    assert pane.model.rowCount() == 0
    assert reset.count() == 0
    pane.set_job(None)
    assert pane.content.empty_state.title() == "No job selected"
    assert services.logs.followed is None


def test_everything_has_a_name(pane: LogPane) -> None:
    assert_accessible(pane)
