"""What the jobs table shows, and how: place, filters, columns, order, days, and the person's views.

Asks the model; knows no selection and no empty states (`jobs_pane`).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.models.job_filters import JobFilters
from openeo_desktop.models.job_views import SavedView, SavedViews
from openeo_desktop.models.jobs_table import JobColumn, JobsTableModel
from openeo_desktop.models.navigation import Place, query_at
from openeo_desktop.ui.jobs.ask_view_name import ask_view_name
from openeo_desktop.ui.jobs.day_grouping import DayGrouping, is_grouped
from openeo_desktop.ui.jobs.jobs_columns import JobsColumns, SettingsLike
from openeo_desktop.ui.jobs.jobs_head import JobsHead
from openeo_desktop.ui.jobs.jobs_texts import JobWords
from openeo_desktop.ui.kit.table_view import DataTable

if TYPE_CHECKING:
    from openeo_desktop.ui.jobs.columns_dialog import ColumnsDialog

BY_DAY_KEY, EXACT_KEY = "jobs/by_day", "jobs/exact_times"


class JobsViewing(QObject):
    """Signals: `text_wanted(str)` when a view brings its own search text, or takes it away;
    `place_wanted(Place)` when a view was just saved, or is to be shown as it was saved;
    `view_changed(str)`: the id of the view that is shown otherwise than it was saved, or "".
    """

    text_wanted = Signal(str)
    place_wanted = Signal(object)
    view_changed = Signal(str)

    def __init__(
        self,
        model: JobsTableModel,
        table: DataTable,
        head: JobsHead,
        words: JobWords,
        settings: SettingsLike,
        now: Callable[[], dt.datetime],
    ) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self._head = head
        self._words = words
        self._settings = settings
        self._now = now
        self.place = Place()
        self.views = SavedViews(settings)
        self.columns = JobsColumns(table, settings)
        self._saved: SavedView | None = None
        self._changed = ""
        self._days = DayGrouping()
        self._start()
        self._connect()

    # Places.

    def set_place(self, place: Place) -> None:
        """Show a place in all its states and without filters, or a view as it was saved."""
        saved = self.views.get(place.saved)
        before, self._saved = self._saved, saved
        if saved is None:
            self.place = dataclasses.replace(place, saved="")
            self._show_filters(JobFilters())
            query = query_at(self.place, self._left(before), self._now())
            self._model.ask(self._narrowed(query))
        else:
            self._show_saved(saved)
        self._follow_view()

    def ask_again(self) -> None:
        """Time went by: what is recent is another."""
        if self.place.view.age is not None:
            since = query_at(self.place, self._model.query, self._now()).since
            query = dataclasses.replace(self._model.query, since=since)
        else:
            query = self._model.query
        self._model.ask(self._narrowed(query))

    def clear_filters(self) -> None:
        """Show what no filter hides."""
        self._show_filters(JobFilters())
        self._on_filters_chosen()

    def _narrowed(self, query: JobQuery) -> JobQuery:
        return self._head.filters.asked(query, self._now(), self.place.account)

    def _show_filters(self, filters: JobFilters) -> None:
        self._head.show_filters(filters)

    def _on_filters_chosen(self) -> None:
        self._model.ask(self._narrowed(self._model.query))

    # Views of the person.

    def capture(self, name: str, view_id: str = "") -> SavedView:
        """All that is shown now, under a name."""
        query, filters = self._model.query, self._head.filters
        if self.place.account is not None:
            filters = dataclasses.replace(filters, account=self.place.account)
        return SavedView(
            view_id,
            name,
            self.place.view,
            query.statuses,
            query.text,
            filters,
            self.columns.layout_now(),
            query.sort,
            query.descending,
            query.by_day,
        )

    def save_view(self) -> None:
        """Ask for a name, keep what is shown, go there."""
        ask_view_name(self._head, "", self._on_named)

    def update_view(self) -> None:
        """Keep what is shown now in the view that is shown."""
        if self._saved is not None:
            self._saved = self.capture(self._saved.name, self._saved.id)
            self.views.put(self._saved)
            self._follow_view()

    @property
    def changes(self) -> tuple[QAction, QAction]:
        """What can be done with a view that was changed: keep that, or not."""
        return self._head.options.update_view, self._head.options.revert_view

    def revert_view(self) -> None:
        """Show the view as it was saved."""
        if self._saved is not None:
            self.place_wanted.emit(self._saved.place.line)

    def _on_named(self, name: str) -> None:
        view = self.views.add(self.capture(name))
        self.place_wanted.emit(view.place.line)

    def _show_saved(self, saved: SavedView) -> None:
        self.place = saved.place
        self._show_filters(saved.filters)
        self.columns.lend(saved.layout)
        query = query_at(self.place, self._model.query, self._now())
        query = dataclasses.replace(
            query,
            statuses=saved.statuses or query.statuses,
            text=saved.text,
            sort=saved.sort,
            descending=saved.descending,
            by_day=saved.by_day,
        )
        self._model.ask(self._narrowed(query))
        self._show_order(query)
        if len(saved.statuses) == 1 and saved.statuses != saved.view.statuses:
            self._head.chips.bar.set_selection(saved.statuses)
        self.text_wanted.emit(saved.text)

    def _left(self, saved: SavedView | None) -> JobQuery:
        """The person's own columns and order come back; the question as it is then."""
        query = self._model.query
        if saved is None:
            return query
        self.columns.take_back()
        header = self._table.horizontalHeader()
        by_day = self._settings.get(BY_DAY_KEY, False)
        text = "" if query.text == saved.text else query.text
        self.text_wanted.emit(text)
        return dataclasses.replace(
            query,
            sort=JobColumn(header.sortIndicatorSection()).sort_field,
            descending=header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            by_day=by_day,
            text=text,
        )

    def _show_order(self, query: JobQuery) -> None:
        order = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        column = JobColumn[query.sort.name]
        self._table.horizontalHeader().setSortIndicator(column, order)

    def _follow_view(self) -> None:
        """Offer to keep changes of a view where there are any."""
        options, saved = self._head.options, self._saved
        changed = saved is not None and self.capture(saved.name, saved.id) != saved
        if saved is not None:
            name = saved.name.replace("&", "&&")
            text = self.tr("Save the &changes of «{name}»")
            options.update_view.setText(text.format(name=name))
            text = self.tr("Show «{name}» as it was sa&ved")
            options.revert_view.setText(text.format(name=name))
        for action in self.changes:
            action.setVisible(changed)
        mark = saved.id if saved is not None and changed else ""
        if mark != self._changed:
            self._changed = mark
            self.view_changed.emit(mark)

    def _on_views_changed(self, _views: object) -> None:
        if self._saved is not None:
            self._saved = self.views.get(self._saved.id) or self._saved

    # The look.

    def _start(self) -> None:
        options = self._head.options
        options.exact_times.setChecked(self._settings.get(EXACT_KEY, False))
        self._words.exact_times = options.exact_times.isChecked()
        self.columns.set_exact_times(self._words.exact_times)
        self._model.begin_with(JobQuery(by_day=self._settings.get(BY_DAY_KEY, False)))
        self._show_grouping(self._model.query)

    def _on_by_day(self, by_day: bool) -> None:
        if self._saved is None:
            self._settings.set(BY_DAY_KEY, by_day)
        change = self._days.group if by_day else self._days.ungroup
        query = change(self._model.query)
        self._model.ask(query)
        self._show_order(query)

    def _show_grouping(self, query: JobQuery) -> None:
        """Checked is what is to be seen: an order without a time has no days."""
        self._days.follow(query)
        self._head.options.by_day.setChecked(is_grouped(query))

    def _on_exact_times(self, exact: bool) -> None:
        self._settings.set(EXACT_KEY, exact)
        self._words.exact_times = exact
        self.columns.set_exact_times(exact)
        self._table.viewport().update()

    def open_columns(self) -> ColumnsDialog:
        """Let the person choose the columns."""
        from openeo_desktop.ui.jobs.columns_dialog import ColumnsDialog

        dialog = ColumnsDialog(self._words.headers(), self.columns.layout_now(), self._head)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.layout_chosen.connect(self.columns.apply)
        dialog.open()
        return dialog

    def _connect(self) -> None:
        options = self._head.options
        options.by_day.triggered.connect(self._on_by_day)
        options.exact_times.triggered.connect(self._on_exact_times)
        options.columns.triggered.connect(self.open_columns)
        options.save_view.triggered.connect(self.save_view)
        options.update_view.triggered.connect(self.update_view)
        options.revert_view.triggered.connect(self.revert_view)
        self._head.filters_chosen.connect(self._on_filters_chosen)
        self._model.query_changed.connect(self._show_grouping)
        for changed in (self._model.query_changed, self._table.columns_changed):
            changed.connect(self._follow_view)
        stop = self.views.changed.connect(self._on_views_changed)
        self.destroyed.connect(stop)
