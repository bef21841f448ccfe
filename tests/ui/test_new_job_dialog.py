"""The New-job dialog from a person's side: fields, checks, sending, failures, the kept draft."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QDir, QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.errors import BackEndError, UnreachableError
from openeo_desktop.core.process_graph import GraphProblem
from openeo_desktop.ui.new_job.example_graphs import load_examples
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn, make_status, three_accounts

GRAPH = {
    "load": {"process_id": "load_collection", "arguments": {"id": "S2"}},
    "save": {
        "process_id": "save_result",
        "arguments": {"data": {"from_node": "load"}},
        "result": True,
    },
}
TEXT = json.dumps(GRAPH, indent=2)

Open = Callable[..., NewJobDialog]


@pytest.fixture
def services() -> FakeServices:
    made = FakeServices()
    made.accounts.items = three_accounts()
    return made


@pytest.fixture
def open_dialog(qtbot: QtBot, services: FakeServices, spawn: LoopSpawn) -> Open:
    def open_it(text: str = "", title: str = "") -> NewJobDialog:
        dialog = NewJobDialog(cast("Any", services), spawn, None, text=text, title=title)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return open_it


def _calls(services: FakeServices, name: str) -> list[tuple[Any, ...]]:
    return [call for call in services.jobs.calls if call[0] == name]


def test_control_enter_checks_creates_and_starts(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog(TEXT, "NDVI")
    with qtbot.waitSignal(dialog.job_created) as created:
        QTest.keyClick(dialog.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(services.jobs.calls) == 3)
    assert [call[0] for call in services.jobs.calls] == ["validate", "create", "start"]
    request = _calls(services, "create")[0][2]
    assert (request.title, dict(request.draft.graph)) == ("NDVI", GRAPH)
    assert _calls(services, "start")[0][1] == created.args[0]
    assert not dialog.isVisible()


def test_create_alone_does_not_start(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog(TEXT)
    with qtbot.waitSignal(dialog.job_created):
        QTest.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert _calls(services, "start") == []


def test_title_and_description_of_the_json_are_taken_where_the_fields_are_empty(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    job = {"title": "From the file", "description": "Long", "process": {"process_graph": GRAPH}}
    dialog = open_dialog(json.dumps(job))
    with qtbot.waitSignal(dialog.job_created):
        dialog.create_job()
    request = _calls(services, "create")[0][2]
    assert (request.title, request.description) == ("From the file", "Long")


def test_title_and_description_of_the_json_are_shown_in_the_fields(
    qtbot: QtBot, open_dialog: Open
) -> None:
    job = {"title": "From the file", "description": "Long", "process": {"process_graph": GRAPH}}
    dialog = open_dialog()
    dialog.set_text(json.dumps(job))
    qtbot.waitUntil(lambda: dialog.form.title.text() == "From the file")
    assert dialog.form.description.toPlainText() == "Long"
    dialog.set_text(json.dumps({**job, "title": "Another"}))
    qtbot.waitUntil(lambda: dialog.form.title.text() == "Another")


def test_a_title_of_the_person_is_kept_and_one_emptied_by_hand_stays_empty(
    qtbot: QtBot, open_dialog: Open
) -> None:
    job = {"title": "From the file", "process": {"process_graph": GRAPH}}
    dialog = open_dialog(json.dumps(job), "My own")
    qtbot.waitUntil(lambda: "Valid so far" in dialog.state_text())
    assert dialog.form.title.text() == "My own"
    dialog.form.title.clear()
    dialog.set_text(json.dumps(job, indent=2))
    dialog.check()
    qtbot.waitUntil(lambda: "accepts" in dialog.state_text())
    assert dialog.form.title.text() == ""


def test_invalid_json_is_never_sent_and_its_place_is_shown(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog(TEXT.replace('"load_collection",', '"load_collection"'))
    dialog.create_and_start()
    assert services.jobs.calls == []
    assert [mark.line for mark in dialog.editor.marks()] == [4]
    assert dialog.editor.textCursor().blockNumber() == 3


def test_problems_of_the_back_end_stop_the_creation(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    services.jobs.problems = [GraphProblem("Node 'save': no such format.", code="FormatUnsuitable")]
    dialog = open_dialog(TEXT)
    dialog.create_and_start()
    qtbot.waitUntil(lambda: "found 1 problem" in dialog.state_text())
    assert _calls(services, "create") == []
    assert [mark.line for mark in dialog.editor.marks()] == [8]
    assert dialog.create_button.isEnabled()


def test_typing_forgets_what_the_back_end_said(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog(TEXT)
    dialog.check()
    qtbot.waitUntil(lambda: "accepts" in dialog.state_text())
    dialog.editor.moveCursor(dialog.editor.textCursor().MoveOperation.End)
    QTest.keyClicks(dialog.editor, " ")
    qtbot.waitUntil(lambda: "Valid so far" in dialog.state_text())


def test_a_back_end_that_cannot_check_does_not_block(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    services.jobs.validation_failure = UnreachableError("No answer in 20 s.")
    dialog = open_dialog(TEXT)
    with qtbot.waitSignal(dialog.job_created):
        dialog.create_job()


def test_a_refusal_stays_in_the_dialog_with_code_and_reference(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    services.jobs.failure = BackEndError(
        "No credits are left.", code="PaymentRequired", reference="r-1"
    )
    dialog = open_dialog(TEXT, "Kept")
    dialog.create_and_start()
    qtbot.waitUntil(dialog.form.message_bar.isVisible)
    shown = dialog.form.message_bar.text()
    assert "No credits" in shown
    assert "PaymentRequired" in shown
    assert "r-1" in shown
    assert dialog.editor.toPlainText() == TEXT
    assert not dialog.editor.isReadOnly()


def test_a_job_that_exists_is_not_created_again_when_its_start_fails(
    qtbot: QtBot, open_dialog: Open, services: FakeServices, spawn: LoopSpawn
) -> None:
    dialog = open_dialog(TEXT)
    failure = UnreachableError("Gone.")
    dialog.job_created.connect(lambda _key: setattr(services.jobs, "failure", failure))
    dialog.create_and_start()
    qtbot.waitUntil(lambda: bool(spawn.errors))
    assert spawn.errors[0][0] is failure
    assert len(_calls(services, "create")) == 1
    assert not dialog.isVisible()


def test_escape_stops_sending_first_and_then_closes(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    services.jobs.gate = asyncio.Event()
    dialog = open_dialog(TEXT)
    dialog.create_and_start()
    assert dialog.is_sending
    assert not dialog.create_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.is_sending)
    assert dialog.isVisible()
    assert dialog.create_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert _calls(services, "create") == []


def test_stopping_while_the_job_is_created_says_that_it_may_exist(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog(TEXT)
    creating = asyncio.Event()
    dialog.form.problems.chosen.connect(lambda _problem: None)
    dialog._sending.server_checked.connect(lambda _check: setattr(services.jobs, "gate", creating))
    dialog.create_job()
    qtbot.waitUntil(lambda: bool(_calls(services, "create")))
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.is_sending)
    assert "may have created" in dialog.form.message_bar.text()


def test_the_draft_comes_back_and_can_be_discarded(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    first = open_dialog()
    first.set_text(TEXT)
    first.set_title("Half done")
    first.reject()
    second = open_dialog()
    assert second.editor.toPlainText() == TEXT
    assert second.form.title.text() == "Half done"
    second.discard_draft()
    second.reject()
    third = open_dialog()
    assert third.editor.toPlainText() == ""
    assert third.form.title.text() == ""


def test_a_draft_survives_a_kill_once_it_was_checked(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog()
    dialog.set_text(TEXT)
    qtbot.waitUntil(lambda: "Valid so far" in dialog.state_text())
    assert services.settings.get("new_job.draft", {"text": ""})["text"] == TEXT


def test_a_created_job_leaves_no_draft(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog()
    dialog.set_text(TEXT)
    with qtbot.waitSignal(dialog.job_created):
        dialog.create_job()
    assert services.settings.get("new_job.draft", {}) == {}


def test_opening_a_file_and_closing_costs_no_older_draft(
    open_dialog: Open, services: FakeServices
) -> None:
    first = open_dialog()
    first.set_text(TEXT)
    first.reject()
    second = open_dialog('{"other": 1}')
    second.reject()
    assert open_dialog().editor.toPlainText() == TEXT


def test_a_dropped_file_is_opened_and_what_was_there_comes_back(
    qtbot: QtBot, open_dialog: Open, tmp_path: Path
) -> None:
    file = tmp_path / "graph.json"
    file.write_text(TEXT, encoding="utf-8")
    dialog = open_dialog("old text")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    dialog.editor.insertFromMimeData(data)
    qtbot.waitUntil(lambda: dialog.editor.toPlainText() == TEXT)
    dialog.form.message_bar.action_triggered.emit()
    assert dialog.editor.toPlainText() == "old text"


def test_a_file_that_cannot_be_read_is_told_in_the_dialog(
    qtbot: QtBot, open_dialog: Open, tmp_path: Path
) -> None:
    dialog = open_dialog(TEXT)
    dialog.open_path(tmp_path / "gone.json")
    qtbot.waitUntil(lambda: "gone.json" in dialog.form.message_bar.text())
    assert dialog.editor.toPlainText() == TEXT


def test_only_signed_in_accounts_with_batch_jobs_are_offered(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    copernicus = services.accounts.items[1].account.id
    services.accounts.unsupported.add((copernicus, "POST", "/jobs"))
    dialog = open_dialog(TEXT)
    offered = [dialog.form.account.itemText(row) for row in range(dialog.form.account.count())]
    assert offered == ["This computer"]


def test_without_an_account_it_says_so_until_there_is_one(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    everyone = services.accounts.items
    services.accounts.items = [
        make_status(status.account, AccountState.NEEDS_SIGN_IN) for status in everyone
    ]
    dialog = open_dialog(TEXT)
    assert not dialog.create_button.isEnabled()
    assert "Sign in" in dialog.create_button.toolTip()
    with qtbot.waitSignal(dialog.account_wanted):
        dialog.form.message_bar.action_triggered.emit()
    services.accounts.items = everyone
    services.accounts.changed.emit(None)
    assert dialog.create_button.isEnabled()


def test_every_shipped_example_is_valid(qtbot: QtBot, open_dialog: Open) -> None:
    examples = load_examples()
    assert len(examples) >= 3
    dialog = open_dialog()
    for example in examples:
        dialog.set_example(example)
        assert dialog.form.title.text() == example.title
        qtbot.waitUntil(lambda: "Valid so far" in dialog.state_text())


def test_an_example_does_not_replace_a_title_of_the_person(open_dialog: Open) -> None:
    dialog = open_dialog("", "Mine")
    dialog.set_example(load_examples()[0])
    assert dialog.form.title.text() == "Mine"


def test_a_file_is_looked_for_in_the_last_folder(
    open_dialog: Open, services: FakeServices, tmp_path: Path
) -> None:
    dialog = open_dialog()
    QTest.mouseClick(dialog.form.open_button, Qt.MouseButton.LeftButton)
    first = dialog.findChild(QFileDialog)
    assert first is not None
    assert first.directory() != QDir.current()
    first.close()
    services.settings.set("new_job.folder", str(tmp_path))
    QTest.mouseClick(dialog.form.open_button, Qt.MouseButton.LeftButton)
    assert str(tmp_path) in [d.directory().path() for d in dialog.findChildren(QFileDialog)]


def test_a_budget_that_is_no_number_is_told_before_anything_is_sent(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog(TEXT)
    dialog.form.advanced.set_values("", "", "-")
    dialog.create_and_start()
    assert "budget" in dialog.form.message_bar.text()
    assert services.jobs.calls == []


def test_discarding_is_offered_only_for_what_is_written(open_dialog: Open) -> None:
    dialog = open_dialog()
    discard = dialog.form.discard_button
    assert not discard.isVisible()
    for write, clear in (
        (dialog.form.title.setText, dialog.form.title.clear),
        (dialog.form.description.setPlainText, dialog.form.description.clear),
        (dialog.editor.set_text, dialog.editor.clear),
    ):
        write("x")
        assert discard.isVisible()
        clear()
        assert not discard.isVisible()


def test_cancel_does_not_stand_among_the_buttons_that_send(open_dialog: Open) -> None:
    form = open_dialog(TEXT).form
    buttons = [form.cancel_button, form.check_button, form.create_button, form.start_button]
    assert buttons == sorted(buttons, key=lambda button: button.x())


def test_everything_has_a_name_for_screen_readers(open_dialog: Open) -> None:
    dialog = open_dialog(TEXT)
    dialog.form.advanced.set_unfolded(True)
    assert_accessible(dialog)
