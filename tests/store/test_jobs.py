"""Jobs in the history: nothing known is lost, each status change is noticed exactly once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus, parse_job
from openeo_desktop.core.logs import LogLevel, parse_log_entry
from openeo_desktop.store import jobs as store
from openeo_desktop.store.accounts import remove_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.log_listing import list_log
from openeo_desktop.store.logs import append_logs

ACCOUNT = AccountId("a")
KEY = JobKey(ACCOUNT, JobId("j"))
FULL = {
    "id": "j",
    "status": "finished",
    "title": "T",
    "description": "D",
    "created": "2026-01-01T00:00:00Z",
    "started": "2026-01-01T00:01:00Z",
    "updated": "2026-01-01T00:05:00Z",
    "progress": 100,
    "costs": 3.5,
    "plan": "free",
    "budget": 10,
    "log_level": "info",
    "process": {"process_graph": {"a": {"process_id": "x", "arguments": {}}}},
    "usage": {"cpu": {"value": 1, "unit": "s"}},
    "x:unknown": [None, {"deep": "é"}],
}


def _job(raw: dict[str, Any], account: str = "a") -> Job:
    job = parse_job(AccountId(account), raw)
    assert job is not None
    return job


def _put(database: Database, *raws: dict[str, Any], detailed: bool = False) -> list[Any]:
    """The status changes noticed, as (before, now)."""
    _, transitions = store.upsert_jobs(database, [_job(raw) for raw in raws], detailed=detailed)
    return [(t.before and t.before.value, t.job.status.value) for t in transitions]


def _load(database: Database, key: JobKey = KEY) -> Job:
    job = store.load_job(database, key)
    assert job is not None
    return job


def test_listing_leaves_the_details_alone(database: Database) -> None:
    _put(database, FULL, detailed=True)
    before = _load(database)
    changed, transitions = store.upsert_jobs(database, [_job({"id": "j", "status": "finished"})])
    assert (changed, transitions) == (set(), [])
    assert _load(database) == before
    assert before.raw == FULL
    assert before.costs == 3.5
    assert before.process == FULL["process"]


def test_details_say_everything_anew(database: Database) -> None:
    _put(database, FULL, detailed=True)
    _put(database, {"id": "j", "status": "finished", "title": None}, detailed=True)
    after = _load(database)
    assert (after.title, after.costs, after.process) == ("", None, None)


def test_same_answer_changes_nothing(database: Database) -> None:
    _put(database, FULL, detailed=True)
    assert store.upsert_jobs(database, [_job(FULL)], detailed=True) == (set(), [])
    assert store.upsert_jobs(database, [_job(FULL)]) == (set(), [])


def test_each_status_change_is_noticed_once(path: Path, database: Database) -> None:
    raw = {"id": "j", "status": "queued"}
    assert _put(database, raw) == [(None, "queued")]
    assert _put(database, raw) == []
    assert _put(database, raw | {"status": "running"}, detailed=True) == [("queued", "running")]
    assert _put(database, raw | {"status": "running", "progress": 5}) == []
    database.close()
    again = Database(path)
    assert _put(again, raw | {"status": "running"}) == []
    assert _put(again, raw | {"status": "finished"}) == [("running", "finished")]
    assert _put(again, raw | {"status": "finished"}, detailed=True) == []
    noted = again.connection.execute("SELECT before, status, told FROM transitions ORDER BY rowid")
    assert [tuple(row) for row in noted] == [
        ("", "queued", 1),
        ("queued", "running", 1),  # seen in the list, no notice
        ("running", "finished", 0),
    ]
    again.close()


def test_answer_that_was_overtaken_does_not_turn_back(database: Database) -> None:
    running = {"id": "j", "status": "running", "updated": "2026-01-01T00:00:00Z"}
    finished = {"id": "j", "status": "finished", "updated": "2026-01-01T00:09:00Z"}
    _put(database, running)
    assert _put(database, finished) == [("running", "finished")]
    assert _put(database, running) == []
    assert _load(database).status is JobStatus.FINISHED


def test_restart_forgets_the_times_of_the_run_before(database: Database) -> None:
    _put(database, FULL)
    assert _load(database).started is not None
    queued = {"id": "j", "status": "queued", "updated": "2026-01-02T00:00:00Z"}
    assert _put(database, queued) == [("finished", "queued")]
    after = _load(database)
    assert (after.started, after.ended, after.progress) == (None, None, None)
    assert after.title == "T"
    duration = database.connection.execute("SELECT duration FROM jobs").fetchone()[0]
    assert duration is None


def test_gone_only_after_a_whole_listing(database: Database) -> None:
    _put(database, {"id": "j", "status": "finished"}, {"id": "k", "status": "running"})
    store.begin_listing(database, ACCOUNT)
    _put(database, {"id": "k", "status": "running"})
    assert not _load(database).gone  # the listing may yet come to it
    assert store.finish_listing(database, ACCOUNT) == {KEY}
    assert store.finish_listing(database, ACCOUNT) == set()
    assert _load(database).gone
    assert [job.id for job in store.active_jobs(database, ACCOUNT)] == ["k"]


def test_job_that_comes_back_is_there_again(database: Database) -> None:
    raw = {"id": "j", "status": "finished"}
    _put(database, raw)
    store.begin_listing(database, ACCOUNT)
    store.finish_listing(database, ACCOUNT)
    changed, _ = store.upsert_jobs(database, [_job(raw)])
    assert changed == {KEY}
    assert not _load(database).gone


def test_listing_of_one_account_leaves_the_others_alone(database: Database) -> None:
    from openeo_desktop.store.accounts import save_account
    from tests.store.conftest import make_account

    save_account(database, make_account("b"))
    store.upsert_jobs(database, [_job({"id": "j", "status": "created"}, "b")])
    store.begin_listing(database, ACCOUNT)
    assert store.finish_listing(database, ACCOUNT) == set()


def test_account_removed_meanwhile_takes_its_jobs_along(database: Database) -> None:
    _put(database, FULL, detailed=True)
    append_logs(database, KEY, [parse_log_entry({"id": "1", "message": "m"})])
    remove_account(database, ACCOUNT)
    for table in ("jobs", "logs", "transitions"):
        count = database.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert count == 0
    assert store.upsert_jobs(database, [_job(FULL)]) == (set(), [])  # it was on its way
    assert list_log(database, KEY, LogLevel, "")[1] == {}


def test_hostile_documents_are_kept_as_they_are(database: Database) -> None:
    raw = json.loads('{"id": "\\ud800", "title": "\\udfff\\u0000", "status": null, "x": 1e999}')
    _put(database, raw, detailed=True)
    (row,) = database.connection.execute("SELECT job_id FROM jobs").fetchall()
    assert _load(database, JobKey(ACCOUNT, row[0])).raw == raw


@pytest.mark.parametrize("status", ["submitted", "", "FINISHED!"])
def test_unknown_status_is_kept_raw(database: Database, status: str) -> None:
    _put(database, {"id": "j", "status": status})
    job = _load(database)
    assert job.status is JobStatus.UNKNOWN
    assert job.status_text == (status or "N/A")
