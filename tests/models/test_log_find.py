"""Searching a log: the matches of one question, read on as the log grows."""

from __future__ import annotations

from array import array
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.models.log_find import LogFinder
from openeo_desktop.services.logs import LogListing, LogQuery
from tests.support.fake_services import LoopSpawn

KEY = JobKey(AccountId("a"), JobId("j"))
QUERY = LogQuery(text="tile")


class _Logs:
    """Answers with the rows it has, or fails."""

    def __init__(self) -> None:
        self.rows = [3, 5]
        self.failure: StorageError | None = None

    async def listing(
        self, _key: JobKey, query: LogQuery, _known: LogListing | None = None
    ) -> LogListing:
        if self.failure is not None:
            raise self.failure
        return LogListing(query, array("q", self.rows))


@pytest.fixture
def logs() -> _Logs:
    return _Logs()


@pytest.fixture
def spawn(qtbot: QtBot) -> Any:
    made = LoopSpawn()
    yield made
    made.close()


@pytest.fixture
def finder(logs: _Logs, spawn: LoopSpawn) -> LogFinder:
    return LogFinder(cast("Any", logs), spawn)


def test_the_places_of_matches(qtbot: QtBot, finder: LogFinder) -> None:
    finder.find(KEY, QUERY)
    qtbot.waitUntil(lambda: finder.is_known)
    assert [finder.place_of(row) for row in (3, 4, 5, None)] == [0, None, 1, None]


def test_a_search_that_failed_is_begun_again_when_the_log_grows(
    qtbot: QtBot, logs: _Logs, spawn: LoopSpawn, finder: LogFinder
) -> None:
    logs.failure = StorageError("The history cannot be read.", "")
    finder.find(KEY, QUERY)
    qtbot.waitUntil(lambda: bool(spawn.errors))
    assert not finder.is_known
    logs.failure = None
    finder.look_on()
    qtbot.waitUntil(lambda: list(finder.matches) == [3, 5])


def test_nothing_is_searched_for_without_a_text(logs: _Logs, finder: LogFinder) -> None:
    finder.find(KEY, LogQuery())
    finder.look_on()
    assert not finder.is_known
