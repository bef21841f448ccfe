"""The jobs table's questions over 20,000 jobs, against the same computed by hand."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_query import JobListing, JobQuery, SortField
from openeo_desktop.core.jobs import Job, JobStatus, parse_job
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_listing import list_jobs, load_rows
from openeo_desktop.store.jobs import row_ids_of, upsert_jobs
from tests.store.conftest import make_account

COUNT = 20_000
WORDS = ["NDVI", "flood", "Ljubljana", "100%", "a_b", "back\\slash", "été", "", "wheat"]
SEARCHES = ["ndvi", "100%", "a_b", "back\\", "%", "_", "j-00017", "flood ALPHA", "'; --"]
START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def _raw(number: int, rng: random.Random) -> dict[str, Any]:
    created = START + dt.timedelta(seconds=rng.randrange(10**7))
    raw: dict[str, Any] = {
        "id": f"j-{number:05}",
        "status": rng.choice(
            ["created", "queued", "running", "finished", "error", "canceled", "x"]
        ),
        "title": rng.choice(WORDS),
        "created": created.isoformat(),
    }
    if rng.random() < 0.7:
        raw["costs"] = rng.randrange(50)
    if rng.random() < 0.7:
        raw["updated"] = (created + dt.timedelta(seconds=rng.randrange(10**5))).isoformat()
    return raw


@pytest.fixture(scope="module")
def jobs() -> list[Job]:
    rng = random.Random(7)
    accounts = [AccountId("a"), AccountId("b")]
    parsed = [parse_job(accounts[n % 2], _raw(n, rng)) for n in range(COUNT)]
    return [job for job in parsed if job is not None]


@pytest.fixture(scope="module")
def full(jobs: list[Job], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("many") / "history.sqlite3"
    database = Database(path)
    save_account(database, make_account("a", "Zeta"))
    save_account(database, make_account("b", "alpha"))
    upsert_jobs(database, jobs)
    yield database
    database.close()


def _shown(database: Database, listing: JobListing) -> list[Job]:
    rows = load_rows(database, listing.row_ids)
    return [rows[row_id] for row_id in listing.row_ids]


KEYS: dict[SortField, Callable[[Job], Any]] = {
    SortField.CREATED: lambda job: job.created,
    SortField.UPDATED: lambda job: job.updated or job.created,
    SortField.TITLE: lambda job: job.shown_title.upper().replace("É", "é"),
    SortField.COSTS: lambda job: job.costs,
    SortField.ID: lambda job: job.id,
}


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", KEYS)
def test_order(full: Database, jobs: list[Job], sort: SortField, descending: bool) -> None:
    shown = _shown(full, list_jobs(full, JobQuery(sort=sort, descending=descending)))
    values = [KEYS[sort](job) for job in shown]
    known = [value for value in values if value is not None]
    assert len(shown) == COUNT
    assert values == sorted(known, reverse=descending) + [None] * (COUNT - len(known))


@pytest.mark.parametrize("sort", SortField)
def test_order_is_the_same_each_time_and_whole(full: Database, sort: SortField) -> None:
    there = list_jobs(full, JobQuery(sort=sort, descending=False)).row_ids
    back = list_jobs(full, JobQuery(sort=sort, descending=True)).row_ids
    assert sorted(there) == sorted(back) == list(range(1, COUNT + 1))
    assert list_jobs(full, JobQuery(sort=sort, descending=False)).row_ids == there


@pytest.mark.parametrize(
    "text", ["ndvi", "100%", "a_b", "back\\", "%", "_", "j-00017", "flood ALPHA", "'; --"]
)
def test_search_takes_the_text_literally(full: Database, jobs: list[Job], text: str) -> None:
    listing = list_jobs(full, JobQuery(text=text))
    titles = {"a": "Zeta", "b": "alpha"}
    expected = {
        job.key
        for job in jobs
        if all(
            any(
                word.lower() in place.lower()
                for place in (job.title, job.id, titles[job.account_id])
            )
            for word in text.split()
        )
    }
    assert {job.key for job in _shown(full, listing)} == expected
    assert listing.total == len(expected)


def test_status_filter_leaves_the_counts_alone(full: Database, jobs: list[Job]) -> None:
    query = JobQuery(statuses=frozenset({JobStatus.ERROR, JobStatus.UNKNOWN}))
    listing = list_jobs(full, query)
    assert {job.status for job in _shown(full, listing)} == query.statuses
    assert listing.total == COUNT
    assert len(listing.row_ids) == sum(listing.counts[status] for status in query.statuses)


def test_account_and_time(full: Database, jobs: list[Job]) -> None:
    since = START + dt.timedelta(days=60)
    listing = list_jobs(full, JobQuery(account=AccountId("b"), since=since))
    expected = {j.key for j in jobs if j.account_id == "b" and KEYS[SortField.UPDATED](j) >= since}
    assert {job.key for job in _shown(full, listing)} == expected


def test_rows_by_key(full: Database, jobs: list[Job]) -> None:
    found = row_ids_of(full, [jobs[5].key, jobs[0].key, jobs[0].key._replace(job_id="none")])  # type: ignore[arg-type]
    rows = load_rows(full, list(found.values()))
    assert {rows[row_id].key for row_id in found.values()} == {jobs[0].key, jobs[5].key}
