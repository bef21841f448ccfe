"""The changes of a job's status as the history has them."""

from __future__ import annotations

import datetime as dt
import json

from openeo_desktop.core.jobs import JobId, JobKey, JobStatus, parse_job
from openeo_desktop.core.status_history import StatusChange
from openeo_desktop.store.database import Database
from openeo_desktop.store.history_export import export_jobs
from openeo_desktop.store.jobs import upsert_jobs, upsert_listed
from openeo_desktop.store.status_changes import status_changes
from tests.store.conftest import ACCOUNT

START = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def test_each_change_is_there_once_and_the_first_is_marked(database: Database) -> None:
    for number, status in enumerate(("created", "running", "running", "finished")):
        seen = parse_job(ACCOUNT, {"id": "j", "status": status})
        assert seen is not None
        upsert_jobs(database, [seen], now=START + dt.timedelta(minutes=number))
    assert status_changes(database, JobKey(ACCOUNT, JobId("j"))) == (
        StatusChange(JobStatus.CREATED, START, first=True),
        StatusChange(JobStatus.RUNNING, START + dt.timedelta(minutes=1)),
        StatusChange(JobStatus.FINISHED, START + dt.timedelta(minutes=3)),
    )


def test_of_an_unknown_job_nothing_was_seen(database: Database) -> None:
    assert status_changes(database, JobKey(ACCOUNT, JobId("gone"))) == ()


def test_a_job_that_a_listing_brought_at_rest_is_known_since_then(database: Database) -> None:
    key = JobKey(ACCOUNT, JobId("j"))
    later = START + dt.timedelta(hours=1)
    expected = [StatusChange(JobStatus.ERROR, START, first=True)]
    for status, now in (("error", START), ("queued", later)):
        document = {"id": "j", "status": status}
        upsert_listed(database, ACCOUNT, [(document, json.dumps(document))], now=now)
        if status == "queued":
            expected.append(StatusChange(JobStatus.QUEUED, later))
        assert status_changes(database, key) == tuple(expected)
    (exported,) = export_jobs(database, [1], results=False)
    assert [
        (change["before"], change["status"]) for change in json.loads(exported)["transitions"]
    ] == [("", "error"), ("error", "queued")]
