"""Listings of a log: the end first, gaps between rows, what was added, what began anew."""

from __future__ import annotations

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import JobId, JobKey, parse_job
from openeo_desktop.core.logs import LogEntry, LogLevel, parse_log_entry
from openeo_desktop.store import log_listing, logs
from openeo_desktop.store.database import Database
from openeo_desktop.store.jobs import upsert_jobs
from openeo_desktop.store.log_listing import LogSpan

KEY, OTHER = (JobKey(AccountId("a"), JobId(name)) for name in ("j", "k"))
ERRORS = frozenset((LogLevel.ERROR,))


@pytest.fixture(autouse=True)
def _jobs(database: Database) -> None:
    for key in (KEY, OTHER):
        job = parse_job(AccountId("a"), {"id": key.job_id, "status": "running"})
        assert job is not None
        upsert_jobs(database, [job])


def _entries(first: int, last: int) -> list[LogEntry]:
    """Each third one is an error."""
    return [
        parse_log_entry(
            {"id": str(n), "message": f"line {n}", "level": "info" if n % 3 else "error"}
        )
        for n in range(first, last)
    ]


def _ids(database: Database, ids: object) -> list[str]:
    rows = list(ids)  # type: ignore[call-overload]
    found = logs.load_log_rows(database, rows)
    return [found[row].id for row in rows]


def test_logs_that_were_written_in_turn_are_listed_apart(database: Database) -> None:
    for start in range(0, 40, 10):
        logs.append_logs(database, KEY, _entries(start, start + 10))
        logs.append_logs(database, OTHER, _entries(100 + start, 105 + start))
    ids, counts = log_listing.list_log(database, KEY, LogLevel, "")
    assert _ids(database, ids) == [str(n) for n in range(40)]
    assert counts == {LogLevel.ERROR: 14, LogLevel.INFO: 26}
    ids, counts = log_listing.list_log(database, KEY, ERRORS, "line 3")
    assert _ids(database, ids) == ["3", "30", "33", "36", "39"]
    assert counts == {LogLevel.ERROR: 14, LogLevel.INFO: 26}


def test_the_end_comes_alone(database: Database) -> None:
    logs.append_logs(database, KEY, _entries(0, 30))
    end = log_listing.list_log_end(database, KEY, LogLevel, "", 3)
    assert _ids(database, end) == ["27", "28", "29"]
    end = log_listing.list_log_end(database, KEY, ERRORS, "line 2", 3)
    assert _ids(database, end) == ["21", "24", "27"]


def test_a_log_that_grew_tells_what_was_added(database: Database) -> None:
    logs.append_logs(database, KEY, _entries(0, 10))
    first = log_listing.read_listing(database, KEY, ERRORS, "", LogSpan())
    assert (len(first.ids), first.added) == (4, False)
    logs.append_logs(database, KEY, _entries(10, 14))
    more = log_listing.read_listing(database, KEY, ERRORS, "", first.span)
    assert more.added
    assert _ids(database, more.ids) == ["12"]
    assert more.counts == {LogLevel.ERROR: 1, LogLevel.INFO: 3}


def test_a_log_that_began_anew_is_listed_whole(database: Database) -> None:
    logs.append_logs(database, KEY, _entries(0, 10))
    known = log_listing.read_listing(database, KEY, LogLevel, "", LogSpan()).span
    logs.clear_logs(database, KEY)
    logs.append_logs(database, KEY, _entries(20, 25))
    again = log_listing.read_listing(database, KEY, LogLevel, "", known)
    assert not again.added
    assert _ids(database, again.ids) == [str(n) for n in range(20, 25)]


def test_an_empty_log_has_nothing(database: Database) -> None:
    rows = log_listing.read_listing(database, KEY, LogLevel, "", LogSpan())
    assert (list(rows.ids), rows.counts, rows.span) == ([], {}, LogSpan())
    assert not log_listing.list_log_end(database, KEY, LogLevel, "x", 10)
