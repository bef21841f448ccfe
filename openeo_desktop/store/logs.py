"""Logs in the history: appended without repeats, read by level and text, paged by row id."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import LEVELS, log_entry_of, to_json, to_seconds


@dataclass(frozen=True, slots=True)
class LogCursor:
    """Where the log of a job stands: `offset` is the last id with content, empty at the start."""

    offset: str
    count: int


def _job_row(database: Reader, key: JobKey) -> int | None:
    row = database.connection.execute(
        "SELECT row FROM jobs WHERE account_id = ? AND job_id = ?", key
    ).fetchone()
    return None if row is None else int(row["row"])


def log_cursor(database: Reader, key: JobKey) -> LogCursor:
    """The `offset` for the next request; an empty id is never one (it means «from the start»)."""
    job_row = _job_row(database, key)
    row = database.connection.execute(
        "SELECT entry_id FROM logs WHERE job_row = ? AND entry_id != '' ORDER BY row DESC LIMIT 1",
        (job_row,),
    ).fetchone()
    count = database.connection.execute(
        "SELECT count(*) FROM logs WHERE job_row = ?", (job_row,)
    ).fetchone()[0]
    return LogCursor(row["entry_id"] if row else "", count)


def append_logs(database: Database, key: JobKey, entries: Iterable[LogEntry]) -> int:
    """Append entries that are not there yet (servers may ignore `offset`); returns how many.

    An entry is the same if id, level, time and message are: restarted jobs reuse ids.
    """
    job_row = _job_row(database, key)
    if job_row is None:
        return 0
    added = 0
    with database.transaction() as connection:
        for entry in entries:
            if not _known(connection, job_row, entry):
                _insert(connection, job_row, entry)
                added += 1
    return added


def _known(connection: sqlite3.Connection, job_row: int, entry: LogEntry) -> bool:
    row = connection.execute(
        """SELECT 1 FROM logs WHERE job_row = ? AND entry_id = ? AND level = ? AND message = ?
           AND time IS ? LIMIT 1""",
        (job_row, entry.id, entry.level.severity, entry.message, to_seconds(entry.time)),
    ).fetchone()
    return row is not None


def _insert(connection: sqlite3.Connection, job_row: int, entry: LogEntry) -> None:
    connection.execute(
        """INSERT INTO logs (job_row, entry_id, level, time, code, node, message, raw)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            job_row,
            entry.id,
            entry.level.severity,
            to_seconds(entry.time),
            entry.code,
            entry.node,
            entry.message,
            to_json(dict(entry.raw)),
        ),
    )


def clear_logs(database: Database, key: JobKey) -> None:
    """Forget the log of a job: it was restarted, the old run's log is no longer there."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM logs WHERE job_row = ?", (_job_row(database, key),))


def list_log(
    database: Reader, key: JobKey, levels: Iterable[LogLevel], text: str
) -> tuple[array[int], dict[LogLevel, int]]:
    """Row ids in the server's order, and how many entries of each level there are in all."""
    job_row = _job_row(database, key)
    counted = database.connection.execute(
        "SELECT level, count(*) FROM logs WHERE job_row = ? GROUP BY level", (job_row,)
    )
    counts = {LEVELS[level]: count for level, count in counted}
    severities = [level.severity for level in levels]
    where = f"job_row = ? AND level IN ({', '.join('?' * len(severities))})"
    values: list[object] = [job_row, *severities]
    if text:
        escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        where += " AND (message LIKE ? ESCAPE '\\' OR code LIKE ? ESCAPE '\\')"
        values += [f"%{escaped}%"] * 2
    cursor = database.connection.execute(
        f"SELECT row FROM logs WHERE {where} ORDER BY row",  # noqa: S608 - values are bound
        values,
    )
    ids = array("q")
    while portion := cursor.fetchmany(1000):
        ids.extend(row[0] for row in portion)
    return ids, counts


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
        (_job_row(database, key), level.severity, limit),
    )
    return [log_entry_of(row) for row in cursor]
