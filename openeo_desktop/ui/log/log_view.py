"""The table of the log: stays at the newest entry until the person looks back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from openeo_desktop.models.log_table import LogColumn, LogTableModel
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.selections import ranges_of
from openeo_desktop.ui.kit.table_view import DataTable
from openeo_desktop.ui.log.log_delegate import LogDelegate
from openeo_desktop.ui.log.log_text import new_entries_text
from openeo_desktop.ui.log.log_wrap import WrappedRows
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import ROW_LOG

_MARGIN = 12
EXTRA_COLUMNS = (LogColumn.CODE, LogColumn.NODE, LogColumn.ID)


def _asks_to_find(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Find) or event.text() == "/"


class LogView(DataTable):
    """Lines of the log.

    Signals:
        following_changed(bool): It does, or no longer does, stay at the newest entry.
        copy_requested(): Ctrl+C.
        find_requested(): Ctrl+F or `/` while the keyboard is here.
        selection_changed(): Another choice of lines.
    """

    following_changed = Signal(bool)
    copy_requested = Signal()
    find_requested = Signal()
    selection_changed = Signal()

    def __init__(self, model: LogTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, row_height=ROW_LOG)
        self.setObjectName("log_table")
        self.setAccessibleName(self.tr("Log"))
        self._following = True
        self._new_entries = 0
        self._kept: int | None = None
        self.delegate = LogDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self._set_up_columns()
        self._wrapped = WrappedRows(self, model, self.delegate.font)
        self._jump = outlined_button(new_entries_text(0), Icon.CARET_DOWN, self)
        self._jump.setObjectName("follow_log")
        self._jump.hide()
        self._jump.clicked.connect(self.follow)
        model.rowsInserted.connect(self._on_rows_inserted)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def set_dates(self, *, shown: bool) -> None:
        """Make room for times with or without their date."""
        sample = "0000-00-00 00:00:00" if shown else "00:00:00"
        self.setColumnWidth(LogColumn.TIME, self.delegate.column_width(sample))

    def mark(self, text: str) -> None:
        """Mark this text wherever it is seen; "" marks nothing."""
        if text != self.delegate.needle:
            self.delegate.needle = text
            self.viewport().update()

    def set_wrap(self, *, on: bool) -> None:
        """Show whole messages over several lines, or one line for each entry."""
        self.delegate.wraps = on
        self._wrapped.set_on(on=on)
        if self._following:
            self.scrollToBottom()

    def place(self) -> tuple[int, int] | None:
        """The row id at the top (or the chosen one, if it is seen), and where its row begins."""
        rows = self.model()
        current = self.currentIndex().row()
        self._kept = None
        if isinstance(rows, LogTableModel) and self.selectionModel().hasSelection():
            self._kept = rows.row_id(current)
        top = self.rowViewportPosition(current) if current >= 0 else -1
        row = current if 0 <= top < self.viewport().height() else self.rowAt(0)
        row_id = rows.row_id(row) if isinstance(rows, LogTableModel) and row >= 0 else None
        return None if row_id is None else (row_id, self.rowViewportPosition(row))

    def return_to(self, place: tuple[int, int] | None) -> None:
        """Bring what was looked at back to its place, after other rows came around it."""
        rows = self.model()
        if place is None or self._following or not isinstance(rows, LogTableModel):
            return
        self.updateGeometries()  # else the bar knows nothing of the new rows yet
        position = self.rowViewportPosition(rows.row_near(place[0]))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + position - place[1])
        self._choose_again(rows)
        self._set_following(following=False)

    def _choose_again(self, rows: LogTableModel) -> None:
        """The line that was being read, if other levels or a filter still show it."""
        row = -1 if self._kept is None else rows.row_of(self._kept)
        if row >= 0 and not self.selectionModel().hasSelection():
            self.setCurrentIndex(rows.index(row, 0))

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
        if _asks_to_find(event):
            self.find_requested.emit()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_End:
            self.follow()

    def event(self, event: QEvent) -> bool:
        """Ctrl+F means the log while the keyboard is here, else the search for jobs."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _asks_to_find(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrapped.look()
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

    def _on_rows_inserted(self, _parent: object, first: int, last: int) -> None:
        if not self._following and last == self.model().rowCount() - 1:
            self._new_entries += last - first + 1
            self._show_jump()

    def _set_following(self, *, following: bool) -> None:
        if following:
            self._new_entries = 0
        if following != self._following:
            self._following = following
            self.following_changed.emit(following)
        self._show_jump()

    def _show_jump(self) -> None:
        self._jump.setText(new_entries_text(self._new_entries))
        behind = self._new_entries > 0 or not self._at_end()
        self._jump.setVisible(not self._following and behind)
        self._place_jump()

    def _set_up_columns(self) -> None:
        """Code, node and id are there for who wants them; the header shows together with them."""
        self.set_stretch_column(LogColumn.MESSAGE)
        self.set_required_columns([LogColumn.MESSAGE])
        samples = {LogColumn.LEVEL: "warning", LogColumn.CODE: "x" * 14, LogColumn.NODE: "x" * 14}
        for column, sample in (samples | {LogColumn.ID: "x" * 12}).items():
            self.setColumnWidth(column, self.delegate.column_width(sample))
        self.set_dates(shown=False)
        for column in EXTRA_COLUMNS:
            self.setColumnHidden(column, True)
        self.columns_changed.connect(self.show_header)
        self.show_header()

    def show_header(self) -> None:
        """Time, level and message need no names; more columns do."""
        extra = any(not self.isColumnHidden(column) for column in EXTRA_COLUMNS)
        self.horizontalHeader().setVisible(extra)

    def _place_jump(self) -> None:
        size = self._jump.sizeHint()
        area = self.viewport().geometry()
        left = area.right() - size.width() - _MARGIN
        top = area.bottom() - size.height() - _MARGIN
        self._jump.setGeometry(max(0, left), max(0, top), size.width(), size.height())
        self._jump.raise_()
