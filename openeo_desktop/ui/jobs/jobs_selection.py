"""Keeps selection, current row and scroll position of a paged table over changes of its listing.

By row id: rows come and go above and below, and the person's eye and choice stay where they are.
A choice that a filter hides is nobody's meanwhile: nothing is selected then, nothing is current.
It comes back with its rows, unless the person has chosen something else.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from openeo_desktop.models.job_rounds import JobRounds
from openeo_desktop.ui.kit.selections import selected_ranges
from openeo_desktop.ui.kit.table_view import DataTable

MAX_KEPT = 500
"""More selected rows than this are let go when the whole listing is another one."""

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_LET_GO = QItemSelectionModel.SelectionFlag.Deselect | QItemSelectionModel.SelectionFlag.Rows


class KeptSelection(QObject):
    """The selection of one table; gives the table its model.

    Signals: `changed()` when another set of rows is selected or another row is current: by the
    person, by `choose`, or because a listing took rows away or brought them back.
    """

    changed = Signal()

    def __init__(self, table: DataTable, model: JobRounds) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._current: int | None = None
        self._told: tuple[int | None, list[int], int] = (None, [], 0)
        self._wanted: list[int] = []
        self._wanted_current: int | None = None
        self._anchor: tuple[int, int] | None = None
        self._changing = False
        # Before the table hears it: Qt moves the current row off rows that go, which no one chose.
        for before in (
            model.modelAboutToBeReset,
            model.rowsAboutToBeInserted,
            model.rowsAboutToBeRemoved,
            model.layoutAboutToBeChanged,
        ):
            before.connect(self._on_about_to_change)
        table.setModel(model)
        selection = table.selectionModel()
        selection.selectionChanged.connect(self._on_selection_changed)
        selection.currentRowChanged.connect(self._on_selection_changed)
        for after in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            after.connect(self._on_model_changed)
        model.settled.connect(self._tell)

    @property
    def current(self) -> int | None:
        """The row id of the current row, always one of the selected; None if none is selected."""
        return self._current

    def count(self) -> int:
        """How many jobs are selected; headings between them are none."""
        headings = self._model.headings_in
        ranges = selected_ranges(self._table)
        return sum(last - first + 1 - headings(first, last) for first, last in ranges)

    def is_among(self, first: int, last: int) -> bool:
        """Whether any of these rows, both included, is selected."""
        return any(first <= end and start <= last for start, end in selected_ranges(self._table))

    def row_ids(self, limit: int | None = None) -> list[int]:
        """The ids of the selected rows, in the order of the table."""
        ids: list[int] = []
        for first, last in selected_ranges(self._table):
            for row in range(first, last + 1):
                row_id = self._model.row_id(row)
                if row_id is not None and row_id >= 0:
                    ids.append(row_id)
                if limit is not None and len(ids) >= limit:
                    return ids
        return ids

    def choose(self, row_id: int) -> bool:
        """Select one row and show it; False if it is not in the listing (it is then awaited)."""
        self._wanted, self._wanted_current = [row_id], row_id
        row = self._model.row_of(row_id)
        self._restore()
        if row >= 0:
            self._table.scrollTo(self._model.index(row, self._first_column()))
        self._tell()
        return row >= 0

    def forget(self, row_ids: Set[int]) -> None:
        """These rows will not come back; should their ids do, they are not what was chosen."""
        self._wanted = [row_id for row_id in self._wanted if row_id not in row_ids]
        if self._wanted_current in row_ids:
            self._wanted_current = None
        if gone := [i for i in self.row_ids(MAX_KEPT) if i in row_ids]:
            self._deselect(gone)
            self._tell()

    def _deselect(self, row_ids: Sequence[int]) -> None:
        was_changing, self._changing = self._changing, True
        for row in (self._model.row_of(row_id) for row_id in row_ids):
            self._table.selectionModel().select(self._model.index(row, 0), _LET_GO)
        self._changing = was_changing

    def _on_selection_changed(self) -> None:
        if self._changing:
            return
        hidden = self._wanted and not self._told[2]
        if not (hidden and not self.count()):  # the current row alone is no choice
            self._wanted = self.row_ids(MAX_KEPT + 1)
            if len(self._wanted) > MAX_KEPT:
                self._wanted = []
            self._wanted_current = self._seen_current()
        self._tell()

    def _seen_current(self) -> int | None:
        """The current row where it is selected, else what was current, else the first selected."""
        ranges = selected_ranges(self._table)
        if not ranges:
            return None
        known = -1 if self._current is None else self._model.row_of(self._current)
        for row in (self._table.currentIndex().row(), known):
            if any(first <= row <= last for first, last in ranges) and self._is_job(row):
                return self._model.row_id(row)
        return next(iter(self.row_ids(1)), None)

    def _is_job(self, row: int) -> bool:
        return self._model.heading(row) is None

    def _tell(self) -> None:
        self._current = self._seen_current()
        state = (self._current, self.row_ids(MAX_KEPT), self.count())
        if state != self._told:
            self._told = state
            self.changed.emit()

    def _on_about_to_change(self) -> None:
        self._changing = True
        bar = self._table.verticalScrollBar()
        top = self._table.rowAt(0)
        row_id = self._model.row_id(top) if bar.value() > 0 and top >= 0 else None
        self._anchor = None
        if row_id is not None:
            self._anchor = (row_id, self._table.rowViewportPosition(top))

    def _on_model_changed(self) -> None:
        if self._wanted:
            self._restore()
        self._changing = False
        self._scroll_back()
        if not self._model.partial:  # else what is chosen may be among the rows that follow
            self._tell()

    def _restore(self) -> None:
        """Select what is wanted, as far as it is in the listing."""
        rows = [self._model.row_of(row_id) for row_id in self._wanted]
        chosen = QItemSelection()
        last_column = self._model.columnCount() - 1
        for row in rows:
            if row >= 0:
                chosen.select(self._model.index(row, 0), self._model.index(row, last_column))
        was_changing, self._changing = self._changing, True
        selection = self._table.selectionModel()
        current = self._wanted_current
        row = self._model.row_of(current) if current is not None else -1
        if row >= 0:
            index = self._model.index(row, self._first_column())
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        selection.select(chosen, _CHOOSE)
        self._changing = was_changing

    def _first_column(self) -> int:
        header = self._table.horizontalHeader()
        shown = (header.logicalIndex(at) for at in range(header.count()))
        return next((column for column in shown if not header.isSectionHidden(column)), 0)

    def _scroll_back(self) -> None:
        """The row that was at the top stays there."""
        if self._anchor is None:
            return
        row_id, position = self._anchor
        row = self._model.row_of(row_id)
        if row >= 0:
            bar = self._table.verticalScrollBar()
            moved = self._table.rowViewportPosition(row) - position
            self._table.updateGeometries()
            bar.setValue(bar.value() + moved)
