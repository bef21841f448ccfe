"""Actions in the history: what is pending outlives the app, what failed says why."""

from __future__ import annotations

import datetime as dt

from openeo_desktop.core.job_actions import ActionFailure, ActionKind, ActionStage
from openeo_desktop.core.jobs import Job, JobId, JobKey, parse_job
from openeo_desktop.store import created_jobs, jobs
from openeo_desktop.store import job_actions as store
from openeo_desktop.store.database import Database
from tests.store.conftest import ACCOUNT

KEY = JobKey(ACCOUNT, JobId("j"))
NEW = JobKey(ACCOUNT, JobId("creating:1"))
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=1)


def put(database: Database, job_id: str, status: str = "created", **more: object) -> None:
    job = parse_job(ACCOUNT, {"id": job_id, "status": status, **more})
    assert job is not None
    jobs.upsert_jobs(database, [job])


def load(database: Database, key: JobKey = KEY) -> Job:
    job = jobs.load_job(database, key)
    assert job is not None
    return job


def test_pending_outlives_a_listing_and_a_restart(database: Database) -> None:
    put(database, "j")
    store.begin_action(database, KEY, ActionKind.STARTING, NOW, body={"x": 1}, known={"y": 2})
    put(database, "j", title="From a listing")
    store.clear_stale_pending(database)
    assert load(database).pending == "starting"
    (action,) = store.load_actions(database, ActionStage.SENT)
    assert (action.key, action.asked_at, action.body) == (KEY, NOW, {"x": 1})
    store.end_action(database, KEY)
    assert load(database).pending == ""
    assert store.load_action(database, KEY) is None


def test_mark_without_an_action_is_cleared_at_the_start(database: Database) -> None:
    put(database, "j")
    with database.transaction() as connection:
        connection.execute("UPDATE jobs SET pending = 'stopping'")
    store.clear_stale_pending(database)
    assert load(database).pending == ""


def test_failure_stays_until_it_is_dismissed(database: Database) -> None:
    put(database, "j")
    store.begin_action(database, KEY, ActionKind.STARTING, NOW)
    failure = ActionFailure(ActionKind.STARTING, "No.", "Wait.", "Code", "ref", "more")
    store.fail_action(database, KEY, failure)
    action = store.load_action(database, KEY)
    assert action is not None
    assert (load(database).pending, action.failure) == ("", failure)
    store.dismiss_failure(database, KEY)
    assert store.load_action(database, KEY) is None


def test_waiting_start_keeps_its_place_while_it_is_tried(database: Database) -> None:
    for job_id, at in (("j", NOW), ("k", LATER)):
        put(database, job_id)
        key = JobKey(ACCOUNT, JobId(job_id))
        store.begin_action(database, key, ActionKind.STARTING, at, stage=ActionStage.WAITING)
    store.begin_action(database, KEY, ActionKind.STARTING, LATER + dt.timedelta(hours=1))
    store.let_wait(database, KEY)
    waiting = store.load_actions(database, ActionStage.WAITING)
    assert [action.key.job_id for action in waiting] == ["j", "k"]
    assert load(database).pending == "waiting"


def test_action_goes_with_its_job(database: Database) -> None:
    put(database, "j")
    store.begin_action(database, KEY, ActionKind.DELETING, NOW)
    jobs.remove_job(database, KEY)
    assert store.load_actions(database, ActionStage.SENT) == []


def test_created_job_takes_over_the_row(database: Database) -> None:
    put(database, NEW.job_id, title="T")
    store.begin_action(database, NEW, ActionKind.CREATING, NOW)
    row = jobs.row_ids_of(database, [NEW])[NEW]
    created_jobs.adopt_job(database, NEW, KEY.job_id)
    assert jobs.row_ids_of(database, [NEW, KEY]) == {KEY: row}
    assert load(database).pending == ""
    assert store.load_action(database, KEY) is None


def test_listing_that_was_faster_gives_way_and_no_change_is_lost(database: Database) -> None:
    put(database, NEW.job_id, title="T")
    put(database, "j", "created", title="T")
    put(database, "j", "queued", title="T")
    row = jobs.row_ids_of(database, [NEW])[NEW]
    created_jobs.adopt_job(database, NEW, KEY.job_id)
    assert jobs.row_ids_of(database, [KEY]) == {KEY: row}
    assert load(database).status == "queued"
    changes = database.connection.execute("SELECT job_row, status FROM transitions").fetchall()
    assert [tuple(change) for change in changes] == [(row, "created"), (row, "queued")]


def test_id_of_an_old_job_does_not_replace_it(database: Database) -> None:
    put(database, "j", "finished", title="Old")
    put(database, NEW.job_id, title="T")
    created_jobs.adopt_job(database, NEW, KEY.job_id)
    assert load(database).title == "Old"
    assert jobs.load_job(database, NEW) is None


def test_possible_jobs_are_new_of_the_same_title_and_not_ours(database: Database) -> None:
    soon = LATER.isoformat()
    put(database, "known-before", title="T", created=soon)
    put(database, NEW.job_id, title="T")
    store.begin_action(database, NEW, ActionKind.CREATING, NOW, body={"title": "T"})
    put(database, "j", title="T", created=soon)
    put(database, "other", title="U", created=soon)
    put(database, "old", title="T", created="2020-01-01T00:00:00Z")
    put(database, "creating:2", title="T", created=soon)
    created_jobs.adopt_job(database, JobKey(ACCOUNT, JobId("creating:2")), JobId("ours"))
    action = store.load_action(database, NEW)
    assert action is not None
    assert created_jobs.possible_jobs(database, action, NOW) == [KEY]


def test_added_and_provisional_jobs_are_not_called_gone(database: Database) -> None:
    put(database, "j")
    put(database, "listed-once")
    put(database, NEW.job_id)
    store.mark_by_id(database, KEY)
    jobs.begin_listing(database, ACCOUNT)
    gone = jobs.finish_listing(database, ACCOUNT)
    assert gone == {JobKey(ACCOUNT, JobId("listed-once"))}
    assert store.by_id_keys(database, ACCOUNT) == [KEY]
    store.mark_gone(database, KEY)
    assert store.by_id_keys(database, ACCOUNT) == []
