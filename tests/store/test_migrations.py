"""Histories of earlier versions are led on, with everything in them and a safety copy beside."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.job_query import JobQuery, SortField
from openeo_desktop.core.jobs import JobId, JobKey, JobStatus, parse_job
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.core.sign_in import SignInMethod
from openeo_desktop.store import accounts, downloads, jobs, logs, results
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_listing import load_rows
from openeo_desktop.store.job_orders import first_in_order
from openeo_desktop.store.schema import MIGRATIONS

DATA = Path(__file__).parent / "data"
OLD = DATA / "history-v2.sqlite"
VERSION_3 = DATA / "history-v3.sqlite"
TABLES = ("accounts", "jobs", "transitions", "logs", "results", "downloads")
KEY = JobKey(AccountId("away"), JobId("j-03"))


@pytest.fixture
def old(path: Path) -> Path:
    """A history of version 2 where the app expects its own."""
    shutil.copyfile(OLD, path)
    return path


def _rows(path: Path, table: str) -> list[dict[str, Any]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")]


def _version(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.parametrize("kept", [OLD, VERSION_3], ids=["2", "3"])
@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_every_row_is_kept(path: Path, kept: Path, table: str) -> None:
    before = _rows(kept, table)
    shutil.copyfile(kept, path)
    Database(path).close()
    after = _rows(path, table)
    assert before
    assert [{name: row[name] for name in before[0]} for row in after] == before


def test_safety_copy_is_the_file_as_it_was(old: Path) -> None:
    Database(old).close()
    copy = old.with_name("history.before-3.sqlite3")
    assert _version(copy) == 2
    assert _version(old) == len(MIGRATIONS)
    for table in TABLES:
        assert _rows(copy, table) == _rows(OLD, table)


def test_everything_can_be_read(old: Path) -> None:
    database = Database(old)
    away, home = accounts.load_accounts(database)
    assert (away.title, away.method, home.title) == ("Étranger", SignInMethod.DEVICE_CODE, "Home")
    job = jobs.load_job(database, KEY)
    assert job is not None
    assert (job.status, job.costs, job.title) == (JobStatus.FINISHED, 3, "Wheat 3 – «été»")
    assert job.process is not None
    assert job.raw["x:unknown"] == {"kept": [3]}
    assert len(logs.load_log(database, KEY, LogLevel.ERROR)) == 3
    assert results.load_results(database, KEY) is not None
    assert [item.asset_key for item in downloads.load_downloads(database)] == ["a.tif"]
    database.close()


def test_version_3_opens_with_what_changed_last(path: Path) -> None:
    shutil.copyfile(VERSION_3, path)
    database = Database(path)
    query = JobQuery(sort=SortField.UPDATED, descending=True)
    first = first_in_order(database.connection, query)
    found = load_rows(database, first)
    changed = [found[row].updated for row in first]
    assert changed == [dt.datetime(2026, 2, day, 8, tzinfo=dt.UTC) for day in range(20, 0, -1)]
    assert _version(path.with_name("history.before-4.sqlite3")) == 3
    database.close()


def test_old_changes_are_no_news(old: Path) -> None:
    database = Database(old)
    untold = database.connection.execute("SELECT count(*) FROM transitions WHERE told = 0")
    assert untold.fetchone()[0] == 0
    database.close()


def test_life_goes_on_where_it_was(old: Path) -> None:
    database = Database(old)
    running = parse_job(AccountId("home"), {"id": "j-02", "status": "finished"})
    assert running is not None
    _, (change,) = jobs.upsert_jobs(database, [running])
    assert (change.before, change.job.status) == (JobStatus.RUNNING, JobStatus.FINISHED)
    database.close()


def test_only_the_two_newest_copies_are_kept(old: Path) -> None:
    for version in (1, 2):
        shutil.copyfile(OLD, old.with_name(f"history.before-{version}.sqlite3"))
    Database(old).close()
    copies = sorted(copy.name for copy in old.parent.glob("*.before-*"))
    assert copies == ["history.before-2.sqlite3", "history.before-3.sqlite3"]


def test_migration_that_fails_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (*MIGRATIONS[:2], MIGRATIONS[2] + "INSERT INTO nowhere VALUES (1);")
    monkeypatch.setattr("openeo_desktop.store.database.MIGRATIONS", broken)
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Database(old)
    assert _version(old) == 2
    for table in TABLES:
        assert _rows(old, table) == _rows(OLD, table)
    monkeypatch.undo()
    database = Database(old)
    assert len(accounts.load_accounts(database)) == 2
    database.close()


def test_no_room_for_the_copy_is_told_and_changes_nothing(old: Path) -> None:
    """A folder stands where the copy is to be written: as on a full disk, it cannot be."""
    old.with_name("history.before-3.sqlite3.part").mkdir()
    with pytest.raises(StorageError, match="could not be copied"):
        Database(old)
    assert _version(old) == 2
