"""Copies of jobs and what a person takes away of them, in the whole window."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.app_links import parse_link
from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.job_code import CodeLanguage
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.ui.jobs.exported_graphs import write_graphs
from openeo_desktop.ui.kit.late_progress import LateProgress
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, LoopSpawn, make_job
from tests.support.fake_transfers import make_results
from tests.support.sketch_jobs import PROCESS, key_of, sketch_services


@pytest.fixture
def services() -> FakeServices:
    return sketch_services(3)


class Pages(QObject):
    """Hears which pages are opened, instead of the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_page(self, url: QUrl) -> None:
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


def choose(window: MainWindow, key: JobKey, qtbot: QtBot) -> None:
    window.select_job(key)
    qtbot.waitUntil(lambda: [j.key for j in window.jobs_pane.selected_jobs()] == [key])
    qtbot.waitUntil(window.actions_.copy_id.isEnabled)


def running(services: FakeServices) -> Job:
    return services.jobs.jobs[key_of(services, JobStatus.RUNNING)]


def finished(services: FakeServices) -> JobKey:
    """A finished job at a back-end in the internet, its process known."""
    account = running(services).account_id
    job = make_job(
        account,
        700,
        JobStatus.FINISHED,
        title="Done: NDVI",
        process=PROCESS,
        raw={"job_options": {"driver-memory": "4g"}},
    )
    services.jobs.put(job)
    return job.key


def dialog(window: MainWindow, qtbot: QtBot) -> NewJobDialog:
    qtbot.waitUntil(lambda: len(window.findChildren(NewJobDialog)) == 1)
    return window.findChildren(NewJobDialog)[0]


