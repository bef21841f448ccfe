"""The history as JSON texts for a file of the person: accounts, jobs, logs, portion by portion.

The format is that of `services.history_files`. Never a secret: there is none in the history.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.json_values import json_text
from openeo_desktop.core.times import format_time
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import from_json, to_time
from openeo_desktop.store.status_changes import Change, with_first

_TIMES = ("created", "updated", "queued", "started")
_PLAIN = ("title", "description", "progress", "plan", "costs", "budget", "log_level")
_ACCOUNT = ("id", "title", "user_url", "api_base", "provider", "user", "is_local")


@dataclass(frozen=True, slots=True)
class LogPortion:
    """Entries of one log as they came, and the row after which it goes on; 0 at its end."""

    entries: tuple[str, ...]
    after: int


def account_text(account: Account) -> str:
    """Who it is and where; nothing one could sign in with."""
    return _dump({name: getattr(account, name) for name in _ACCOUNT})


def export_jobs(database: Reader, row_ids: Sequence[int], *, results: bool) -> list[str]:
    """One JSON text for each of these jobs that is still there, in this order."""
    marks = ", ".join("?" * len(row_ids))
    rows = database.connection.execute(
        f"""SELECT jobs.*, results.raw AS result, results.fetched_at FROM jobs
            LEFT JOIN results ON results.job_row = jobs.row
            WHERE jobs.row IN ({marks})""",  # noqa: S608 - values are bound
        list(row_ids),
    )
    found = {row["row"]: row for row in rows}
    changes = _transitions(database, row_ids)
    return [
        _job_text(found[row], changes.get(row, []), results=results)
        for row in row_ids
        if row in found and not found[row]["job_id"].startswith("creating:")
    ]


def _transitions(database: Reader, row_ids: Sequence[int]) -> dict[int, list[Change]]:
    marks = ", ".join("?" * len(row_ids))
    changes: dict[int, list[Change]] = {}
    for row, *change in database.connection.execute(
        f"""SELECT job_row, status, at, before FROM transitions WHERE job_row IN ({marks})
            ORDER BY at""",  # noqa: S608 - values are bound
        list(row_ids),
    ):
        changes.setdefault(row, []).append((change[0], change[1], change[2]))
    return changes


def _told(changes: list[Change]) -> list[dict[str, Any]]:
    return [
        {"before": before, "status": status, "at": format_time(to_time(at))}
        for status, at, before in changes
    ]


def _job_text(row: sqlite3.Row, changes: list[Change], *, results: bool) -> str:
    job = {"id": row["job_id"], "status": row["status_text"]}
    job |= {name: format_time(to_time(row[name])) for name in _TIMES}
    job |= {name: row[name] for name in _PLAIN}
    item: dict[str, Any] = {
        "account": row["account_id"],
        "job": {name: value for name, value in job.items() if value not in (None, "")},
        "gone": bool(row["gone"]),
        "details_fetched": format_time(to_time(row["detailed_at"])),
        "document": from_json(row["raw"]),
        "transitions": _told(with_first(changes, row["status"], row["seen"])),
    }
    if results and row["result"]:
        item["results"] = from_json(row["result"])
        item["results_fetched"] = format_time(to_time(row["fetched_at"]))
    return _dump(item)


def export_log(database: Reader, row: int, after: int, limit: int) -> LogPortion:
    """Entries of the job of this row, after a row of the log (0 for the first)."""
    found = database.connection.execute(
        "SELECT row, raw FROM logs WHERE job_row = ? AND row > ? ORDER BY row LIMIT ?",
        (row, after, limit),
    ).fetchall()
    ended = len(found) < limit
    return LogPortion(tuple(_valid(raw) for _, raw in found), 0 if ended else found[-1][0])


def jobs_with_logs(database: Reader, row_ids: Sequence[int]) -> list[tuple[int, str, str]]:
    """(row, account, job id) of those of these jobs that have a log."""
    marks = ", ".join("?" * len(row_ids))
    rows = database.connection.execute(
        f"""SELECT row, account_id, job_id FROM jobs WHERE row IN ({marks})
            AND EXISTS (SELECT 1 FROM logs WHERE job_row = jobs.row)""",  # noqa: S608 - bound
        list(row_ids),
    )
    return [(row, account, job) for row, account, job in rows]


def _valid(raw: str) -> str:
    """A stored text as JSON that every reader takes: NaN and the like are none."""
    if "NaN" in raw or "Infinity" in raw:
        return _dump(from_json(raw))
    return raw


def _dump(value: dict[str, Any]) -> str:
    text = json_text(value)
    if "NaN" in text or "Infinity" in text:
        return json.dumps(json.loads(text, parse_constant=lambda _: None), ensure_ascii=False)
    return text
