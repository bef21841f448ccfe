"""Batch jobs as values, read leniently from what back-ends send (openEO API 1.2, «Batch jobs»)."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NewType

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.json_values import as_dict, as_number, as_text, without_surrogates
from openeo_desktop.core.times import parse_time

JobId = NewType("JobId", str)
PROVISIONAL = "creating:"
"""Begins the id of a job that is being created (no id of openEO has a colon)."""


class JobStatus(enum.StrEnum):
    """The six states of the API; anything else a server says is UNKNOWN and shown raw."""

    CREATED = "created"
    QUEUED = "queued"
    RUNNING = "running"
    FINISHED = "finished"
    ERROR = "error"
    CANCELED = "canceled"
    UNKNOWN = "unknown"

    @property
    def is_active(self) -> bool:
        """Queued or running: it will change without the person doing anything."""
        return self in (JobStatus.QUEUED, JobStatus.RUNNING)

    @property
    def is_terminal(self) -> bool:
        return self in (JobStatus.FINISHED, JobStatus.ERROR, JobStatus.CANCELED)

    @classmethod
    def parse(cls, raw: object) -> JobStatus:
        """Read a status; `submitted` and other unknown words become UNKNOWN."""
        try:
            return cls(str(raw).lower())
        except ValueError:
            return cls.UNKNOWN


class JobKey(NamedTuple):
    """Identity of a job across the app."""

    account_id: AccountId
    job_id: JobId

    @property
    def is_provisional(self) -> bool:
        """Being created: the back-end has not told an id yet, so it is never asked about it."""
        return self.job_id.startswith(PROVISIONAL)


@dataclass(frozen=True, slots=True)
class Job:
    """One batch job as last seen.

    Times are aware UTC. `progress` is 0..100 or None if the back-end does not say. `costs` and
    `budget` are in the currency of the account's back-end. `process` is None until the details were
    fetched (listings carry scalars only). `gone`: no longer on the back-end. `pending` is an action
    of the person that is not confirmed yet (`core.job_actions`), or "waiting" for a place.
    `raw_text` is the JSON text that `raw` was read from, where it is at hand. `uses`: the ids of
    the processes and collections in its process, a space between them, as the history knows them.
    """

    key: JobKey
    status: JobStatus
    status_text: str
    title: str = ""
    description: str = ""
    created: dt.datetime | None = None
    updated: dt.datetime | None = None
    queued: dt.datetime | None = None
    started: dt.datetime | None = None
    ended: dt.datetime | None = None
    progress: float | None = None
    plan: str = ""
    costs: float | None = None
    budget: float | None = None
    log_level: str = ""
    process: Mapping[str, Any] | None = None
    usage: Mapping[str, Any] = field(default_factory=dict)
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False)
    raw_text: str = field(default="", repr=False, compare=False)
    gone: bool = False
    pending: str = ""
    uses: str = field(default="", compare=False)

    @property
    def id(self) -> JobId:
        return self.key.job_id

    @property
    def account_id(self) -> AccountId:
        return self.key.account_id

    @property
    def shown_title(self) -> str:
        """The title, or the id where there is none."""
        return self.title or self.key.job_id

    def duration(self, now: dt.datetime) -> dt.timedelta | None:
        """Run time: to `now` while running, else to the end as the back-end's own clock tells it.

        None where nothing is known: durations are never made up from the local clock after the end.
        """
        if self.started is None:
            return None
        end = now if self.status is JobStatus.RUNNING else self.ended
        if end is None or end < self.started:
            return None
        return end - self.started


def parse_job(account_id: AccountId, raw: Mapping[str, Any], text: str = "") -> Job | None:
    """Read one job object; None if it has no usable id. Unknown fields stay in `raw`.

    Args:
        text: The JSON text of `raw` as it came, so that it need not be written anew to be kept.

    Source: openEO API 1.2 `GET /jobs`, `GET /jobs/{job_id}`; `queued` and `started` are of 1.3.
    """
    job_id = as_text(raw.get("id"))
    if not job_id:
        return None
    status = JobStatus.parse(raw.get("status"))
    updated = parse_time(raw.get("updated"))
    return Job(
        key=JobKey(account_id, JobId(job_id)),
        status=status,
        status_text=as_text(raw.get("status")) or "N/A",
        title=as_text(raw.get("title")),
        description=as_text(raw.get("description")),
        created=parse_time(raw.get("created") or raw.get("submitted")),
        updated=updated,
        queued=parse_time(raw.get("queued")),
        started=parse_time(raw.get("started")),
        ended=updated if status.is_terminal else None,
        progress=read_progress(raw.get("progress")),
        plan=as_text(raw.get("plan")),
        costs=as_number(raw.get("costs")),
        budget=as_number(raw.get("budget")),
        log_level=as_text(raw.get("log_level")),
        process=as_dict(raw.get("process")) or None,
        usage=as_dict(raw.get("usage")),
        raw=raw,
        raw_text=without_surrogates(text),
    )


def read_progress(raw: object) -> float | None:
    """Percent within 0..100, None if absent or nonsense."""
    value = as_number(raw)
    return None if value is None else min(100.0, max(0.0, value))
