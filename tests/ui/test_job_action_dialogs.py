"""Editing a job, adding one by its id, and what is told of actions that came to nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import BackEndError, InputError, UnsupportedError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_actions import (
    IGNORED_RESTART,
    ActionFailure,
    ActionKind,
    ActionStage,
    JobAction,
)
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.services.start_queue import WaitingEnded
from openeo_desktop.services.unsettled_actions import ActionSettled
from openeo_desktop.ui.details.action_note import ActionNote
from openeo_desktop.ui.jobs.action_notices import ActionNotices
from openeo_desktop.ui.jobs.add_job_dialog import AddJobDialog
from openeo_desktop.ui.jobs.edit_job_dialog import EditJobDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import NOW, FakeServices, LoopSpawn, make_job
from tests.support.sketch_jobs import key_of, sketch_services


@pytest.fixture
def services() -> FakeServices:
    return sketch_services(3)


@pytest.fixture
def job(services: FakeServices) -> Job:
    account = services.accounts.items[0].account.id
    found = make_job(account, 1, title="Winter", description="Snow", log_level="info", budget=5.0)
    services.jobs.put(found)
    return found


@pytest.fixture
def editing(services: FakeServices, spawn: LoopSpawn, job: Job, qtbot: QtBot) -> EditJobDialog:
    dialog = EditJobDialog(cast("Any", services), spawn, job)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def adding(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot, text: str = "") -> AddJobDialog:
    dialog = AddJobDialog(cast("Any", services), spawn, None, text)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def calls(services: FakeServices, name: str) -> list[tuple[Any, ...]]:
    return [call for call in services.jobs.calls if call[0] == name]


# -- editing -----------------------------------------------------------------------------------


def test_only_what_was_changed_is_sent(
    editing: EditJobDialog, services: FakeServices, job: Job, qtbot: QtBot
) -> None:
    assert_accessible(editing)
    editing.title.setText("Spring")
    editing.description.setPlainText("")
    with qtbot.waitSignal(editing.accepted):
        QTest.keyClick(editing.title, Qt.Key.Key_Return)
    ((_, key, changes),) = calls(services, "update")
    assert (key, changes.values) == (job.key, {"title": "Spring", "description": None})


def test_nothing_changed_sends_nothing(
    editing: EditJobDialog, services: FakeServices, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editing.accepted):
        editing.save()
    assert calls(services, "update") == []


def test_refusal_keeps_the_dialog_and_what_was_typed(
    editing: EditJobDialog, services: FakeServices, qtbot: QtBot
) -> None:
    services.jobs.failure = BackEndError("It runs.", "Stop the job first.", code="JobLocked")
    editing.title.setText("Spring")
    editing.save()
    qtbot.waitUntil(lambda: "Stop the job first" in editing.message_bar.text())
    assert editing.title.text() == "Spring"
    assert editing.save_button.isEnabled()


def test_back_end_without_editing_offers_a_copy(
    editing: EditJobDialog, services: FakeServices, qtbot: QtBot
) -> None:
    services.jobs.failure = UnsupportedError("Jobs cannot be changed.", "Duplicate the job.")
    editing.title.setText("Spring")
    editing.save()
    qtbot.waitUntil(editing.message_bar.isVisible)
    with qtbot.waitSignal(editing.duplicate_requested):
        editing.message_bar.action_triggered.emit()
    assert not editing.isVisible()


def test_nothing_can_be_typed_while_it_is_sent(
    editing: EditJobDialog, services: FakeServices, qtbot: QtBot
) -> None:
    services.jobs.gate = asyncio.Event()
    editing.title.setText("Spring")
    editing.save()
    editing.save()
    qtbot.waitUntil(lambda: bool(calls(services, "update")))
    assert not editing.title.isEnabled()
    assert editing.progress.isVisible()
    services.jobs.gate.set()
    qtbot.waitUntil(lambda: not editing.isVisible())
    assert len(calls(services, "update")) == 1


def test_closing_while_it_is_sent_leaves_it_to_go_on(
    services: FakeServices, spawn: LoopSpawn, job: Job, qtbot: QtBot
) -> None:
    services.jobs.gate = asyncio.Event()
    dialog = EditJobDialog(cast("Any", services), spawn, job)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    dialog.title.setText("Spring")
    dialog.save()
    qtbot.waitUntil(lambda: bool(calls(services, "update")))
    services.jobs.failure = BackEndError("It runs.")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.cancel_button.click()
    services.jobs.gate.set()
    qtbot.waitUntil(lambda: len(spawn.errors) == 1)
    assert spawn.errors[0][1] == "change the job"
    spawn.errors.clear()


# -- adding ------------------------------------------------------------------------------------


def test_job_is_added_to_the_chosen_account(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    dialog = adding(services, spawn, qtbot)
    assert_accessible(dialog)
    assert not dialog.add_button.isEnabled()
    dialog.job_id.setText("j-2611221119184a9c")
    with qtbot.waitSignal(dialog.job_added) as added:
        QTest.keyClick(dialog.job_id, Qt.Key.Key_Return)
    account = services.accounts.items[0].account.id
    assert added.args == [JobKey(account, cast("Any", "j-2611221119184a9c"))]


def test_address_of_a_job_chooses_its_account(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    other = services.accounts.items[1].account
    dialog = adding(services, spawn, qtbot, f"{other.api_base}/jobs/j-1")
    assert dialog.account.currentData() == other.id


def test_unknown_id_is_said_and_stays_to_be_mended(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.jobs.failure = InputError("Terrascope knows no job «nope».", "Check the ID.")
    dialog = adding(services, spawn, qtbot, "nope")
    dialog.add()
    qtbot.waitUntil(lambda: "knows no job" in dialog.message_bar.text())
    assert dialog.isVisible()
    assert dialog.add_button.isEnabled()


# -- in the window -----------------------------------------------------------------------------


@pytest.fixture
def window(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(lambda: window.jobs_pane.model.peek(0) is not None)
    yield window
    window.hide()
    window.shut_down()


def test_edit_action_opens_the_dialog_for_the_selected_job(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.select_job(key_of(services, JobStatus.FINISHED))
    qtbot.waitUntil(window.actions_.edit.isEnabled)
    window.actions_.edit.trigger()
    dialog = window.findChild(EditJobDialog)
    assert isinstance(dialog, EditJobDialog)
    dialog.reject()
    window.select_job(key_of(services, JobStatus.RUNNING))
    qtbot.waitUntil(lambda: "Stop it first" in window.actions_.edit.toolTip())


def test_waiting_job_leaves_the_queue_without_a_question(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    account = services.accounts.items[0].account.id
    waiting = make_job(account, 80, pending="waiting", title="In the queue")
    services.jobs.put(waiting)
    window.select_job(waiting.key)
    qtbot.waitUntil(window.actions_.stop.isEnabled)
    window.actions_.stop.trigger()
    qtbot.waitUntil(lambda: calls(services, "stop") == [("stop", waiting.key)])


def test_search_for_an_unknown_id_offers_to_add_the_job(window: MainWindow, qtbot: QtBot) -> None:
    window.jobs_pane.set_text("j-2611221119184a9c")
    button = window.jobs_pane.stack.empty_state.button
    qtbot.waitUntil(lambda: button.isVisible() and "Add this job" in button.text())
    button.click()
    dialog = window.findChild(AddJobDialog)
    assert isinstance(dialog, AddJobDialog)
    assert dialog.job_id.text() == "j-2611221119184a9c"
    dialog.reject()


def test_why_an_action_failed_stays_until_it_is_closed(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = key_of(services, JobStatus.FINISHED)
    failure = ActionFailure(
        ActionKind.STARTING, "The back-end ignored it.", "Make a copy.", IGNORED_RESTART
    )
    services.jobs.action_failures[key] = failure
    window.select_job(key)
    note = window.findChild(ActionNote)
    assert isinstance(note, ActionNote)
    qtbot.waitUntil(note.isVisible)
    assert note.text() == "Not started. The back-end ignored it. Make a copy."
    with qtbot.waitSignal(window.actions_.duplicate.triggered):
        note.action_triggered.emit()
    note._on_close_clicked()
    qtbot.waitUntil(lambda: key not in services.jobs.action_failures)
    assert not note.isVisible()


class FakeEvents:
    """The services whose events `ActionNotices` hears."""

    def __init__(self, accounts: object) -> None:
        self.accounts = accounts
        self.queued: Event[Job] = Event()
        self.ended: Event[WaitingEnded] = Event()
        self.settled: Event[ActionSettled] = Event()
        self.actions = self.start_queue = self.unsettled = self


def test_what_happens_later_is_told(
    services: FakeServices, spawn: LoopSpawn, job: Job, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    events, told = FakeEvents(services.accounts), list[str]()
    ActionNotices(cast("Any", events), spawn, told.append, parent)
    events.queued.emit(job)
    events.ended.emit(WaitingEnded(job))
    assert "«Winter» waits" in told[0]
    assert "has found a place" in told[1]
    refused = BackEndError("No credits.")
    events.ended.emit(WaitingEnded(job, refused))
    action = JobAction(job.key, 1, ActionKind.STOPPING, ActionStage.SENT, NOW)
    events.settled.emit(ActionSettled(action))
    events.settled.emit(ActionSettled(action, refused))
    qtbot.waitUntil(lambda: len(spawn.errors) == 2)
    assert [what for _, what in spawn.errors] == ["start the waiting job", "stop the job"]
    assert len(told) == 2
    spawn.errors.clear()
