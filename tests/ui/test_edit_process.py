"""The process of a job, changed in the dialog «Edit job»."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import BackEndError
from openeo_desktop.core.jobs import Job
from openeo_desktop.ui.jobs.edit_job_dialog import EditJobDialog
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn, make_job
from tests.support.sketch_jobs import PROCESS, sketch_services


@pytest.fixture
def services() -> FakeServices:
    return sketch_services(3)


@pytest.fixture
def job(services: FakeServices) -> Job:
    found = make_job(services.accounts.items[0].account.id, 1, title="Winter")
    services.jobs.put(found)
    return found


@pytest.fixture
def editing(services: FakeServices, spawn: LoopSpawn, job: Job, qtbot: QtBot) -> EditJobDialog:
    dialog = EditJobDialog(cast("Any", services), spawn, job)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def calls(services: FakeServices, name: str) -> list[tuple[Any, ...]]:
    return [call for call in services.jobs.calls if call[0] == name]


def opened(editing: EditJobDialog, services: FakeServices, job: Job, qtbot: QtBot) -> str:
    """Fold the process out; its text."""
    services.jobs.put(replace(job, process=PROCESS))
    editing.process.button.click()
    qtbot.waitUntil(lambda: editing.process.is_open)
    return editing.process.editor.toPlainText()


def test_changed_process_is_sent_whole_and_alone(
    editing: EditJobDialog, services: FakeServices, job: Job, qtbot: QtBot
) -> None:
    text = opened(editing, services, job, qtbot)
    assert_accessible(editing)
    changed = json.loads(text)
    node = next(iter(changed["process_graph"].values()))
    node.setdefault("arguments", {})["scale"] = 2
    editing.process.editor.set_text(json.dumps(changed))
    with qtbot.waitSignal(editing.accepted):
        editing.save()
    ((_, key, changes),) = calls(services, "update")
    assert (key, changes.values) == (job.key, {"process": changed})


def test_process_that_was_only_looked_at_is_not_sent(
    editing: EditJobDialog, services: FakeServices, job: Job, qtbot: QtBot
) -> None:
    text = opened(editing, services, job, qtbot)
    editing.process.editor.set_text(json.dumps(json.loads(text)))  # laid out in another way
    with qtbot.waitSignal(editing.accepted):
        editing.save()
    assert calls(services, "update") == []


@pytest.mark.parametrize(
    ("text", "words"), [("", "A job needs a process"), ('{"process_graph": {', "has a problem")]
)
def test_process_with_a_mistake_is_not_sent(
    editing: EditJobDialog, services: FakeServices, job: Job, qtbot: QtBot, text: str, words: str
) -> None:
    opened(editing, services, job, qtbot)
    editing.process.editor.set_text(text)
    editing.save()
    assert words in editing.message_bar.text()
    assert editing.isVisible()
    assert calls(services, "update") == []


def test_process_that_cannot_be_had_is_said_and_can_be_tried_again(
    editing: EditJobDialog, services: FakeServices, job: Job, qtbot: QtBot
) -> None:
    services.jobs.failure = BackEndError("Out of order.")
    editing.process.button.click()
    qtbot.waitUntil(lambda: "Out of order" in editing.message_bar.text())
    assert editing.process.button.isEnabled()
    services.jobs.failure = None
    opened(editing, services, job, qtbot)
