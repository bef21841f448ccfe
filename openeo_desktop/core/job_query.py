"""What the jobs table asks of the history: filter, search and order, as values."""

from __future__ import annotations

import datetime as dt
import enum
from array import array
from dataclasses import dataclass, field

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import JobStatus


class SortField(enum.StrEnum):
    """Columns the history can be ordered by."""

    STATUS = "status"
    TITLE = "title"
    BACK_END = "back_end"
    CREATED = "created"
    UPDATED = "updated"
    DURATION = "duration"
    PROGRESS = "progress"
    COSTS = "costs"
    ID = "id"


@dataclass(frozen=True, slots=True)
class JobQuery:
    """Which jobs, in which order. Empty sets and None mean «all».

    `since`: only jobs that changed (or, where the back-end does not say, were created) at or after
    this time, UTC.
    """

    account: AccountId | None = None
    statuses: frozenset[JobStatus] = frozenset()
    text: str = ""
    since: dt.datetime | None = None
    sort: SortField = SortField.CREATED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class JobListing:
    """The answer: row ids in order (paged in by `rows`), and how many jobs each chip stands for.

    `counts` are over account and search text, not over the status filter; `total` is their sum.
    Not `complete`: the first page alone, without counts; the whole listing follows.
    """

    query: JobQuery
    row_ids: tuple[int, ...] | array[int]
    counts: dict[JobStatus, int] = field(default_factory=dict)
    complete: bool = True

    @property
    def total(self) -> int:
        return sum(self.counts.values())
