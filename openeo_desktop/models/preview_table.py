"""The rows of a table file as a Qt model: a page at a time, a million rows at no cost."""

from __future__ import annotations

from array import array
from collections.abc import Coroutine, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.models.paged import PagedTableModel
from openeo_desktop.preview.values import Table, TablePage
from openeo_desktop.services.spawner import Spawn

Row = tuple[str, ...]
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TableQuestions(Protocol):
    """An open file that is a table."""

    def page(self, first: int, count: int) -> Coroutine[Any, Any, TablePage]:
        """Rows of it."""


class PreviewTableModel(PagedTableModel[Row]):
    """Shows one table after the other."""

    def __init__(self, spawn: Spawn, parent: QObject | None = None) -> None:
        super().__init__(self._load, spawn, "read the table", parent)
        self._file: TableQuestions | None = None
        self._table = Table((), 0)
        self._texts: tuple[str, ...] = ()

    def set_table(self, file: TableQuestions | None, table: Table) -> None:
        """Show another table; None: nothing."""
        self.set_row_ids(array("q"))
        self.beginResetModel()
        self._file, self._table = file, table
        self._columns = None
        self._texts = tuple(visible_text(column.name) for column in table.columns)
        self.endResetModel()
        self.set_row_ids(array("q", range(table.rows if file is not None else 0)))

    def column_texts(self) -> tuple[str, ...]:
        return self._texts

    def cell(self, value: Row | None, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._table.columns[column].numeric else _LEFT
        if value is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None  # a tool tip of it would be read as markup
        return visible_text(value[column]) if column < len(value) else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.TextAlignmentRole and section < len(self._texts):
            return _RIGHT if self._table.columns[section].numeric else _LEFT
        if not across and role == Qt.ItemDataRole.DisplayRole:
            return section + 1
        return super().headerData(section, orientation, role)

    async def _load(self, ids: Sequence[int]) -> dict[int, Row]:
        file = self._file
        if file is None or not ids:
            return {}
        first, last = min(ids), max(ids)
        page = await file.page(first, last - first + 1)
        return dict(enumerate(page.rows, page.first)) if file is self._file else {}
