"""What is too old or too much goes, whole logs at a time; jobs stay."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, parse_job
from openeo_desktop.core.logs import LogLevel, parse_log_entry
from openeo_desktop.store.database import Database
from openeo_desktop.store.jobs import upsert_jobs
from openeo_desktop.store.logs import append_logs, load_log
from openeo_desktop.store.results import load_results, save_results
from openeo_desktop.store.retention import Retention, sizes, tidy
from openeo_desktop.store.summary import describe

NOW = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)


def add_job(database: Database, job_id: str, age_days: int, status: str = "finished") -> Job:
    """A job that changed so long ago, with 20 log entries and result metadata."""
    changed = (NOW - dt.timedelta(days=age_days)).isoformat()
    job = parse_job(AccountId("a"), {"id": job_id, "status": status, "updated": changed})
    assert job is not None
    upsert_jobs(database, [job], now=NOW)
    entries = [parse_log_entry({"id": str(n), "message": "x" * 2000}) for n in range(20)]
    append_logs(database, job.key, entries)
    save_results(database, job.key, {"assets": {}, "description": "y" * 1000})
    database.connection.execute(
        "UPDATE results SET fetched_at = ?", ((NOW - dt.timedelta(days=400)).timestamp(),)
    )
    return job


def kept(database: Database, job: Job) -> tuple[int, bool]:
    """Log entries, and whether there is result metadata."""
    log = load_log(database, job.key, LogLevel.DEBUG)
    return len(log), load_results(database, job.key) is not None


def test_by_default_everything_stays(database: Database) -> None:
    old = add_job(database, "old", 4000)
    done = tidy(database, Retention(), NOW)
    assert (done.log_entries, done.results, kept(database, old)) == (0, 0, (20, True))


@pytest.mark.parametrize(
    ("retention", "expected"),
    [
        (Retention(log_days=90), (0, True)),
        (Retention(metadata_days=90), (20, False)),
        (Retention(log_days=365, metadata_days=365), (20, True)),
    ],
)
def test_by_age(database: Database, retention: Retention, expected: tuple[int, bool]) -> None:
    old, new = add_job(database, "old", 100), add_job(database, "new", 10)
    tidy(database, retention, NOW)
    assert kept(database, old) == expected
    assert kept(database, new) == (20, True)
    assert sizes(database).jobs == 2


def test_running_job_keeps_its_log(database: Database) -> None:
    running = add_job(database, "endless", 500, "running")
    tidy(database, Retention(1, 1, 0), NOW)
    assert kept(database, running) == (20, True)


def test_by_size_the_oldest_go_first(path: Path, database: Database) -> None:
    jobs = [add_job(database, f"j-{number:02}", 100 - number) for number in range(60)]
    before = sizes(database)
    assert before.log_entries == 1200
    done = tidy(database, Retention(max_mb=1), NOW)
    left = [kept(database, job)[0] for job in jobs]
    assert 0 < sum(left) < 1200
    assert left == sorted(left)  # whole logs, and those of the newest jobs are left
    assert set(left) == {0, 20}
    assert (done.log_entries, sizes(database).jobs) == (1200 - sum(left), 60)
    database.close()
    assert path.stat().st_size < 1_500_000
    again = Database(path)
    assert describe(again).startswith("sound")
    again.close()


def test_room_of_a_history_of_an_earlier_version_is_given_back(
    path: Path, database: Database
) -> None:
    """It has no list of pages to move: it is written anew, once."""
    database.connection.execute("PRAGMA auto_vacuum = NONE")
    database.connection.execute("VACUUM")
    assert database.connection.execute("PRAGMA auto_vacuum").fetchone()[0] == 0
    job = add_job(database, "old", 100)
    entries = [parse_log_entry({"id": f"big {n}", "message": "x" * 500_000}) for n in range(40)]
    append_logs(database, job.key, entries)
    done = tidy(database, Retention(log_days=10), NOW)
    assert done.log_entries == 60
    assert database.connection.execute("PRAGMA auto_vacuum").fetchone()[0] == 2
    database.close()
    assert path.stat().st_size < 1_000_000
