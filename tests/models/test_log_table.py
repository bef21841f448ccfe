"""The log model and its feed: a million entries, latest question wins, not too many listings."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, cast

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.models.log_feed import LogFeed
from openeo_desktop.models.log_table import LogColumn, LogTableModel
from tests.support.fake_services import LoopSpawn
from tests.support.fake_transfers import FakeLogs, make_entry, sketch_entries

JOB, OTHER = (JobKey(AccountId("a"), JobId(name)) for name in ("j-1", "j-2"))
MILLION = 1_000_000


class EndlessLog:
    """Entries made up on demand; counts how many were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    async def rows(self, row_ids: Sequence[int]) -> dict[int, LogEntry]:
        self.asked += len(row_ids)
        return {row_id: make_entry(f"entry {row_id}") for row_id in row_ids}


def _text(entry: LogEntry, column: LogColumn) -> str:
    return entry.message if column is LogColumn.MESSAGE else ""


@pytest.fixture
def spawn(qapp: object) -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    spawn.close()


@pytest.fixture
def logs() -> FakeLogs:
    return FakeLogs(entries={JOB: sketch_entries(), OTHER: sketch_entries()[:2]})


@pytest.fixture
def feed(logs: FakeLogs, spawn: LoopSpawn) -> Iterator[LogFeed]:
    feed = LogFeed(cast("Any", logs), spawn)
    yield feed
    feed.close()


def _model(log: EndlessLog, spawn: LoopSpawn) -> LogTableModel:
    return LogTableModel(log.rows, spawn, [column.name for column in LogColumn], _text, _text)


def test_a_million_entries_load_only_what_is_looked_at(qtbot: QtBot, spawn: LoopSpawn) -> None:
    log = EndlessLog()
    model = _model(log, spawn)
    model.set_row_ids(array("q", range(MILLION)))
    assert model.rowCount() == MILLION
    last = model.index(MILLION - 1, LogColumn.MESSAGE)
    assert last.data() == "…"
    qtbot.waitUntil(lambda: last.data() == f"entry {MILLION - 1}")
    assert log.asked <= 400


def test_what_came_with_the_listing_is_shown_without_loading(spawn: LoopSpawn) -> None:
    log = EndlessLog()
    model = _model(log, spawn)
    model.give({7: make_entry("seven")})
    model.set_row_ids(array("q", range(5, 8)))
    assert model.index(2, LogColumn.MESSAGE).data() == "seven"
    assert log.asked == 0


def test_a_growing_log_of_a_million_tells_only_of_new_rows(qtbot: QtBot, spawn: LoopSpawn) -> None:
    model = _model(EndlessLog(), spawn)
    model.set_row_ids(array("q", range(MILLION)))
    inserted, reset = QSignalSpy(model.rowsInserted), QSignalSpy(model.modelReset)
    model.set_row_ids(array("q", range(MILLION + 3)))
    assert (inserted.count(), reset.count()) == (1, 0)
    assert inserted.at(0)[1:] == [MILLION, MILLION + 2]


@pytest.mark.parametrize(
    ("row", "forward", "found"),
    [(-1, True, 2), (2, True, 5), (5, True, 2), (4, False, 2), (2, False, 5), (-1, False, 5)],
)
def test_the_next_error_is_found_around_the_end(
    spawn: LoopSpawn, row: int, forward: bool, found: int
) -> None:
    model = _model(EndlessLog(), spawn)
    model.set_row_ids(array("q", [10, 11, 12, 13, 14, 15, 16]))
    assert model.nearest(row, array("q", [12, 15]), forward=forward) == found
    assert model.nearest(row, array("q"), forward=forward) is None


def test_the_answer_for_an_older_choice_is_dropped(
    qtbot: QtBot, feed: LogFeed, logs: FakeLogs
) -> None:
    logs.gate = asyncio.Event()
    listed = QSignalSpy(feed.listed)
    feed.set_job(JOB)
    qtbot.waitUntil(lambda: len(logs.calls) == 1)
    feed.set_job(OTHER)
    logs.gate.set()
    qtbot.waitUntil(lambda: listed.count() == 2)
    assert [listed.at(n)[0].partial for n in range(2)] == [True, False]
    assert all(len(listed.at(n)[0].row_ids) == 2 for n in range(2))
    qtbot.waitUntil(lambda: logs.followed == OTHER)


def test_a_log_that_somebody_steps_past_is_not_asked_for(
    qtbot: QtBot, feed: LogFeed, logs: FakeLogs
) -> None:
    feed.set_job(JOB)
    feed.set_job(OTHER)
    qtbot.waitUntil(lambda: logs.followed == OTHER)
    assert ("follow", JOB) not in logs.calls


def test_many_events_are_few_listings(qtbot: QtBot, feed: LogFeed, logs: FakeLogs) -> None:
    sizes: list[int] = []
    feed.listed.connect(lambda listing: sizes.append(len(listing.row_ids)))
    feed.set_job(JOB)
    for number in range(100):
        logs.grow(JOB, make_entry(f"line {number}"))
    qtbot.waitUntil(lambda: sizes[-1:] == [109])
    assert len(sizes) <= 3


def test_levels_and_text_narrow_the_listing(qtbot: QtBot, feed: LogFeed) -> None:
    sizes: list[int] = []
    feed.listed.connect(lambda listing: sizes.append(len(listing.row_ids)))
    feed.set_job(JOB)
    feed.set_query(frozenset((LogLevel.WARNING,)), "")
    qtbot.waitUntil(lambda: sizes[-1:] == [2])
    feed.set_query(frozenset(), "NDVI")
    qtbot.waitUntil(lambda: sizes[-1:] == [3])


def test_an_app_that_ends_asks_no_more(
    qtbot: QtBot, feed: LogFeed, logs: FakeLogs, spawn: LoopSpawn
) -> None:
    """A listing that was asked for while another one ran must not begin as that one is ended."""
    logs.gate = asyncio.Event()
    feed.set_job(JOB)
    qtbot.waitUntil(lambda: len(logs.calls) == 1, timeout=30_000)
    feed.set_query(frozenset((LogLevel.ERROR,)), "")
    (task,) = spawn.tasks
    task.cancel()
    qtbot.waitUntil(task.done, timeout=30_000)
    assert len(logs.calls) == 1
    assert not spawn.tasks - {task}
    logs.grow(JOB, make_entry("late"))
    assert len(logs.calls) == 1


def test_a_failure_of_another_log_is_not_told(feed: LogFeed, logs: FakeLogs) -> None:
    failed = QSignalSpy(feed.failed)
    error = UnreachableError("No answer.")
    feed.set_job(JOB)
    logs.fail(OTHER, error)
    assert failed.count() == 0
    logs.fail(JOB, error)
    assert failed.at(0)[0] is error
