"""Which transitions are notices, and that each is told and read once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_actions import ActionFailure, ActionKind
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus, parse_job
from openeo_desktop.store import notices as store
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_actions import begin_action, end_action, fail_action
from openeo_desktop.store.jobs import remove_job, upsert_jobs, upsert_listed
from tests.store.conftest import ACCOUNT, make_account

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def job(job_id: str, status: str, **more: Any) -> Job:
    found = parse_job(ACCOUNT, {"id": job_id, "status": status, **more})
    assert found is not None
    return found


def see(database: Database, job_id: str, *statuses: str) -> None:
    for number, status in enumerate(statuses):
        upsert_jobs(database, [job(job_id, status)], now=NOW + dt.timedelta(seconds=number))


def untold(database: Database) -> list[tuple[str, str]]:
    return [(n.key.job_id, n.status.value) for n in store.untold_notices(database)]


def test_only_ends_of_known_jobs_are_notices(database: Database) -> None:
    see(database, "first-seen", "finished")
    see(database, "runs", "created", "queued", "running")
    see(database, "done", "created", "queued", "running", "finished")
    see(database, "failed", "running", "error")
    see(database, "canceled", "running", "canceled")
    assert untold(database) == [("failed", "error"), ("canceled", "canceled"), ("done", "finished")]


def test_listing_and_details_tell_of_one_and_the_same_end(database: Database) -> None:
    see(database, "j", "running")
    upsert_listed(database, ACCOUNT, [({"id": "j", "status": "finished"}, '{"id":"j"}')], now=NOW)
    upsert_jobs(database, [job("j", "finished", title="J")], detailed=True, now=NOW)
    assert untold(database) == [("j", "finished")]


def test_each_run_of_a_job_is_told(database: Database) -> None:
    see(database, "j", "running", "error", "queued", "running", "finished")
    assert untold(database) == [("j", "error"), ("j", "finished")]


def test_told_and_read_are_kept_in_the_file(path: Path) -> None:
    database = Database(path)
    save_account(database, make_account())
    see(database, "a", "running", "finished")
    see(database, "b", "running", "error")
    found = store.untold_notices(database)
    store.mark_told(database, found)
    store.mark_read(database, found[:1])
    database.close()
    again = Database(path)
    assert store.untold_notices(again) == []
    assert [(n.key.job_id, n.is_read) for n in store.told_notices(again, 10)] == [
        ("b", False),
        ("a", True),
    ]
    assert store.unread_notices(again) == 1
    store.mark_all_read(again)
    assert store.unread_notices(again) == 0
    again.close()


def test_read_before_told_is_not_taken_for_told(database: Database) -> None:
    see(database, "a", "running", "finished")
    store.mark_read(database, store.untold_notices(database))
    assert untold(database) == [("a", "finished")]


def test_notice_of_a_removed_job_marks_no_other_one(database: Database) -> None:
    see(database, "a", "running", "finished")
    found = store.untold_notices(database)
    remove_job(database, found[0].key)
    see(database, "b", "running", "error")
    assert [n.id for n in store.untold_notices(database)] == [found[0].id]  # the id came again
    store.mark_told(database, found)
    assert untold(database) == [("b", "error")]


def test_what_the_person_stopped_is_no_notice(database: Database) -> None:
    see(database, "j", "running")
    key = JobKey(ACCOUNT, JobId("j"))
    begin_action(database, key, ActionKind.STOPPING, NOW)
    end_action(database, key)  # confirmed; the back-end cancels it a little later
    see(database, "j", "running", "canceled")
    assert untold(database) == []
    see(database, "j", "queued", "running", "canceled")  # of a later run, by somebody else
    assert untold(database) == [("j", "canceled")]


def test_job_that_ended_before_it_could_be_stopped_is_a_notice(database: Database) -> None:
    see(database, "j", "running")
    begin_action(database, JobKey(ACCOUNT, JobId("j")), ActionKind.STOPPING, NOW)
    see(database, "j", "finished")
    assert untold(database) == [("j", "finished")]
    see(database, "j", "running", "canceled")
    assert untold(database) == [("j", "finished"), ("j", "canceled")]


def test_stop_that_failed_counts_no_more(database: Database) -> None:
    see(database, "j", "running")
    key = JobKey(ACCOUNT, JobId("j"))
    begin_action(database, key, ActionKind.STOPPING, NOW)
    fail_action(database, key, ActionFailure(ActionKind.STOPPING, "No.", "", "", "", ""))
    see(database, "j", "canceled")
    assert untold(database) == [("j", "canceled")]


def test_removed_account_takes_its_notices_along(database: Database) -> None:
    other = AccountId("b")
    save_account(database, make_account("b"))
    raw = {"id": "j", "status": "running"}
    for status in ("running", "finished"):
        found = parse_job(other, {**raw, "status": status})
        assert found is not None
        upsert_jobs(database, [found], now=NOW)
    with database.transaction() as connection:
        connection.execute("DELETE FROM accounts WHERE id = 'b'")
    assert untold(database) == []


def test_listing_of_notices_is_read_by_its_index(database: Database) -> None:
    plan = database.connection.execute(
        "EXPLAIN QUERY PLAN SELECT count(*) FROM transitions WHERE told >= 2 AND told = ?", (2,)
    ).fetchall()
    assert "transitions_told" in plan[0][3]


def test_time_of_a_notice_is_what_the_back_end_says(database: Database) -> None:
    see(database, "j", "running")
    upsert_jobs(database, [job("j", "finished", updated="2026-02-28T10:00:00Z")], now=NOW)
    (notice,) = store.untold_notices(database)
    assert (notice.at, notice.status) == (NOW, JobStatus.FINISHED)
    assert notice.changed == dt.datetime(2026, 2, 28, 10, tzinfo=dt.UTC)
