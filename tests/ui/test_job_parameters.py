"""Options that a back-end offers beside the API, in the dialogs for a new job and to edit one."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.job_parameters import JobParameter, JobParameters
from openeo_desktop.ui.jobs.edit_job_dialog import EditJobDialog
from openeo_desktop.ui.new_job.job_draft import JobDraft, last_draft
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn, make_job, three_accounts

GRAPH = {"a": {"process_id": "save_result", "arguments": {"data": 1}, "result": True}}
MEMORY = JobParameter("driver-memory", "Memory <b>here</b>", ("string",), default="8G")
COUNT = JobParameter("executors", types=("integer",))
CACHE = JobParameter("cache", types=("boolean",))
TIER = JobParameter("tier", choices=("small", "large"))
OFFER = JobParameters(create=(MEMORY, COUNT, CACHE), update=(MEMORY, TIER))


@pytest.fixture
def services() -> FakeServices:
    made = FakeServices()
    made.accounts.items = three_accounts()
    made.accounts.offers_parameters = True
    made.accounts.answer = OFFER
    return made


@pytest.fixture
def dialog(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> NewJobDialog:
    made = NewJobDialog(cast("Any", services), spawn, None, text=json.dumps(GRAPH))
    qtbot.addWidget(made)
    made.show()
    return made


def _named(dialog: QWidget, name: str) -> QWidget:
    found = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)]
    return next(one for one in found if one.accessibleName() == name)


def _write(dialog: QWidget, name: str, text: str) -> None:
    found = _named(dialog, name)
    assert isinstance(found, QLineEdit)
    found.setText(text)


def _sent(services: FakeServices, name: str) -> list[tuple[Any, ...]]:
    return [call for call in services.jobs.calls if call[0] == name]


def test_what_is_chosen_is_sent(dialog: NewJobDialog, services: FakeServices, qtbot: QtBot) -> None:
    fields = dialog.form.parameters
    qtbot.waitUntil(fields.isVisible)
    assert not _named(dialog, "executors").isVisible()
    QTest.keyClick(fields.toggle, Qt.Key.Key_Space)
    assert _named(dialog, "executors").isVisible()
    assert_accessible(dialog)
    _write(dialog, "executors", "4")
    choice = _named(dialog, "cache")
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findData("false"))
    with qtbot.waitSignal(dialog.job_created):
        dialog.create_job()
    assert _sent(services, "create")[0][2].parameters == {"executors": 4, "cache": False}


def test_a_value_of_a_wrong_type_is_said_and_not_sent(
    dialog: NewJobDialog, services: FakeServices, qtbot: QtBot
) -> None:
    qtbot.waitUntil(dialog.form.parameters.isVisible)
    _write(dialog, "executors", "many")
    dialog.create_job()
    qtbot.waitUntil(lambda: "executors" in dialog.form.message_bar.text())
    assert _named(dialog, "executors").isVisible()
    assert services.jobs.calls == []


def test_what_was_written_outlasts_another_account_and_the_dialog(
    dialog: NewJobDialog, services: FakeServices, qtbot: QtBot
) -> None:
    fields = dialog.form.parameters
    qtbot.waitUntil(fields.isVisible)
    _write(dialog, "driver-memory", "2G")
    services.accounts.answer = JobParameters()
    dialog.form.account.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(services.accounts.calls) == 2)
    assert fields.isHidden()
    assert fields.values() == {}
    dialog.form.account.setCurrentIndex(0)
    assert fields.values() == {"driver-memory": "2G"}
    dialog.reject()
    assert last_draft(cast("Any", services.settings)).parameters == {"driver-memory": "2G"}


def test_a_draft_of_a_job_brings_its_options(dialog: NewJobDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.form.parameters.isVisible)
    text = json.dumps(GRAPH)
    dialog.take_draft(JobDraft(text=text, parameters={"executors": "3", "unknown": "x"}))
    assert dialog.form.parameters.values() == {"executors": 3}


def test_a_back_end_that_offers_nothing_shows_nothing(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.accounts.offers_parameters = False
    made = NewJobDialog(cast("Any", services), spawn)
    qtbot.addWidget(made)
    made.show()
    assert made.form.parameters.isHidden()
    assert services.accounts.calls == []


def test_one_that_did_not_answer_is_asked_again_when_it_may(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.accounts.failure = UnreachableError("Gone.")
    made = NewJobDialog(cast("Any", services), spawn)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: services.accounts.failure is None)
    assert made.form.parameters.isHidden()
    made._network.changed.emit()
    qtbot.waitUntil(made.form.parameters.isVisible)


def test_editing_sends_only_the_options_that_were_changed(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    account = services.accounts.items[0].account.id
    raw = {"job_options": {"driver-memory": "2G"}, "tier": "small"}
    job = make_job(account, 1, title="Winter", raw=raw)
    services.jobs.put(job)
    made = EditJobDialog(cast("Any", services), spawn, job)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.parameters.isVisible)
    assert made.changes().is_empty
    choice = _named(made, "tier")
    assert isinstance(choice, QComboBox)
    assert choice.currentData() == "small"
    choice.setCurrentIndex(choice.findData("large"))
    assert dict(made.changes().values) == {"tier": "large"}
    _write(made, "driver-memory", "")
    made.save()
    qtbot.waitUntil(lambda: bool(_sent(services, "update")))
    assert dict(_sent(services, "update")[0][2].values) == {"tier": "large", "driver-memory": "8G"}


def test_dozens_of_options_take_a_small_part_of_the_screen(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    many = tuple(JobParameter(f"option-{number}") for number in range(40))
    services.accounts.answer = JobParameters(create=many)
    made = NewJobDialog(cast("Any", services), spawn)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.form.parameters.isVisible)
    made.form.parameters.unfold()
    area = made.form.parameters.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(area.isVisible)
    assert 0 < area.sizeHint().height() <= made.screen().availableSize().height() / 6
