"""Log-out while the app runs: nothing is asked, nothing is lost, and the app ends when told."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from openeo_desktop.app import Desktop, run_window
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.core.process_graph import read_process
from openeo_desktop.core.settings import Settings
from openeo_desktop.demo.examples import local_account
from openeo_desktop.ui.new_job.job_draft import last_draft
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
from openeo_desktop.ui.window.main_window import GEOMETRY_KEY
from openeo_desktop.ui.window.session_end import session_end
from tests.local import graphs
from tests.support.app_runner import BugTrap, create, until, until_job

Script = Callable[[Desktop], Coroutine[Any, Any, None]]


@pytest.fixture(autouse=True)
def _session_goes_on(qapp: QApplication) -> Any:
    yield
    session_end().call_off()


def _run(profile: Path, script: Script, *, hidden: bool = False) -> int:
    """Run the app until it ends by what the script does."""

    async def drive(desktop: Desktop) -> int | None:
        await script(desktop)
        return None

    with BugTrap() as bugs:
        code = run_window(profile_paths(profile), driver=drive, hidden=hidden)
    assert not bugs.reports, bugs.reports
    return code


def _log_out() -> None:
    """What Qt does when the system says that the session ends."""
    session_end().begin()
    _quit_event()


def _quit_event() -> None:
    application = QCoreApplication.instance()
    assert application is not None
    QCoreApplication.sendEvent(application, QEvent(QEvent.Type.Quit))


def _question(desktop: Desktop) -> QMessageBox | None:
    boxes = desktop.window.findChildren(QMessageBox, "question")
    return next((box for box in boxes if box.isVisible()), None)


def test_a_running_job_and_its_question_do_not_hold_the_log_out(tmp_path: Path) -> None:
    async def script(desktop: Desktop) -> None:
        account = await local_account(desktop.services)
        request = JobRequest(read_process(json.dumps(graphs.endless())), "Long")
        key = await create(desktop, account, request, start=True)
        await until_job(desktop, key, lambda job: job.status is JobStatus.RUNNING)
        desktop.window.actions_.quit.trigger()
        await until(lambda: _question(desktop) is not None, "the question")
        _log_out()
        await until(lambda: _question(desktop) is None, "the end of the question")

    assert _run(tmp_path, script) == 0


def test_what_is_only_in_memory_is_written_before_the_answer(tmp_path: Path) -> None:
    async def script(desktop: Desktop) -> None:
        await local_account(desktop.services)
        desktop.window.actions_.new_job.trigger()
        await until(lambda: desktop.window.findChild(NewJobDialog) is not None, "the dialog")
        dialog = desktop.window.findChild(NewJobDialog)
        assert isinstance(dialog, NewJobDialog)
        dialog.form.title.setText("Half written")
        session_end().begin()
        kept = Settings(desktop.services.paths.settings)  # as after a kill at this moment
        assert last_draft(kept).title == "Half written"
        assert kept.get(GEOMETRY_KEY, "")
        _quit_event()

    assert _run(tmp_path, script) == 0


def test_a_start_without_a_window_ends_with_the_session(tmp_path: Path) -> None:
    async def script(desktop: Desktop) -> None:
        assert not desktop.window.isVisible()
        _log_out()

    assert _run(tmp_path, script, hidden=True) == 0


def test_a_log_out_that_was_called_off_is_forgotten(tmp_path: Path) -> None:
    async def script(desktop: Desktop) -> None:
        end = session_end()
        assert session_end() is end
        end.begin()
        assert end.is_near
        end.call_off()
        assert not end.is_near
        desktop.window.actions_.quit.trigger()

    assert _run(tmp_path, script) == 0


def test_the_session_manager_starts_the_app_as_it_was(qapp: QApplication) -> None:
    class Manager:
        command: list[str]

        def setRestartCommand(self, command: list[str]) -> None:
            self.command = command

    manager: Any = Manager()
    session_end()._on_save_state(manager)  # as Qt calls it
    assert manager.command[-1] == "--background"
    assert "-session" not in manager.command
