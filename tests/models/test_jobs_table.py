"""The jobs table model: questions, answers, events, and what the cells say."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.job_query import JobListing, JobQuery, SortField
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.models import job_rounds
from openeo_desktop.models.job_days import DayHeading
from openeo_desktop.models.jobs_table import JobColumn, JobsTableModel
from openeo_desktop.models.paged import ROW_ROLE
from tests.support.fake_services import NOW, FakeJobs, LoopSpawn, make_job

ACCOUNT = AccountId("a")


class Words:
    """Short made-up words."""

    def headers(self) -> tuple[str, ...]:
        return tuple(column.name for column in JobColumn)

    def text(self, job: Job, column: JobColumn, now: dt.datetime) -> str:
        if column is JobColumn.DURATION:
            return str(job.duration(now) or "")
        return job.title if column is JobColumn.TITLE else ""

    def tool_tip(self, job: Job, column: JobColumn) -> str:
        return job.title if column is JobColumn.TITLE else ""

    def heading(self, heading: DayHeading, now: dt.datetime) -> str:
        return f"{heading.day} {heading.count}"


@pytest.fixture
def spawn(qapp: object) -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    spawn.close()


@pytest.fixture
def jobs() -> FakeJobs:
    jobs = FakeJobs()
    for number, title in enumerate(("maize", "alps", "coast"), start=1):
        status = JobStatus.RUNNING if title == "alps" else JobStatus.FINISHED
        started = NOW - dt.timedelta(minutes=number)
        job = make_job(
            ACCOUNT, number, status, title=title, started=started, created=started, ended=NOW
        )
        jobs.jobs[job.key] = job
    return jobs


@pytest.fixture
def model(jobs: FakeJobs, spawn: LoopSpawn) -> Iterator[JobsTableModel]:
    model = JobsTableModel(jobs, Words(), spawn, now=lambda: NOW)
    yield model
    model.close()


def titles(model: JobsTableModel) -> list[object]:
    return [model.index(row, JobColumn.TITLE).data() for row in range(model.rowCount())]


def wait_for_titles(qtbot: QtBot, model: JobsTableModel, expected: list[str]) -> None:
    def shown() -> None:
        assert titles(model) == expected

    qtbot.waitUntil(shown)


def test_the_first_listing_is_newest_first(model: JobsTableModel, qtbot: QtBot) -> None:
    model.refresh()
    wait_for_titles(qtbot, model, ["maize", "alps", "coast"])
    assert model.index(1, 0).data(ROW_ROLE).status is JobStatus.RUNNING


def test_a_header_orders_in_the_history(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    model.sort(JobColumn.TITLE, Qt.SortOrder.AscendingOrder)
    wait_for_titles(qtbot, model, ["alps", "coast", "maize"])
    assert jobs.calls == [("listing", JobQuery(sort=SortField.TITLE, descending=False))]


def test_the_latest_question_wins(model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot) -> None:
    for end in range(1, 5):
        model.set_text("alps"[:end])
    wait_for_titles(qtbot, model, ["alps"])
    assert [call[1].text for call in jobs.calls] == ["alps"]


def test_answer_that_is_no_longer_wanted_is_dropped(
    model: JobsTableModel, jobs: FakeJobs, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    model.refresh()
    wait_for_titles(qtbot, model, ["maize", "alps", "coast"])
    shown: list[JobListing] = []
    model.listed.connect(shown.append)
    jobs.gate = asyncio.Event()
    jobs.put(dataclasses.replace(next(iter(jobs.jobs.values())), title="alp meadow"))
    qtbot.waitUntil(lambda: len(jobs.calls) == 2)  # the listing after the change waits
    model.set_text("alp")
    jobs.gate.set()
    wait_for_titles(qtbot, model, ["alp meadow", "alps"])  # the change was not forgotten with it
    assert [listing.query.text for listing in shown] == ["alp"]
    assert spawn.errors == []


def test_first_page_of_a_long_listing_is_shown_before_the_rest(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    jobs.first_page = 2
    heard: list[tuple[str, int, bool]] = []
    model.first_page_listed.connect(
        lambda: heard.append(("first", model.rowCount(), model.partial))
    )
    model.listed.connect(lambda _: heard.append(("whole", model.rowCount(), model.partial)))
    model.sort(JobColumn.TITLE, Qt.SortOrder.AscendingOrder)
    wait_for_titles(qtbot, model, ["alps", "coast", "maize"])
    assert heard == [("first", 2, True), ("whole", 3, False)]


def test_counts_stay_those_of_all_states(model: JobsTableModel, qtbot: QtBot) -> None:
    answers: list[JobListing] = []
    model.listed.connect(answers.append)
    model.set_statuses(frozenset({JobStatus.RUNNING}))
    wait_for_titles(qtbot, model, ["alps"])
    assert answers[-1].counts == {JobStatus.FINISHED: 2, JobStatus.RUNNING: 1}


def test_a_changed_job_changes_in_place(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    model.refresh()
    wait_for_titles(qtbot, model, ["maize", "alps", "coast"])
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    changed = dataclasses.replace(next(iter(jobs.jobs.values())), title="wheat")
    jobs.put(changed)
    wait_for_titles(qtbot, model, ["wheat", "alps", "coast"])
    assert not resets


def test_a_job_that_changes_is_shown_before_all_are_listed_anew(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_rounds, "REFRESH_MS", 3_600_000)
    monkeypatch.setattr(job_rounds, "SLOWEST_MS", 3_600_000)
    model.refresh()
    wait_for_titles(qtbot, model, ["maize", "alps", "coast"])
    before = len(jobs.calls)
    jobs.put(dataclasses.replace(next(iter(jobs.jobs.values())), title="wheat"))
    wait_for_titles(qtbot, model, ["wheat", "alps", "coast"])
    assert ("listing", model.query) not in jobs.calls[before:]


def test_new_and_removed_jobs_come_and_go(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    model.refresh()
    wait_for_titles(qtbot, model, ["maize", "alps", "coast"])
    jobs.put(make_job(ACCOUNT, 9, title="new", created=NOW))
    wait_for_titles(qtbot, model, ["new", "maize", "alps", "coast"])
    jobs.drop(next(iter(jobs.jobs)))
    wait_for_titles(qtbot, model, ["new", "alps", "coast"])


def test_a_burst_of_events_is_listed_a_few_times_only(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    model.refresh()
    wait_for_titles(qtbot, model, ["maize", "alps", "coast"])
    before = len(jobs.calls)
    for number in range(100, 200):
        jobs.put(make_job(ACCOUNT, number, title=f"n{number}", created=NOW))
    qtbot.waitUntil(lambda: model.rowCount() == 103)
    assert len(jobs.calls) - before <= 2


def test_running_durations_tick_where_they_are_seen(model: JobsTableModel, qtbot: QtBot) -> None:
    model.refresh()
    wait_for_titles(qtbot, model, ["maize", "alps", "coast"])
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, end: changed.append((top.row(), end.column())))
    model.tick(0, 50)
    model.tick(2, 2)
    assert changed == [(1, JobColumn.DURATION)]
    assert model.index(1, JobColumn.DURATION).data() == "0:02:00"


def test_a_failure_is_told_and_the_next_question_is_answered(
    model: JobsTableModel, jobs: FakeJobs, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    failures: list[object] = []
    model.listing_failed.connect(failures.append)
    jobs.listing_failure = StorageError("The history cannot be read.")
    model.refresh()
    qtbot.waitUntil(lambda: bool(failures))
    qtbot.waitUntil(lambda: [what for _error, what in spawn.errors] == ["list the jobs"])
    jobs.listing_failure = None
    model.refresh()
    wait_for_titles(qtbot, model, ["maize", "alps", "coast"])


def test_nothing_is_heard_after_close(model: JobsTableModel, jobs: FakeJobs) -> None:
    model.close()
    jobs.put(make_job(ACCOUNT, 9))
    assert jobs.calls == []
