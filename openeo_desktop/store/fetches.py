"""What is still to be fetched of each job beside the listing: details, results, the end of a log.

Derived from what is there, so that a first listing writes nothing for it and a kill loses nothing.
"""

from __future__ import annotations

import datetime as dt
import enum
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import PROVISIONAL, JobId, JobKey, JobStatus
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.store.database import Database
from openeo_desktop.store.logs import append_logs, clear_logs
from openeo_desktop.store.reader import Reader

PORTION = 500
_LAST = 2**63 - 1
_SELECT = f"""
    SELECT jobs.row, jobs.job_id, jobs.status, jobs.created, jobs.detailed_at, jobs.gone,
        results.fetched_at, fetches.details_at, fetches.results_at, fetches.errors_at,
        (SELECT max(at) FROM transitions WHERE job_row = jobs.row AND before != '') AS moved_at,
        EXISTS (SELECT 1 FROM logs WHERE job_row = jobs.row) AS has_log
    FROM jobs LEFT JOIN fetches ON fetches.job_row = jobs.row
        LEFT JOIN results ON results.job_row = jobs.row
    WHERE jobs.account_id = ? AND substr(jobs.job_id, 1, {len(PROVISIONAL)}) != '{PROVISIONAL}'
"""  # noqa: S608 - our own constants


class FetchKind(enum.Enum):
    """What can be missing of a job, in the order of asking.

    `ERRORS`: of a failed job why it failed, and of any job whose log was read before its end the
    rest of it.
    """

    DETAILS = "details"
    RESULTS = "results"
    ERRORS = "errors"


@dataclass(frozen=True, slots=True)
class Fetch:
    """One thing to be fetched of one job."""

    key: JobKey
    kind: FetchKind


@dataclass(frozen=True, slots=True)
class Place:
    """How far a search went, from the newest job (by its time of creation) to the oldest."""

    created: float | None = float("inf")
    row: int = _LAST


@dataclass(frozen=True, slots=True)
class Portion:
    """What is due within a portion of jobs; `rest` is None where no jobs are left."""

    due: tuple[Fetch, ...]
    rest: Place | None


def due_fetches(database: Reader, account_id: AccountId, place: Place) -> Portion:
    """What is due of the jobs that come next, newest first; those without a time come last."""
    if place.created is not None:
        sql = f"""{_SELECT} AND (jobs.created, jobs.row) < (?, ?)
            ORDER BY jobs.created DESC, jobs.row DESC LIMIT {PORTION}"""
        values: tuple[object, ...] = (account_id, place.created, place.row)
    else:
        sql = f"""{_SELECT} AND jobs.created IS NULL AND jobs.row < ?
            ORDER BY jobs.row DESC LIMIT {PORTION}"""
        values = (account_id, place.row)
    rows = database.connection.execute(sql, values).fetchall()
    due = tuple(fetch for row in rows for fetch in _due_of(account_id, row))
    if len(rows) == PORTION:
        return Portion(due, Place(rows[-1]["created"], rows[-1]["row"]))
    return Portion(due, Place(None) if place.created is not None else None)


def due_of_job(database: Reader, key: JobKey) -> list[Fetch]:
    """What is due of one job."""
    sql = f"{_SELECT} AND jobs.job_id = ?"
    row = database.connection.execute(sql, key).fetchone()
    return [] if row is None else _due_of(key.account_id, row)


def _due_of(account_id: AccountId, row: sqlite3.Row) -> list[Fetch]:
    """A job at rest: once after its (last) end, or once at all if the end was not witnessed."""
    if row["gone"]:
        return []
    key = JobKey(account_id, JobId(row["job_id"]))
    status = JobStatus.parse(row["status"])
    ended = row["moved_at"] or 0.0 if status.is_terminal else 0.0
    asked = {
        FetchKind.DETAILS: max(row["detailed_at"] or 0.0, row["details_at"] or 0.0),
        FetchKind.RESULTS: max(row["fetched_at"] or 0.0, row["results_at"] or 0.0),
        FetchKind.ERRORS: row["errors_at"] or 0.0,
    }
    wanted = [FetchKind.DETAILS]
    if status is JobStatus.FINISHED:
        wanted.append(FetchKind.RESULTS)
    if status is JobStatus.ERROR or (ended and row["has_log"]):
        wanted.append(FetchKind.ERRORS)
    return [Fetch(key, kind) for kind in wanted if not asked[kind] or asked[kind] < ended]


def note_fetched(database: Database, fetch: Fetch, at: dt.datetime) -> None:
    """It was answered: not due again until the job moves."""
    column = f"{fetch.kind.value}_at"
    with database.transaction() as connection:
        connection.execute(
            f"""INSERT INTO fetches (job_row, {column})
                SELECT row, ? FROM jobs WHERE account_id = ? AND job_id = ?
                ON CONFLICT (job_row) DO UPDATE SET {column} = excluded.{column}""",  # noqa: S608
            (at.timestamp(), *fetch.key),
        )


def append_errors(database: Database, key: JobKey, entries: Iterable[LogEntry]) -> int:
    """Keep the errors of a log of which nothing else is here yet; returns how many."""
    with database.transaction() as connection:
        connection.execute(
            """INSERT INTO fetches (job_row, errors_only)
               SELECT row, 1 FROM jobs WHERE account_id = ? AND job_id = ?
               ON CONFLICT (job_row) DO UPDATE SET errors_only = 1""",
            key,
        )
    return append_logs(database, key, entries)


def has_errors_only(database: Reader, key: JobKey) -> bool:
    """Whether the log here holds the errors alone: where it goes on is not known then."""
    row = database.connection.execute(
        """SELECT errors_only FROM fetches JOIN jobs ON jobs.row = job_row
           WHERE account_id = ? AND job_id = ?""",
        key,
    ).fetchone()
    return bool(row and row[0])


def clear_errors_only(database: Database, key: JobKey) -> None:
    """The whole log is about to be written in place of the errors alone."""
    clear_logs(database, key)
    with database.transaction() as connection:
        connection.execute(
            """UPDATE fetches SET errors_only = 0 WHERE job_row =
               (SELECT row FROM jobs WHERE account_id = ? AND job_id = ?)""",
            key,
        )
