"""How a job came to its status: what the back-end says of its times, and what was seen here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from openeo_desktop.core.jobs import Job, JobStatus

MAX_STEPS = 12
"""The latest ones are shown."""
_IN_ORDER = (JobStatus.CREATED, JobStatus.QUEUED, JobStatus.RUNNING)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A change that this app saw. `first`: the job was met with this status, so it may have had it
    for long."""

    status: JobStatus
    at: dt.datetime
    first: bool = False


@dataclass(frozen=True, slots=True)
class StatusStep:
    """One status in a job's life. `begin` is None where nobody knows; `told`: the back-end's own
    time, not the moment at which it was seen here. `lasted` is None for the end of a life."""

    status: JobStatus
    begin: dt.datetime | None
    told: bool
    lasted: dt.timedelta | None = None


def status_steps(job: Job, changes: Sequence[StatusChange], now: dt.datetime) -> list[StatusStep]:
    """The life of a job, oldest first: a time that the back-end tells wins over one seen here.

    `now` ends the status of a job that still moves.
    """
    told = {
        JobStatus.CREATED: job.created,
        JobStatus.QUEUED: job.queued,
        JobStatus.RUNNING: job.started,
    }
    if job.status.is_terminal:
        told[job.status] = job.ended
    steps = [
        StatusStep(change.status, None if change.first else change.at, told=False)
        for change in sorted(changes, key=lambda change: change.at)
    ]
    for status, at in told.items():
        if at is not None:
            _tell(steps, status, at)
    _limit(steps, job)
    if not any(step.status is job.status for step in steps):
        steps.append(StatusStep(job.status, None, told=False))
    ordered = sorted(steps, key=lambda step: (_place(step, steps), _rank(step.status)))
    return _with_durations(ordered[-MAX_STEPS:], job, now)


def _tell(steps: list[StatusStep], status: JobStatus, at: dt.datetime) -> None:
    """The times are those of the last run; only the creation is of the first."""
    numbers = [number for number, step in enumerate(steps) if step.status is status]
    step = StatusStep(status, at, told=True)
    if not numbers:
        steps.append(step)
    else:
        steps[numbers[0] if status is JobStatus.CREATED else numbers[-1]] = step


def _limit(steps: list[StatusStep], job: Job) -> None:
    """What is seen here is seen a little late: not later than what the back-end says came next."""
    if job.status in (JobStatus.CREATED, JobStatus.QUEUED):
        return  # the times may be those of the run before
    ended = job.ended if job.status.is_terminal else None
    latest = {JobStatus.QUEUED: job.started or ended, JobStatus.RUNNING: ended}
    for number, step in enumerate(steps):
        limit = latest.get(step.status)
        if limit is not None and step.begin is not None and not step.told and step.begin > limit:
            steps[number] = replace(step, begin=limit)


def _place(step: StatusStep, steps: Sequence[StatusStep]) -> dt.datetime:
    """A step whose time nobody knows was there before the next that was seen, else it is last."""
    if step.begin is not None:
        return step.begin
    later = steps[steps.index(step) + 1 :]
    after = [other.begin for other in later if other.begin and not other.told]
    return min(after) if after else dt.datetime.max.replace(tzinfo=dt.UTC)


def _rank(status: JobStatus) -> int:
    """The order within one second: back-ends tell whole seconds."""
    return _IN_ORDER.index(status) if status in _IN_ORDER else len(_IN_ORDER)


def _with_durations(steps: Sequence[StatusStep], job: Job, now: dt.datetime) -> list[StatusStep]:
    done = []
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        end = (now if job.status.is_active else None) if last else steps[number + 1].begin
        lasted = end - step.begin if step.begin is not None and end is not None else None
        known = lasted is not None and lasted >= dt.timedelta(0)
        done.append(replace(step, lasted=lasted if known else None))
    return done
