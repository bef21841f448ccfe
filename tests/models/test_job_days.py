"""Headings between days: rows that are no jobs, told as such, and kept apart from jobs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_query import DayStart, JobListing, JobQuery, SortField
from openeo_desktop.core.jobs import Job
from openeo_desktop.models.job_days import DayHeading, JobDays
from openeo_desktop.models.jobs_table import JobColumn, JobsTableModel, Rename
from openeo_desktop.models.paged import ROW_ROLE
from tests.support.fake_services import NOW, FakeJobs, LoopSpawn, make_job

ACCOUNT = AccountId("a")


class Words:
    """The day and the count; the title."""

    def headers(self) -> tuple[str, ...]:
        return tuple(column.name for column in JobColumn)

    def text(self, job: Job, column: JobColumn, now: dt.datetime) -> str:
        return job.title if column is JobColumn.TITLE else ""

    def tool_tip(self, job: Job, column: JobColumn) -> str:
        return ""

    def heading(self, heading: DayHeading, now: dt.datetime) -> str:
        return f"{heading.day} ({heading.count})"


@pytest.fixture
def spawn(qapp: object) -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    spawn.close()


def day(number: int) -> dt.date:
    return (NOW - dt.timedelta(days=number)).astimezone().date()


def job(number: int, title: str, days_ago: int) -> Job:
    updated = NOW - dt.timedelta(days=days_ago, minutes=number)
    return make_job(ACCOUNT, number, title=title, updated=updated)


@pytest.fixture
def jobs() -> FakeJobs:
    jobs = FakeJobs()
    for made in (job(1, "alps", 0), job(2, "coast", 2), job(3, "maize", 2)):
        jobs.jobs[made.key] = made
    return jobs


@pytest.fixture
def model(jobs: FakeJobs, spawn: LoopSpawn) -> Iterator[JobsTableModel]:
    model = JobsTableModel(jobs, Words(), spawn, now=lambda: NOW)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    model.ask(JobQuery(sort=SortField.UPDATED, by_day=True))
    yield model
    model.close()


def titles(model: JobsTableModel) -> list[object]:
    return [model.index(row, JobColumn.TITLE).data() for row in range(model.rowCount())]


def wait_for(qtbot: QtBot, model: JobsTableModel, expected: list[str]) -> None:
    def shown() -> None:
        assert titles(model) == expected

    qtbot.waitUntil(shown)


GROUPED = [f"{day(0)} (1)", "alps", f"{day(2)} (2)", "coast", "maize"]


def test_a_heading_stands_over_the_jobs_of_each_day(model: JobsTableModel, qtbot: QtBot) -> None:
    wait_for(qtbot, model, GROUPED)
    assert model.index(2, 0).data(ROW_ROLE) == DayHeading(day(2), 2)
    assert model.index(2, JobColumn.ID).data() is None
    assert model.job_count() == 3
    assert [model.headings_in(first, last) for first, last in ((0, 4), (1, 1), (2, 3))] == [2, 0, 1]


def test_a_heading_can_neither_be_chosen_nor_read_as_a_job(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    wait_for(qtbot, model, GROUPED)
    assert model.flags(model.index(0, JobColumn.TITLE)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, JobColumn.TITLE)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(1, JobColumn.ID)) & Qt.ItemFlag.ItemIsEditable
    assert model.value(0) is None
    found = model.value(1)
    assert found is not None
    assert found.title == "alps"


def test_the_arrow_keys_pass_over_headings(model: JobsTableModel, qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    wait_for(qtbot, model, GROUPED)
    view.setCurrentIndex(model.index(1, JobColumn.TITLE))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 3
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 1


def test_a_selection_follows_its_job_when_a_day_begins(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    wait_for(qtbot, model, GROUPED)
    selection = QItemSelectionModel(model)
    chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
    selection.select(model.index(3, JobColumn.TITLE), chosen)
    jobs.put(job(4, "delta", 1))
    wait_for(qtbot, model, [*GROUPED[:2], f"{day(1)} (1)", "delta", *GROUPED[2:]])
    assert [index.data() for index in selection.selectedIndexes()] == ["coast"]


def test_another_order_has_no_days(model: JobsTableModel, qtbot: QtBot) -> None:
    wait_for(qtbot, model, GROUPED)
    model.sort(JobColumn.TITLE, Qt.SortOrder.AscendingOrder)
    wait_for(qtbot, model, ["alps", "coast", "maize"])
    model.sort(JobColumn.UPDATED, Qt.SortOrder.DescendingOrder)
    wait_for(qtbot, model, GROUPED)


def test_a_typed_title_is_asked_for_and_not_shown_before_it_is_true(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    wait_for(qtbot, model, GROUPED)
    asked: list[Rename] = []
    model.rename_asked.connect(asked.append)
    index = model.index(1, JobColumn.TITLE)
    assert index.data(Qt.ItemDataRole.EditRole) == "alps"
    assert not model.setData(index, " alps ")
    assert model.setData(index, "the Alps ")
    assert asked == [Rename(next(iter(jobs.jobs)), "the Alps")]
    assert index.data() == "alps"


def test_rows_stand_still_while_they_are_held(
    model: JobsTableModel, jobs: FakeJobs, qtbot: QtBot
) -> None:
    wait_for(qtbot, model, GROUPED)
    model.hold(True)
    asked = len(jobs.calls)
    jobs.put(job(4, "delta", 0))
    model.refresh()
    assert len(jobs.calls) == asked
    model.hold(False)
    wait_for(qtbot, model, [f"{day(0)} (2)", "alps", "delta", *GROUPED[2:]])


def test_the_count_of_a_day_that_is_not_whole_is_not_told() -> None:
    days = (DayStart(0, day(0)), DayStart(1, day(1)))
    part = JobListing(JobQuery(), (7, 8, 9), complete=False, days=days)
    headings, ids = JobDays.between(part)
    assert list(ids)[1:4:2] == [7, 8]
    assert [headings.heading(i) for i in ids if i < 0] == [
        DayHeading(day(0), 1),
        DayHeading(day(1), None),
    ]


def test_jobs_without_a_date_have_a_heading_of_their_own() -> None:
    listing = JobListing(JobQuery(), (7,), days=(DayStart(0, None),))
    headings, ids = JobDays.between(listing)
    assert headings.heading(ids[0]) == DayHeading(None, 1)
    assert headings.heading(ids[1]) is None
