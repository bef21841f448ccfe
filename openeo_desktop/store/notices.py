"""Notices in the history: which transitions are yet to be told, which were told, which were read.

`transitions.told` is the only witness, so nothing is told twice, whichever request saw it and
however the app ended. No words here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import JobId, JobKey, JobStatus
from openeo_desktop.core.notices import NOTICED, Notice
from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import to_time

UNTOLD, NO_NOTICE, TOLD, READ = range(4)
MOST = 5000
"""So many are read at once; the rest follows."""
_SELECT = """SELECT transitions.rowid AS id, account_id, job_id, title, transitions.status AS ended,
             at, coalesce(updated, created) AS changed, told
             FROM transitions JOIN jobs ON jobs.row = job_row"""
_LISTED = "told >= 2"
"""Those in the index `transitions_told`, in the words by which SQLite finds it."""


def told_at_first(connection: sqlite3.Connection, row: int, status: JobStatus) -> int:
    """What `told` is for a new transition of a job: whether it is a notice.

    Not if the job was canceled because the person stopped it here.
    """
    if status not in NOTICED:
        return NO_NOTICE
    stop = connection.execute("DELETE FROM own_stops WHERE job_row = ?", (row,))
    return NO_NOTICE if stop.rowcount and status is JobStatus.CANCELED else UNTOLD


def note_own_stop(connection: sqlite3.Connection, key: JobKey) -> None:
    """The person stops this job, within a transaction; its end as canceled is no news then."""
    connection.execute(
        """INSERT OR IGNORE INTO own_stops
           SELECT row FROM jobs WHERE account_id = ? AND job_id = ?""",
        key,
    )


def forget_own_stop(connection: sqlite3.Connection, key: JobKey) -> None:
    """It was not stopped; within a transaction."""
    connection.execute(
        """DELETE FROM own_stops WHERE job_row =
           (SELECT row FROM jobs WHERE account_id = ? AND job_id = ?)""",
        key,
    )


def untold_notices(database: Reader) -> list[Notice]:
    """What the person was not told yet, oldest first."""
    rows = database.connection.execute(
        f"{_SELECT} WHERE told = 0 ORDER BY at, transitions.rowid LIMIT ?",
        (MOST,),
    )
    return [_notice_of(row) for row in rows]


def told_notices(database: Reader, limit: int) -> list[Notice]:
    """What the person was told, newest first."""
    rows = database.connection.execute(
        f"{_SELECT} WHERE {_LISTED} ORDER BY at DESC, transitions.rowid DESC LIMIT ?",
        (limit,),
    )
    return [_notice_of(row) for row in rows]


def unread_notices(database: Reader) -> int:
    """How many were told that the person may not have seen."""
    row = database.connection.execute(
        f"SELECT count(*) FROM transitions WHERE {_LISTED} AND told = ?",  # noqa: S608 - our own
        (TOLD,),
    )
    return int(row.fetchone()[0])


def mark_told(database: Database, notices: Sequence[Notice]) -> None:
    """They were shown."""
    _mark(database, notices, UNTOLD, TOLD)


def mark_read(database: Database, notices: Sequence[Notice]) -> None:
    """The person has seen them."""
    _mark(database, notices, TOLD, READ)


def mark_all_read(database: Database) -> None:
    """The person has seen the list of all that were told."""
    with database.transaction() as connection:
        connection.execute(
            f"UPDATE transitions SET told = ? WHERE {_LISTED} AND told = ?",  # noqa: S608 - our own
            (READ, TOLD),
        )


def _mark(database: Database, notices: Sequence[Notice], before: int, after: int) -> None:
    """By the job as well: the id of a notice may come again when its job was removed."""
    with database.transaction() as connection:
        connection.executemany(
            """UPDATE transitions SET told = ? WHERE rowid = ? AND told = ? AND job_row =
               (SELECT row FROM jobs WHERE account_id = ? AND job_id = ?)""",
            [(after, notice.id, before, *notice.key) for notice in notices],
        )


def _notice_of(row: sqlite3.Row) -> Notice:
    at = to_time(row["at"])
    assert at is not None
    return Notice(
        id=row["id"],
        key=JobKey(AccountId(row["account_id"]), JobId(row["job_id"])),
        title=row["title"],
        status=JobStatus(row["ended"]),
        at=at,
        changed=to_time(row["changed"]),
        is_read=row["told"] == READ,
    )
