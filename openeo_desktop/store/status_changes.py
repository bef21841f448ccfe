"""The changes of a job's status that were seen; read only."""

from __future__ import annotations

from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.status_history import StatusChange
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import to_time

MOST = 100


def status_changes(database: Reader, key: JobKey) -> tuple[StatusChange, ...]:
    """The latest changes of a job, oldest first; none if it was never seen."""
    rows = database.connection.execute(
        """SELECT status, at, before FROM transitions
           WHERE job_row = (SELECT row FROM jobs WHERE account_id = ? AND job_id = ?)
           ORDER BY at DESC, rowid DESC LIMIT ?""",
        (*key, MOST),
    ).fetchall()
    changes = []
    for status, at, before in reversed(rows):
        time = to_time(at)
        if time is not None:
            changes.append(StatusChange(JobStatus.parse(status), time, first=not before))
    return tuple(changes)
