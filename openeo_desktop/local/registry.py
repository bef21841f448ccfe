"""The registry of batch jobs in SQLite: jobs, their log entries and their result files.

Used by the server and by the job processes at the same time (WAL). It stores and finds; the rules
of the openEO life cycle are in `job_service.py`. Times are RFC 3339 texts in UTC.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openeo_desktop.local.levels import rank
from openeo_desktop.local.times import now, now_exact

_SCHEMA = """
CREATE TABLE IF NOT EXISTS jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL,
    title TEXT, description TEXT, process TEXT NOT NULL, log_level TEXT NOT NULL,
    extra TEXT NOT NULL DEFAULT '{}', created TEXT NOT NULL, updated TEXT NOT NULL,
    queued TEXT, started TEXT, progress REAL NOT NULL DEFAULT 0, usage TEXT,
    run INTEGER NOT NULL DEFAULT 0, queue_place INTEGER, last_log INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS jobs_status ON jobs (status, queue_place);
CREATE TABLE IF NOT EXISTS logs (
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, number INTEGER NOT NULL,
    rank INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (job_id, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS assets (
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, name TEXT NOT NULL,
    metadata TEXT NOT NULL, PRIMARY KEY (job_id, name)
);
"""


@dataclass(frozen=True, slots=True)
class Job:
    """One row of the registry."""

    number: int
    id: str
    status: str
    title: str | None
    description: str | None
    process: dict[str, Any]
    log_level: str
    extra: dict[str, Any]
    created: str
    updated: str
    queued: str | None
    started: str | None
    progress: float
    usage: dict[str, Any] | None
    run: int


# Only names of columns go into the texts of statements, never values.
_SELECT = f"SELECT {', '.join(Job.__dataclass_fields__)} FROM jobs"  # noqa: S608
# Process graphs may be megabytes; parsing those of a whole list would take seconds.
_SELECT_SHORT = _SELECT.replace(" process,", " '{}' AS process,")
_JSON_COLUMNS = frozenset({"process", "extra", "usage"})


def _job(row: sqlite3.Row) -> Job:
    values = dict(row)
    for name in _JSON_COLUMNS:
        values[name] = json.loads(values[name]) if values[name] else None
    return Job(**values)


class Registry:
    """All reading and writing of one registry file; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Open (or make) the registry at `path`."""
        self._path = path
        # Stays open: whenever the last connection closes, SQLite writes the WAL back and deletes
        # it, which makes each single write four times slower.
        self._keeper = sqlite3.connect(path, timeout=30, check_same_thread=False)
        self._keeper.executescript(f"PRAGMA journal_mode=WAL;{_SCHEMA}")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """One connection for one transaction: SQLite refuses sharing between threads."""
        database = sqlite3.connect(self._path, timeout=30, isolation_level=None)
        try:
            database.row_factory = sqlite3.Row
            database.execute("PRAGMA foreign_keys=ON")
            database.execute("PRAGMA synchronous=NORMAL")
            yield database
        finally:
            database.close()

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")

    def add(self, job_id: str, values: dict[str, Any]) -> None:
        """Store a new job of status created; `values` holds process, title, log_level and so on."""
        moment = now()
        row = {"id": job_id, "status": "created", "created": moment, "updated": moment, **values}
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        with self._write() as database:
            insert = f"INSERT INTO jobs ({names}) VALUES ({marks})"  # noqa: S608
            database.execute(insert, _encoded(row))

    def find(self, job_id: str) -> Job | None:
        """The job with this id."""
        with self._open() as database:
            row = database.execute(
                f"{_SELECT} WHERE id = ?",
                (job_id,),
            ).fetchone()
        return _job(row) if row else None

    def page(self, limit: int | None, before: int | None) -> list[Job]:
        """Jobs without their process, newest first, that are older than row number `before`."""
        with self._open() as database:
            rows = database.execute(
                f"{_SELECT_SHORT} WHERE number < ? ORDER BY number DESC LIMIT ?",
                (2**62 if before is None else before, -1 if limit is None else limit),
            ).fetchall()
        return [_job(row) for row in rows]

    def with_status(self, status: str) -> list[Job]:
        """Jobs of one status without their process, in the order of the queue."""
        with self._open() as database:
            rows = database.execute(
                f"{_SELECT_SHORT} WHERE status = ? ORDER BY queue_place, number",
                (status,),
            ).fetchall()
        return [_job(row) for row in rows]

    def update(self, job_id: str, values: dict[str, Any], *, only_if: tuple[str, ...] = ()) -> bool:
        """Set columns; with `only_if`, only while the status is one of these. True if it was."""
        names = ", ".join(f"{name} = :{name}" for name in values)
        wanted = ", ".join(f"'{status}'" for status in only_if)
        condition = f" AND status IN ({wanted})" if only_if else ""
        with self._write() as database:
            update = f"UPDATE jobs SET {names} WHERE id = :_id{condition}"  # noqa: S608
            cursor = database.execute(update, {**_encoded(values), "_id": job_id})
        return cursor.rowcount == 1

    def enqueue(self, job_id: str) -> bool:
        """Put a job that is not active at the end of the queue; its old results are forgotten."""
        with self._write() as database:
            cursor = database.execute(
                "UPDATE jobs SET status = 'queued', updated = :now, queued = :now, started = NULL,"
                " progress = 0, usage = NULL, run = run + 1,"
                " queue_place = (SELECT COALESCE(MAX(queue_place), 0) + 1 FROM jobs)"
                " WHERE id = :id AND status NOT IN ('queued', 'running')",
                {"id": job_id, "now": now()},
            )
            if cursor.rowcount == 1:
                database.execute("DELETE FROM logs WHERE job_id = ?", (job_id,))
                database.execute("DELETE FROM assets WHERE job_id = ?", (job_id,))
        return cursor.rowcount == 1

    def set_progress(self, job_id: str, run: int, progress: float) -> None:
        """Raise the progress (percent) of a running job; it never goes back."""
        with self._write() as database:
            database.execute(
                "UPDATE jobs SET progress = ? WHERE id = ? AND run = ? AND status = 'running'"
                " AND progress < ?",
                (progress, job_id, run, progress),
            )

    def delete(self, job_id: str) -> None:
        """Remove a job with its logs and assets."""
        with self._write() as database:
            database.execute("DELETE FROM jobs WHERE id = ?", (job_id,))

    def add_log(self, job_id: str, entry: dict[str, Any]) -> None:
        """Append a log entry (level, message, ...); id and time are given here."""
        with self._write() as database:
            row = database.execute(
                "UPDATE jobs SET last_log = last_log + 1 WHERE id = ? RETURNING last_log",
                (job_id,),
            ).fetchone()
            if row is None:  # the job was deleted while its process wrote a last word
                return
            number = int(row["last_log"])
            full = {"id": str(number), "time": now_exact(), **entry}
            database.execute(
                "INSERT INTO logs VALUES (?, ?, ?, ?)",
                (job_id, number, rank(entry["level"]), json.dumps(full, default=str)),
            )

    def logs(
        self, job_id: str, *, after: int = 0, level: str = "debug", limit: int | None = None
    ) -> list[dict[str, Any]]:
        """Log entries in the order of writing, after entry number `after`, at least `level`."""
        with self._open() as database:
            rows = database.execute(
                "SELECT entry FROM logs WHERE job_id = ? AND number > ? AND rank >= ?"
                " ORDER BY number LIMIT ?",
                (job_id, after, rank(level), -1 if limit is None else limit),
            ).fetchall()
        return [json.loads(row["entry"]) for row in rows]

    def put_asset(self, job_id: str, name: str, metadata: dict[str, Any]) -> None:
        """Record a result file that is complete on disk."""
        with self._write() as database:
            database.execute(
                "INSERT OR REPLACE INTO assets VALUES (?, ?, ?)",
                (job_id, name, json.dumps(metadata)),
            )

    def assets(self, job_id: str) -> dict[str, dict[str, Any]]:
        """Metadata of the result files by name."""
        with self._open() as database:
            rows = database.execute(
                "SELECT name, metadata FROM assets WHERE job_id = ? ORDER BY name", (job_id,)
            ).fetchall()
        return {row["name"]: json.loads(row["metadata"]) for row in rows}


def _encoded(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: json.dumps(value) if name in _JSON_COLUMNS and value is not None else value
        for name, value in values.items()
    }
