"""Filters, orders and days of the jobs table, against the same computed by hand."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.job_query import CostRange, JobListing, JobQuery, SortField, TimeRange
from openeo_desktop.core.jobs import Job, parse_job
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.downloads import add_downloads
from openeo_desktop.store.job_days import local_day
from openeo_desktop.store.job_filters import known_uses
from openeo_desktop.store.job_listing import list_jobs, load_rows
from openeo_desktop.store.jobs import upsert_jobs
from openeo_desktop.store.search_index import index_portion
from tests.store.conftest import make_account

COUNT = 600
START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
COLLECTIONS = ("SENTINEL2_L2A", "SENTINEL2_L2A_v2", "LANDSAT 8")


def _process(rng: random.Random) -> dict[str, Any]:
    return {
        "process_graph": {
            "load": {
                "process_id": "load_collection",
                "arguments": {"id": rng.choice(COLLECTIONS)},
            },
            "more": {"process_id": rng.choice(("ndvi", "ndvi_max"))},
        }
    }


def _raw(number: int, rng: random.Random) -> dict[str, Any]:
    created = START + dt.timedelta(seconds=rng.randrange(40 * 86_400))
    raw: dict[str, Any] = {
        "id": f"j-{number:05}",
        "status": rng.choice(["created", "running", "finished"]),
        "created": created.isoformat(),
    }
    optional: dict[str, Any] = {
        "costs": rng.randrange(50),
        "budget": rng.randrange(50),
        "plan": rng.choice(["free", "Gold", "silver"]),
        "log_level": rng.choice(["info", "error", "debug"]),
        "started": (created + dt.timedelta(seconds=rng.randrange(10**5))).isoformat(),
        "updated": (created + dt.timedelta(seconds=rng.randrange(10**6))).isoformat(),
        "process": _process(rng),
    }
    return raw | {name: value for name, value in optional.items() if rng.random() < 0.7}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("filters") / "history.sqlite3"
    rng = random.Random(5)
    parsed = [parse_job(AccountId("a"), _raw(number, rng)) for number in range(COUNT)]
    database = Database(path)
    save_account(database, make_account("a", "Zeta"))
    upsert_jobs(database, [job for job in parsed if job is not None], detailed=True)
    yield database
    database.close()


def _shown(database: Database, listing: JobListing) -> list[Job]:
    rows = load_rows(database, listing.row_ids)
    return [rows[row_id] for row_id in listing.row_ids]


def _all(database: Database) -> list[Job]:
    return _shown(database, list_jobs(database, JobQuery()))


def _passing(database: Database, test: Callable[[Job], bool]) -> set[str]:
    return {job.id for job in _all(database) if test(job)}


def _ids(database: Database, query: JobQuery) -> set[str]:
    return {job.id for job in _shown(database, list_jobs(database, query))}


@pytest.mark.parametrize("of", [SortField.CREATED, SortField.UPDATED, SortField.STARTED])
def test_a_time_range_holds_its_begin_and_not_its_end(full: Database, of: SortField) -> None:
    def time(job: Job) -> dt.datetime | None:
        updated = job.updated or job.created
        return {"created": job.created, "updated": updated, "started": job.started}[of]

    times = sorted(found for job in _all(full) if (found := time(job)))
    start, end = times[50], times[300]
    expected = _passing(full, lambda job: (t := time(job)) is not None and start <= t < end)
    assert 0 < len(expected) < COUNT
    assert _ids(full, JobQuery(times=TimeRange(of, start, end))) == expected
    after = _passing(full, lambda job: (t := time(job)) is not None and t >= end)
    assert _ids(full, JobQuery(times=TimeRange(of, end))) == after


def test_costs_are_limited_on_both_sides(full: Database) -> None:
    query = JobQuery(costs=CostRange(10, 20))
    expected = _passing(full, lambda job: job.costs is not None and 10 <= job.costs <= 20)
    assert _ids(full, query) == expected
    free = _passing(full, lambda job: job.costs is not None and job.costs <= 3)
    assert _ids(full, JobQuery(costs=CostRange(most=3))) == free


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("word", ["SENTINEL2_L2A", "ndvi", "LANDSAT 8", "load_collection", "x'\"*"])
def test_a_process_or_collection_is_named_exactly(full: Database, word: str, indexed: bool) -> None:
    while indexed and index_portion(full):
        pass
    expected = _passing(full, lambda job: f" {word} " in f" {job.uses} ")
    assert _ids(full, JobQuery(uses=frozenset({word}))) == expected
    assert bool(expected) == (word != "x'\"*")


def test_filters_come_together_and_counts_follow(full: Database) -> None:
    query = JobQuery(uses=frozenset({"ndvi", "SENTINEL2_L2A"}), costs=CostRange(5))
    wanted = _passing(
        full,
        lambda job: {"ndvi", "SENTINEL2_L2A"} <= set(job.uses.split()) and (job.costs or 0) >= 5,
    )
    listing = list_jobs(full, query)
    assert {job.id for job in _shown(full, listing)} == wanted
    assert listing.total == len(wanted) > 0


def test_known_uses_tell_processes_from_collections(full: Database) -> None:
    uses = known_uses(full)
    assert uses.collections == tuple(sorted(COLLECTIONS, key=str.casefold))
    assert uses.processes == ("load_collection", "ndvi", "ndvi_max")


LEVELS = ["error", "warning", "info", "debug"]
KEYS: dict[SortField, Callable[[Job], Any]] = {
    SortField.STARTED: lambda job: job.started,
    SortField.PLAN: lambda job: job.plan.casefold() or None,
    SortField.BUDGET: lambda job: job.budget,
    SortField.LOG_LEVEL: lambda job: LEVELS.index(job.log_level) if job.log_level else None,
    SortField.USES: lambda job: job.uses.casefold() or None,
}


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", KEYS)
def test_every_column_orders_and_what_is_unknown_comes_last(
    full: Database, sort: SortField, descending: bool
) -> None:
    jobs = _shown(full, list_jobs(full, JobQuery(sort=sort, descending=descending)))
    keys = [KEYS[sort](job) for job in jobs]
    known = [key for key in keys if key is not None]
    assert keys == [*sorted(known, reverse=descending), *[None] * (len(keys) - len(known))]
    assert 0 < len(known) < COUNT


def test_jobs_are_ordered_by_how_much_of_them_is_here(full: Database, tmp_path: Path) -> None:
    done, half = (job.key for job in _all(full)[100:102])

    def download(number: int, job: Any, state: DownloadState) -> Download:
        return Download(DownloadId(0), job, f"{number}", tmp_path / f"{number}", state)

    add_downloads(
        full,
        [
            download(1, half, DownloadState.DONE),
            download(2, half, DownloadState.FAILED),
            download(3, done, DownloadState.DONE),
        ],
    )
    jobs = _shown(full, list_jobs(full, JobQuery(sort=SortField.DOWNLOADS)))
    assert [job.key for job in jobs[:2]] == [done, half]
    assert len(jobs) == COUNT


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", [SortField.CREATED, SortField.UPDATED, SortField.STARTED])
def test_days_begin_where_the_local_date_changes(
    full: Database, sort: SortField, descending: bool
) -> None:
    listing = list_jobs(full, JobQuery(sort=sort, descending=descending, by_day=True))

    def day(job: Job) -> dt.date | None:
        times = {"created": job.created, "updated": job.updated or job.created}
        time = times.get(sort, job.started)
        return time.astimezone().date() if time else None

    expected, position = [], 0
    for found, jobs in groupby(_shown(full, listing), key=day):
        expected.append((position, found))
        position += len(list(jobs))
    assert list(listing.days) == expected
    assert len(expected) > 30


def test_days_are_told_only_where_they_are_asked_and_make_sense(full: Database) -> None:
    assert list_jobs(full, JobQuery()).days == ()
    assert list_jobs(full, JobQuery(sort=SortField.COSTS, by_day=True)).days == ()


@pytest.mark.parametrize("seconds", [-62135596800.0, 253402300799.0])
def test_the_first_and_the_last_day_of_all_are_days(seconds: float) -> None:
    _, start, end = local_day(seconds)
    assert start <= seconds < end
