"""The window on the back-end of this computer: failure, stop, delete, drop, quit, offline."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton

from openeo_desktop.app import Desktop
from openeo_desktop.core.accounts import Account, AccountState
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.process_graph import read_process
from openeo_desktop.demo.examples import FINISHED, example, example_text
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
from tests.support.app_runner import create, run_app, until, until_job


def broken_graph() -> str:
    """Valid in form; the collection has nothing in that period, so that it fails when it runs."""
    document = json.loads(example_text(FINISHED))
    for node in document["process_graph"].values():
        if node["process_id"] == "load_collection":
            node["arguments"]["temporal_extent"] = ["1999-01-01", "1999-02-01"]
    return json.dumps(document, indent=2)


def test_a_failed_job_shows_its_error_at_once_with_a_way_to_the_log(tmp_path: Path) -> None:
    async def script(desktop: Desktop, account: Account) -> None:
        draft = read_process(broken_graph())
        key = await create(desktop, account, JobRequest(draft, "Winter of 1999"), start=True)
        await until_job(desktop, key, lambda job: job.status is JobStatus.ERROR)
        card = desktop.window.details_pane.error_card
        await until(lambda: card.isVisible() and bool(card.text()), "the error lines")
        entries = await desktop.services.logs.errors(key)
        assert entries
        assert entries[0].message in card.text()
        button = card.findChild(QPushButton, "show_full_log")
        assert button is not None
        button.click()
        pane = desktop.window.log_pane
        await until(lambda: pane.isVisible() and pane.model.rowCount() > len(entries), "the log")

    run_app(tmp_path, script)


def test_the_place_of_a_mistake_is_marked(tmp_path: Path) -> None:
    async def script(desktop: Desktop, account: Account) -> None:
        text = example_text(FINISHED).replace('"process_id": "mask"', '"process_id": "maskk"')
        dialog = desktop.window.open_new_job(text)
        await until(dialog.check_button.isEnabled, "the first check")
        dialog.check_button.click()
        await until(lambda: bool(dialog.form.problems.problems()), "the back-end's verdict")
        problem = dialog.form.problems.problems()[0]
        assert "maskk" in problem.message
        line = text.splitlines()[problem.line - 1]
        assert '"masked"' in line
        dialog.reject()

    run_app(tmp_path, script)


def test_a_running_job_is_stopped_after_a_question(tmp_path: Path) -> None:
    async def script(desktop: Desktop, account: Account) -> None:
        key = await create(desktop, account, JobRequest(example(FINISHED), "Long"), start=True)
        await until_job(desktop, key, lambda job: job.status is JobStatus.RUNNING)
        await until(desktop.window.actions_.stop.isEnabled, "the action Stop")
        desktop.window.actions_.stop.trigger()
        confirm(desktop)
        job = await until_job(desktop, key, lambda job: not job.status.is_active)
        assert job.status is JobStatus.CANCELED

    run_app(tmp_path, script)


def confirm(desktop: Desktop) -> None:
    """Press the button that does it, in the question that is open."""
    button = desktop.window.findChild(QPushButton, "confirm_button")
    assert button is not None
    button.click()


def test_a_deleted_job_leaves_the_table(tmp_path: Path) -> None:
    async def script(desktop: Desktop, account: Account) -> None:
        key = await create(desktop, account, JobRequest(example(FINISHED), "Old"), start=False)
        table = desktop.window.jobs_pane
        await until(lambda: table.selected_count() == 1, "the row")
        await until(desktop.window.actions_.delete.isEnabled, "the action Delete")
        desktop.window.actions_.delete.trigger()
        confirm(desktop)
        await until(lambda: table.model.rowCount() == 0, "the empty table")
        assert await desktop.services.jobs.get(key) is None

    run_app(tmp_path, script)


def test_a_file_dropped_on_the_window_opens_the_dialog(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text(example_text(FINISHED), "utf-8")

    async def script(desktop: Desktop, _account: Account) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        drop(desktop, data)
        window = desktop.window
        await until(lambda: window.findChild(NewJobDialog) is not None, "the dialog")
        dialog = window.findChild(NewJobDialog)
        assert dialog is not None
        assert json.loads(dialog.editor.toPlainText()) == json.loads(path.read_text("utf-8"))
        dialog.reject()

    run_app(tmp_path / "profile", script)


def drop(desktop: Desktop, data: QMimeData) -> None:
    """What Qt sends when a person drops something on the middle of the window."""
    target = desktop.window.jobs_pane
    at = QPoint(40, 40)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entered = QDragEnterEvent(at, copy, data, buttons, keys)
    QApplication.sendEvent(desktop.window, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPointF(target.mapTo(desktop.window, at)), copy, data, buttons, keys)
    QApplication.sendEvent(desktop.window, dropped)


def test_without_the_back_end_everything_stays_readable(tmp_path: Path) -> None:
    async def script(desktop: Desktop, account: Account) -> None:
        services, window = desktop.services, desktop.window
        key = await create(desktop, account, JobRequest(example(FINISHED), "Kept"), start=True)
        await until_job(desktop, key, lambda job: job.status is JobStatus.FINISHED)
        await services.logs.refresh(key)
        await services.results.refresh(key)
        await services.local.stop()

        def is_offline() -> bool:
            status = services.accounts.status(account.id)
            return status is not None and status.state is AccountState.OFFLINE

        desktop.window.actions_.refresh.trigger()
        await until(is_offline, "the account offline")
        window.show_pane("log")
        await until(lambda: window.log_pane.model.rowCount() > 5, "the log without a network")
        window.show_pane("results")
        await until(lambda: window.results_pane.model.rowCount() == 1, "the results as well")
        assert not window.actions_.start.isEnabled()
        assert "this computer is not running" in window.actions_.start.toolTip()

    run_app(tmp_path, script)


def test_the_app_ends_while_a_job_runs_and_finds_it_again(tmp_path: Path) -> None:
    async def first(desktop: Desktop, account: Account) -> None:
        key = await create(desktop, account, JobRequest(example(FINISHED), "Again"), start=True)
        await until_job(desktop, key, lambda job: job.status is JobStatus.RUNNING)

    run_app(tmp_path, first)

    async def second(desktop: Desktop, _account: Account) -> None:
        model = desktop.window.jobs_pane.model
        await until(lambda: model.rowCount() == 1, "the job of the last run")
        listing = model.listing
        assert listing is not None
        rows = await desktop.services.jobs.rows(listing.row_ids)
        job = next(iter(rows.values()))
        job = await until_job(desktop, job.key, lambda job: not job.status.is_active)
        entries = await desktop.services.logs.errors(job.key)
        assert job.status is JobStatus.ERROR
        assert "stopped" in entries[0].message

    run_app(tmp_path, second)


def test_closing_the_window_ends_the_app(tmp_path: Path) -> None:
    async def script(desktop: Desktop, _account: Account) -> None:
        desktop.window.close()
        await asyncio.sleep(0)

    run_app(tmp_path, script)
