"""Quitting while a job runs on this computer: asked first, then stopped, or waited for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from openeo_desktop.app import Desktop, run_window
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.core.process_graph import read_process
from openeo_desktop.demo.examples import local_account
from openeo_desktop.ui.window import quitting
from tests.local import graphs
from tests.support.app_runner import BugTrap, create, until, until_job
from tests.support.service_runs import opened, run

Script = Callable[[Desktop, JobKey], Coroutine[Any, Any, None]]


def _run_with_job(profile: Path, graph: dict[str, Any], script: Script) -> JobKey:
    """Run the app with a job that computes; the app has to end by what the script does."""
    keys: list[JobKey] = []
    raised: list[BaseException] = []

    async def drive(desktop: Desktop) -> int | None:
        try:
            account = await local_account(desktop.services)
            request = JobRequest(read_process(json.dumps(graph)), "Long")
            keys.append(await create(desktop, account, request, start=True))
            await until_job(desktop, keys[0], lambda job: job.status is JobStatus.RUNNING)
            await asyncio.wait_for(script(desktop, keys[0]), 120)
        except asyncio.CancelledError:  # the app has ended
            raise
        except BaseException as error:  # noqa: BLE001 - handed to the test
            raised.append(error)
            return 1
        return None

    with BugTrap() as bugs:
        code = run_window(profile_paths(profile), driver=drive)
    assert not bugs.reports, bugs.reports
    if raised:
        raise raised[0]
    assert code == 0
    return keys[0]


def _question(desktop: Desktop) -> QMessageBox | None:
    boxes = desktop.window.findChildren(QMessageBox, "question")
    return next((box for box in boxes if box.isVisible()), None)


async def _asked(desktop: Desktop) -> QMessageBox:
    desktop.window.actions_.quit.trigger()
    await until(lambda: _question(desktop) is not None, "the question")
    box = _question(desktop)
    assert box is not None
    return box


def _press(box: QMessageBox, name: str) -> None:
    button = box.findChild(QPushButton, name)
    assert button is not None
    button.click()


def _job(profile: Path, key: JobKey) -> Job:
    async def look() -> Job | None:
        async with opened(profile_paths(profile)) as services:
            return await services.jobs.get(key)

    job = run(look())
    assert job is not None
    return job


def test_quitting_asks_and_cancel_goes_on(tmp_path: Path) -> None:
    async def script(desktop: Desktop, key: JobKey) -> None:
        desktop.window.hide()  # as in the tray
        box = await _asked(desktop)
        assert desktop.window.isVisible()
        assert box.text() == "Quit while «Long» is running on this computer?"
        box.defaultButton().click()
        await until(lambda: _question(desktop) is None, "the end of the question")
        job = await desktop.services.jobs.get(key)
        assert job is not None
        assert job.status is JobStatus.RUNNING
        assert desktop.services.local.running
        _press(await _asked(desktop), "confirm_button")

    _run_with_job(tmp_path, graphs.endless(), script)


def test_app_quits_by_itself_when_the_job_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quitting, "LOOK_EVERY", 0.2)

    async def script(desktop: Desktop, key: JobKey) -> None:
        _press(await _asked(desktop), "instead_button")
        await until(desktop.window.isMinimized, "the window to step aside")
        desktop.spawner.spawn(desktop.services.actions.stop(key), "stop the job")

    key = _run_with_job(tmp_path, graphs.endless(), script)
    assert _job(tmp_path, key).status is JobStatus.CANCELED


def test_quitting_without_a_running_job_asks_nothing(tmp_path: Path) -> None:
    async def drive(desktop: Desktop) -> int | None:
        await local_account(desktop.services)
        desktop.window.actions_.quit.trigger()
        return None

    assert run_window(profile_paths(tmp_path), driver=drive) == 0
