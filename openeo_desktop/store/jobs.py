"""Jobs in the history: what is known of them, which are gone, which move (see `job_upsert`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import PROVISIONAL, Job, JobId, JobKey
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_upsert import Transition, upsert_jobs
from openeo_desktop.store.listed_jobs import upsert_listed, upsert_portions
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.row_sets import fetch_ids
from openeo_desktop.store.rows import job_of
from openeo_desktop.store.seen_rows import SeenRows

# With all that is defined here.
__all__ = ["Transition", "upsert_jobs", "upsert_listed", "upsert_portions"]


def _find(connection: sqlite3.Connection, key: JobKey) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM jobs WHERE account_id = ? AND job_id = ?", key
    ).fetchone()
    return row


def begin_listing(database: Database, account_id: AccountId) -> bool:
    """Start reading a whole listing: nothing is seen yet. Kept in memory, nothing is written.

    Returns whether it is the first one: no job of the account is known.
    """
    known = database.connection.execute(
        "SELECT 1 FROM jobs WHERE account_id = ? LIMIT 1", (account_id,)
    )
    database.seen[account_id] = SeenRows(first=known.fetchone() is None)
    return database.seen[account_id].first


def unlisted_jobs(database: Database, account_id: AccountId) -> dict[int, JobKey]:
    """Jobs that the listing has not shown so far, by row; none where no listing is being read.

    Not those that a listing cannot show: jobs that are being created, or were added by id.
    """
    seen = database.seen.get(account_id)
    if seen is None:
        return {}
    # All that the index of ids tells; the table itself is read for the few that were not seen.
    rows = fetch_ids(
        database.connection,
        "SELECT row FROM jobs WHERE account_id = ? AND substr(job_id, 1, ?) != ?",
        (account_id, len(PROVISIONAL), PROVISIONAL),
    )
    return dict(_still_there(database, seen.missing(rows)))


def _still_there(database: Database, rows: Iterable[int]) -> Iterator[tuple[int, JobKey]]:
    for row in rows:
        known = database.connection.execute(
            "SELECT account_id, job_id FROM jobs WHERE row = ? AND gone = 0 AND by_id = 0", (row,)
        ).fetchone()
        if known is not None:
            yield row, JobKey(AccountId(known[0]), JobId(known[1]))


def finish_listing(database: Database, account_id: AccountId) -> set[JobKey]:
    """After a *complete* listing: what was not seen is gone from the back-end; it stays here."""
    gone = unlisted_jobs(database, account_id)
    database.seen.pop(account_id, None)
    if gone:
        with database.transaction() as connection:
            connection.executemany(
                "UPDATE jobs SET gone = 1 WHERE row = ?", [(row,) for row in gone]
            )
    return set(gone.values())


def remove_job(database: Database, key: JobKey) -> None:
    """Forget a job with its log and result metadata."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM jobs WHERE account_id = ? AND job_id = ?", key)


def load_job(database: Reader, key: JobKey) -> Job | None:
    """A job with everything known, None if never seen."""
    row = _find(database.connection, key)
    return None if row is None else job_of(row, full=True)


def active_jobs(database: Reader, account_id: AccountId) -> list[Job]:
    """Jobs that change by themselves (queued, running), or that are being acted on.

    Not those that only wait here: for their id, or for a place at the back-end.
    """
    rows = database.connection.execute(
        """SELECT * FROM jobs WHERE account_id = ? AND gone = 0
           AND (status IN ('queued', 'running') OR pending != '')
           AND (status IN ('queued', 'running') OR pending NOT IN ('waiting', 'creating'))
           AND substr(job_id, 1, ?) != ?""",
        (account_id, len(PROVISIONAL), PROVISIONAL),
    )
    return [job_of(row) for row in rows]


def row_ids_of(database: Reader, keys: Sequence[JobKey]) -> dict[JobKey, int]:
    """Row ids of known jobs."""
    found: dict[JobKey, int] = {}
    for key in keys:
        row = _find(database.connection, key)
        if row is not None:
            found[key] = int(row["row"])
    return found
