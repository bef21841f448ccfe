"""Whole pages of a listing: what is news is written, what is not leaves the file alone."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobKey, JobStatus, parse_job
from openeo_desktop.store import jobs as store
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_merge import words_of
from tests.store.conftest import make_account

ACCOUNT = AccountId("a")
COUNT = 2_500


def item(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"j-{number:05}",
        "title": f"Wheat {number}",
        "status": "finished",
        "created": "2026-01-01T00:00:00Z",
        "updated": "2026-01-01T00:05:00Z",
        "costs": number,
        **more,
    }


def parsed(raw: dict[str, Any], account: str = "a", indent: int | None = None) -> Job:
    job = parse_job(AccountId(account), raw, json.dumps(raw, indent=indent))
    assert job is not None
    return job


def listing(**more: Any) -> list[Job]:
    return [parsed(item(number, **more)) for number in range(COUNT)]


def list_whole(database: Database, jobs: list[Job]) -> tuple[set[JobKey], int, set[JobKey]]:
    """Read a whole listing by pages: (changed, how many transitions, gone)."""
    store.begin_listing(database, ACCOUNT)
    changed: set[JobKey] = set()
    moved = 0
    for start in range(0, len(jobs), 1000):
        more, transitions = store.upsert_jobs(database, jobs[start : start + 1000])
        changed |= more
        moved += len(transitions)
    return changed, moved, store.finish_listing(database, ACCOUNT)


def files(path: Path) -> dict[str, bytes]:
    """The file and its log; the index of the log in shared memory holds locks, no data."""
    names = [path, path.with_name(f"{path.name}-wal")]
    return {file.name: file.read_bytes() for file in names if file.exists()}


def test_unchanged_listing_touches_no_page(path: Path, database: Database) -> None:
    changed, moved, gone = list_whole(database, listing())
    assert (len(changed), moved, gone) == (COUNT, COUNT, set())
    with closing(sqlite3.connect(path)) as other:
        before = files(path), database.connection.total_changes
        version = other.execute("PRAGMA data_version").fetchone()
        assert list_whole(database, listing()) == (set(), 0, set())
        assert (files(path), database.connection.total_changes) == before
        assert other.execute("PRAGMA data_version").fetchone() == version


def test_unchanged_listing_of_parsed_items_alone_writes_nothing_either(database: Database) -> None:
    jobs = [parse_job(ACCOUNT, item(number)) for number in range(100)]
    known = [job for job in jobs if job is not None]
    list_whole(database, known)
    before = database.connection.total_changes
    assert list_whole(database, known) == (set(), 0, set())
    assert database.connection.total_changes == before


def test_one_change_in_a_page_writes_one_row(database: Database) -> None:
    list_whole(database, listing())
    before = database.connection.total_changes
    jobs = listing()
    jobs[7] = parsed(item(7, status="error", updated="2026-01-01T00:09:00Z"))
    changed, moved, gone = list_whole(database, jobs)
    assert (changed, moved, gone) == ({jobs[7].key}, 1, set())
    assert database.connection.total_changes - before <= 3  # the job, its transition


def test_field_that_nobody_knows_is_kept_and_is_no_news(database: Database) -> None:
    list_whole(database, listing())
    odd = parsed(item(3, **{"x:later": [1]}))
    assert store.upsert_jobs(database, [odd]) == (set(), [])
    job = store.load_job(database, odd.key)
    assert job is not None
    assert job.raw["x:later"] == [1]
    before = database.connection.total_changes
    assert store.upsert_jobs(database, [odd]) == (set(), [])
    assert database.connection.total_changes == before


def test_same_item_after_a_change_seen_elsewhere_is_looked_at(database: Database) -> None:
    """The details told the end first; then the back-end ran it again, with no time to tell by."""
    running = parsed({"id": "j", "status": "running"})
    store.upsert_jobs(database, [running])
    store.upsert_jobs(database, [parsed({"id": "j", "status": "finished"})], detailed=True)
    _, transitions = store.upsert_jobs(database, [running])
    assert [(t.before, t.job.status) for t in transitions] == [
        (JobStatus.FINISHED, JobStatus.RUNNING)
    ]


def test_one_job_twice_in_a_page(database: Database) -> None:
    page = [parsed({"id": "j", "status": "queued"}), parsed({"id": "j", "status": "running"})]
    _, transitions = store.upsert_jobs(database, page)
    assert [(t.before, t.job.status.value) for t in transitions] == [
        (None, "queued"),
        (JobStatus.QUEUED, "running"),
    ]


def test_jobs_of_several_accounts_at_once(database: Database) -> None:
    save_account(database, make_account("b"))
    page = [parsed(item(number), "ab"[number % 2]) for number in range(10)]
    page.append(parsed(item(1), "removed"))
    changed, _ = store.upsert_jobs(database, page)
    assert changed == {job.key for job in page[:10]}


def test_text_of_the_item_is_kept_as_it_came(database: Database) -> None:
    job = parsed(item(1), indent=4)
    store.upsert_jobs(database, [job])
    (raw,) = database.connection.execute("SELECT raw FROM jobs").fetchone()
    assert raw == job.raw_text


def test_time_of_a_change_is_the_callers(database: Database) -> None:
    now = dt.datetime(2031, 1, 1, tzinfo=dt.UTC)
    store.upsert_jobs(database, [parsed(item(1))], detailed=True, now=now)
    (at,) = database.connection.execute("SELECT at FROM transitions").fetchone()
    (fetched,) = database.connection.execute("SELECT detailed_at FROM jobs").fetchone()
    assert at == fetched == now.timestamp()


@pytest.mark.parametrize("kind", ["by_id", "provisional"])
def test_what_a_listing_cannot_show_is_never_gone(database: Database, kind: str) -> None:
    job_id = "creating:1" if kind == "provisional" else "j"
    store.upsert_jobs(database, [parsed({"id": job_id, "status": "created"})], detailed=True)
    if kind == "by_id":
        database.connection.execute("UPDATE jobs SET by_id = 1")
    assert list_whole(database, listing()[:5])[2] == set()


@pytest.mark.parametrize(
    ("status", "pending", "active"),
    [
        ("created", "", False),
        ("queued", "", True),
        ("finished", "starting", True),
        ("created", "waiting", False),
        ("running", "waiting", True),
        ("created", "creating", False),
    ],
)
def test_what_is_watched(database: Database, status: str, pending: str, active: bool) -> None:
    store.upsert_jobs(database, [parsed({"id": "j", "status": status})])
    with database.transaction() as connection:
        connection.execute("UPDATE jobs SET pending = ?", (pending,))
    assert bool(store.active_jobs(database, ACCOUNT)) is active


def test_watching_needs_no_walk_through_all_jobs(database: Database) -> None:
    plan = database.connection.execute(
        """EXPLAIN QUERY PLAN SELECT * FROM jobs WHERE account_id = 'a' AND gone = 0
           AND (status IN ('queued', 'running') OR pending != '')"""
    ).fetchall()
    assert "jobs_active" in plan[0]["detail"]


def test_listing_that_was_not_begun_marks_nothing(database: Database) -> None:
    store.upsert_jobs(database, listing()[:3])
    assert store.finish_listing(database, ACCOUNT) == set()


def test_words_of_a_process() -> None:
    process = {
        "process_graph": {
            "load1": {"process_id": "load_collection", "arguments": {"id": "SENTINEL2_L2A"}},
            "mask": {
                "process_id": "apply",
                "arguments": {"process": {"process_graph": {"a": {"process_id": "linear_scale"}}}},
            },
            "odd": {"process_id": 7, "arguments": []},
        }
    }
    words = set(words_of(process).split())
    assert words == {"load_collection", "SENTINEL2_L2A", "apply", "linear_scale"}
    assert words_of(None) == words_of({"process_graph": "nonsense"}) == ""
