"""The changes of a job's status that were seen; read only."""

from __future__ import annotations

from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.status_history import StatusChange
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import to_time

MOST = 100
Change = tuple[str, float, str]
"""Status, when it was seen (seconds since 1970), and the status before; empty if it was met so."""


def status_changes(database: Reader, key: JobKey) -> tuple[StatusChange, ...]:
    """The latest changes of a job, oldest first; none if it was never seen."""
    job = database.connection.execute(
        "SELECT row, status, seen FROM jobs WHERE account_id = ? AND job_id = ?", key
    ).fetchone()
    if job is None:
        return ()
    rows = database.connection.execute(
        """SELECT status, at, before FROM transitions WHERE job_row = ?
           ORDER BY at DESC, rowid DESC LIMIT ?""",
        (job["row"], MOST),
    ).fetchall()[::-1]
    if len(rows) < MOST:
        rows = with_first([tuple(row) for row in rows], job["status"], job["seen"])
    changes = []
    for status, at, before in rows:
        time = to_time(at)
        if time is not None:
            changes.append(StatusChange(JobStatus.parse(status), time, first=not before))
    return tuple(changes)


def with_first(changes: list[Change], status: str, seen: float) -> list[Change]:
    """The changes of a job, oldest first, led by how it was met.

    Args:
        changes: As in the history: a job that a listing brought at rest has no row for that.
        status: Its status now.
        seen: When a listing brought it, seconds since 1970; 0 if `changes` tell.
    """
    if not seen or (changes and not changes[0][2]):
        return changes
    return [(changes[0][2] if changes else status, seen, ""), *changes]
