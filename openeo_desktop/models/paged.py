"""Table models over very long listings: ordered row ids in memory, the rows themselves paged in.

The base of the jobs and log tables. It knows no services: a subclass gives the loader, the columns
and the texts. A new listing is applied as the smallest change Qt can be told (rows inserted,
removed or moved), so that selection and scroll position of the views stay where they were.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from openeo_desktop.models.row_pages import Load, RowIds, RowPages
from openeo_desktop.services.spawner import Spawn

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NO_INDEX = QModelIndex()
MAX_REORDERED = 150_000


class PagedTableModel(QAbstractTableModel, Generic[R]):
    """Rows by id, loaded on demand. Subclasses implement `column_texts` and `cell`.

    Signals: `settled()` when a listing that was shown in parts is whole, and those of
    QAbstractItemModel.

    Args:
        load: Fetches values by row id (a coroutine function).
        spawn: Runs the loading.
        what: Names the loading for the error presenter.

    Attributes:
        partial: Only the first rows of a long listing are there, the others are on their way.
    """

    settled = Signal()

    def __init__(
        self, load: Load[R], spawn: Spawn, what: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.partial = False
        self._columns: int | None = None
        self._pages: RowPages[R] = RowPages(load, spawn, self._on_loaded, what)

    # What a subclass gives.

    def column_texts(self) -> tuple[str, ...]:
        """The header texts, one per column."""
        raise NotImplementedError

    def cell(self, value: R | None, column: int, role: int) -> Any:
        """The data of a cell; `value` is None while its page is loading."""
        raise NotImplementedError

    # What Qt asks.

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        # Asked a hundred thousand times when all rows are selected: the words are counted once.
        if self._columns is None:
            self._columns = len(self.column_texts())
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Role first: a repaint asks a dozen roles per cell, and most are not answered.
        if role == ROW_ROLE:
            return self._pages.value(index.row()) if index.isValid() else None
        if role not in self.answered_roles or not index.isValid():
            return None
        return self.cell(self._pages.value(index.row()), index.column(), role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        texts = self.column_texts()
        return texts[section] if 0 <= section < len(texts) else None

    answered_roles: frozenset[int] = frozenset(
        int(role)
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.TextAlignmentRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
    )

    # What panes ask.

    def value(self, row: int) -> R | None:
        """The value of a row if it is loaded; asks for it if not."""
        return self._pages.value(row) if 0 <= row < len(self._pages) else None

    def peek(self, row: int) -> R | None:
        """The value of a row if it is loaded; never loads."""
        return self._pages.peek(row) if 0 <= row < len(self._pages) else None

    def value_of(self, row_id: int) -> R | None:
        """The value of a row id if it is loaded; never loads."""
        return self._pages.peek_id(row_id)

    def row_id(self, row: int) -> int | None:
        """The id of a row, None outside of the listing."""
        return self._pages.ids[row] if 0 <= row < len(self._pages) else None

    def row_of(self, row_id: int) -> int:
        """The row of an id, -1 if it is not in the listing."""
        return self._pages.index_of(row_id)

    def set_row_ids(self, ids: RowIds) -> None:
        """Show this listing instead; tells the views the smallest change."""
        old = self._pages.ids
        if type(old) is type(ids) and old == ids:
            return
        start, old_end, new_end = changed_span(old, ids)
        if old_end == start:
            self._insert(ids, start, new_end)
        elif new_end == start:
            self._remove(ids, start, old_end)
        elif old_end == new_end and _is_reordered(old, ids, start, new_end):
            self._reorder(ids)
        else:
            self._replace(ids)

    def give(self, values: dict[int, R]) -> None:
        """Values that came together with the row ids that are about to be set."""
        self._pages.give(values)

    def append_row_ids(self, ids: array[int]) -> None:
        """Rows added at the end, as a log grows."""
        if len(ids):
            self.set_row_ids(array("q", self._pages.ids) + ids)

    def refresh_rows(self, row_ids: set[int]) -> None:
        """These rows changed: load anew those that are looked at."""
        self._pages.mark_stale(row_ids)
        if len(self._pages):
            self._on_loaded(0, len(self._pages) - 1)

    def _insert(self, ids: RowIds, start: int, end: int) -> None:
        self.beginInsertRows(NO_INDEX, start, end - 1)
        self._pages.set_ids(ids)
        self.endInsertRows()

    def _remove(self, ids: RowIds, start: int, end: int) -> None:
        self.beginRemoveRows(NO_INDEX, start, end - 1)
        self._pages.set_ids(ids)
        self.endRemoveRows()

    def _reorder(self, ids: RowIds) -> None:
        """The same rows in another order: selection follows by row id."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        row_ids = [self._pages.ids[index.row()] for index in before]
        self._pages.set_ids(ids)
        rows = _rows_of(ids, set(row_ids))
        after = [
            self.index(rows[row_id], index.column())
            for row_id, index in zip(row_ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _replace(self, ids: RowIds) -> None:
        """Another listing altogether; views restore selection by row id after the reset."""
        self.beginResetModel()
        self._pages.set_ids(ids)
        self.endResetModel()

    def _on_loaded(self, first: int, last: int) -> None:
        if first <= last < len(self._pages):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))


def changed_span(old: RowIds, new: RowIds) -> tuple[int, int, int]:
    """Where two listings differ: (start, end in old, end in new); equal before and after that.

    Halves slices instead of walking: comparing slices runs in C, a million ids in milliseconds.
    """
    if isinstance(old, array) and isinstance(new, array):
        return _changed_span(memoryview(old), memoryview(new))  # whose slices copy nothing
    return _changed_span(tuple(old), tuple(new))


def _changed_span(old: Any, new: Any) -> tuple[int, int, int]:
    limit = min(len(old), len(new))
    start = _common(limit, lambda low, high: old[low:high] == new[low:high])
    a, b = len(old), len(new)
    tail = _common(
        limit - start, lambda low, high: old[a - high : a - low] == new[b - high : b - low]
    )
    return start, a - tail, b - tail


def _common(limit: int, equal: Callable[[int, int], bool]) -> int:
    """How many are equal from the start, up to `limit`; `equal` compares those of a range."""
    low, high = 0, limit
    if equal(0, limit):
        return limit
    while high - low > 1:
        middle = (low + high) // 2
        if equal(low, middle):
            low = middle
        else:
            high = middle
    return low


def _is_reordered(old: RowIds, new: RowIds, start: int, end: int) -> bool:
    """Whether both hold the same rows there; very many are not compared, that takes memory."""
    return end - start <= MAX_REORDERED and set(old[start:end]) == set(new[start:end])


def _rows_of(ids: RowIds, wanted: set[int]) -> dict[int, int]:
    """The rows of a few ids."""
    if len(wanted) <= 8:  # `index` runs in C; a walk over 100,000 ids does not
        return {row_id: ids.index(row_id) for row_id in wanted}
    return {row_id: row for row, row_id in enumerate(ids) if row_id in wanted}
