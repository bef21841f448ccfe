"""Actions on jobs in the history: written before they are sent, so that a kill loses none.

One at a time for each job; `jobs.pending` says it where jobs are shown. Creations: see
`store.created_jobs`.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_actions import (
    WAITING,
    ActionFailure,
    ActionKind,
    ActionStage,
    JobAction,
)
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.store.database import Database
from openeo_desktop.store.notices import forget_own_stop, note_own_stop
from openeo_desktop.store.rows import from_json, to_json, to_seconds, to_time

_SELECT = """SELECT actions.*, jobs.account_id, jobs.job_id FROM actions
             JOIN jobs ON jobs.row = actions.job_row"""
_OF_JOB = "job_row = (SELECT row FROM jobs WHERE account_id = ? AND job_id = ?)"


def begin_action(
    database: Database,
    key: JobKey,
    kind: ActionKind,
    at: dt.datetime,
    *,
    body: Mapping[str, Any] | None = None,
    known: Mapping[str, Any] | None = None,
    stage: ActionStage = ActionStage.SENT,
) -> None:
    """Note an action before it is sent; it takes the place of an earlier one on this job.

    A start that waits keeps its place in the local queue while it is tried.
    """
    pending = WAITING if stage is ActionStage.WAITING else kind.value
    with database.transaction() as connection:
        connection.execute(
            """INSERT INTO actions (job_row, kind, stage, body, known, asked_at)
               SELECT row, ?, ?, ?, ?, ? FROM jobs WHERE account_id = ? AND job_id = ?
               ON CONFLICT (job_row) DO UPDATE SET
                   kind = excluded.kind, stage = excluded.stage, body = excluded.body,
                   known = excluded.known, asked_at = CASE actions.stage
                       WHEN 'waiting' THEN actions.asked_at ELSE excluded.asked_at END""",
            (
                *(kind.value, stage.value),
                *(to_json(body or {}), to_json(known or {}), to_seconds(at)),
                *key,
            ),
        )
        _set_pending(connection, key, pending)
        if kind is ActionKind.STOPPING:
            note_own_stop(connection, key)


def let_wait(database: Database, key: JobKey) -> None:
    """The start is refused for want of a place: it waits here, where it stood before."""
    with database.transaction() as connection:
        connection.execute(
            f"UPDATE actions SET stage = ? WHERE {_OF_JOB}",  # noqa: S608 - our own condition
            (ActionStage.WAITING.value, *key),
        )
        _set_pending(connection, key, WAITING)


def end_action(database: Database, key: JobKey) -> None:
    """It is confirmed, or no longer wanted."""
    with database.transaction() as connection:
        connection.execute(f"DELETE FROM actions WHERE {_OF_JOB}", key)  # noqa: S608 - our own
        _set_pending(connection, key, "")


def fail_action(database: Database, key: JobKey, failure: ActionFailure) -> None:
    """It is taken back; the reason stays with the job."""
    with database.transaction() as connection:
        connection.execute(
            f"""UPDATE actions SET stage = ?, kind = ?, message = ?, hint = ?, code = ?,
                reference = ?, details = ? WHERE {_OF_JOB}""",  # noqa: S608 - our own condition
            (
                ActionStage.FAILED.value,
                failure.kind.value,
                failure.message,
                failure.hint,
                failure.code,
                failure.reference,
                failure.details,
                *key,
            ),
        )
        _set_pending(connection, key, "")
        if failure.kind is ActionKind.STOPPING:
            forget_own_stop(connection, key)


def dismiss_failure(database: Database, key: JobKey) -> None:
    """The person has read it."""
    with database.transaction() as connection:
        connection.execute(
            f"DELETE FROM actions WHERE stage = 'failed' AND {_OF_JOB}",  # noqa: S608 - our own
            key,
        )


def load_action(database: Database, key: JobKey) -> JobAction | None:
    """The action on a job, None if there is none."""
    row = database.connection.execute(
        f"{_SELECT} WHERE account_id = ? AND job_id = ?", key
    ).fetchone()
    return None if row is None else _action_of(row)


def load_actions(database: Database, stage: ActionStage) -> list[JobAction]:
    """All actions at this stage, first come first."""
    rows = database.connection.execute(
        f"{_SELECT} WHERE stage = ? ORDER BY asked_at, id", (stage.value,)
    )
    return [_action_of(row) for row in rows]


def clear_stale_pending(database: Database) -> None:
    """At start: a mark without an action behind it (of an older version) means nothing."""
    with database.transaction() as connection:
        connection.execute(
            """UPDATE jobs SET pending = '' WHERE pending != '' AND row NOT IN
               (SELECT job_row FROM actions WHERE stage != 'failed')"""
        )


def mark_by_id(database: Database, key: JobKey) -> None:
    """This job was added by its id: a listing without it does not mean that it is gone."""
    with database.transaction() as connection:
        connection.execute("UPDATE jobs SET by_id = 1 WHERE account_id = ? AND job_id = ?", key)


def mark_gone(database: Database, key: JobKey) -> None:
    """The back-end itself said that there is no such job (any more)."""
    with database.transaction() as connection:
        connection.execute("UPDATE jobs SET gone = 1 WHERE account_id = ? AND job_id = ?", key)


def by_id_keys(database: Database, account_id: AccountId, limit: int = 50) -> list[JobKey]:
    """The jobs of an account that were added by their id and are there."""
    rows = database.connection.execute(
        """SELECT account_id, job_id FROM jobs WHERE account_id = ? AND by_id = 1 AND gone = 0
           ORDER BY row DESC LIMIT ?""",
        (account_id, limit),
    )
    return [JobKey(AccountId(row["account_id"]), JobId(row["job_id"])) for row in rows]


def _set_pending(connection: sqlite3.Connection, key: JobKey, pending: str) -> None:
    connection.execute(
        "UPDATE jobs SET pending = ? WHERE account_id = ? AND job_id = ?", (pending, *key)
    )


def _action_of(row: sqlite3.Row) -> JobAction:
    kind, stage = ActionKind(row["kind"]), ActionStage(row["stage"])
    words = [row[name] for name in ("message", "hint", "code", "reference", "details")]
    asked_at = to_time(row["asked_at"])
    assert asked_at is not None
    return JobAction(
        key=JobKey(AccountId(row["account_id"]), JobId(row["job_id"])),
        row=row["job_row"],
        kind=kind,
        stage=stage,
        asked_at=asked_at,
        body=from_json(row["body"]),
        known=from_json(row["known"]),
        failure=ActionFailure(kind, *words) if stage is ActionStage.FAILED else None,
    )
