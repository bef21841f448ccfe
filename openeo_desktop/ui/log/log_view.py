"""The table of the log: stays at the newest entry until the person looks back."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from openeo_desktop.models.log_table import LogColumn, LogTableModel
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.selections import ranges_of
from openeo_desktop.ui.kit.table_view import DataTable
from openeo_desktop.ui.log.log_delegate import LogDelegate
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import ROW_LOG

_MARGIN = 12


class LogView(DataTable):
    """Lines of the log.

    Signals:
        following_changed(bool): It does, or no longer does, stay at the newest entry.
        copy_requested(): Ctrl+C.
        selection_changed(): Another choice of lines.
    """

    following_changed = Signal(bool)
    copy_requested = Signal()
    selection_changed = Signal()

    def __init__(self, model: LogTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_height=ROW_LOG)
        self.setObjectName("log_table")
        self.setAccessibleName(self.tr("Log"))
        self._following = True
        self.delegate = LogDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.horizontalHeader().hide()
        self.set_stretch_column(LogColumn.MESSAGE)
        widths = [self.delegate.column_width(text) for text in ("00:00:00", "warning")]
        self.set_column_widths([*widths, 0])
        self._jump = outlined_button(self.tr("Jump to newest"), Icon.CARET_DOWN, self)
        self._jump.setObjectName("jump_to_newest")
        self._jump.hide()
        self._jump.clicked.connect(self.follow)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    @property
    def following(self) -> bool:
        """Whether new entries are scrolled to."""
        return self._following

    @property
    def jump_button(self) -> QWidget:
        """Shown while the newest entry is out of sight and not followed."""
        return self._jump

    def follow(self) -> None:
        """Go to the newest entry and stay there."""
        self.clearSelection()
        self._set_following(following=True)
        self.scrollToBottom()

    def show_row(self, row: int) -> None:
        """Choose a row and bring it into the middle, no longer following."""
        self._set_following(following=False)
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_End:
            self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_jump()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """A line being read must not run away: choosing one above the last stops the tail."""
        super().selectionChanged(selected, deselected)
        last = self.model().rowCount() - 1
        if any(first < last for first, _ in ranges_of(selected)):
            self._set_following(following=False)
        self.selection_changed.emit()

    def _at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 1

    def _on_scrolled(self) -> None:
        self._set_following(following=self._at_end())

    def _on_range_changed(self) -> None:
        if self._following:
            self.scrollToBottom()
        self._show_jump()

    def _set_following(self, *, following: bool) -> None:
        if following != self._following:
            self._following = following
            self.following_changed.emit(following)
        self._show_jump()

    def _show_jump(self) -> None:
        self._jump.setVisible(not self._following and not self._at_end())
        self._place_jump()

    def _place_jump(self) -> None:
        size = self._jump.sizeHint()
        area = self.viewport().geometry()
        left = area.right() - size.width() - _MARGIN
        top = area.bottom() - size.height() - _MARGIN
        self._jump.setGeometry(max(0, left), max(0, top), size.width(), size.height())
        self._jump.raise_()
