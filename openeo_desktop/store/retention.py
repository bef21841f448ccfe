"""How long logs and result metadata are kept, and what the history takes up on the disk.

Jobs are never removed by it. A log goes as a whole, oldest job first; so does result metadata. Work
is done in portions, so that whoever writes meanwhile waits for one portion only.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass

from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader

DAY = 86_400.0
PORTION = 2_000
MEGABYTE = 1_000_000
WORTH_IT = 16 * MEGABYTE
"""Free room in the file from which on a history of an earlier version is written anew."""
_AT_REST = "jobs.status NOT IN ('queued', 'running') AND jobs.pending = ''"
_CHANGED = "coalesce(jobs.updated, jobs.created)"


@dataclass(frozen=True, slots=True)
class Retention:
    """0 means for ever, or no limit. Days count from the last change of the job."""

    log_days: int = 0
    metadata_days: int = 0
    max_mb: int = 0


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was removed; `more`: another portion is to be done."""

    log_entries: int = 0
    results: int = 0
    bytes_freed: int = 0
    more: bool = False

    def __add__(self, other: Tidied) -> Tidied:
        return Tidied(
            self.log_entries + other.log_entries,
            self.results + other.results,
            self.bytes_freed + other.bytes_freed,
            other.more,
        )


@dataclass(frozen=True, slots=True)
class HistorySizes:
    """How much there is; `bytes` on the disk, with what is not yet folded into the file."""

    jobs: int
    log_entries: int
    results: int
    bytes: int


def tidy(database: Database, retention: Retention, now: dt.datetime) -> Tidied:
    """Remove what is older or more than wanted, then give the room back to the disk."""
    done = Tidied(more=True)
    while done.more:
        done += tidy_portion(database, retention, now)
    return done


def tidy_portion(database: Database, retention: Retention, now: dt.datetime) -> Tidied:
    """A part of it that takes a moment."""
    before = size_on_disk(database)
    logs = _remove_old(database, "logs", retention.log_days, now)
    results = _remove_old(database, "results", retention.metadata_days, now)
    if not logs and not results and _is_over(database.connection, retention):
        logs = _remove_oldest(database, "logs")
        results = 0 if logs else _remove_oldest(database, "results")
    room = _give_back(database)
    freed = max(0, before - size_on_disk(database))
    return Tidied(logs, results, freed, more=bool(logs or results or room))


def _remove_old(database: Database, table: str, days: int, now: dt.datetime) -> int:
    if days <= 0:
        return 0
    before = now.timestamp() - days * DAY
    newer = "" if table == "logs" else "AND fetched_at < :before"
    return _remove(database, table, f"{_CHANGED} < :before {newer}", {"before": before})


def _remove_oldest(database: Database, table: str) -> int:
    """Of the job that changed least recently among those that have any."""
    oldest = f"""jobs.row = (SELECT jobs.row FROM jobs
        WHERE {_AT_REST} AND EXISTS (SELECT 1 FROM {table} WHERE job_row = jobs.row)
        ORDER BY {_CHANGED} NULLS FIRST LIMIT 1)"""  # noqa: S608 - our own names
    return _remove(database, table, oldest, {})


def _remove(database: Database, table: str, which: str, values: dict[str, float]) -> int:
    key = "row" if table == "logs" else "job_row"
    with database.transaction() as connection:
        return connection.execute(
            f"""DELETE FROM {table} WHERE {key} IN (
                SELECT {table}.{key} FROM jobs JOIN {table} ON {table}.job_row = jobs.row
                WHERE {_AT_REST} AND {which} LIMIT {PORTION})""",  # noqa: S608 - our own names
            values,
        ).rowcount


def _is_over(connection: sqlite3.Connection, retention: Retention) -> bool:
    return retention.max_mb > 0 and _used(connection) > retention.max_mb * MEGABYTE


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _used(connection: sqlite3.Connection) -> int:
    pages = _pragma(connection, "page_count") - _pragma(connection, "freelist_count")
    return pages * _pragma(connection, "page_size")


def _give_back(database: Database) -> bool:
    """Shorten the file by some of its free pages; whether there was anything to give back."""
    connection = database.connection
    free = _pragma(connection, "freelist_count")
    if not free:
        return False
    with database.errors():
        if _pragma(connection, "auto_vacuum") == 2:  # incremental
            connection.execute(f"PRAGMA incremental_vacuum({PORTION})").fetchall()
            return _pragma(connection, "freelist_count") < free
        if free * _pragma(connection, "page_size") < WORTH_IT:
            return False
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("VACUUM")
    return True


def sizes(database: Reader) -> HistorySizes:
    """Numbers for the person."""
    jobs, logs, results = database.connection.execute(
        """SELECT (SELECT count(*) FROM jobs), (SELECT count(*) FROM logs),
                  (SELECT count(*) FROM results)"""
    ).fetchone()
    return HistorySizes(jobs, logs, results, size_on_disk(database))


def size_on_disk(database: Reader) -> int:
    """Bytes of the file and its log."""
    paths = [database.path, database.path.with_name(f"{database.path.name}-wal")]
    return sum(path.stat().st_size for path in paths if path.exists())
