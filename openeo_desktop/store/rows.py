"""Between rows of the database and the values of `core`: times, JSON, jobs, log entries."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus
from openeo_desktop.core.json_values import as_dict, json_text, read_json
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.core.sign_in import SignInMethod

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
LEVELS = {level.severity: level for level in LogLevel}


def to_seconds(value: dt.datetime | None) -> float | None:
    """Seconds since 1970 for the database."""
    return None if value is None else value.timestamp()


def to_time(value: float | None) -> dt.datetime | None:
    """Back to an aware UTC time."""
    if value is None:
        return None
    # Not fromtimestamp(): Windows refuses what lies before 1970.
    return _EPOCH + dt.timedelta(seconds=value)


def to_json(value: object) -> str:
    """Compact JSON text; NaN and the like of a hostile server stay readable for Python."""
    return json_text(value)


def from_json(text: str | None) -> dict[str, Any]:
    """The object in a column, empty where there is none."""
    if not text:
        return {}
    try:
        return as_dict(read_json(text))
    except (ValueError, RecursionError):
        return {}


def account_of(row: sqlite3.Row) -> Account:
    """An account from its row."""
    return Account(
        id=AccountId(row["id"]),
        title=row["title"],
        user_url=row["user_url"],
        api_base=row["api_base"],
        provider=row["provider"],
        user=row["user"],
        is_local=bool(row["is_local"]),
        position=row["position"],
        method=_method(row["method"]),
        enabled=bool(row["enabled"]),
        history_only=bool(row["history_only"]),
        issuer=row["issuer"],
        client_id=row["client_id"],
    )


def _method(text: str) -> SignInMethod:
    try:
        return SignInMethod(text)
    except ValueError:  # a method of a later version: the person is asked to sign in again
        return SignInMethod.BASIC


def job_of(row: sqlite3.Row, *, full: bool = False) -> Job:
    """A job from its row; process, usage and raw JSON only if asked for (they can be large)."""
    return Job(
        key=JobKey(AccountId(row["account_id"]), JobId(row["job_id"])),
        status=JobStatus.parse(row["status"]),
        status_text=row["status_text"],
        title=row["title"],
        description=row["description"],
        created=to_time(row["created"]),
        updated=to_time(row["updated"]),
        queued=to_time(row["queued"]),
        started=to_time(row["started"]),
        ended=to_time(row["ended"]),
        progress=row["progress"],
        plan=row["plan"],
        costs=row["costs"],
        budget=row["budget"],
        log_level=row["log_level"],
        process=(from_json(row["process"]) or None) if full else None,
        usage=from_json(row["usage"]) if full else {},
        raw=from_json(row["raw"]) if full else {},
        gone=bool(row["gone"]),
        pending=row["pending"],
        uses=row["words"],
    )


LISTED = (
    "account_id, job_id, status, status_text, title, description, created, updated, queued,"
    " started, ended, progress, plan, costs, budget, log_level, gone, pending, words"
)


def listed_job(values: Sequence[Any]) -> Job:
    """The same without process, usage and raw JSON, from the columns in the order of `LISTED`.

    For hundreds of rows of a table at a time: looking names up in a row took a third of the time.
    """
    (account_id, job_id, status, status_text, title, description, *others) = values
    (created, updated, queued, started, ended, progress, plan, costs, budget, *others) = others
    log_level, gone, pending, words = others
    return Job(
        key=JobKey(account_id, job_id),
        status=JobStatus.parse(status),
        status_text=status_text,
        title=title,
        description=description,
        created=to_time(created),
        updated=to_time(updated),
        queued=to_time(queued),
        started=to_time(started),
        ended=to_time(ended),
        progress=progress,
        plan=plan,
        costs=costs,
        budget=budget,
        log_level=log_level,
        gone=bool(gone),
        pending=pending,
        uses=words,
    )


def job_columns(job: Job) -> dict[str, Any]:
    """The columns of `jobs` that follow from a job (not process, pending, gone)."""
    account_id, job_id = job.key
    return {
        "account_id": account_id,
        "job_id": job_id,
        "status": str.__str__(job.status),  # `value` of an enum is slow, in a hundred thousand
        "status_text": job.status_text,
        "title": job.title,
        "description": job.description,
        "created": to_seconds(job.created),
        "updated": to_seconds(job.updated),
        "queued": to_seconds(job.queued),
        "started": to_seconds(job.started),
        "ended": to_seconds(job.ended),
        "progress": job.progress,
        "plan": job.plan,
        "costs": job.costs,
        "budget": job.budget,
        "log_level": job.log_level,
    }


def log_entry_of(row: sqlite3.Row) -> LogEntry:
    """A log entry from its row."""
    raw: Mapping[str, Any] = from_json(row["raw"])
    return LogEntry(
        id=row["entry_id"],
        level=LEVELS.get(row["level"], LogLevel.DEBUG),
        message=row["message"],
        time=to_time(row["time"]),
        code=row["code"],
        node=row["node"],
        raw=raw,
    )
