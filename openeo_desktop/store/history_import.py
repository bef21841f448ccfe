"""Jobs of an exported history into this one: what is missing is added, nothing newer is lost."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_upsert import upsert_jobs
from openeo_desktop.store.logs import append_logs
from openeo_desktop.store.results import save_results
from openeo_desktop.store.rows import to_seconds


@dataclass(frozen=True, slots=True)
class ImportedJob:
    """A job of a file. `transitions`: (status before, status, when)."""

    job: Job
    gone: bool = False
    detailed: bool = False
    transitions: tuple[tuple[str, str, dt.datetime], ...] = ()
    results: Mapping[str, Any] = field(default_factory=dict)
    results_fetched: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ImportCount:
    """What an import brought."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    log_entries: int = 0
    skipped: int = 0

    def __add__(self, other: ImportCount) -> ImportCount:
        return ImportCount(
            self.added + other.added,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
            self.log_entries + other.log_entries,
            self.skipped + other.skipped,
        )


def import_jobs(
    database: Database,
    items: Sequence[ImportedJob],
    kept_only: Collection[AccountId],
    now: dt.datetime,
) -> ImportCount:
    """Add jobs that are not known, and to known ones what is missing.

    Args:
        kept_only: Accounts of which only the history is here: there a newer state of a file is
            taken over. Of all others the back-end itself tells the state.
    """
    known = {item.job.key: _known(database.connection, item.job.key) for item in items}
    added = updated = 0
    for item in items:
        before = known[item.job.key]
        if before is None:
            _write(database, item, now)
            added += 1
        elif _is_wanted(before, item, item.job.account_id in kept_only):
            _write(database, item, now)
            updated += 1
        _add_results(database, item)
    return ImportCount(added, updated, len(items) - added - updated)


def _known(connection: sqlite3.Connection, key: JobKey) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        "SELECT row, status, updated, detailed_at FROM jobs WHERE account_id = ? AND job_id = ?",
        key,
    ).fetchone()
    return row


def _is_wanted(known: sqlite3.Row, item: ImportedJob, kept_only: bool) -> bool:
    updated = to_seconds(item.job.updated)
    if updated == known["updated"] and known["status"] == item.job.status.value:
        return item.detailed and known["detailed_at"] is None
    newer = updated is not None and (known["updated"] is None or updated > known["updated"])
    return kept_only and newer


def _write(database: Database, item: ImportedJob, now: dt.datetime) -> None:
    upsert_jobs(database, [item.job], detailed=item.detailed, now=now)
    row = _known(database.connection, item.job.key)
    if row is None:  # the account was removed meanwhile
        return
    with database.transaction() as connection:
        _replace_transitions(connection, row["row"], item, now)
        if item.gone:
            connection.execute("UPDATE jobs SET gone = 1 WHERE row = ?", (row["row"],))


def _replace_transitions(
    connection: sqlite3.Connection, row: int, item: ImportedJob, now: dt.datetime
) -> None:
    """When it was seen there, instead of when it was read here; nothing of it is news."""
    connection.execute(
        "DELETE FROM transitions WHERE job_row = ? AND at = ?", (row, now.timestamp())
    )
    for before, status, at in item.transitions:
        connection.execute(
            """INSERT INTO transitions (job_row, before, status, at, told)
               SELECT :row, :before, :status, :at, 1 WHERE NOT EXISTS (
                   SELECT 1 FROM transitions
                   WHERE job_row = :row AND status = :status AND at = :at)""",
            {"row": row, "before": before, "status": status, "at": at.timestamp()},
        )


def _add_results(database: Database, item: ImportedJob) -> None:
    if not item.results:
        return
    there = database.connection.execute(
        """SELECT 1 FROM results JOIN jobs ON jobs.row = job_row
           WHERE account_id = ? AND job_id = ?""",
        item.job.key,
    ).fetchone()
    if there is None:
        save_results(database, item.job.key, item.results, now=item.results_fetched)


def has_log(database: Database, key: JobKey) -> bool:
    """Whether anything of the log of this job is here."""
    return (
        database.connection.execute(
            """SELECT 1 FROM logs JOIN jobs ON jobs.row = job_row
               WHERE account_id = ? AND job_id = ? LIMIT 1""",
            key,
        ).fetchone()
        is not None
    )


def import_log(database: Database, key: JobKey, entries: Sequence[LogEntry]) -> ImportCount:
    """Entries of a job whose log was not here when the import began."""
    return ImportCount(log_entries=append_logs(database, key, entries, fresh=True))
