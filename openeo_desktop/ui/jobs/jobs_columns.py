"""The columns of the jobs table: first widths, what is remembered, what gives way when narrow.

The title gets all spare width. Where it would get too little, columns that tell least step back
until there is room again; the person's own choice is kept apart from that, and is remembered.
"""

from __future__ import annotations

import base64
import binascii
from typing import Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.ui.kit.table_view import DataTable

T = TypeVar("T")
MIN_TITLE = 180
SAVE_MS = 500
_WIDTHS = {
    JobColumn.STATUS: 128,
    JobColumn.TITLE: 0,
    JobColumn.BACK_END: 164,
    JobColumn.CREATED: 108,
    JobColumn.UPDATED: 108,
    JobColumn.DURATION: 104,
    JobColumn.PROGRESS: 108,
    JobColumn.COSTS: 64,
    JobColumn.ID: 168,
}
_HIDDEN_AT_FIRST = frozenset((JobColumn.CREATED, JobColumn.ID))
_STEP_BACK = (
    JobColumn.ID,
    JobColumn.CREATED,
    JobColumn.COSTS,
    JobColumn.BACK_END,
    JobColumn.DURATION,
    JobColumn.UPDATED,
    JobColumn.PROGRESS,
)


class SettingsLike(Protocol):
    """What is asked of `core.settings.Settings`."""

    def get(self, key: str, default: T) -> T: ...

    def set(self, key: str, value: object) -> None: ...


class JobsColumns(QObject):
    """Keeps the columns of one table; remembers them under `jobs/columns` and `jobs/hidden`."""

    def __init__(self, table: DataTable, settings: SettingsLike) -> None:
        super().__init__(table)
        self._table = table
        self._settings = settings
        self._hidden: set[JobColumn] = set(_HIDDEN_AT_FIRST)
        self._insisted: set[JobColumn] = set()
        self._applied: set[JobColumn] = set()
        self._one_account = False
        self._fitting = False
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._save_timer.timeout.connect(self.save)
        table.set_column_widths([_WIDTHS[column] for column in JobColumn])
        table.set_required_columns([JobColumn.TITLE])
        self._restore()
        table.set_stretch_column(JobColumn.TITLE)
        table.columns_changed.connect(self._on_columns_changed)
        table.installEventFilter(self)
        self.fit()

    def set_one_account(self, one: bool) -> None:
        """The back-end's name tells nothing where all jobs are of one account."""
        if one != self._one_account:
            self._one_account = one
            self.fit()

    def fit(self) -> None:
        """Hide what the person has hidden, and what there is no room for."""
        hidden = self._hidden | ({JobColumn.BACK_END} if self._one_account else set())
        for column in _STEP_BACK:
            if self._title_room(hidden) >= MIN_TITLE:
                break
            hidden = hidden | {column}
        hidden = hidden - self._insisted
        self._applied = set(hidden)
        self._fitting = True
        for column in JobColumn:
            self._table.setColumnHidden(column, column in hidden)
        self._fitting = False

    def save(self) -> None:
        """Remember order, widths, sorting and the person's choice of columns."""
        state = base64.b64encode(self._table.save_columns()).decode()
        self._settings.set("jobs/columns", state)
        self._settings.set("jobs/hidden", sorted(column.name for column in self._hidden))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def _title_room(self, hidden: set[JobColumn]) -> int:
        shown = [column for column in JobColumn if column not in hidden]
        taken = sum(self._width(column) for column in shown if column is not JobColumn.TITLE)
        return self._table.width() - taken - self._table.verticalScrollBar().sizeHint().width()

    def _width(self, column: JobColumn) -> int:
        """The width a column has or, while it is hidden, would have."""
        return self._table.columnWidth(column) or _WIDTHS[column]

    def _restore(self) -> None:
        try:
            state = base64.b64decode(self._settings.get("jobs/columns", ""), validate=True)
        except binascii.Error:
            state = b""
        known = self._table.restore_columns(state)
        if not known:
            header = self._table.horizontalHeader()
            header.setSortIndicator(JobColumn.UPDATED, Qt.SortOrder.DescendingOrder)
        hidden: list[str] = self._settings.get(
            "jobs/hidden", [column.name for column in _HIDDEN_AT_FIRST]
        )
        names = JobColumn.__members__
        self._hidden = {names[n] for n in hidden if n in names} - {JobColumn.TITLE}

    def _on_columns_changed(self) -> None:
        """The person dragged a width or an order, or showed or hid a column."""
        if self._fitting:
            return
        for column in JobColumn:
            hidden = self._table.isColumnHidden(column)
            if hidden != (column in self._applied):
                self._note_choice(column, hidden=hidden)
        self._save_timer.start()

    def _note_choice(self, column: JobColumn, *, hidden: bool) -> None:
        if hidden:
            self._hidden.add(column)
            self._insisted.discard(column)
            self._applied.add(column)
        else:
            self._hidden.discard(column)
            self._insisted.add(column)
            self._applied.discard(column)
