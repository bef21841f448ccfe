"""The search: the same answer with an index, half an index and none, whatever is typed."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_query import JobQuery, SortField
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus, parse_job
from openeo_desktop.store import job_listing, job_orders
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_listing import list_jobs, load_rows
from openeo_desktop.store.jobs import remove_job, upsert_jobs
from openeo_desktop.store.search_index import index_portion, waits
from tests.store.conftest import make_account

HOSTILE = [
    *(
        "*",
        '"',
        '""',
        "'",
        "NEAR(a b)",
        "a AND",
        "OR",
        "NOT x",
        "title:",
        "(",
        "^a",
        "-",
        "{",
        "\\",
    ),
    *("a" * 10_000, "x " * 5_000, "😀", "é😀", "\0", "a\0b", "\ud800", "%", "_", "100%", "; DROP"),
]
JOBS: dict[str, dict[str, Any]] = {
    "j-2401": {"title": "Wheat in Été", "description": "Yield of **maize** near Ljubljana"},
    "j-2402": {"title": "Flood 100% a_b", "description": "", "plan": "premium"},
    "j-2403": {"title": "", "description": "cloud free mosaic"},
    "vito-9f3c": {
        "title": "Indices",
        "process": {
            "process_graph": {
                "l": {"process_id": "load_collection", "arguments": {"id": "SENTINEL2_L2A"}},
                "n": {"process_id": "ndvi", "arguments": {}, "result": True},
            }
        },
    },
}


@pytest.fixture
def filled(database: Database) -> Iterator[Database]:
    for job_id, raw in JOBS.items():
        job = parse_job(AccountId("a"), {"id": job_id, "status": "finished", **raw})
        assert job is not None
        upsert_jobs(database, [job], detailed=True)
    return database


def index_all(database: Database) -> None:
    while index_portion(database, 2):
        pass


def search(database: Database, text: str) -> set[str]:
    ids = list_jobs(database, JobQuery(text=text)).row_ids
    return {job.id for job in load_rows(database, ids).values()}


@pytest.mark.parametrize("indexed", ["not at all", "half", "whole"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("whe", {"j-2401"}),
        ("WHEAT ljub", {"j-2401"}),
        ("maize", {"j-2401"}),
        ("wheat cloud", set()),
        ("100%", {"j-2402"}),
        ("a_b", {"j-2402"}),
        ("prem", {"j-2402"}),
        ("9f3", {"vito-9f3c"}),
        ("240", {"j-2401", "j-2402", "j-2403"}),
        ("j-2403", {"j-2403"}),
        ("03", {"j-2403"}),
        ("ndice", {"vito-9f3c"}),
        ("lood", {"j-2402"}),
        ("ÉT", {"j-2401"}),
        ("ndvi", {"vito-9f3c"}),
        ("sentinel2_l2a", {"vito-9f3c"}),
        ("load_coll", {"vito-9f3c"}),
        ("hom", set(JOBS)),
        ("home flood", {"j-2402"}),
    ],
)
def test_what_is_found(filled: Database, text: str, found: set[str], indexed: str) -> None:
    if indexed == "half":
        index_portion(filled, 2)
        assert waits(filled.connection)
    elif indexed == "whole":
        index_all(filled)
        assert not waits(filled.connection)
    assert search(filled, text) == found


def test_accents_do_not_matter_in_the_index(filled: Database) -> None:
    index_all(filled)
    assert search(filled, "ete") == search(filled, "été") == {"j-2401"}


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_text(filled: Database, text: str, indexed: bool) -> None:
    if indexed:
        index_all(filled)
    for hurry in (False, True):
        list_jobs(filled, JobQuery(text=text), hurry=hurry)


def test_account_is_found_by_its_new_name(filled: Database) -> None:
    index_all(filled)
    save_account(filled, make_account("a", "Terrascope"))
    assert search(filled, "terra") == set(JOBS)
    assert search(filled, "home") == set()


def test_changed_and_deleted_jobs(filled: Database) -> None:
    index_all(filled)
    job = parse_job(AccountId("a"), {"id": "j-2401", "status": "finished", "title": "Barley"})
    assert job is not None
    upsert_jobs(filled, [job], detailed=True)
    assert (search(filled, "wheat"), search(filled, "barley")) == (set(), {"j-2401"})
    index_all(filled)
    assert (search(filled, "wheat"), search(filled, "barley")) == (set(), {"j-2401"})
    remove_job(filled, JobKey(AccountId("a"), JobId("j-2401")))
    assert search(filled, "barley") == set()
    check_index(filled)


def test_row_that_comes_again_is_indexed_again(filled: Database) -> None:
    index_all(filled)
    remove_job(filled, JobKey(AccountId("a"), JobId("vito-9f3c")))  # the highest row
    job = parse_job(AccountId("a"), {"id": "j-9", "status": "created", "description": "savanna"})
    assert job is not None
    upsert_jobs(filled, [job])
    assert waits(filled.connection)
    index_all(filled)
    assert (search(filled, "savanna"), search(filled, "ndvi")) == ({"j-9"}, set())
    check_index(filled)


def check_index(database: Database) -> None:
    """FTS5's own check of the index against the table it is of; an error if they differ."""
    for index in ("search", "search_names"):
        database.connection.execute(
            f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
        )


