"""The table of downloads under the keyboard and the mouse: opening and closing jobs, keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from openeo_desktop.models.download_groups import DownloadGroup
from openeo_desktop.models.download_rows import DownloadColumn
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.ui.downloads.downloads_delegate import CARET_WIDTH, DownloadsDelegate
from openeo_desktop.ui.files.drag_table import FileTable
from openeo_desktop.ui.look.tokens import ROW_ASSETS

_FOLD = {
    Qt.Key.Key_Left: True,
    Qt.Key.Key_Minus: True,
    Qt.Key.Key_Right: False,
    Qt.Key.Key_Plus: False,
}


class DownloadsView(FileTable):
    """Left and Right close and open a job, as its caret and a double click do.

    Signals: `folded(JobKey, bool)` for closed; `space_pressed()`; `delete_pressed()`.
    """

    folded = Signal(object, bool)
    space_pressed = Signal()
    delete_pressed = Signal()

    def __init__(self, downloads: DownloadsTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_height=ROW_ASSETS)
        self._downloads = downloads
        self.setItemDelegate(DownloadsDelegate(self))
        self.setModel(downloads)

    def fold(self, row: int, closed: bool) -> None:
        """Close or open the job of a row; the row of the job becomes the current one."""
        at = self._downloads.group_row(row)
        if at is None:
            return
        group = self._downloads.line(at)
        if isinstance(group, DownloadGroup):
            if closed and at != row:
                self.setCurrentIndex(self._downloads.index(at, DownloadColumn.FILE))
            self.folded.emit(group.key, closed)

    def is_group(self, row: int) -> bool:
        """Whether a row is that of a job."""
        return isinstance(self._downloads.line(row), DownloadGroup)

    def toggle_fold(self, row: int) -> None:
        """Close an open job, open a closed one."""
        line = self._downloads.line(row)
        if isinstance(line, DownloadGroup):
            self.fold(row, not self._downloads.is_collapsed(line.key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        closed = _FOLD.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_pressed.emit()
        elif plain and event.key() == Qt.Key.Key_Space:
            self.space_pressed.emit()
        elif plain and closed is not None and current.isValid():
            self.fold(current.row(), closed)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._caret_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.toggle_fold(row)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the caret it is two clicks: not also the double click of the row."""
        row = self._caret_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.toggle_fold(row)
            event.accept()
            return
        super().mouseDoubleClickEvent(event)

    def _caret_at(self, at: QPoint) -> int | None:
        index = self.indexAt(at)
        if not index.isValid() or not self.is_group(index.row()):
            return None
        left = self.columnViewportPosition(DownloadColumn.FILE)
        return index.row() if left <= at.x() < left + CARET_WIDTH else None
