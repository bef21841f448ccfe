"""Why a job failed: known codes and usual words, the card above the log, its way to the entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.ui.log.failure_help import help_for, telling_error
from openeo_desktop.ui.log.log_pane import LogPane
from tests.support.fake_services import FakeServices, LoopSpawn, make_account, make_job
from tests.support.fake_transfers import make_entry, sketch_entries, with_transfers

ACCOUNT = make_account().id
DEADLINE = 30_000
ERROR = LogLevel.ERROR


@pytest.mark.parametrize(
    ("code", "message", "title"),
    [
        ("", "java.lang.OutOfMemoryError: Java heap space", "ran out of memory"),
        ("", "Container exited with a non-zero exit code 137", "ran out of memory"),
        ("", "x" * 50_000 + " MemoryError", "ran out of memory"),
        ("NoDataAvailable", "There is none.", "no data"),
        ("", "Could not find data for your load_collection request", "no data"),
        ("PaymentRequired", "Pay.", "credits"),
        ("", "Not enough credits to run this job", "credits"),
        ("", "OSError: [Errno 28] No space left on device", "no space left"),
        ("ProcessUnsupported", "No process 'x'.", "cannot be run"),
        ("CollectionNotFound", "Nope.", "collection"),
        ("ProcessParameterInvalid", "Wrong.", "argument"),
        ("", "UDF failed: ZeroDivisionError", "user-defined code"),
        ("", "Something else", "The job failed"),
    ],
)
def test_usual_failures_are_known(code: str, message: str, title: str) -> None:
    told = help_for(make_entry(message, ERROR, code=code))
    assert title in told.title
    assert told.advice
    assert told.known == (title != "The job failed")


def test_the_error_that_says_most_is_chosen() -> None:
    errors = [make_entry("Job failed", ERROR), make_entry("Out of memory", ERROR)]
    assert telling_error(errors) == 1
    assert telling_error(errors[:1]) == 0
    assert telling_error([]) is None


@pytest.fixture
def services() -> FakeServices:
    return with_transfers()


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices) -> Iterator[LogPane]:
    spawn = LoopSpawn()
    pane = LogPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane
    assert spawn.errors == []
    spawn.close()


def _show_failed(pane: LogPane, services: FakeServices) -> None:
    job = make_job(ACCOUNT, 1, JobStatus.ERROR)
    services.jobs.jobs[job.key] = job
    path = [{"node_id": "b&<i>", "process_id": "mean"}, {"node_id": "outer"}]
    failure = make_entry("<b>Out of memory</b>", ERROR, 50, code="OOM", raw={"path": path})
    services.logs.entries[job.key] = [*sketch_entries(), failure, make_entry("Job failed", ERROR)]
    pane.set_job(job.key)


def test_the_failure_is_summed_up_above_the_log(
    qtbot: QtBot, pane: LogPane, services: FakeServices
) -> None:
    _show_failed(pane, services)
    qtbot.waitUntil(pane.failure.isVisible, timeout=DEADLINE)
    assert pane.failure.title() == "The job ran out of memory  ·  OOM"
    assert "smaller area" in pane.failure.advice()
    show = next(b for b in pane.failure.findChildren(QPushButton) if b.text() == "Show entry")
    pane.header.set_filter(frozenset((LogLevel.DEBUG,)))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2, timeout=DEADLINE)
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.view.currentIndex().row() == 9, timeout=DEADLINE)
    assert pane.header.levels() == frozenset()


def test_its_node_can_be_shown(qtbot: QtBot, pane: LogPane, services: FakeServices) -> None:
    _show_failed(pane, services)
    qtbot.waitUntil(pane.failure.isVisible, timeout=DEADLINE)
    asked = QSignalSpy(pane.node_requested)
    qtbot.mouseClick(pane.failure.node_button, Qt.MouseButton.LeftButton)
    pane.view.show_row(9)
    qtbot.waitUntil(lambda: len(pane.detail.links.buttons()) == 2, timeout=DEADLINE)
    assert pane.detail.links.buttons()[0].text() == "b&&<i> (mean)"
    pane.detail.links.buttons()[1].click()
    assert [asked.at(n)[0] for n in range(2)] == [("b&<i>", "outer"), ("outer",)]


def test_a_job_that_runs_has_no_card(qtbot: QtBot, pane: LogPane, services: FakeServices) -> None:
    _show_failed(pane, services)
    qtbot.waitUntil(pane.failure.isVisible, timeout=DEADLINE)
    job = make_job(ACCOUNT, 2, JobStatus.RUNNING)
    services.jobs.jobs[job.key] = job
    services.logs.entries[job.key] = [make_entry("bad", ERROR)]
    pane.set_job(job.key)
    assert pane.failure.isHidden()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1, timeout=DEADLINE)
    assert pane.failure.isHidden()
