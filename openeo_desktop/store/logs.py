"""Logs in the history: appended without repeats, paged by row id (filters: `log_listing`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import log_entry_of, to_json, to_seconds

BATCH = 500
Identity = tuple[str, int, float | None, str]


@dataclass(frozen=True, slots=True)
class LogCursor:
    """Where the log of a job stands: `offset` is the last id with content, empty at the start.

    `count` entries are here; `first` and `last` of them, None where there are none.
    """

    offset: str
    count: int
    first: LogEntry | None = None
    last: LogEntry | None = None


def identity_of(entry: LogEntry) -> Identity:
    """What makes an entry the same as another one: restarted jobs reuse ids."""
    return entry.id, entry.level.severity, to_seconds(entry.time), entry.message


def job_row_of(database: Reader, key: JobKey) -> int | None:
    """The row of a job, None if it is not known here."""
    row = database.connection.execute(
        "SELECT row FROM jobs WHERE account_id = ? AND job_id = ?", key
    ).fetchone()
    return None if row is None else int(row["row"])


def log_cursor(database: Reader, key: JobKey) -> LogCursor:
    """The `offset` for the next request; an empty id is never one (it means «from the start»)."""
    job_row = job_row_of(database, key)
    row = database.connection.execute(
        "SELECT entry_id FROM logs WHERE job_row = ? AND entry_id != '' ORDER BY row DESC LIMIT 1",
        (job_row,),
    ).fetchone()
    count = database.connection.execute(
        "SELECT count(*) FROM logs WHERE job_row = ?", (job_row,)
    ).fetchone()[0]
    offset = row["entry_id"] if row else ""
    if not count:
        return LogCursor(offset, 0)
    return LogCursor(offset, count, _end(database, job_row, "ASC"), _end(database, job_row, "DESC"))


def _end(database: Reader, job_row: int | None, order: str) -> LogEntry:
    row = database.connection.execute(
        f"SELECT * FROM logs WHERE job_row = ? ORDER BY row {order} LIMIT 1",  # noqa: S608
        (job_row,),
    ).fetchone()
    return log_entry_of(row)


def append_logs(
    database: Database, key: JobKey, entries: Iterable[LogEntry], *, fresh: bool = False
) -> int:
    """Append entries that are not there yet (servers may ignore `offset`); returns how many.

    Args:
        fresh: Those without an id are known to be new, also where they look like another one.
    """
    job_row = job_row_of(database, key)
    if job_row is None:
        return 0
    added, pending = 0, list(entries)
    with database.transaction() as connection:
        for start in range(0, len(pending), BATCH):
            batch = _unknown(connection, job_row, pending[start : start + BATCH], fresh)
            _insert(connection, job_row, batch)
            added += len(batch)
    return added


def _unknown(
    connection: sqlite3.Connection, job_row: int, batch: Sequence[LogEntry], fresh: bool
) -> list[LogEntry]:
    """Those of a batch that are not in the history, each once."""
    ids = list({entry.id for entry in batch if entry.id or not fresh})
    rows = connection.execute(
        f"""SELECT entry_id, level, time, message FROM logs
            WHERE job_row = ? AND entry_id IN ({", ".join("?" * len(ids))})""",  # noqa: S608
        (job_row, *ids),
    )
    known: set[Identity] = {(row[0], row[1], row[2], row[3]) for row in rows}
    found = {identity_of(entry): entry for entry in reversed(batch)}
    return [
        entry
        for entry in batch
        if (fresh and not entry.id)
        or (identity_of(entry) not in known and found[identity_of(entry)] is entry)
    ]


def _insert(connection: sqlite3.Connection, job_row: int, batch: Sequence[LogEntry]) -> None:
    """One statement for all: between two of them another thread may keep us waiting."""
    if not batch:
        return
    values: list[object] = []
    for entry in batch:
        values += (
            job_row,
            entry.id,
            entry.level.severity,
            to_seconds(entry.time),
            entry.code,
            entry.node,
            entry.message,
            to_json(dict(entry.raw)),
        )
    marks = ", ".join(["(?, ?, ?, ?, ?, ?, ?, ?)"] * len(batch))
    connection.execute(
        f"""INSERT INTO logs (job_row, entry_id, level, time, code, node, message, raw)
            VALUES {marks}""",  # noqa: S608 - values are bound
        values,
    )


def clear_logs(database: Database, key: JobKey) -> None:
    """Forget the log of a job: it was restarted, the old run's log is no longer there."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM logs WHERE job_row = ?", (job_row_of(database, key),))


def load_log_rows(database: Reader, row_ids: Sequence[int]) -> dict[int, LogEntry]:
    """Entries by row id."""
    found: dict[int, LogEntry] = {}
    for start in range(0, len(row_ids), 500):
        part = row_ids[start : start + 500]
        cursor = database.connection.execute(
            f"SELECT * FROM logs WHERE row IN ({', '.join('?' * len(part))})",  # noqa: S608
            list(part),
        )
        found |= {row["row"]: log_entry_of(row) for row in cursor}
    return found


def load_log(
    database: Reader, key: JobKey, level: LogLevel = LogLevel.DEBUG, limit: int = -1
) -> list[LogEntry]:
    """Entries of at least that severity, oldest first; `limit` < 0 means all."""
    cursor = database.connection.execute(
        "SELECT * FROM logs WHERE job_row = ? AND level >= ? ORDER BY row LIMIT ?",
        (job_row_of(database, key), level.severity, limit),
    )
    return [log_entry_of(row) for row in cursor]
