"""«Columns»: which columns the jobs table shows and in which order; acts at once."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.models.job_layout import JobLayout
from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.ui.kit.buttons import icon_button, outlined_button, quiet_button
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemIsDragEnabled
)


class ColumnsDialog(QDialog):
    """A list with check marks; rows are dragged, or moved by the buttons and Alt+Up, Alt+Down.

    Signals: `layout_chosen(JobLayout)` on every change by the person.
    """

    layout_chosen = Signal(object)

    def __init__(
        self, names: tuple[str, ...], layout: JobLayout, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columns_dialog")
        self.setWindowTitle(self.tr("Columns"))
        self._names = names
        self._layout = layout
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Columns in their order"))
        self.list.setSpacing(3)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.up = icon_button(Icon.CARET_UP, self.tr("Further to the left (Alt+Up)"), self)
        self.down = icon_button(Icon.CARET_DOWN, self.tr("Further to the right (Alt+Down)"), self)
        self.reset = quiet_button(self.tr("Reset"), None, self)
        self.close_button = outlined_button(self.tr("Close"), None, self)
        self.close_button.setDefault(True)
        self._lay_out()
        self._fill()
        self._connect()
        self.resize(340, 520)

    def layout_now(self) -> JobLayout:
        """What the list says; widths stay."""
        items = [self.list.item(row) for row in range(self.list.count())]
        order = tuple(JobColumn(item.data(Qt.ItemDataRole.UserRole)) for item in items)
        hidden = frozenset(
            column
            for column, item in zip(order, items, strict=True)
            if item.checkState() is Qt.CheckState.Unchecked
        )
        return dataclasses.replace(self._layout, order=order, hidden=hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and watched is self.list:
            step = _MOVES.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for column in self._layout.order:
            item = QListWidgetItem(self._names[column], self.list)
            item.setData(Qt.ItemDataRole.UserRole, int(column))
            hidden = column in self._layout.hidden
            item.setFlags(_FLAGS)
            item.setCheckState(Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)
            if column is JobColumn.TITLE:
                item.setFlags(_FLAGS & ~Qt.ItemFlag.ItemIsUserCheckable)
                item.setToolTip(self.tr("The title is always shown."))
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + by < self.list.count():
            self.list.insertItem(row + by, self.list.takeItem(row))
            self.list.setCurrentRow(row + by)
            self._tell()

    def _tell(self) -> None:
        layout = self.layout_now()
        if layout != self._layout:
            self._layout = layout
            self.layout_chosen.emit(layout)

    def _on_reset(self) -> None:
        self._layout = JobLayout()
        self._fill()
        self.layout_chosen.emit(self._layout)

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._tell)
        self.list.model().rowsMoved.connect(self._tell)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.list.installEventFilter(self)
        self.reset.clicked.connect(self._on_reset)
        self.close_button.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        column.setSpacing(GROUP_SPACING)
        hint = self.tr("Where the table is too narrow, less important columns are hidden.")
        column.addWidget(MutedLabel(hint, self, wrap=True))
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.up, self.down, self.reset):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
