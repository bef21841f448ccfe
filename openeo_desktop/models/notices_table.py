"""Earlier notices as rows. No words of its own, no widgets."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from openeo_desktop.core.notices import Notice

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class NoticeColumn(enum.IntEnum):
    """The columns, in order."""

    STATUS = 0
    TITLE = 1
    BACK_END = 2
    TIME = 3


class NoticesTableModel(QAbstractTableModel):
    """Newest first; the title of what was not read yet is bold.

    Args:
        headers: One word for each `NoticeColumn`.
        text: What a cell shows.
        tool_tip: What a cell tells on hover.
        mark: The icon of a row.
    """

    def __init__(
        self,
        headers: Sequence[str],
        text: Callable[[Notice, NoticeColumn], str],
        tool_tip: Callable[[Notice, NoticeColumn], str],
        mark: Callable[[Notice], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._text = text
        self._tool_tip = tool_tip
        self._mark = mark
        self._notices: tuple[Notice, ...] = ()
        self._unread_font = QFont()
        self._unread_font.setBold(True)

    def set_notices(self, notices: Sequence[Notice]) -> None:
        """Show these."""
        self.beginResetModel()
        self._notices = tuple(notices)
        self.endResetModel()

    def notice(self, row: int) -> Notice | None:
        """The notice in a row, None if there is no such row."""
        return self._notices[row] if 0 <= row < len(self._notices) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._notices)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(NoticeColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        notice = self.notice(index.row()) if index.isValid() else None
        if notice is None:
            return None
        column = NoticeColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(notice, column)
        if role == Qt.ItemDataRole.DecorationRole and column is NoticeColumn.STATUS:
            return self._mark(notice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(notice, column)
        if role == Qt.ItemDataRole.FontRole and column is NoticeColumn.TITLE:
            return None if notice.is_read else self._unread_font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None