def test_index_of_many_changes_fits_the_jobs(filled: Database) -> None:
    rng = random.Random(5)
    for _ in range(200):
        words = " ".join(rng.choices(["maize", "flood", "été", "😀", "a-b"], k=3))
        raw = {"id": f"j-{rng.randrange(30)}", "status": "finished", "title": words}
        job = parse_job(AccountId("a"), raw)
        assert job is not None
        action = rng.randrange(4)
        if action == 0:
            remove_job(filled, job.key)
        elif action == 1:
            index_portion(filled, rng.randrange(1, 9))
        else:
            upsert_jobs(filled, [job], detailed=action == 2)
    index_all(filled)
    check_index(filled)


def test_jobs_of_an_earlier_version_get_their_words(filled: Database) -> None:
    filled.connection.execute("UPDATE jobs SET words = ''")
    assert search(filled, "ndvi") == set()
    index_all(filled)
    assert search(filled, "ndvi") == {"vito-9f3c"}


def nine_hundred_jobs() -> list[Job]:
    """Of a few words, states and costs, the same each time."""
    rng = random.Random(3)
    words = ["maize", "Flood", "été", "ndvi-2", "x_y", "wheat"]
    made = [
        parse_job(
            AccountId("a"),
            {
                "id": f"j-{number:04}",
                "status": rng.choice(["finished", "error", "odd"]),
                "title": " ".join(rng.choices(words, k=2)),
                "description": " ".join(rng.choices(words, k=3)),
                "costs": rng.randrange(9),
            },
        )
        for number in range(900)
    ]
    return [job for job in made if job is not None]


def test_first_page_is_the_beginning_of_the_whole(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a search and of an order, among jobs that are many for this test."""
    monkeypatch.setattr(job_listing, "MANY", 100)
    monkeypatch.setattr(job_listing, "MANY_AT_FIRST", 100)
    monkeypatch.setattr(job_orders, "FIRST_PAGE", 30)
    monkeypatch.setattr(job_orders, "SAMPLE", 60)
    upsert_jobs(database, nine_hundred_jobs())
    while index_portion(database):
        pass
    errors = frozenset({JobStatus.ERROR, JobStatus.UNKNOWN})
    for sort, descending in itertools.product(SortField, (True, False)):
        for statuses in (errors, frozenset[JobStatus]()):
            query = JobQuery(sort=sort, statuses=statuses, descending=descending)
            whole = list_jobs(database, query)
            database.listing._orders.clear()  # as after another commit
            first = list_jobs(database, query, hurry=True)
            assert (first.complete, whole.complete) == (False, True)
            assert first.row_ids == whole.row_ids[:30]
    for descending in (True, False):
        database.connection.execute("UPDATE jobs SET created = row WHERE row % 3 AND row < 880")
        query = JobQuery(sort=SortField.CREATED, descending=descending)
        first, whole = (list_jobs(database, query, hurry=hurry) for hurry in (True, False))
        assert first.row_ids == whole.row_ids[:30]
    for text in ("flo", "ete", "x_y wheat", "dvi-2", "j-0"):
        query = JobQuery(text=text, sort=SortField.COSTS)
        first, whole = (list_jobs(database, query, hurry=hurry) for hurry in (True, False))
        if not first.complete:
            assert first.row_ids == whole.row_ids[: len(first.row_ids)]
