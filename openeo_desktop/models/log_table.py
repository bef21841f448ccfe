"""The log of one job as rows: a million entries are fine, only the pages looked at are in memory.

No text of its own, no widgets: words come from `ui` through `headers` and `text`.
"""

from __future__ import annotations

import enum
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from openeo_desktop.core.logs import LogEntry
from openeo_desktop.models.paged import PagedTableModel
from openeo_desktop.models.row_pages import Load
from openeo_desktop.services.spawner import Spawn


class LogColumn(enum.IntEnum):
    """The columns, in order."""

    TIME = 0
    LEVEL = 1
    CODE = 2
    NODE = 3
    ID = 4
    MESSAGE = 5


class LogTableModel(PagedTableModel[LogEntry]):
    """Entries by row id, in the order of the back-end.

    Args:
        load: Fetches entries by row id.
        spawn: Runs the loading.
        headers: One word for each `LogColumn`.
        text: What a cell shows, on one line.
        tool_tip: What a cell tells on hover; already escaped.
    """

    def __init__(
        self,
        load: Load[LogEntry],
        spawn: Spawn,
        headers: Sequence[str],
        text: Callable[[LogEntry, LogColumn], str],
        tool_tip: Callable[[LogEntry, LogColumn], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(load, spawn, "read the log", parent)
        self._headers = tuple(headers)
        self._text = text
        self._tool_tip = tool_tip

    def column_texts(self) -> tuple[str, ...]:
        return self._headers

    def cell(self, value: LogEntry | None, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._display(value, LogColumn(column))
        if value is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(value, LogColumn(column))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == LogColumn.MESSAGE:
            return f"{value.level}: {self._text(value, LogColumn.MESSAGE)}"
        return None

    def clear(self) -> None:
        """Show nothing, as while the log of another job is on its way."""
        self.set_row_ids(array("q"))

    def row_ids(self, first: int, last: int) -> list[int]:
        """The ids of the rows from `first` to `last`, both included."""
        return list(self._pages.ids[max(0, first) : last + 1])

    def nearest(self, row: int, wanted: Sequence[int], *, forward: bool) -> int | None:
        """The next row after (or before) `row` whose id is in `wanted`, around the end if need be.

        `wanted` are ids of this listing in its order, as a listing of errors alone gives them.
        """
        if not wanted:
            return None
        ids = self._pages.ids
        here = ids[row] if 0 <= row < len(ids) else -1
        place = bisect_right(wanted, here) % len(wanted) if forward else bisect_left(wanted, here)
        found = self.fast_row_of(wanted[place if forward else place - 1])
        return found if found >= 0 else None

    def fast_row_of(self, row_id: int) -> int:
        """The row of an id, -1 if it is not shown: logs are stored in order, halving finds it."""
        row = bisect_left(self._pages.ids, row_id)
        return row if row < len(self._pages) and self._pages.ids[row] == row_id else -1

    def row_near(self, row_id: int) -> int:
        """The row of an id, or where it would stand among those that are shown."""
        return min(bisect_left(self._pages.ids, row_id), max(0, len(self._pages) - 1))

    def _display(self, value: LogEntry | None, column: LogColumn) -> str:
        if value is None:
            return "…" if column is LogColumn.MESSAGE else ""
        return self._text(value, column)
