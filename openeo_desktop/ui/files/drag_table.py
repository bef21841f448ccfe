"""A table whose rows are files: dragged out where they are here, asked for where they are not.

Qt cannot hand out a file that is not there yet on any of the three systems (desktop.md, C2), so a
drag of such a file asks for it and can be repeated when it has come.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from openeo_desktop.ui.kit.table_view import DataTable


class FileTable(DataTable):
    """Signals: `drag_began()`: the chosen rows are to leave the window."""

    drag_began = Signal()

    def __init__(self, parent: QWidget | None = None, *, row_height: int) -> None:
        super().__init__(parent, row_height=row_height)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Only copies leave: a file that is moved away would be missed by the list."""
        self.drag_began.emit()
        if self.model().mimeData(self.selectedIndexes()).hasUrls():
            super().startDrag(Qt.DropAction.CopyAction)
