"""The download queue as rows for a table view: values in, roles out; no widgets.

The service owns the queue; this only mirrors it. Words come from `ui` through `text` and `headers`.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.models.row_ranges import row_ranges

Index = QModelIndex | QPersistentModelIndex

DOWNLOAD_ROLE = int(Qt.ItemDataRole.UserRole)
"""The `Download` of a row."""


class DownloadColumn(enum.IntEnum):
    """The columns, in their order at first sight."""

    FILE = 0
    JOB = 1
    PROGRESS = 2
    SIZE = 3
    SPEED = 4
    LEFT = 5
    STATE = 6


NUMBERS = frozenset((DownloadColumn.SIZE, DownloadColumn.SPEED, DownloadColumn.LEFT))
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class DownloadsTableModel(QAbstractTableModel):
    """Rows keyed by `DownloadId`, in queue order; one `dataChanged` for each event.

    Args:
        headers: One word for each `DownloadColumn`.
        text: What a cell shows.
        tool_tip: What a cell tells on hover; already escaped, as tool tips may be rich text.
    """

    def __init__(
        self,
        headers: Sequence[str],
        text: Callable[[Download, DownloadColumn], str],
        tool_tip: Callable[[Download, DownloadColumn], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._text = text
        self._tool_tip = tool_tip
        self._rows: list[Download] = []
        self._index: dict[DownloadId, int] | None = {}
        self._counts: Counter[DownloadState] = Counter()

    def set_downloads(self, downloads: Iterable[Download]) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self._rows = list(downloads)
        self._index = None
        self._counts = Counter(download.state for download in self._rows)
        self.endResetModel()

    def apply(self, upserted: Sequence[Download], removed: Sequence[DownloadId] = ()) -> None:
        """Take over one event: rows change in place, new ones join at the end, others leave."""
        self._remove(removed)
        index = self._rows_by_id()
        self._replace({index[new.id]: new for new in upserted if new.id in index})
        self._append(list({new.id: new for new in upserted if new.id not in index}.values()))

    def download(self, row: int) -> Download:
        """The download in `row`."""
        return self._rows[row]

    def downloads(self) -> Sequence[Download]:
        """All of them, in order; not to be changed."""
        return self._rows

    def row_of(self, download_id: DownloadId) -> int | None:
        """Where a download is, None if it is not in the list."""
        return self._rows_by_id().get(download_id)

    def count(self, *states: DownloadState) -> int:
        """How many are in one of these states; all without an argument."""
        return sum(self._counts[state] for state in states) if states else len(self._rows)

    def touch(self, state: DownloadState, column: DownloadColumn) -> None:
        """The texts of this column changed by the clock alone, for rows in this state."""
        rows = [row for row, download in enumerate(self._rows) if download.state is state]
        if rows:
            self.dataChanged.emit(self.index(rows[0], column), self.index(rows[-1], column))

    def _rows_by_id(self) -> dict[DownloadId, int]:
        if self._index is None:
            self._index = {download.id: row for row, download in enumerate(self._rows)}
        return self._index

    def _replace(self, changes: dict[int, Download]) -> None:
        if not changes:
            return
        for row, new in changes.items():
            self._counts[self._rows[row].state] -= 1
            self._counts[new.state] += 1
            self._rows[row] = new
        first, last = min(changes), max(changes)
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(DownloadColumn) - 1))

    def _append(self, new: list[Download]) -> None:
        if not new:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self._rows.extend(new)
        self._index = None
        self._counts.update(download.state for download in new)
        self.endInsertRows()

    def _remove(self, removed: Sequence[DownloadId]) -> None:
        index = self._rows_by_id()
        rows = [index[gone] for gone in removed if gone in index]
        for first, last in reversed(row_ranges(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._counts.subtract(download.state for download in self._rows[first : last + 1])
            del self._rows[first : last + 1]
            self._index = None
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(DownloadColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._rows[index.row()], DownloadColumn(index.column()))
        if role == DOWNLOAD_ROLE:
            return self._rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in NUMBERS else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(self._rows[index.row()], DownloadColumn(index.column()))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else _LEFT
        return None
