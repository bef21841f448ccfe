"""The jobs: chips with counts, filters, the table, and a word where there is nothing to show.

Which jobs are shown, and how, is `jobs_viewing`; here are the selection and the empty states.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.job_views import SavedViews
from openeo_desktop.models.jobs_table import JobsTableModel
from openeo_desktop.models.navigation import Place
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.jobs.job_rename import JobRename
from openeo_desktop.ui.jobs.jobs_clock import JobsClock
from openeo_desktop.ui.jobs.jobs_delegate import JobsDelegate
from openeo_desktop.ui.jobs.jobs_head import JobsHead
from openeo_desktop.ui.jobs.jobs_selection import KeptSelection
from openeo_desktop.ui.jobs.jobs_stack import EmptyAction, JobsStack
from openeo_desktop.ui.jobs.jobs_states import JobsStates
from openeo_desktop.ui.jobs.jobs_table_view import JobsTable
from openeo_desktop.ui.jobs.jobs_texts import JobWords
from openeo_desktop.ui.jobs.jobs_viewing import JobsViewing
from openeo_desktop.ui.jobs.since_bar import SinceBar

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class JobsPane(QWidget):
    """The table of jobs.

    Signals: `current_changed(JobKey | None)` when another job is to be shown, None when none is
    selected; `selection_changed()`, also when selected rows look different now;
    `job_activated(JobKey)` by Enter or a double click; `menu_requested(QPoint)` (global) on a row;
    `new_job_requested()` and `show_all_requested()` of the empty states,
    the last also when a job is to be selected that a filter hides. `text_wanted(str)`: a view
    brings its search text; `place_wanted(Place)`: a view was saved; `notice_wanted(str)`.
    """

    current_changed = Signal(object)
    selection_changed = Signal()
    job_activated = Signal(object)
    menu_requested = Signal(QPoint)
    new_job_requested = Signal()
    show_all_requested = Signal()
    text_wanted = Signal(str)
    place_wanted = Signal(object)
    notice_wanted = Signal(str)

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        parent: QWidget | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("jobs_pane")
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self._spawn = spawn
        self._now = now
        self._current_key: JobKey | None = None
        self._chosen: tuple[int, JobKey] | None = None
        self._awaited: JobKey | None = None
        self._reveal = False
        words = JobWords(services.accounts, services.downloads)
        self.model = JobsTableModel(services.jobs, words, spawn, now, self)
        self._make_parts(words)
        self._connect()
        self.table.setSortingEnabled(True)  # asks the first listing, in the remembered order

    # What the window asks.

    @property
    def place(self) -> Place:
        return self.viewing.place

    @property
    def views(self) -> SavedViews:
        """The person's own views, for the navigation."""
        return self.viewing.views

    @property
    def looks(self) -> list[QAction | None]:
        """What can be chosen about the table, for a menu."""
        return [self.head.options.filter, *self.head.options.all()]

    def set_place(self, place: Place) -> None:
        """Show the jobs of this account or view, in all its states."""
        saved = self.views.get(place.saved)
        self.chips.set_view((saved.place if saved else place).view, self.model.listing)
        self.viewing.set_place(place)
        self.since_bar.follow(self.place, self._now())
        self._states.follow_accounts()

    def set_text(self, text: str) -> None:
        """Search."""
        self.model.set_text(text)

    def select(self, key: JobKey, *, focus: bool = False) -> None:
        """Select a job, now or as soon as it is in the listing; a filter that hides it goes.

        `focus`: the keyboard is in the table then, also if that is not shown yet.
        """
        if focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._awaited = key
        self._reveal = True
        self._spawn(self._select(key), "select the job")

    def selected_jobs(self, limit: int = 200) -> list[Job]:
        """The selected jobs that are in memory, at most `limit`."""
        found = (self.model.value_of(row_id) for row_id in self._selection.row_ids(limit))
        return [job for job in found if job is not None]

    def selected_count(self) -> int:
        """How many jobs are selected, loaded or not."""
        return self._selection.count()

    async def load_selected(self) -> list[Job]:
        """All selected jobs, also those that were never scrolled to."""
        ids = self._selection.row_ids()
        rows = await self._services.jobs.rows(ids)
        return [rows[row_id] for row_id in ids if row_id in rows]

    @property
    def query(self) -> JobQuery:
        """Which jobs the table shows."""
        return self.model.query

    def shown_count(self) -> int:
        """How many they are."""
        return self.model.job_count()

    @property
    def current_key(self) -> JobKey | None:
        """The job that the panes show: the current one of the selected, None if none is."""
        return self._current_key

    def shut_down(self) -> None:
        """The window closes: hear no more events, remember the columns."""
        self.model.close()
        self.viewing.columns.save()

    # Parts.

    def _make_parts(self, words: JobWords) -> None:
        self.head = JobsHead(self._services.accounts, self._now, self)
        self.chips = self.head.chips
        self.since_bar = SinceBar(self)
        self.table = JobsTable(self)
        self.table.setObjectName("jobs_table")
        self.table.setAccessibleName(self.tr("Jobs"))
        self.table.setItemDelegate(JobsDelegate(words, self.table, self._now))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._selection = KeptSelection(self.table, self.model)
        settings = self._services.settings
        self.viewing = JobsViewing(self.model, self.table, self.head, words, settings, self._now)
        self.rename = JobRename(self._services, self._spawn, self.table, self.model)
        self.table.extend_menu = self.head.options.fill
        self.stack = JobsStack(self.table, self)
        parts = (self.head, self.stack)
        self._states = JobsStates(self._services, self._spawn, self.viewing, self.model, parts)
        self._clock = JobsClock(self.table, self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.since_bar)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.head.chips.statuses_chosen.connect(self.model.set_statuses)
        self.since_bar.all_wanted.connect(self.show_all_requested)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self.model.listed.connect(self._on_listed)
        self.model.dataChanged.connect(self._on_rows_changed)
        self.model.rows_forgotten.connect(self._selection.forget)
        self._selection.changed.connect(self._on_selection_changed)
        self.stack.asked.connect(self._on_asked)
        self.viewing.text_wanted.connect(self.text_wanted)
        self.viewing.place_wanted.connect(self.place_wanted)
        self.rename.refused.connect(self.notice_wanted)
        self.table.key_refused.connect(self.notice_wanted)
        self._clock.view_aged.connect(self.viewing.ask_again)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    # Selection.

    async def _select(self, key: JobKey) -> None:
        rows = await self._services.jobs.row_ids_of([key])
        if self._awaited != key or key not in rows:
            return
        self._chosen = (rows[key], key)
        reveal, self._reveal = self._reveal, False
        if self._selection.choose(rows[key]):
            self._awaited = None
        elif reveal:
            self.show_all_requested.emit()
            self.model.refresh()

    def _on_selection_changed(self) -> None:
        if self._selection.current is not None:
            self._awaited = None
        self._show_current()
        self.selection_changed.emit()

    def _show_current(self) -> None:
        """Tell of another current job as soon as its row is loaded; of none at once."""
        row_id = self._selection.current
        job = None if row_id is None else self.model.value(self.model.row_of(row_id))
        chosen = self._chosen[1] if self._chosen and self._chosen[0] == row_id else None
        if job is not None and not (chosen and job.key.is_provisional):  # it has its id by now
            self._set_current(job.key)
        elif chosen is not None or row_id is None:
            self._set_current(chosen)

    def _set_current(self, key: JobKey | None) -> None:
        if key != self._current_key:
            self._current_key = key
            self.current_changed.emit(key)

    def _on_rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self._selection.is_among(first.row(), last.row()):
            self._show_current()
            self.selection_changed.emit()

    def _on_row_activated(self) -> None:
        if self._current_key is not None:
            self.job_activated.emit(self._current_key)

    def _on_menu_requested(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid() and self.model.heading(index.row()) is None:
            self.menu_requested.emit(self.table.viewport().mapToGlobal(at))

    # Listings and empty states.

    def _on_listed(self) -> None:
        if self._awaited is not None:
            self._spawn(self._select(self._awaited), "select the job")

    def _on_asked(self, action: EmptyAction) -> None:
        answers = {
            EmptyAction.NEW_JOB: self.new_job_requested.emit,
            EmptyAction.SHOW_ALL: self.show_all_requested.emit,
            EmptyAction.TRY_AGAIN: self.model.refresh,
            EmptyAction.CLEAR_FILTERS: self.viewing.clear_filters,
        }
        answers.get(action, lambda: None)()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.follow_width(self.width())
