"""The facts about one job as rows and sentences. Pure functions; no widgets here."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import (
    format_duration,
    format_exact,
    format_moment,
    format_number,
    format_percent,
    visible_text,
)
from openeo_desktop.core.job_actions import WAITING, ActionKind
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.json_values import as_number, as_text, as_texts
from openeo_desktop.ui.details.usage_texts import usage_rows
from openeo_desktop.ui.kit.key_value_grid import KeyValue

MAX_OTHERS = 20


def _tr(text: str) -> str:
    return QCoreApplication.translate("Details", text)


def time_rows(job: Job, now: dt.datetime) -> list[KeyValue]:
    """When what happened."""
    return [
        _moment(_tr("Created"), job.created, now),
        _moment(_tr("Queued"), job.queued, now),
        KeyValue(_tr("Waited"), format_duration(_waited(job, now))),
        _moment(_tr("Started"), job.started, now),
        _moment(_tr("Ended"), job.ended, now),
        KeyValue(_duration_label(job), format_duration(job.duration(now))),
        _moment(_tr("Updated"), None if job.ended else job.updated, now),
    ]


def cost_rows(job: Job, currency: str) -> list[KeyValue]:
    """What it costs and uses."""
    rows = [
        KeyValue(_cost_label(job), cost_text(job, currency)),
        KeyValue(_tr("Budget"), "" if job.costs is not None else _money(job.budget, currency)),
        KeyValue(_tr("Plan"), visible_text(job.plan)),
        KeyValue(_tr("Log level"), visible_text(job.log_level)),
    ]
    return rows + list(usage_rows(job.usage))


def cost_text(job: Job, currency: str) -> str:
    """`1.8 credits`, `1.8 of 100 credits` where there is a budget, empty if unknown."""
    if job.costs is None:
        return ""
    if job.budget is None:
        return _money(job.costs, currency)
    return _tr("{costs} of {budget}").format(
        costs=format_number(job.costs), budget=_money(job.budget, currency)
    )


_TOLD = frozenset(
    (
        *("id", "title", "description", "status", "progress", "created", "updated", "queued"),
        *("started", "plan", "costs", "budget", "usage", "log_level", "process", "links"),
        *("federation:backends", "federation:missing", "submitted"),
    )
)


def other_rows(job: Job) -> list[KeyValue]:
    """What else the back-end says in single values: its federation, and fields of its own."""
    rows = [
        KeyValue(
            _tr("Back-ends"), visible_text(", ".join(as_texts(job.raw.get("federation:backends"))))
        ),
        KeyValue(
            _tr("Not reached"), visible_text(", ".join(as_texts(job.raw.get("federation:missing"))))
        ),
    ]
    for key, value in job.raw.items():
        if key not in _TOLD and len(rows) < MAX_OTHERS:
            text = _single(value)
            rows.append(
                KeyValue(visible_text(key[:40]), visible_text(text[:500]), tool_tip=text[:2000])
            )
    return rows


def _single(value: object) -> str:
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    number = as_number(value)
    return as_text(value).strip() if number is None else f"{number:.10g}"


def progress_text(job: Job, now: dt.datetime) -> str:
    """The line under the progress bar: how far, as whose word, for how long."""
    pieces = []
    if job.progress is not None and _tells_progress(job):
        percent = format_percent(job.progress)
        pieces.append(_tr("{percent}, says the back-end").format(percent=percent))
    if job.status is JobStatus.RUNNING:
        pieces.append(_running_text(job, now))
    if job.status is JobStatus.QUEUED:
        waited = format_duration(_waited(job, now))
        pieces.append(_tr("waiting for {time}").format(time=waited) if waited else "")
    return "  ·  ".join(piece for piece in pieces if piece)


def _tells_progress(job: Job) -> bool:
    """Not of a job that was never started: back-ends say 0 of it, which tells nothing."""
    if job.status in (JobStatus.FINISHED, JobStatus.CREATED):
        return False
    return job.status is JobStatus.RUNNING or bool(job.progress)


def next_step(job: Job) -> str:
    """What the person can expect or do, by status; empty where it speaks for itself."""
    if job.pending == WAITING:
        return _tr(
            "Waiting for a place: the back-end runs no more of your jobs at once. It is started "
            "as soon as one of them ends; Stop takes it out of the queue."
        )
    if job.pending == ActionKind.CREATING:
        return _tr("Being created; the back-end has not answered yet.")
    if job.gone and job.key.is_provisional:
        return _tr("This job was not created at the back-end. What it was to be is kept here.")
    if job.gone:
        return _tr("This job is no longer on the back-end. What is known of it is kept here.")
    texts = {
        JobStatus.CREATED: _tr("Not started yet."),
        JobStatus.CANCELED: _tr("Stopped before it finished. It can be started again."),
    }
    return texts.get(job.status, "")


def shows_bar(job: Job) -> bool:
    """A bar only where something moves, or stopped on its way."""
    if job.status is JobStatus.RUNNING:
        return True
    stopped = job.status in (JobStatus.ERROR, JobStatus.CANCELED)
    return stopped and job.progress is not None and 0 < job.progress < 100


def _running_text(job: Job, now: dt.datetime) -> str:
    duration = format_duration(job.duration(now))
    return _tr("running for {time}").format(time=duration) if duration else ""


def _waited(job: Job, now: dt.datetime) -> dt.timedelta | None:
    if job.queued is None:
        return None
    end = job.started or (now if job.status is JobStatus.QUEUED else None)
    return end - job.queued if end is not None and end >= job.queued else None


def _moment(label: str, value: dt.datetime | None, now: dt.datetime) -> KeyValue:
    return KeyValue(label, format_moment(value, now), tool_tip=format_exact(value))


def _duration_label(job: Job) -> str:
    return _tr("Running for") if job.status is JobStatus.RUNNING else _tr("Ran for")


def _cost_label(job: Job) -> str:
    return _tr("Costs so far") if job.status is JobStatus.RUNNING else _tr("Costs")


def _money(value: float | None, currency: str) -> str:
    return f"{format_number(value)} {visible_text(currency)}".strip() if value is not None else ""
