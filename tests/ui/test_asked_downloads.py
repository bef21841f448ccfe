"""Asking for the results of jobs gives a sign at once, and says what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.errors import AppError, InputError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobId, JobKey, parse_job
from openeo_desktop.services.download_queue import DownloadSummary
from openeo_desktop.ui.downloads.asked_downloads import AskedDownloads, asked_text
from tests.support.fake_services import LoopSpawn
from tests.support.fake_transfers import make_download

STATE = DownloadState
KEYS = [JobKey(AccountId("a"), JobId(name)) for name in ("one", "two")]


def _rows(*states: DownloadState) -> list[Download]:
    return [make_download(n, KEYS[0], f"{n}.tif", state) for n, state in enumerate(states)]


@pytest.mark.parametrize(
    ("states", "text"),
    [
        ((), "No file is being downloaded."),
        ((STATE.QUEUED,), "1 file is being downloaded."),
        ((STATE.RUNNING, STATE.QUEUED), "2 files are being downloaded."),
        ((STATE.DONE,), "The file is here already."),
        ((STATE.DONE, STATE.VERIFYING), "All 2 files are here already."),
        ((STATE.DONE, STATE.QUEUED), "1 file is being downloaded; 1 is here already."),
        (
            (STATE.DONE, STATE.DONE, STATE.QUEUED, STATE.QUEUED),
            "2 files are being downloaded; 2 are here already.",
        ),
    ],
)
def test_what_came_of_it(states: Sequence[DownloadState], text: str) -> None:
    assert asked_text(_rows(*states)) == text


class Service:
    """Has files for the first job; the second one fails."""

    def __init__(self) -> None:
        self.asked: list[JobKey] = []
        self.changed: Event[object] = Event()
        self.open = 1

    def summary(self) -> DownloadSummary:
        return DownloadSummary(self.open, 0, 0.0, None)

    async def download(self, key: JobKey) -> tuple[Download, ...]:
        self.asked.append(key)
        if key == KEYS[1]:
            raise InputError("There is nothing to download.")
        return tuple(_rows(STATE.QUEUED))


def test_sign_at_once_and_one_failure_stops_no_other(qtbot: QtBot, spawn: LoopSpawn) -> None:
    service, parent = Service(), QObject()
    asked = AskedDownloads(cast("Any", service), spawn, parent)
    told: list[str] = []
    asked.began.connect(lambda: told.append("began"))
    asked.noticed.connect(told.append)
    jobs = [parse_job(key.account_id, {"id": key.job_id, "status": "finished"}) for key in KEYS]
    asked.download([job for job in reversed(jobs) if job is not None])
    assert told == ["began", "Asking for the list of files…"]  # before anything was answered
    qtbot.waitUntil(lambda: len(spawn.errors) == 1)
    assert told[2:] == ["1 file is being downloaded."]
    assert sorted(service.asked) == sorted(KEYS)
    error, what = spawn.errors.pop()
    assert isinstance(error, AppError)
    assert what == "download the results"


def test_nothing_is_said_where_nothing_is_asked(spawn: LoopSpawn) -> None:
    parent = QObject()
    asked = AskedDownloads(cast("Any", Service()), spawn, parent)
    told: list[object] = []
    asked.began.connect(lambda: told.append(None))
    asked.noticed.connect(told.append)
    asked.download([])
    assert told == []


def test_the_word_on_the_downloads_is_taken_back_when_all_have_come(
    qtbot: QtBot, spawn: LoopSpawn
) -> None:
    service, parent = Service(), QObject()
    asked = AskedDownloads(cast("Any", service), spawn, parent)
    told: list[str] = []
    outdated: list[str] = []
    asked.noticed.connect(told.append)
    asked.outdated.connect(outdated.append)
    job = parse_job(KEYS[0].account_id, {"id": KEYS[0].job_id, "status": "finished"})
    assert job is not None
    asked.download([job])
    qtbot.waitUntil(lambda: len(told) == 2)
    service.changed.emit(None)
    assert outdated == []
    service.open = 0
    service.changed.emit(None)
    service.changed.emit(None)
    assert outdated == [told[1]]
