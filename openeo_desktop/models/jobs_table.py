"""The jobs table: which jobs are shown in which order, and their cells; no words, no widgets.

Sorting, filtering and searching happen in the history (`JobsService.listing`); asking for it is
`job_rounds`. Words come from `ui` through `JobTexts`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from openeo_desktop.core.job_query import SortField
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.job_days import DayHeading
from openeo_desktop.models.job_rounds import JobRounds, Jobs
from openeo_desktop.models.paged import Index
from openeo_desktop.services.spawner import Spawn


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
    QUEUED = 9
    STARTED = 10
    ENDED = 11
    PLAN = 12
    BUDGET = 13
    LOG_LEVEL = 14
    USES = 15
    DOWNLOADS = 16

    @property
    def sort_field(self) -> SortField:
        return SortField[self.name]


NUMBERS = frozenset((JobColumn.DURATION, JobColumn.COSTS, JobColumn.BUDGET))
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_TITLE_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsEditable
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class JobTexts(Protocol):
    """The words of the table."""

    def headers(self) -> tuple[str, ...]: ...

    def text(self, job: Job, column: JobColumn, now: dt.datetime) -> str: ...

    def tool_tip(self, job: Job, column: JobColumn) -> str: ...

    def heading(self, heading: DayHeading, now: dt.datetime) -> str: ...


@dataclass(frozen=True, slots=True)
class Rename:
    """The person typed another title for a job."""

    key: JobKey
    title: str


class JobsTableModel(JobRounds):
    """The jobs of one query.

    Signals: `listed(JobListing)` after each whole answer; `first_page_listed()` when the first rows
    of a long one are there, the others follow; `listing_failed(AppError)` if there is none;
    `query_changed(JobQuery)` when another question is asked; `rows_forgotten(set[int])` row ids of
    deleted jobs, which the history may give to other jobs; `rename_asked(Rename)` when another
    title was typed into a row.
    """

    answered_roles = JobRounds.answered_roles | {int(Qt.ItemDataRole.EditRole)}

    rename_asked = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        texts: JobTexts,
        spawn: Spawn,
        now: Callable[[], dt.datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(jobs, spawn, parent)
        self._texts = texts
        self._ticked: dict[JobKey, str] = {}
        self._now = now

    # Questions of the person.

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

    def tick(self, first: int, last: int) -> None:
        """A second went by: running durations of the rows that are seen move on.

        Those of hours change once a minute: nothing is painted for them meanwhile.
        """
        now, told = self._now(), self._ticked
        self._ticked = {}
        for row in range(first, min(last + 1, self.rowCount())):
            job = self.peek(row)
            if job is None or job.status is not JobStatus.RUNNING:
                continue
            text = self._texts.text(job, JobColumn.DURATION, now)
            self._ticked[job.key] = text
            if told.get(job.key) != text:
                index = self.index(row, JobColumn.DURATION)
                self.dataChanged.emit(index, index)

    # Cells.

    def column_texts(self) -> tuple[str, ...]:
        return self._texts.headers()

    def cell(self, value: Job | None, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        if value is None:
            return None
        if role == Qt.ItemDataRole.EditRole:
            return value.title if column == JobColumn.TITLE else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._texts.tool_tip(value, JobColumn(column)) or None
        return self._texts.text(value, JobColumn(column), self._now())

    def heading_text(self, heading: DayHeading, index: Index, role: int) -> Any:
        first = index.column() == JobColumn.TITLE
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._texts.heading(heading, self._now()) if first and role in texts else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.heading(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        return _TITLE_FLAGS if index.column() == JobColumn.TITLE else _FLAGS

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Typed titles are asked for; the row follows when the back-end has taken it."""
        job = self.peek(index.row()) if index.column() == JobColumn.TITLE else None
        title = str(value).strip()
        if job is None or role != Qt.ItemDataRole.EditRole or title == job.title:
            return False
        self.rename_asked.emit(Rename(job.key, title))
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return _RIGHT
        return super().headerData(section, orientation, role)
