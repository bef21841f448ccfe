"""The jobs table: which jobs are shown in which order, and their cells; no words, no widgets.

Sorting, filtering and searching happen in the history (`JobsService.listing`); this only asks,
pages and tells the views. Words come from `ui` through `JobTexts`.
"""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import enum
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_query import JobListing, JobQuery, SortField
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.paged import PagedTableModel
from openeo_desktop.services.spawner import Spawn

REFRESH_MS = 200
"""Between two listings that only follow events; what the person asks is listed at once."""


class JobColumn(enum.IntEnum):
    """The columns, in their order at first sight."""

    STATUS = 0
    TITLE = 1
    BACK_END = 2
    CREATED = 3
    UPDATED = 4
    DURATION = 5
    PROGRESS = 6
    COSTS = 7
    ID = 8

    @property
    def sort_field(self) -> SortField:
        return SortField[self.name]


NUMBERS = frozenset((JobColumn.DURATION, JobColumn.COSTS))
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class JobTexts(Protocol):
    """The words of the table."""

    def headers(self) -> tuple[str, ...]: ...

    def text(self, job: Job, column: JobColumn, now: dt.datetime) -> str: ...

    def tool_tip(self, job: Job, column: JobColumn) -> str: ...


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


class JobsTableModel(PagedTableModel[Job]):
    """The jobs of one query.

    Signals: `listed(JobListing)` after each whole answer; `first_page_listed()` when the first rows
    of a long one are there, the others follow; `listing_failed(AppError)` if there is none;
    `query_changed(JobQuery)` when another question is asked; `rows_forgotten(set[int])` row ids of
    deleted jobs, which the history may give to other jobs.
    """

    listed = Signal(object)
    first_page_listed = Signal()
    listing_failed = Signal(object)
    query_changed = Signal(object)
    rows_forgotten = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        texts: JobTexts,
        spawn: Spawn,
        now: Callable[[], dt.datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(jobs.rows, spawn, "read the jobs", parent)
        self._jobs = jobs
        self._texts = texts
        self._run = spawn
        self._now = now
        self._query = JobQuery()
        self._listing: JobListing | None = None
        self._changed: set[JobKey] = set()
        self._removed: set[JobKey] = set()
        self._taken: tuple[set[JobKey], set[JobKey]] = (set(), set())
        self._wanted = False
        self._hurry = False
        self._busy = False
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

    # Questions of the person.

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

    def set_text(self, text: str) -> None:
        """Search."""
        self.ask(dataclasses.replace(self._query, text=text.strip()))

    def set_statuses(self, statuses: frozenset[JobStatus]) -> None:
        """Only jobs in these states; empty means all."""
        self.ask(dataclasses.replace(self._query, statuses=statuses))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 (no sort indicator) keeps the order."""
        if column < 0:
            return
        descending = order == Qt.SortOrder.DescendingOrder
        field = JobColumn(column).sort_field
        self.ask(dataclasses.replace(self._query, sort=field, descending=descending))

    def refresh(self) -> None:
        """Ask the same again."""
        self._list_soon(at_once=True)

    def tick(self, first: int, last: int) -> None:
        """A second went by: running durations of the rows that are seen move on."""
        rows = [row for row in range(first, min(last + 1, self.rowCount())) if self._runs(row)]
        for row in rows:
            index = self.index(row, JobColumn.DURATION)
            self.dataChanged.emit(index, index)

    def _runs(self, row: int) -> bool:
        job = self.peek(row)
        return job is not None and job.status is JobStatus.RUNNING

    # Answers.

    def _on_jobs_changed(self, change: Changes) -> None:
        self._changed |= change.upserted
        self._removed |= change.removed
        self._list_soon(at_once=False)

    def _list_soon(self, *, at_once: bool) -> None:
        self._wanted = True
        if not self._busy and (at_once or not self._pause.isActive()):
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
        query, hurry = self._query, self._hurry
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
            self._take(listing)

    def _take(self, listing: JobListing) -> None:
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

    def _mark_changed(self, changed: set[JobKey]) -> None:
        if changed:
            self.refresh_rows({i for i, job in self._pages.loaded() if job.key in changed})

    def _show(self, listing: JobListing) -> None:
        self.partial = not listing.complete
        self.set_row_ids(listing.row_ids)
        if listing.complete:
            self._listing = listing
            self.settled.emit()
            self.listed.emit(listing)
        else:
            self.first_page_listed.emit()
            self.value(0)  # the values of the first page are read before the whole listing
            self._list_now()

    def _on_pause_over(self) -> None:
        if self._wanted and not self._busy:
            self._list_now()

    # Cells.

    def column_texts(self) -> tuple[str, ...]:
        return self._texts.headers()

    def cell(self, value: Job | None, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        if value is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._texts.tool_tip(value, JobColumn(column)) or None
        return self._texts.text(value, JobColumn(column), self._now())

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return _RIGHT
        return super().headerData(section, orientation, role)
