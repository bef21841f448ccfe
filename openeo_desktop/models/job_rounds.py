"""Asking for listings of jobs: one question at a time, the latest wins, events are bundled.

The lower half of `jobs_table`: no columns, no cells here. Between the jobs of a listing by day
stand the headings (`job_days`).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence, Set
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_query import JobListing, JobQuery
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.models.job_days import DayHeading, JobDays
from openeo_desktop.models.paged import ROW_ROLE, Index, PagedTableModel
from openeo_desktop.services.spawner import Spawn

REFRESH_MS, SLOWEST_MS, REST = 200, 2000, 10
"""Between two listings that only follow events lies ten times as long as one takes, within these
bounds: the details of 20,000 jobs come in one by one, for an hour. What the person asks is listed
at once."""
FEW = 20
"""So many jobs that change are shown as they are now before all are listed anew."""


class Changes(Protocol):
    """What is read of `services.jobs.JobsChanged`."""

    @property
    def upserted(self) -> frozenset[JobKey]: ...

    @property
    def removed(self) -> frozenset[JobKey]: ...


class Jobs(Protocol):
    """What is asked of `services.jobs.JobsService`."""

    @property
    def changed(self) -> Event[Any]: ...

    async def listing(self, query: JobQuery, *, hurry: bool = False) -> JobListing: ...

    async def rows(self, row_ids: Sequence[int]) -> dict[int, Job]: ...


class JobRounds(PagedTableModel[Job]):
    """The rows of one query, and how they follow it. For the signals see `JobsTableModel`."""

    listed = Signal(object)
    first_page_listed = Signal()
    listing_failed = Signal(object)
    query_changed = Signal(object)
    rows_forgotten = Signal(object)

    def __init__(self, jobs: Jobs, spawn: Spawn, parent: QObject | None = None) -> None:
        super().__init__(jobs.rows, spawn, "read the jobs", parent)
        self._jobs = jobs
        self._run = spawn
        self._query = JobQuery()
        self._listing: JobListing | None = None
        self._days = JobDays()
        self._changed: set[JobKey] = set()
        self._removed: set[JobKey] = set()
        self._taken: tuple[set[JobKey], set[JobKey]] = (set(), set())
        self._wanted = False
        self._hurry = False
        self._busy = False
        self._held = False
        self._round = 0
        self._task: asyncio.Task[None] | None = None
        self._pause = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._stop_hearing = jobs.changed.connect(self._on_jobs_changed)

    @property
    def query(self) -> JobQuery:
        return self._query

    @property
    def listing(self) -> JobListing | None:
        """The last answer, None before the first."""
        return self._listing

    def close(self) -> None:
        """Hear no more events."""
        self._stop_hearing()
        self._pause.stop()

    def begin_with(self, query: JobQuery) -> None:
        """What the first question is made of; asks nothing yet."""
        self._query = query

    def ask(self, query: JobQuery) -> None:
        """Show the jobs of this query; the latest question wins."""
        if query == self._query and self._listing is not None:
            return
        changed = query != self._query
        self._query = query
        self._hurry = True
        if changed:
            self.query_changed.emit(query)
            self._drop_listing()
        self._list_soon(at_once=True)

    def refresh(self) -> None:
        """Ask the same again."""
        self._list_soon(at_once=True)

    def hold(self, held: bool) -> None:
        """Let the rows stand still, as while a title is typed; what happened is listed after it."""
        self._held = held
        if not held and self._wanted:
            self._list_soon(at_once=True)

    # Headings.

    def heading(self, row: int) -> DayHeading | None:
        """The heading that stands in this row; None for a job."""
        return self._days.heading(self.row_id(row))

    def headings_in(self, first: int, last: int) -> int:
        """How many headings stand in these rows, both included."""
        return self._days.count_in(first, last)

    def job_count(self) -> int:
        """How many jobs are listed."""
        return self.rowCount() - len(self._days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW_ROLE:
            return self.shown(index.row()) if index.isValid() else None
        if role in self.answered_roles and index.isValid():
            heading = self.heading(index.row())
            if heading is not None:
                return self.heading_text(heading, index, role)
        return super().data(index, role)

    def shown(self, row: int) -> Job | DayHeading | None:
        """What stands in a row; None while it is loading."""
        return self.heading(row) or super().value(row)

    def heading_text(self, heading: DayHeading, index: Index, role: int) -> Any:
        """What Qt is told of a heading."""
        raise NotImplementedError

    def value(self, row: int) -> Job | None:
        return None if self.heading(row) else super().value(row)

    # Answers.

    def _on_jobs_changed(self, change: Changes) -> None:
        self._changed |= change.upserted
        self._removed |= change.removed
        if len(change.upserted) <= FEW and self._pause.isActive() and not self._held:
            self._mark_changed(change.upserted)
        self._list_soon(at_once=False)

    def _list_soon(self, *, at_once: bool) -> None:
        self._wanted = True
        if not self._busy and not self._held and (at_once or not self._pause.isActive()):
            self._list_now()

    def _list_now(self) -> None:
        self._wanted = False
        self._busy = True
        self._round += 1
        self._taken = (self._changed, self._removed)
        self._changed, self._removed = set(), set()
        self._task = self._run(self._list(self._round), "list the jobs")

    def _drop_listing(self) -> None:
        """Another question was asked: the answer that is on its way is not wanted any more."""
        if self._busy:
            task = self._task
            self._end_round(answered=False)
            if task is not None:
                task.cancel()

    def _end_round(self, *, answered: bool) -> None:
        self._busy = False
        self._task = None
        self._round += 1
        if not answered:
            self._changed |= self._taken[0]
            self._removed |= self._taken[1]
        self._taken = (set(), set())

    async def _list(self, number: int) -> None:
        query, hurry, begun = self._query, self._hurry, time.monotonic()
        self._hurry = False
        try:
            listing = await self._jobs.listing(query, hurry=hurry)
        except AppError as error:
            if number == self._round:
                self._end_round(answered=False)
                self._pause.start()
                self.listing_failed.emit(error)
            raise
        except BaseException:
            if number == self._round:
                self._end_round(answered=False)
            raise
        if number == self._round:
            took = 1000 * (time.monotonic() - begun)
            self._pause.setInterval(round(min(max(REFRESH_MS, REST * took), SLOWEST_MS)))
            self._take(listing)

    def _take(self, listing: JobListing) -> None:
        if self._held:
            self._end_round(answered=False)
            self._wanted = True
            return
        changed, removed = self._taken
        self._end_round(answered=True)
        self._pause.start()
        self._forget(removed)
        self._mark_changed(changed)
        self._show(listing)

    def _forget(self, removed: set[JobKey]) -> None:
        gone = {i for i, job in self._pages.loaded() if job.key in removed} if removed else set()
        if gone:
            self._pages.forget_rows(gone)
            self.rows_forgotten.emit(gone)

    def _mark_changed(self, changed: Set[JobKey]) -> None:
        stale = {i for i, job in self._pages.loaded() if job.key in changed} if changed else set()
        if stale:
            self.refresh_rows(stale)

    def _show(self, listing: JobListing) -> None:
        self.partial = not listing.complete
        self._days, row_ids = JobDays.between(listing)
        self.set_row_ids(row_ids)
        if listing.complete:
            self._listing = listing
            self.settled.emit()
            self.listed.emit(listing)
        else:
            self.first_page_listed.emit()
            self.value(
                1 if self._days else 0
            )  # the values of the first page are read before the whole listing
            self._list_now()

    def _on_pause_over(self) -> None:
        if self._wanted and not self._busy and not self._held:
            self._list_now()
