"""Jobs that are being created: a provisional row, which becomes the real job in place.

The row keeps its id, so that what is selected stays selected. Written first by
`store.jobs.upsert_jobs`, as every job is.
"""

from __future__ import annotations

import datetime as dt
import sqlite3

from openeo_desktop.core.job_actions import JobAction
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.store.database import Database
from openeo_desktop.store.rows import to_seconds

NOT_CREATED = "not created"


def adopt_job(database: Database, provisional: JobKey, job_id: JobId) -> None:
    """The job was created: its row gets the real id.

    A listing may have been faster; what it wrote gives way, the changes it noticed are kept.
    """
    key = JobKey(provisional.account_id, job_id)
    with database.transaction() as connection:
        row = _row_of(connection, provisional)
        if row is None:
            return
        known = _row_of(connection, key)
        if known is not None and known < row:  # an old job of ours: nothing new was created
            connection.execute("DELETE FROM jobs WHERE row = ?", (row,))
            return
        if known is not None:
            connection.execute(
                "UPDATE transitions SET job_row = ? WHERE job_row = ? AND status != 'created'",
                (row, known),
            )
            connection.execute(
                """UPDATE jobs SET (status, status_text, updated, queued, started, ended) =
                   (SELECT status, status_text, updated, queued, started, ended
                    FROM jobs WHERE row = ?) WHERE row = ?""",
                (known, row),
            )
            connection.execute("DELETE FROM jobs WHERE row = ?", (known,))
        connection.execute(
            "UPDATE jobs SET job_id = ?, pending = '', made_here = 1 WHERE row = ?", (job_id, row)
        )
        connection.execute("DELETE FROM actions WHERE job_row = ?", (row,))


def keep_as_not_created(database: Database, provisional: JobKey) -> None:
    """The job is not there: what was to be sent stays readable, as a job that is gone."""
    with database.transaction() as connection:
        connection.execute(
            """UPDATE jobs SET gone = 1, pending = '', status = 'unknown', status_text = ?
               WHERE account_id = ? AND job_id = ?""",
            (NOT_CREATED, *provisional),
        )


def possible_jobs(database: Database, creation: JobAction, since: dt.datetime) -> list[JobKey]:
    """Jobs that may be the one whose creation was not answered, the likeliest first.

    Seen for the first time after it was sent, of the same title, created since, and not known to
    have been created by this app.
    """
    rows = database.connection.execute(
        """SELECT account_id, job_id FROM jobs
           WHERE account_id = ? AND row > ? AND made_here = 0 AND gone = 0 AND title = ?
             AND job_id NOT LIKE 'creating:%' AND (created IS NULL OR created >= ?)
           ORDER BY created LIMIT 20""",
        (
            creation.key.account_id,
            creation.row,
            str(creation.body.get("title") or ""),
            to_seconds(since),
        ),
    )
    return [JobKey(row["account_id"], JobId(row["job_id"])) for row in rows]


def _row_of(connection: sqlite3.Connection, key: JobKey) -> int | None:
    found = connection.execute(
        "SELECT row FROM jobs WHERE account_id = ? AND job_id = ?", key
    ).fetchone()
    return None if found is None else int(found["row"])
