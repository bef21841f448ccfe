"""What the jobs table asks of the history: filter, search and order, as values."""

from __future__ import annotations

import datetime as dt
import enum
from array import array
from dataclasses import dataclass, field
from typing import NamedTuple

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
    QUEUED = "queued"
    STARTED = "started"
    ENDED = "ended"
    PLAN = "plan"
    BUDGET = "budget"
    LOG_LEVEL = "log_level"
    USES = "uses"
    DOWNLOADS = "downloads"

    @property
    def is_time(self) -> bool:
        """Whether jobs in this order can be grouped by day."""
        return self in _TIMES


_TIMES = frozenset(
    (SortField.CREATED, SortField.UPDATED, SortField.QUEUED, SortField.STARTED, SortField.ENDED)
)


@dataclass(frozen=True, slots=True)
class TimeRange:
    """A time of a job lies from `start` on and before `end` (UTC; None: open).

    `of` is one of the fields that are times; UPDATED means created where there is no update.
    """

    of: SortField = SortField.UPDATED
    start: dt.datetime | None = None
    end: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class CostRange:
    """Costs from `least` to `most`, both included; None: open. Jobs without costs are left out."""

    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class JobQuery:
    """Which jobs, in which order. Empty sets and None mean «all».

    `since`: only jobs that changed (or, where the back-end does not say, were created) at or after
    this time, UTC. `times` and `costs` narrow further. `uses`: ids of processes and collections,
    all of which the job's process names; jobs whose process is not known are left out. `by_day`:
    tell where the local days begin, in an order by a time.
    """

    account: AccountId | None = None
    statuses: frozenset[JobStatus] = frozenset()
    text: str = ""
    since: dt.datetime | None = None
    sort: SortField = SortField.CREATED
    descending: bool = True
    times: TimeRange | None = None
    costs: CostRange | None = None
    uses: frozenset[str] = frozenset()
    by_day: bool = False

    @property
    def is_narrowed(self) -> bool:
        """By more than account, states and text."""
        return bool(self.since or self.times or self.costs or self.uses)


class DayStart(NamedTuple):
    """Jobs from this position of a listing on are of this local day; None: of an unknown one."""

    position: int
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class KnownUses:
    """Ids that can be filtered by: what the processes of known jobs use, sorted."""

    processes: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobListing:
    """The answer: row ids in order (paged in by `rows`), and how many jobs each chip stands for.

    `counts` are over account and search text, not over the status filter; `total` is their sum.
    Not `complete`: the first page alone, without counts; the whole listing follows. `days` is empty
    unless the query is `by_day` and its order is one by time.
    """

    query: JobQuery
    row_ids: tuple[int, ...] | array[int]
    counts: dict[JobStatus, int] = field(default_factory=dict)
    complete: bool = True
    days: tuple[DayStart, ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())
