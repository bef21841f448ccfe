"""What a person is told of jobs without having asked: one notice for each that came to an end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from openeo_desktop.core.jobs import JobKey, JobStatus

NOTICED = frozenset({JobStatus.FINISHED, JobStatus.ERROR, JobStatus.CANCELED})
"""That a job is queued or runs is seen in the list; it is no notice."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A job came to an end.

    `id`: of this notice in the history. `at`: when this app noticed, UTC. `changed`: what the
    back-end says of the time (updated, else created), None if it says nothing. `is_read`: the
    person has surely seen it.
    """

    id: int
    key: JobKey
    title: str
    status: JobStatus
    at: dt.datetime
    changed: dt.datetime | None = None
    is_read: bool = False

    @property
    def shown_title(self) -> str:
        """The title, or the id where there is none."""
        return self.title.strip() or self.key.job_id


@dataclass(frozen=True, slots=True)
class NoticeGroup:
    """What is told at once, oldest first; `away`: it happened while nobody was looking."""

    notices: tuple[Notice, ...]
    away: bool = False

    def of(self, *statuses: JobStatus) -> tuple[Notice, ...]:
        """Those that ended in one of these ways."""
        return tuple(notice for notice in self.notices if notice.status in statuses)

    @property
    def since(self) -> dt.datetime | None:
        """A listing of what changed since then has all these jobs; None if that cannot be said."""
        times = [notice.changed for notice in self.notices]
        known = [time for time in times if time is not None]
        return min(known) if known and len(known) == len(times) else None
