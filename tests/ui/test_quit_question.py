"""What is said before jobs that run on this computer are stopped by quitting."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.services.accounts import LOCAL_ACCOUNT
from openeo_desktop.ui.window import quitting
from openeo_desktop.ui.window.quitting import Quitting, quit_question
from tests.support.fake_services import make_job


def test_one_job_is_named_and_several_are_counted() -> None:
    jobs = [
        make_job(LOCAL_ACCOUNT, number, JobStatus.RUNNING, title=f"Wheat\n{number}")
        for number in range(2)
    ]
    one, two = quit_question(jobs[:1], 0), quit_question(jobs, 0)
    assert one.title == "Quit while «Wheat 0» is running on this computer?"
    assert (one.verb, one.instead) == ("Quit and stop it", "Quit when it has ended")
    assert two.title == "Quit while 2 jobs are running on this computer?"
    assert (two.verb, two.instead) == ("Quit and stop them", "Quit when they have ended")


def test_what_is_queued_goes_on_later_and_that_is_said() -> None:
    job = make_job(LOCAL_ACCOUNT, 1, JobStatus.RUNNING)
    assert "queued" not in quit_question([job], 0).loss
    assert "1 job that is queued here goes on" in quit_question([job], 1).loss
    assert "1,200 jobs that are queued here go on" in quit_question([job], 1200).loss


class _Services:
    """A history that cannot be read once while a job is on its way to its end."""

    def __init__(self, *answers: list[Job] | StorageError) -> None:
        self.answers = list(answers)
        self.local = SimpleNamespace(running=True)
        self.sync = self.jobs = self

    async def refresh_now(self, _account: AccountId) -> None:
        """Nothing new."""

    async def active(self, _account: AccountId) -> list[Job]:
        answer = self.answers.pop(0)
        if isinstance(answer, StorageError):
            raise answer
        return answer


def test_waiting_for_the_end_goes_on_while_the_history_cannot_be_read(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quitting, "LOOK_EVERY", 0)
    running = [make_job(LOCAL_ACCOUNT, 1, JobStatus.RUNNING)]
    services = _Services(running, StorageError("It cannot be read."), running, [])
    window = QWidget()
    qtbot.addWidget(window)
    quits = Quitting(cast("Any", services), cast("Any", None), window)
    left: list[int] = []
    quits.allowed.connect(lambda: left.append(len(services.answers)))
    asyncio.run(quits._wait())
    assert left == [0]
