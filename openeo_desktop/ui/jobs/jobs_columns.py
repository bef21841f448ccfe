"""The columns of the jobs table: first widths, what is remembered, what gives way when narrow.

The title gets all spare width. Where it would get too little, columns that tell least step back
until there is room again; the person's own choice is kept apart from that, and is remembered.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from openeo_desktop.models.job_layout import JobLayout
from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.ui.kit.table_view import DataTable

T = TypeVar("T")
MIN_TITLE = 180
SAVE_MS = 500
KEY = "jobs/columns"
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
    JobColumn.QUEUED: 108,
    JobColumn.STARTED: 108,
    JobColumn.ENDED: 108,
    JobColumn.PLAN: 84,
    JobColumn.BUDGET: 72,
    JobColumn.LOG_LEVEL: 84,
    JobColumn.USES: 220,
    JobColumn.DOWNLOADS: 128,
}
_TIMES = frozenset(column for column in JobColumn if column.sort_field.is_time)
EXACT_WIDTH = 136
"""Of a column of times that are told to the minute."""
_STEP_BACK = (
    JobColumn.COSTS,
    JobColumn.BACK_END,
    JobColumn.DURATION,
    JobColumn.UPDATED,
    JobColumn.PROGRESS,
    JobColumn.USES,
    JobColumn.ID,
    JobColumn.LOG_LEVEL,
    JobColumn.QUEUED,
    JobColumn.CREATED,
    JobColumn.PLAN,
    JobColumn.BUDGET,
    JobColumn.STARTED,
    JobColumn.ENDED,
    JobColumn.DOWNLOADS,
)
"""Those shown at first go first: the others are there because the person wants them."""


class SettingsLike(Protocol):
    """What is asked of `core.settings.Settings`."""

    def get(self, key: str, default: T) -> T: ...

    def set(self, key: str, value: object) -> None: ...


class JobsColumns(QObject):
    """Keeps the columns of one table; remembers them and the order under `jobs/columns`."""

    def __init__(self, table: DataTable, settings: SettingsLike) -> None:
        super().__init__(table)
        self._table = table
        self._settings = settings
        self._hidden: set[JobColumn] = set()
        self._insisted: set[JobColumn] = set()
        self._applied: set[JobColumn] = set()
        self._sized: dict[JobColumn, int] = {}
        self._own: dict[str, Any] | None = None
        self._one_account = False
        self._exact_times = False
        self._fitting = False
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._save_timer.timeout.connect(self.save)
        table.set_required_columns([JobColumn.TITLE])
        table.set_stretch_column(JobColumn.TITLE)
        self._show(settings.get(KEY, {}))
        table.columns_changed.connect(self._on_columns_changed)
        table.horizontalHeader().sectionResized.connect(self._on_section_resized)
        table.horizontalHeader().sortIndicatorChanged.connect(self._save_timer.start)
        table.installEventFilter(self)

    def set_one_account(self, one: bool) -> None:
        """The back-end's name tells nothing where all jobs are of one account."""
        if one != self._one_account:
            self._one_account = one
            self.fit()

    def set_exact_times(self, exact: bool) -> None:
        """Exact times need more room than «2 min ago»; widths the person has chosen stay."""
        self._exact_times = exact
        self._fitting = True
        for column in _TIMES - self._sized.keys():
            self._table.setColumnWidth(column, self._first_width(column))
        self._fitting = False
        self.fit()

    def layout_now(self) -> JobLayout:
        """The person's choice, whatever there is room for at the moment."""
        header = self._table.horizontalHeader()
        order = tuple(JobColumn(header.logicalIndex(at)) for at in range(header.count()))
        return JobLayout(order, dict(self._sized), frozenset(self._hidden))

    def apply(self, layout: JobLayout) -> None:
        """Show these columns; all that are shown are wanted, also where there is little room."""
        header = self._table.horizontalHeader()
        self._fitting = True
        for at, column in enumerate(layout.order):
            header.moveSection(header.visualIndex(column), at)
        self._sized = dict(layout.widths)
        for column in JobColumn:
            width = layout.widths.get(column, self._first_width(column))
            if width and column is not JobColumn.TITLE:
                self._table.setColumnHidden(column, False)
                self._table.setColumnWidth(column, width)
        self._fitting = False
        self._insisted = (self._insisted | (self._hidden - layout.hidden)) - layout.hidden
        self._hidden = set(layout.hidden)
        self.fit()
        self._save_timer.start()

    def lend(self, layout: JobLayout) -> None:
        """Show the columns of a view; the person's own are kept until `take_back`."""
        if self._own is None:
            self.save()
            self._own = self._state()
        self.apply(layout)

    def take_back(self) -> None:
        """Show the person's own columns and order again."""
        if self._own is not None:
            state, self._own = self._own, None
            self._show(state)

    def fit(self) -> None:
        """Hide what the person has hidden, and what there is no room for."""
        hidden = self._hidden | ({JobColumn.BACK_END} if self._one_account else set())
        for column in _STEP_BACK:
            if self._title_room(hidden) >= MIN_TITLE:
                break
            hidden = hidden | ({column} - self._insisted)
        hidden = hidden - self._insisted
        self._applied = set(hidden)
        self._fitting = True
        for column in JobColumn:
            self._table.setColumnHidden(column, column in hidden)
        self._fitting = False

    def save(self) -> None:
        """Remember order, widths, sorting and the person's choice of columns."""
        if self._own is None:
            self._settings.set(KEY, self._state())

    def _state(self) -> dict[str, Any]:
        header = self._table.horizontalHeader()
        state = self.layout_now().to_json()
        if 0 <= header.sortIndicatorSection() < len(JobColumn):
            state["sort"] = JobColumn(header.sortIndicatorSection()).name
            state["descending"] = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return state

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return False

    def _title_room(self, hidden: set[JobColumn]) -> int:
        shown = [column for column in JobColumn if column not in hidden]
        taken = sum(self._width(column) for column in shown if column is not JobColumn.TITLE)
        return self._table.width() - taken - self._table.verticalScrollBar().sizeHint().width()

    def _width(self, column: JobColumn) -> int:
        """The width a column has or, while it is hidden, would have."""
        width = self._table.columnWidth(column) or self._sized.get(column)
        return width or self._first_width(column)

    def _first_width(self, column: JobColumn) -> int:
        return EXACT_WIDTH if self._exact_times and column in _TIMES else _WIDTHS[column]

    def _show(self, state: dict[str, Any]) -> None:
        name = str(state.get("sort"))
        sort = JobColumn[name] if name in JobColumn.__members__ else JobColumn.UPDATED
        descending = state.get("descending", True) is not False
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._table.horizontalHeader().setSortIndicator(sort, order)
        self.apply(JobLayout.from_json(state))

    def _on_section_resized(self, column: int, before: int, now: int) -> None:
        if not self._fitting and before and now and column != JobColumn.TITLE:
            self._sized[JobColumn(column)] = now

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
