"""Jobs in the history: written as they are seen, each status change noticed exactly once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import job_columns, job_of, to_json, to_seconds


@dataclass(frozen=True, slots=True)
class Transition:
    """A status change: `before` is None for a job never seen before."""

    job: Job
    before: JobStatus | None


def upsert_jobs(
    database: Database, jobs: Iterable[Job], *, detailed: bool = False
) -> tuple[set[JobKey], list[Transition]]:
    """Write what the back-end said; returns what changed and the status changes.

    Args:
        detailed: The jobs come from `GET /jobs/{job_id}`, with their process. A listing carries
            scalars only and must not wipe what the details told.
    """
    changed: set[JobKey] = set()
    transitions: list[Transition] = []
    with database.transaction() as connection:
        accounts = {row["id"] for row in connection.execute("SELECT id FROM accounts")}
        for job in jobs:
            if job.account_id not in accounts:  # removed while the answer was on its way
                continue
            before = _find(connection, job.key)
            if before is not None and not _is_news(before, job, detailed):
                _mark_seen(connection, before)
                if before["gone"]:
                    changed.add(job.key)
                continue
            row = _write(connection, job, before, detailed)
            changed.add(job.key)
            old = JobStatus.parse(before["status"]) if before is not None else None
            if old is not job.status:
                _note_transition(connection, row, old, job.status)
                transitions.append(Transition(job, old))
    return changed, transitions


def _mark_seen(connection: sqlite3.Connection, known: sqlite3.Row) -> None:
    if not known["seen"] or known["gone"]:
        connection.execute("UPDATE jobs SET seen = 1, gone = 0 WHERE row = ?", [known["row"]])


def _find(connection: sqlite3.Connection, key: JobKey) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        "SELECT * FROM jobs WHERE account_id = ? AND job_id = ?", key
    ).fetchone()
    return row


def _is_news(before: sqlite3.Row, job: Job, detailed: bool) -> bool:
    """An answer that was overtaken by a newer one on its way says nothing new."""
    updated, known = to_seconds(job.updated), before["updated"]
    overtaken = updated is not None and known is not None and updated < known
    return not overtaken and _differs(before, job, detailed)


def _differs(before: sqlite3.Row, job: Job, detailed: bool) -> bool:
    if detailed and (not before["detailed_at"] or before["raw"] != to_json(dict(job.raw))):
        return True
    known = _merged(before, job, detailed)
    return any(before[name] != value for name, value in known.items())


def _merged(before: sqlite3.Row | None, job: Job, detailed: bool) -> dict[str, object]:
    """Columns to write: a listing that leaves a field out does not take it away."""
    columns = job_columns(job)
    if before is None or detailed:
        return columns
    same_run = before["status"] == job.status.value
    kept = {"title", "description", "plan", "costs", "budget", "log_level", "created"}
    if same_run:
        kept |= {"progress", "ended", "updated"}
    if job.status not in (JobStatus.CREATED, JobStatus.QUEUED):  # those begin a new run
        kept |= {"queued", "started"}
    for name in kept:
        if columns[name] in (None, ""):
            columns[name] = before[name]
    return columns


def _write(
    connection: sqlite3.Connection, job: Job, before: sqlite3.Row | None, detailed: bool
) -> int:
    columns = _merged(before, job, detailed)
    started, ended = columns["started"], columns["ended"]
    known = isinstance(started, float) and isinstance(ended, float) and ended >= started
    duration = ended - started if known else None  # type: ignore[operator] # known says so
    columns |= {"seen": 1, "gone": 0, "duration": duration}
    if before is None or detailed:
        columns["raw"] = to_json(dict(job.raw))
    if detailed:
        columns["detailed_at"] = utc_now().timestamp()
        columns["process"] = to_json(dict(job.process)) if job.process else None
        columns["usage"] = to_json(dict(job.usage)) if job.usage else None
    return _execute_write(connection, columns, before)


def _execute_write(
    connection: sqlite3.Connection, columns: dict[str, object], before: sqlite3.Row | None
) -> int:
    names = list(columns)
    values = list(columns.values())
    if before is not None:
        assignments = ", ".join(f"{name} = ?" for name in names)
        connection.execute(
            f"UPDATE jobs SET {assignments} WHERE row = ?",  # noqa: S608 - our own column names
            [*values, before["row"]],
        )
        return int(before["row"])
    marks = ", ".join("?" * len(names))
    cursor = connection.execute(
        f"INSERT INTO jobs ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - our own names
        values,
    )
    return int(cursor.lastrowid or 0)


def _note_transition(
    connection: sqlite3.Connection, row: int, before: JobStatus | None, status: JobStatus
) -> None:
    """A job first seen is no news; any other change is yet to be told (`told` = 0)."""
    connection.execute(
        "INSERT INTO transitions (job_row, before, status, at, told) VALUES (?, ?, ?, ?, ?)",
        (row, before or "", status.value, utc_now().timestamp(), before is None),
    )


def begin_listing(database: Database, account_id: AccountId) -> None:
    """Start reading a whole listing: nothing is seen yet."""
    with database.transaction() as connection:
        connection.execute("UPDATE jobs SET seen = 0 WHERE account_id = ?", (account_id,))


def finish_listing(database: Database, account_id: AccountId) -> set[JobKey]:
    """After a *complete* listing: what was not seen is gone from the back-end; it stays here."""
    with database.transaction() as connection:
        rows = connection.execute(
            "SELECT account_id, job_id FROM jobs WHERE account_id = ? AND seen = 0 AND gone = 0",
            (account_id,),
        ).fetchall()
        connection.execute(
            "UPDATE jobs SET gone = 1 WHERE account_id = ? AND seen = 0", (account_id,)
        )
    return {JobKey(row["account_id"], row["job_id"]) for row in rows}


def set_pending(database: Database, key: JobKey, action: str) -> None:
    """Show an action of the person that is not confirmed yet; empty when it is."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE jobs SET pending = ? WHERE account_id = ? AND job_id = ?", (action, *key)
        )


def clear_all_pending(database: Database) -> None:
    """At start: what an earlier run left unconfirmed will be told by the next sync."""
    with database.transaction() as connection:
        connection.execute("UPDATE jobs SET pending = '' WHERE pending != ''")


def remove_job(database: Database, key: JobKey) -> None:
    """Forget a job with its log and result metadata."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM jobs WHERE account_id = ? AND job_id = ?", key)


def load_job(database: Reader, key: JobKey) -> Job | None:
    """A job with everything known, None if never seen."""
    row = _find(database.connection, key)
    return None if row is None else job_of(row, full=True)


def active_jobs(database: Reader, account_id: AccountId) -> list[Job]:
    """Jobs that change by themselves (queued, running), or are being started."""
    rows = database.connection.execute(
        """SELECT * FROM jobs WHERE account_id = ? AND gone = 0
           AND (status IN ('queued', 'running') OR pending != '')""",
        (account_id,),
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
