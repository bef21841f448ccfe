"""The table of every pane: rows of one height, whole-row selection, hover, keyboard, columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from openeo_desktop.core.spreadsheet_cells import pasted_row
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.kit.text_delegate import TextDelegate
from openeo_desktop.ui.look import theme
from openeo_desktop.ui.look.tokens import FOCUS_RING, ROW_JOBS

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
Move = QAbstractItemView.CursorAction
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class DataTable(QTableView):
    """A QTableView for data of any length.

    Enter or a double click activates (`row_activated`), Ctrl+C copies the selected rows as
    tab-separated text, a right click on the header chooses columns. The model aligns its numbers
    by `Qt.TextAlignmentRole` (also in the header). Signals: `row_activated(QModelIndex)`,
    `columns_changed()` when the person moved, sized, hid or showed a column.
    """

    row_activated = Signal(QModelIndex)
    columns_changed = Signal()
    rows_only = True
    """Home and End go to the first and the last row; False: along the row, as in a sheet."""

    def __init__(self, parent: QWidget | None = None, *, row_height: int = ROW_JOBS) -> None:
        super().__init__(parent)
        self._hovered_row = -1
        self._keyboard_focus = False
        self._stretch_column = -1
        self._fixed_columns: frozenset[int] = frozenset()
        self._restoring = False
        self._set_up_rows(row_height)
        self._set_up_header()
        self._set_up_behaviour()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if isinstance(model, QAbstractItemModel):
            # The headers ask of every row whether it is selected, for a highlight that is not
            # shown: 4 s after «select all» over 100,000 rows. An empty selection answers at once.
            for header in (self.horizontalHeader(), self.verticalHeader()):
                header.setSelectionModel(QItemSelectionModel(model, header))
        self._apply_stretch()

    def set_stretch_column(self, column: int) -> None:
        """The column that takes all spare width."""
        self._stretch_column = column
        self._apply_stretch()

    def set_column_widths(self, widths: Sequence[int]) -> None:
        """First widths in pixels, for a table without saved state; 0 leaves a column alone."""
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)

    def set_required_columns(self, columns: Sequence[int]) -> None:
        """Columns that cannot be hidden."""
        self._fixed_columns = frozenset(columns)

    def save_columns(self) -> bytes:
        """Order, widths, visibility and sorting of the columns, for `restore_columns`."""
        return bytes(self.horizontalHeader().saveState().data())

    def restore_columns(self, state: bytes) -> bool:
        """Take over saved columns; False (and nothing changed) if they do not fit this table."""
        if not state:
            return False
        self._restoring = True
        done = self.horizontalHeader().restoreState(QByteArray(state))
        self._restoring = False
        self._apply_stretch()
        return done

    def selected_rows(self) -> list[int]:
        """The selected rows, ascending."""
        if not isinstance(self.selectionModel(), QItemSelectionModel):
            return []  # no model was set yet
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def selected_text(self) -> str:
        """The selected rows as tab-separated lines, visible columns in their order."""
        header, model = self.horizontalHeader(), self.model()
        order = [header.logicalIndex(at) for at in range(header.count())]
        columns = [column for column in order if not header.isSectionHidden(column)]
        lines = []
        for row in self.selected_rows():
            texts = (model.index(row, column).data() for column in columns)
            lines.append(pasted_row(["" if text is None else str(text) for text in texts]))
        return "\n".join(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard_focus:
            self._keyboard_focus = True
            self.viewport().update()
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_to_clipboard(self.selected_text())
            event.accept()
            return
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # Return in the editor ends the editing; it comes here as well
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_activated.emit(self.currentIndex())
            event.accept()
            return
        if event.key() in _ARROWS and self._choose_current_row():
            event.accept()
            return
        super().keyPressEvent(event)

    def moveCursor(self, cursor_action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self.model().rowCount() - 1
        ends = {Move.MoveHome: range(last + 1), Move.MoveEnd: range(last, -1, -1)}
        if self.rows_only and cursor_action in ends:
            return self._first_choosable(ends[cursor_action])
        return super().moveCursor(cursor_action, modifiers)

    def take_keyboard(self) -> None:
        """The keyboard comes here: what is chosen is brought to sight, or the first row chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.selectionModel().hasSelection():
            self._choose_first_row()
        self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._keyboard_focus = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)
        known = isinstance(self.model(), QAbstractItemModel)
        if known and self._keyboard_focus and not self.currentIndex().isValid():
            self._choose_first_row()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self._hover(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hovered_row >= 0:
            painter = QPainter(self.viewport())
            painter.fillRect(self._row_rect(self._hovered_row), QColor(theme.tokens().hover))
            painter.end()
        super().paintEvent(event)
        if self._keyboard_focus and self.hasFocus() and self.currentIndex().isValid():
            self._paint_focus(self._row_rect(self.currentIndex().row()))

    def _paint_focus(self, rect: QRect) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().accent), FOCUS_RING))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)

    def _row_rect(self, row: int) -> QRect:
        top = self.rowViewportPosition(row)
        return QRect(0, top, self.viewport().width(), self.rowHeight(row))

    def _hover(self, row: int) -> None:
        if row == self._hovered_row:
            return
        for changed in (self._hovered_row, row):
            if changed >= 0:
                self.viewport().update(self._row_rect(changed))
        self._hovered_row = row

    def _choose_current_row(self) -> bool:
        """Qt makes the first row the current one, unselected, as the focus comes: an arrow chooses
        it then, instead of the row after it."""
        current = self.currentIndex()
        if not current.isValid() or self.selectionModel().hasSelection():
            return False
        self.setCurrentIndex(current)
        return True

    def _choose_first_row(self) -> None:
        index = self._first_choosable(range(self.model().rowCount()))
        if index.isValid():
            self.setCurrentIndex(index)

    def _first_choosable(self, rows: range) -> QModelIndex:
        """The first of these rows that can be chosen: a heading may stand before it."""
        model, current = self.model(), self.currentIndex().column()
        column = current if current >= 0 else self.horizontalHeader().logicalIndex(0)
        indexes = (model.index(row, column) for row in rows[:2])
        enabled = Qt.ItemFlag.ItemIsEnabled
        return next((one for one in indexes if model.flags(one) & enabled), QModelIndex())

    def _apply_stretch(self) -> None:
        header = self.horizontalHeader()
        if 0 <= self._stretch_column < header.count():
            header.setSectionResizeMode(self._stretch_column, QHeaderView.ResizeMode.Stretch)

    def _set_up_rows(self, row_height: int) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(36)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu_requested)
        header.sectionMoved.connect(self._on_columns_changed)
        header.sectionResized.connect(self._on_columns_changed)

    def _set_up_behaviour(self) -> None:
        self.setItemDelegate(TextDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.row_activated)

    def _on_columns_changed(self) -> None:
        if not self._restoring:
            self.columns_changed.emit()

    def _on_header_menu_requested(self, at: QPoint) -> None:
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """A menu with a check mark per column; for the header, or a «View» menu."""
        menu = QMenu(self)
        header, model = self.horizontalHeader(), self.model()
        for column in range(header.count()):
            title = model.headerData(column, Qt.Orientation.Horizontal)
            action = QAction(str(title or ""), menu)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(column))
            action.setEnabled(column not in self._fixed_columns)
            action.setData(column)
            action.toggled.connect(self._on_column_toggled)
            menu.addAction(action)
        return menu

    def _on_column_toggled(self, shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.horizontalHeader().setSectionHidden(int(action.data()), not shown)
            self.columns_changed.emit()
