"""The two lanes of the history: reading beside a writer, and reads that are no longer wanted."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from openeo_desktop.core.errors import StorageError
from openeo_desktop.services.history import History
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.store.accounts import load_accounts, save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader
from tests.store.conftest import make_account

DEADLINE = 30.0
ENDLESS = """WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count)
             SELECT count(*) FROM count"""


@asynccontextmanager
async def _open(path: Path) -> AsyncIterator[History]:
    lanes = Lanes()
    history = History(path, lanes.store, lanes.read)
    await history.open()
    try:
        yield history
    finally:
        await history.close()
        await lanes.close()


def _run(path: Path, story: Callable[[History], Awaitable[None]]) -> None:
    async def told() -> None:
        async with _open(path) as history:
            await asyncio.wait_for(story(history), DEADLINE)

    asyncio.run(told())


def test_reading_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    may_end = threading.Event()
    writing = threading.Event()

    def write_slowly(database: Database) -> None:
        with database.transaction() as connection:
            connection.execute("DELETE FROM accounts")
            writing.set()
            assert may_end.wait(DEADLINE)

    async def story(history: History) -> None:
        await history.call(save_account, make_account())
        slow = asyncio.create_task(history.call(write_slowly))
        await asyncio.to_thread(writing.wait, DEADLINE)
        assert len(await history.read(load_accounts)) == 1  # what was committed, and at once
        assert not slow.done()
        may_end.set()
        await slow
        assert await history.read(load_accounts) == []

    _run(tmp_path / "history.sqlite3", story)


def test_read_after_a_commit_sees_it(tmp_path: Path) -> None:
    async def story(history: History) -> None:
        for number in range(50):
            await history.call(save_account, make_account(f"a{number}"))
            assert len(await history.read(load_accounts)) == number + 1

    _run(tmp_path / "history.sqlite3", story)


def test_read_that_is_no_longer_wanted_is_ended(tmp_path: Path) -> None:
    begun = threading.Event()

    def endless(reader: Reader) -> None:
        begun.set()
        reader.connection.execute(ENDLESS).fetchone()

    async def story(history: History) -> None:
        task = asyncio.create_task(history.read(endless))
        await asyncio.to_thread(begun.wait, DEADLINE)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await history.read(load_accounts) == []  # the next question is not ended with it

    _run(tmp_path / "history.sqlite3", story)


def test_reader_cannot_write(tmp_path: Path) -> None:
    def write(reader: Reader) -> None:
        reader.connection.execute("DELETE FROM accounts")

    async def story(history: History) -> None:
        await history.call(save_account, make_account())
        with pytest.raises((StorageError, sqlite3.OperationalError)):
            await history.read(write)
        assert len(await history.read(load_accounts)) == 1

    _run(tmp_path / "history.sqlite3", story)
