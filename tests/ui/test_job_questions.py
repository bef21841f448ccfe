"""What is asked before many jobs are deleted: which ones, and which are left out."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.jobs import confirm
from openeo_desktop.ui.jobs.job_intents import JobIntents
from tests.support.fake_services import LoopSpawn, make_job
from tests.support.sketch_jobs import sketch_services


def test_jobs_that_are_left_out_are_counted_with_the_reason(spawn: LoopSpawn, qtbot: QtBot) -> None:
    services = sketch_services(3)
    parent = QWidget()
    qtbot.addWidget(parent)
    online, signed_out = services.accounts.items[0].account, services.accounts.items[2].account
    jobs = [make_job(online.id, number, JobStatus.FINISHED) for number in range(7)]
    jobs.append(make_job(signed_out.id, 8, JobStatus.FINISHED))
    JobIntents(cast("Any", services), spawn, parent).delete(jobs)
    box = parent.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == "Delete 7 jobs?"
    assert "1 selected job is left out:" in box.informativeText()
    assert "Sign in to «Terrascope» first." in box.informativeText()


def test_equal_titles_are_told_apart_by_their_ids() -> None:
    account = sketch_services(3).accounts.items[0].account.id
    same = [make_job(account, number, title="Winter") for number in (1, 2)]
    other = make_job(account, 3, title="Summer")
    question = confirm.delete_question([*same, other], ["Terrascope"] * 3)
    lines = question.loss.splitlines()
    assert all(f"•  Winter  ·  {job.id}" in lines for job in same)
    assert "•  Summer" in lines
