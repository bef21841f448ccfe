"""The rows of the downloads as views ask for them; what changes them is in `downloads_table`.

A group is a row of its own over the rows of its files: a flat table, which can be ten thousand rows
long, and no tree.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.models.download_groups import DownloadGroup, DownloadGroups, Line
from openeo_desktop.models.dragged_files import dragged_paths

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The `Download` or the `DownloadGroup` of a row."""


class DownloadColumn(enum.IntEnum):
    """The columns, in their order at first sight."""

    FILE = 0
    PROGRESS = 1
    SIZE = 2
    SPEED = 3
    LEFT = 4
    STATE = 5


NUMBERS = frozenset((DownloadColumn.SIZE, DownloadColumn.SPEED, DownloadColumn.LEFT))
CellText = Callable[[Line, DownloadColumn], str]
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class DownloadRows(QAbstractTableModel):
    """Rows of `queue`: files under a row for their job.

    Args:
        headers: One word for each `DownloadColumn`.
        text: What a cell shows.
        tool_tip: What a cell tells on hover; already escaped, as tool tips may be rich text.
        back_end_of: The name of an account.
    """

    def __init__(
        self,
        headers: Sequence[str],
        text: CellText,
        tool_tip: CellText,
        back_end_of: Callable[[AccountId], str] = str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._text = text
        self._tool_tip = tool_tip
        self.queue = DownloadGroups(back_end_of)
        self._lines: list[JobKey | DownloadId] = []
        self._index: dict[JobKey | DownloadId, int] | None = {}

    def is_collapsed(self, key: JobKey) -> bool:
        """Whether the files of a job are hidden."""
        return key in self.queue.collapsed

    def line(self, row: int) -> Line:
        """What a row shows."""
        line = self._lines[row]
        return self.queue.groups[line] if isinstance(line, tuple) else self.queue.downloads[line]

    def text(self, line: Line, column: DownloadColumn) -> str:
        """What a cell shows, for a delegate that has its row already."""
        return self._text(line, column)

    def group_row(self, row: int) -> int | None:
        """The row of the job that a row belongs to; its own if it is one."""
        line = self.line(row)
        return self.row_of(line.key if isinstance(line, DownloadGroup) else line.job)

    def downloads_in(self, runs: Iterable[tuple[int, int]]) -> list[Download]:
        """The files of these rows, in order, each once; a job stands for all its shown files."""
        found: dict[DownloadId, None] = {}
        for first, last in runs:
            for line in self._lines[first : last + 1]:
                if isinstance(line, tuple):
                    found.update(dict.fromkeys(self.queue.shown_of(self.queue.groups[line])))
                else:
                    found[line] = None
        return [self.queue.downloads[item] for item in found]

    def row_of(self, line: JobKey | DownloadId) -> int | None:
        """Where a file or a job is, None if it has no row."""
        return self._rows_by_line().get(line)

    def count(self, *states: DownloadState) -> int:
        """How many files are in one of these states; all without an argument."""
        if not states:
            return len(self.queue.downloads)
        return sum(self.queue.states[state] for state in states)

    def _rows_by_line(self) -> dict[JobKey | DownloadId, int]:
        if self._index is None:
            self._index = {line: row for row, line in enumerate(self._lines)}
        return self._index

    def _set_lines(self, lines: list[JobKey | DownloadId]) -> None:
        self._lines, self._index = lines, None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(DownloadColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self.line(index.row()), DownloadColumn(index.column()))
        if role == LINE_ROLE:
            return self.line(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in NUMBERS else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(self.line(index.row()), DownloadColumn(index.column()))
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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be dragged: of what is not here yet, a drag asks for it."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The files of these rows that are here, and whole jobs as folders, as `text/uri-list`."""
        lines = [self.line(row) for row in sorted({index.row() for index in indexes})]
        mime = QMimeData()
        paths = dragged_paths(lines, self.queue.downloads)
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return mime
