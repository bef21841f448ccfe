"""What a new answer of a back-end changes in what is known of a job. No statements here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.json_values import as_text
from openeo_desktop.store.rows import from_json, job_columns, to_json, to_seconds

MAX_WORDS = 10_000
"""Characters of process and collection ids that are kept for the search, of one job."""
_STANDING = ("title", "description", "plan", "costs", "budget", "log_level", "created")
_OF_A_RUN = ("progress", "ended", "updated")
_OF_A_START = ("queued", "started")


def columns_of(job: Job, detailed_at: float | None) -> dict[str, Any]:
    """All columns of a job that was never seen before.

    Args:
        detailed_at: When its details were fetched, seconds since 1970; None for a listed job.
    """
    columns = job_columns(job)
    columns["duration"] = _duration(columns)
    columns["raw"] = job.raw_text or to_json(dict(job.raw))
    if detailed_at is not None:
        columns |= _details(job, detailed_at)
    return columns


def _details(job: Job, detailed_at: float) -> dict[str, Any]:
    process = dict(job.process) if job.process else None
    return {
        "raw": job.raw_text or to_json(dict(job.raw)),
        "detailed_at": detailed_at,
        "process": to_json(process) if process else None,
        "usage": to_json(dict(job.usage)) if job.usage else None,
        "words": words_of(process),
    }


def is_news(before: sqlite3.Row, job: Job, detailed: bool) -> bool:
    """An answer that was overtaken by a newer one on its way says nothing new."""
    updated, known = to_seconds(job.updated), before["updated"]
    overtaken = updated is not None and known is not None and updated < known
    return not overtaken and _differs(before, job, detailed)


def _differs(before: sqlite3.Row, job: Job, detailed: bool) -> bool:
    if detailed and (not before["detailed_at"] or not _is_same_document(before["raw"], job)):
        return True
    return any(before[name] != value for name, value in _merged(before, job, detailed).items())


def _is_same_document(raw: str, job: Job) -> bool:
    if raw == job.raw_text:
        return True
    return to_json(from_json(raw)) == to_json(dict(job.raw))


def written_columns(
    before: sqlite3.Row, job: Job, detailed_at: float | None, *, news: bool
) -> dict[str, Any]:
    """The columns that are to be written; none if the answer brings nothing.

    What a listing says of a job whose details were never fetched is kept as it came, also where
    only a field changed that has no column.
    """
    detailed = detailed_at is not None
    if not news:
        listed = not detailed and before["detailed_at"] is None and job.raw_text
        return {"raw": job.raw_text} if listed and before["raw"] != job.raw_text else {}
    columns = _merged(before, job, detailed)
    columns["duration"] = _duration(columns)
    if detailed_at is not None:
        columns |= _details(job, detailed_at)
    elif before["detailed_at"] is None:
        columns["raw"] = job.raw_text or to_json(dict(job.raw))
    return columns


def _merged(before: sqlite3.Row, job: Job, detailed: bool) -> dict[str, Any]:
    """The columns of an answer: a listing that leaves a field out does not take it away."""
    columns = job_columns(job)
    if detailed:
        return columns
    kept = [*_STANDING]
    if before["status"] == job.status.value:
        kept += _OF_A_RUN
    if job.status not in (JobStatus.CREATED, JobStatus.QUEUED):  # those begin a new run
        kept += _OF_A_START
    for name in kept:
        if columns[name] in (None, ""):
            columns[name] = before[name]
    return columns


def _duration(columns: Mapping[str, Any]) -> float | None:
    started, ended = columns["started"], columns["ended"]
    if started is None or ended is None or ended < started:
        return None
    return float(ended - started)


def words_of(process: Mapping[str, Any] | None) -> str:
    """The ids of the processes and collections in a process, each once, to be searched."""
    words: dict[str, None] = {}
    room = MAX_WORDS
    for word in _ids_in(process or {}):
        if word not in words:
            room -= len(word) + 1
            if room < 0:
                break
            words[word] = None
    return " ".join(words)


def _ids_in(process: Mapping[str, Any]) -> Iterator[str]:
    """Process ids anywhere, and the `id` argument of nodes (collections and the like)."""
    waiting: list[Any] = [process.get("process_graph"), process.get("id")]
    yield as_text(waiting.pop())
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("process_id"), str):
                yield as_text(value["process_id"])
                yield as_text(_argument(value, "id"))
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _argument(node: Mapping[str, Any], name: str) -> object:
    arguments = node.get("arguments")
    return arguments.get(name) if isinstance(arguments, dict) else None
