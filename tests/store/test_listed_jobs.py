"""Items of a listing go a short way into the history; the outcome is that of the long one."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.jobs import JobKey, JobStatus, parse_job
from openeo_desktop.store import jobs as store
from openeo_desktop.store.accounts import remove_account, save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_upsert import Transition
from openeo_desktop.store.listed_columns import Portion
from tests.store.conftest import ACCOUNT, make_account
from tests.store.test_job_upsert import files, item

COLUMNS = """account_id, job_id, status, status_text, title, description, created, updated, queued,
    started, ended, duration, progress, plan, costs, budget, log_level, raw, listed, gone, pending,
    process, usage, words, detailed_at"""
ODD: list[Any] = [
    *(None, "", "été", "x" * 200_000, 7, 7.5, True, [], {}, "\ud800", "2026-01-01T00:00:00Z"),
    *("2026-01-01 00:00:00", "2026-13-01T00:00:00Z", "2026-01-01T00:00:00.123456+02:00", 1e999),
    *(-5, 250, "FINISHED", "running", "queued", "submitted", 10**400, "not a time", "２０２６"),
]
FIELDS = (
    *("id", "status", "title", "description", "created", "submitted", "updated", "queued"),
    *("started", "progress", "plan", "costs", "budget", "log_level", "process", "x:odd"),
)


def listed(*documents: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    return [(document, json.dumps(document)) for document in documents]


def put(database: Database, *documents: dict[str, Any]) -> tuple[set[JobKey], list[Transition]]:
    return store.upsert_listed(database, ACCOUNT, listed(*documents))


def rows(database: Database) -> list[tuple[Any, ...]]:
    found = database.connection.execute(f"SELECT {COLUMNS} FROM jobs ORDER BY job_id")
    return [tuple(row) for row in found]


def test_short_way_and_long_way_write_the_same(tmp_path: Path) -> None:
    rng = random.Random(11)
    documents = []
    for number in range(400):
        document = {name: rng.choice(ODD) for name in rng.sample(FIELDS, rng.randrange(1, 12))}
        documents.append({**document, "id": f"j-{number}"} if rng.random() < 0.8 else document)
    short, long = Database(tmp_path / "short.sqlite3"), Database(tmp_path / "long.sqlite3")
    for database in (short, long):
        save_account(database, make_account())
    store.upsert_listed(short, ACCOUNT, listed(*documents))
    for document, text in listed(*documents):
        job = parse_job(ACCOUNT, document, text)
        store.upsert_jobs(long, [job] if job is not None else [])
    assert len(rows(short)) > 300
    # A listing knows scalars only: a process in it is left to the details, on both ways.
    assert rows(short) == rows(long)
    short.close()
    long.close()


def test_unchanged_listing_touches_no_page(path: Path, database: Database) -> None:
    documents = [item(number) for number in range(2500)]
    changed, _ = put(database, *documents)
    assert len(changed) == 2500
    before = files(path), database.connection.total_changes
    store.begin_listing(database, ACCOUNT)
    assert put(database, *documents) == (set(), [])
    assert store.finish_listing(database, ACCOUNT) == set()
    assert (files(path), database.connection.total_changes) == before


def test_only_jobs_that_are_under_way_are_told_when_first_seen(database: Database) -> None:
    states = ("created", "queued", "running", "finished", "error", "canceled", "odd")
    _, transitions = put(database, *({"id": s, "status": s} for s in states))
    assert {(t.before, t.job.status) for t in transitions} == {
        (None, JobStatus.QUEUED),
        (None, JobStatus.RUNNING),
    }
    noted = database.connection.execute("SELECT status, told FROM transitions ORDER BY rowid")
    assert [tuple(row) for row in noted] == [("queued", 1), ("running", 1)]


def test_changes_are_told_once(database: Database) -> None:
    put(database, {"id": "j", "status": "running"}, {"id": "k", "status": "running"})
    for _ in range(2):
        changed, transitions = put(
            database, {"id": "j", "status": "finished"}, {"id": "k", "status": "running"}
        )
        told = [(t.job.id, t.before, t.job.status) for t in transitions]
        if _ == 0:
            assert told == [("j", JobStatus.RUNNING, JobStatus.FINISHED)]
            assert [key.job_id for key in changed] == ["j"]
        else:
            assert (told, changed) == ([], set())


def test_new_and_missing_jobs_of_a_whole_listing(database: Database) -> None:
    put(database, *(item(number) for number in range(5)))
    store.begin_listing(database, ACCOUNT)
    put(database, *(item(number) for number in range(3, 9)))
    gone = store.finish_listing(database, ACCOUNT)
    assert {key.job_id for key in gone} == {"j-00000", "j-00001", "j-00002"}
    changed, _ = put(database, item(1))
    assert {key.job_id for key in changed} == {"j-00001"}
    assert database.connection.execute("SELECT sum(gone) FROM jobs").fetchone()[0] == 2


def test_forgotten_jobs_stay_forgotten(database: Database) -> None:
    keys = {JobKey(ACCOUNT, job.key.job_id) for job in [parse_job(ACCOUNT, item(1))] if job}
    changed, _ = store.upsert_listed(
        database, ACCOUNT, listed(item(1), item(2)), forgotten=frozenset(keys)
    )
    assert {key.job_id for key in changed} == {"j-00002"}


def test_one_job_twice_in_a_page(database: Database) -> None:
    _, transitions = put(
        database, {"id": "j", "status": "queued"}, {"id": "j", "status": "running"}
    )
    assert [t.job.status.value for t in transitions] == ["queued", "running"]


def test_account_that_was_removed_meanwhile(database: Database) -> None:
    remove_account(database, ACCOUNT)
    assert put(database, item(1)) == (set(), [])


@pytest.mark.parametrize("text", ["", "no json"])
def test_text_of_an_item_is_only_kept_not_read(database: Database, text: str) -> None:
    store.upsert_listed(database, ACCOUNT, [(item(1), text)])
    job = store.load_job(database, JobKey(ACCOUNT, parse_id(1)))
    assert job is not None
    assert job.title == "Wheat 1"


def parse_id(number: int) -> Any:
    return item(number)["id"]


def prepared(*documents: dict[str, Any]) -> Portion:
    portion = Portion(list(listed(*documents)))
    portion.prepare()
    return portion


def test_columns_that_were_made_beforehand_write_the_same_in_a_first_listing(
    tmp_path: Path,
) -> None:
    """Also where jobs come again in a later portion, or are known already; odd ones are left."""
    rng = random.Random(12)
    pages = [[item(number) for number in range(at, at + 40)] for at in (0, 40, 70)]
    pages += [[{name: rng.choice(ODD) for name in FIELDS} | {"id": f"o{n}"} for n in range(40)]]
    pages += [[{"id": "twice", "status": status} for status in ("queued", "running")]]
    short, long = Database(tmp_path / "short.sqlite3"), Database(tmp_path / "long.sqlite3")
    told = []
    for database in (short, long):
        save_account(database, make_account())
        assert store.begin_listing(database, ACCOUNT)
        store.upsert_jobs(database, [job for job in [parse_job(ACCOUNT, item(95))] if job])
        portions = [prepared(*page) for page in pages]
        assert [portion.columns is not None for portion in portions] == [True] * 4 + [False]
        if database is long:
            portions = [Portion(portion.items) for portion in portions]
        changed, transitions = store.upsert_portions(database, ACCOUNT, portions)
        statuses = sorted((it.job.id, str(it.before), it.job.status.value) for it in transitions)
        told.append((changed, statuses, store.finish_listing(database, ACCOUNT)))
    assert len(rows(short)) == 110 + 40 + 1
    assert rows(short) == rows(long)
    assert told[0] == told[1]
    short.close()
    long.close()


def test_columns_that_were_made_beforehand_bring_no_forgotten_job_back(database: Database) -> None:
    store.begin_listing(database, ACCOUNT)
    forgotten = frozenset({JobKey(ACCOUNT, parse_id(1))})
    portions = [prepared(item(1), item(2))]
    changed, _ = store.upsert_portions(database, ACCOUNT, portions, forgotten=forgotten)
    assert {key.job_id for key in changed} == {"j-00002"}


def test_columns_are_not_made_of_nothing_or_without_the_texts() -> None:
    for items in ([], [(item(1), "")], [(item(1), "{}"), (item(2), "")]):
        portion = Portion(list(items))
        portion.prepare()
        assert portion.columns is None