def question(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    def shown() -> list[QMessageBox]:
        return [box for box in window.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def agree(box: QMessageBox) -> None:
    button = box.findChild(QPushButton, "confirm_button")
    assert isinstance(button, QPushButton)
    button.click()


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


# -- copies --------------------------------------------------------------------------------------


def test_duplicate_takes_everything_along(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    job = running(services)
    choose(window, job.key, qtbot)
    window.actions_.duplicate.trigger()
    form = dialog(window, qtbot).form
    qtbot.waitUntil(lambda: form.description.toPlainText() == job.description)
    draft = form.draft()
    assert json.loads(draft.text) == PROCESS
    assert (draft.title, draft.plan, draft.log_level) == (job.title, job.plan, job.log_level)
    assert draft.budget == "100"
    assert draft.account_id == job.account_id


def test_duplicate_of_another_job_can_be_undone_where_a_draft_stands(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.open_new_job('{"mine": 1}', "My draft")
    form = dialog(window, qtbot).form
    form.description.setPlainText("my words")
    choose(window, running(services).key, qtbot)
    window.actions_.duplicate.trigger()
    qtbot.waitUntil(lambda: form.title.text() == "NDVI timeseries 2022")
    assert "replaced" in form.message_bar.text()
    form.message_bar.action_triggered.emit()
    assert (form.title.text(), form.description.toPlainText()) == ("My draft", "my words")
    assert form.editor.toPlainText() == '{"mine": 1}'


def test_duplicate_without_a_process_tells_the_reason(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    job = next(job for job in services.jobs.jobs.values() if job.process is None)
    choose(window, job.key, qtbot)
    services.jobs.gate = asyncio.Event()  # nobody else's request takes the failure
    services.jobs.failure = UnreachableError("Terrascope does not answer.")
    window.actions_.duplicate.trigger()
    qtbot.waitUntil(lambda: any(call == ("refresh", job.key) for call in services.jobs.calls))
    services.jobs.gate.set()
    qtbot.waitUntil(lambda: bool(spawn.errors))
    assert {what for _error, what in spawn.errors} == {"duplicate the job"}
    assert window.findChildren(NewJobDialog) == []


def test_where_jobs_cannot_be_changed_edit_makes_a_changed_copy(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    job = running(services)
    services.accounts.unsupported.add((job.account_id, "PATCH", "/jobs/{job_id}"))
    choose(window, job.key, qtbot)
    edit = window.actions_.edit
    qtbot.waitUntil(lambda: edit.isEnabled() and "Duplicate with changes" in _plain(edit.text()))
    edit.trigger()
    assert "NDVI" in dialog(window, qtbot).form.title.text()


def _plain(text: str) -> str:
    return text.replace("&", "")


def test_run_a_copy_asks_creates_starts_and_selects(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = finished(services)
    choose(window, key, qtbot)
    qtbot.waitUntil(window.actions_.run_copy.isEnabled)
    window.actions_.run_copy.trigger()
    box = question(window, qtbot)
    assert "«Done: NDVI»" in box.text()
    assert "results" in box.informativeText()
    agree(box)
    qtbot.waitUntil(lambda: any(call[0] == "create" for call in services.jobs.calls))
    (_name, account, request, start) = next(c for c in services.jobs.calls if c[0] == "create")
    assert (account, start) == (key.account_id, True)
    assert request.body()["process"] == PROCESS
    assert request.title == "Done: NDVI"
    assert request.body()["job_options"] == {"driver-memory": "4g"}


# -- what is taken away --------------------------------------------------------------------------


def test_python_code_is_copied_and_compiles(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    choose(window, running(services).key, qtbot)
    window.actions_.copy_code[CodeLanguage.PYTHON].trigger()
    qtbot.waitUntil(lambda: "create_job" in clipboard())
    compile(clipboard(), "job.py", "exec")
    assert "openeo.dataspace.copernicus.eu/openeo/1.2" in clipboard()


def test_a_link_to_the_job_is_copied_and_says_so(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    job = running(services)
    choose(window, job.key, qtbot)
    window.actions_.copy_link.trigger()
    qtbot.waitUntil(lambda: clipboard().startswith("openeo-desktop:"))
    assert clipboard() == f"openeo-desktop://job/openeo.dataspace.copernicus.eu/{job.id}"
    assert parse_link(clipboard()).job_id == job.id
    qtbot.waitUntil(lambda: "link was copied" in window.toast.accessibleName())


def test_process_graph_is_exported_and_the_folder_remembered(
    window: MainWindow, services: FakeServices, qtbot: QtBot, tmp_path: Path
) -> None:
    exports = window._selected._exports
    told: list[str] = []
    exports.noticed.connect(told.append)
    exports.export_to_file(running(services), tmp_path / "graph.json")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Saved as graph.json."]
    assert json.loads((tmp_path / "graph.json").read_text()) == PROCESS
    assert services.settings.values["jobs.export_folder"] == str(tmp_path)


def test_export_asks_for_a_file_named_like_the_job_where_the_last_one_went(
    window: MainWindow, services: FakeServices, qtbot: QtBot, tmp_path: Path
) -> None:
    services.settings.set("jobs.export_folder", str(tmp_path))
    choose(window, finished(services), qtbot)
    window.actions_.export_graph.trigger()
    asked = window.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    assert Path(asked.selectedFiles()[0]) == tmp_path / "Done_ NDVI.json"
    asked.accept()
    qtbot.waitUntil((tmp_path / "Done_ NDVI.json").exists)
    assert json.loads((tmp_path / "Done_ NDVI.json").read_text()) == PROCESS


def test_export_of_several_asks_for_a_folder(
    window: MainWindow, services: FakeServices, qtbot: QtBot, tmp_path: Path
) -> None:
    services.settings.set("jobs.export_folder", str(tmp_path))
    account = running(services).account_id
    for number in (710, 711):
        services.jobs.put(make_job(account, number, title="twin", process=PROCESS))
    window.search.setText("twin")
    table = window.jobs_pane.table
    qtbot.waitUntil(lambda: window.jobs_pane.shown_count() == 2)
    qtbot.waitUntil(lambda: window.jobs_pane.model.peek(1) is not None)
    table.selectAll()
    qtbot.waitUntil(lambda: window.jobs_pane.selected_count() == 2)
    qtbot.waitUntil(window.actions_.export_graph.isEnabled)
    assert not window.actions_.duplicate.isEnabled()
    window.actions_.export_graph.trigger()
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    asked = window.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(tmp_path))
    asked.reject()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("twin*.json"))) == 2)


def test_several_graphs_get_files_of_their_own_and_replace_nothing(tmp_path: Path) -> None:
    (tmp_path / "A.JSON").write_text("mine")
    account = sketch_services(0).accounts.items[0].account.id
    jobs = [make_job(account, n, title=title, process={"n": n}) for n, title in enumerate("aab")]
    done = write_graphs(jobs, tmp_path)
    assert [path.name for path in done.paths] == ["a (2).json", "a (3).json", "b.json"]
    assert (tmp_path / "A.JSON").read_text() == "mine"
    assert json.loads(done.paths[1].read_text()) == {"n": 1}


def test_what_cannot_be_read_does_not_keep_the_others_from_being_exported(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot, tmp_path: Path
) -> None:
    account = running(services).account_id
    gone = make_job(account, 800, JobStatus.FINISHED, title="gone", gone=True)
    services.jobs.put(gone)
    told: list[str] = []
    window._selected._exports.noticed.connect(told.append)
    window._selected._exports.export_into([gone, running(services)], tmp_path)
    qtbot.waitUntil(lambda: bool(told) and bool(spawn.errors))
    assert told[0].startswith("1 of 2 process graphs")
    assert "no longer on the back-end" in str(spawn.errors[0][0])


def test_folder_that_cannot_be_written_is_told(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    window._selected._exports.export_to_file(running(services), tmp_path / "file" / "graph.json")
    qtbot.waitUntil(lambda: bool(spawn.errors))
    assert "cannot be written" in str(spawn.errors[0][0])


def test_link_is_copied_after_saying_who_can_read_then(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    key = finished(services)
    services.results.served[key] = make_results(canonical="https://store.example/r?sig=1")
    choose(window, key, qtbot)
    qtbot.waitUntil(window.actions_.share.isEnabled)
    window.actions_.share.trigger()
    box = question(window, qtbot)
    assert "without signing in" in box.informativeText()
    agree(box)
    qtbot.waitUntil(lambda: clipboard() == "https://store.example/r?sig=1")


def test_web_editor_names_its_host_and_opens_with_the_back_end(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    pages = Pages()
    QDesktopServices.setUrlHandler("https", pages, "open_page")
    try:
        job = running(services)
        choose(window, job.key, qtbot)
        qtbot.waitUntil(window.actions_.web_editor.isEnabled)
        window.actions_.web_editor.trigger()
        box = question(window, qtbot)
        assert "editor.openeo.org" in box.informativeText()
        assert pages.opened == []
        agree(box)
        qtbot.waitUntil(lambda: bool(pages.opened))
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert pages.opened == [
        "https://editor.openeo.org/?server=https%3A%2F%2Fopeneo.dataspace.copernicus.eu%2Fopeneo%2F1.2"
    ]
    assert clipboard() == job.id


def test_web_editor_does_not_reach_this_computer(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    account = services.accounts.items[0].account.id
    job = make_job(account, 701)
    services.jobs.put(job)
    choose(window, job.key, qtbot)
    action = window.actions_.web_editor
    qtbot.waitUntil(lambda: "on this computer" in action.statusTip())
    assert not action.isEnabled()
    assert "on this computer" in action.toolTip()


def test_a_slow_back_end_is_told_of_and_the_code_follows(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    account = running(services).account_id
    known = make_job(account, 820, JobStatus.FINISHED, title="listed", process=None)
    services.jobs.put(known)
    told: list[str] = []
    window._selected._exports.noticed.connect(told.append)
    services.jobs.gate = asyncio.Event()
    window._selected._exports.copy_code(CodeLanguage.PYTHON, [known])
    qtbot.waitUntil(lambda: told == ["The back-end is asked for the process of the job…"])
    services.jobs.put(replace(known, process=PROCESS))
    services.jobs.gate.set()
    qtbot.waitUntil(lambda: told[-1].startswith("The Python code was copied."))


def test_a_long_export_shows_how_far_it_is_and_can_be_cancelled(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot, tmp_path: Path
) -> None:
    account = running(services).account_id
    listed = make_job(account, 830, JobStatus.FINISHED, title="listed", process=None)
    services.jobs.put(listed)
    services.jobs.gate = asyncio.Event()  # the back-end does not answer
    told: list[str] = []
    window._selected._exports.noticed.connect(told.append)
    window._selected._exports.export_into([running(services), listed], tmp_path)
    qtbot.waitUntil(lambda: any(shown.isVisible() for shown in progress_of(window)))
    (shown,) = progress_of(window)
    qtbot.waitUntil(lambda: shown.value() == 1)
    assert "1 of 2 jobs" in shown.labelText()
    assert_accessible(shown)
    shown.canceled.emit()
    qtbot.waitUntil(lambda: progress_of(window) == [])
    assert told == ["The export was cancelled. Nothing was saved."]
    assert list(tmp_path.iterdir()) == []
    assert spawn.errors == []


def progress_of(window: MainWindow) -> list[LateProgress]:
    return window.findChildren(LateProgress)
