"""Really damaged files: what can be read is carried over, the file is kept, nothing crashes."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import JobId, JobKey, parse_job
from openeo_desktop.core.logs import LogLevel, parse_log_entry
from openeo_desktop.store.accounts import load_accounts
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_listing import list_jobs
from openeo_desktop.store.jobs import load_job, upsert_jobs
from openeo_desktop.store.logs import append_logs, load_log
from openeo_desktop.store.results import load_results, save_results
from openeo_desktop.store.salvage import TABLES
from openeo_desktop.store.search_index import index_portion
from openeo_desktop.store.summary import describe
from tests.store.conftest import ACCOUNT

JOBS, ENTRIES = 600, 400
KEY = JobKey(ACCOUNT, JobId("j-0007"))
PAGE = 4096


@pytest.fixture
def content(path: Path, database: Database) -> bytes:
    """The bytes of a history with jobs, logs and results, closed."""
    jobs = [
        parse_job(
            AccountId("a"),
            {
                "id": f"j-{number:04}",
                "status": "finished",
                "title": f"Job {number}",
                "description": "d" * 300,
            },
        )
        for number in range(JOBS)
    ]
    upsert_jobs(database, [job for job in jobs if job is not None])
    entries = [parse_log_entry({"id": str(n), "message": f"line {n}"}) for n in range(ENTRIES)]
    append_logs(database, KEY, entries)
    save_results(database, KEY, {"assets": {"a.tif": {"type": "image/tiff"}}})
    while index_portion(database):
        pass
    database.close()
    return path.read_bytes()


def zeros(content: bytes, pages: list[int]) -> bytes:
    data = bytearray(content)
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    return bytes(data)


def reopen(path: Path, damaged: bytes) -> Database:
    """As after an unclean end: the file is looked through."""
    path.write_bytes(damaged)
    path.with_name(f"{path.name}-damaged").touch()
    return Database(path)


def check(database: Database) -> None:
    """The new history is whole and works."""
    assert describe(database).startswith("sound")
    assert database.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    while index_portion(database):
        pass
    listing = list_jobs(database, JobQuery(text="job"))
    assert listing.total == len(listing.row_ids)


def test_header_is_mended(path: Path, content: bytes) -> None:
    for header in (b"SQLite format 4\x00" + content[16:100], bytes(100)):
        database = reopen(path, header + content[100:])
        assert database.salvaged is not None
        assert (database.salvaged.jobs, database.salvaged.log_entries) == (JOBS, ENTRIES)
        assert database.salvaged.complete
        assert database.salvaged.path.read_bytes()[:100] == header
        assert load_results(database, KEY) is not None
        check(database)
        database.close()


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_file_that_was_cut_off(path: Path, content: bytes, part: float) -> None:
    cut = int(len(content) * part) // PAGE * PAGE + 100
    path.write_bytes(content[:cut])
    database = Database(path)  # noticed without a mark: the header says how long it should be
    assert database.salvaged is not None
    assert 0 < database.salvaged.jobs <= JOBS
    assert not database.salvaged.complete
    check(database)
    database.close()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kind", ["zeros", "noise", "bytes"])
def test_damage_in_the_middle(path: Path, content: bytes, kind: str, seed: int) -> None:
    rng = random.Random(seed)
    pages = rng.sample(range(1, len(content) // PAGE), 3)
    damaged = bytearray(zeros(content, pages) if kind == "zeros" else content)
    for page in pages:
        start = page * PAGE
        if kind == "noise":
            damaged[start : start + PAGE] = rng.randbytes(PAGE)
        elif kind == "bytes":
            for _ in range(40):
                damaged[start + rng.randrange(PAGE)] = rng.randrange(256)
    database = reopen(path, bytes(damaged))
    if database.salvaged is not None:
        assert database.salvaged.path.exists()
    assert load_accounts(database) is not None
    check(database)
    database.close()


def _jobs_left(database: Database) -> int:
    return int(database.connection.execute("SELECT count(*) FROM jobs").fetchone()[0])


def _leaf_of(content: bytes, text: bytes) -> int:
    """The page that holds this text in a table of rows."""
    at = -1
    while (at := content.find(text, at + 1)) >= 0:
        if content[at // PAGE * PAGE] == 0x0D:
            return at // PAGE
    raise AssertionError(text)


def test_one_lost_page_costs_its_own_rows_only(path: Path, content: bytes) -> None:
    page = _leaf_of(content, b"j-0300")
    database = reopen(path, zeros(content, [page]))
    assert database.salvaged is not None
    assert not database.salvaged.complete
    assert 0 < JOBS - database.salvaged.jobs <= 10
    assert _jobs_left(database) == database.salvaged.jobs
    assert database.salvaged.log_entries == ENTRIES
    assert len(load_log(database, KEY, LogLevel.DEBUG)) == ENTRIES
    job = load_job(database, KEY)
    assert job is not None
    assert (job.title, job.description) == ("Job 7", "d" * 300)
    check(database)
    database.close()


def _page_of_index(content: bytes, text: bytes) -> int:
    at = -1
    while (at := content.find(text, at + 1)) >= 0:
        if content[at // PAGE * PAGE] == 0x0A:
            return at // PAGE
    raise AssertionError(text)


def test_damaged_index_costs_nothing(path: Path, content: bytes) -> None:
    database = reopen(path, zeros(content, [_page_of_index(content, b"j-0300")]))
    assert database.salvaged is not None
    assert (database.salvaged.jobs, database.salvaged.complete) == (JOBS, True)
    check(database)
    database.close()


def test_lost_accounts_leave_their_jobs_readable(path: Path, content: bytes) -> None:
    page = _leaf_of(content, b"https://a.example.org")
    database = reopen(path, zeros(content, [page]))
    assert database.salvaged is not None
    assert database.salvaged.jobs == JOBS
    (account,) = load_accounts(database)
    assert (account.id, account.history_only) == (ACCOUNT, True)
    check(database)
    database.close()


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        (b"Job 300", lambda database: list_jobs(database, JobQuery(text="job"))),
        (b"line 300", lambda database: load_log(database, KEY)),
    ],
)
def test_damage_that_is_met_while_running_is_mended_at_the_next_start(
    path: Path, content: bytes, text: bytes, ask: Callable[[Database], object]
) -> None:
    """A clean end needs no look through the whole file; a page that cannot be read asks for one."""
    count = len(content) // PAGE
    pages = [n for n in range(1, count) if text in content[n * PAGE : (n + 1) * PAGE]]
    path.write_bytes(zeros(content, pages))
    database = Database(path)
    assert database.salvaged is None
    with pytest.raises(StorageError, match="damaged"), database.errors():
        ask(database)
    database.close()
    again = Database(path)
    assert again.salvaged is not None
    check(again)
    again.close()
    third = Database(path)
    assert third.salvaged is None
    third.close()


def test_text_that_is_damaged_is_met_and_mended(path: Path, content: bytes) -> None:
    """No check of SQLite's finds it: the pages are sound, a text on one is not."""
    path.write_bytes(content.replace(b"Job 300", b"Job \xff00"))
    database = Database(path)
    assert database.salvaged is None
    with pytest.raises(StorageError, match="damaged"), database.errors():
        load_job(database, JobKey(ACCOUNT, JobId("j-0300")))
    database.close()
    again = Database(path)
    assert again.salvaged is not None
    assert again.salvaged.jobs == JOBS
    job = load_job(again, JobKey(ACCOUNT, JobId("j-0300")))
    assert job is not None
    assert job.title == "Job \ufffd00"
    check(again)
    again.close()


def test_every_table_is_carried_over(database: Database) -> None:
    tables = database.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    made_anew = {"search", "search_state", "search_pending"}
    kept = {name for (name,) in tables if name not in made_anew and not name.startswith("search_")}
    assert kept <= set(TABLES)
