"""A message that stays where it concerns something, until it is closed or no longer true."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.errors import AppError
from openeo_desktop.ui.kit.buttons import icon_button, outlined_button
from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look.icons import Icon, icon, paint_icon, role_color

Level = Literal["info", "success", "warning", "error"]

_ICONS = {
    "info": Icon.INFO,
    "success": Icon.SUCCESS,
    "warning": Icon.WARNING,
    "error": Icon.ERROR,
}


class _LevelMark(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.level: Level = "info"
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), _ICONS[self.level], role_color(self.level))


class MessageBar(QFrame):
    """An inline banner: level, selectable text, an action if there is one, copy and close.

    Hidden until `show_message`. Signals: `action_triggered()`, `closed()` (by the person).

    Args:
        closable: Whether the person can close it.
        stacked: The action below the text, for narrow places.
        copyable: Whether warnings and errors can be copied.
    """

    action_triggered = Signal()
    closed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        closable: bool = True,
        stacked: bool = False,
        copyable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._copyable = copyable
        self._copied = ""
        self._mark = _LevelMark(self)
        self._text = plain_label("", self, selectable=True, wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = outlined_button("", None, self)
        self._action.clicked.connect(self.action_triggered)
        self._action.hide()
        self._copy = icon_button(Icon.COPY, self.tr("Copy the message"), self)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._close = icon_button(Icon.CLOSE, self.tr("Close the message"), self)
        self._close.clicked.connect(self._on_close_clicked)
        self._close.setVisible(closable)
        self._lay_out(stacked=stacked)
        self.hide()

    def show_message(self, level: Level, text: str, action_text: str | None = None) -> None:
        """Show a text; copying is offered for warnings and errors."""
        self._mark.level = level
        self.setProperty("level", level)
        self._text.setText(text)
        self._copied = text
        self._action.setText(action_text or "")
        self._action.setVisible(bool(action_text))
        for button, name in ((self._copy, Icon.COPY), (self._close, Icon.CLOSE)):
            button.setIcon(icon(name, level))
        self._copy.setVisible(self._copyable and level in ("warning", "error"))
        self.setAccessibleName(text)
        self._restyle()
        self.show()
        self._make_room()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_error(self, error: AppError) -> None:
        """The words for a person; the technical part is copied with them."""
        self.show_message("error", error.full_text(technical=False))
        self._copied = error.full_text()

    def _make_room(self) -> None:
        """A dialog grows for its message; else the fields below would lie upon each other."""
        dialog = self.window()
        layout = dialog.layout()
        if not isinstance(dialog, QDialog) or layout is None:
            return
        layout.activate()
        needed = max(layout.totalHeightForWidth(dialog.width()), layout.totalMinimumSize().height())
        if dialog.height() < needed:
            dialog.resize(dialog.width(), needed)

    def add_action(self, text: str) -> QPushButton:
        """One more button behind the action of a stacked bar; the caller connects it."""
        button = outlined_button(text, None, self)
        self._below.insertWidget(self._below.count() - 1, button)
        return button

    def clear(self) -> None:
        """The message is no longer true."""
        self._text.clear()
        self.hide()

    def text(self) -> str:
        """The text that is shown."""
        return self._text.text()

    @property
    def level(self) -> Level:
        return self._mark.level

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard(self._copied)

    def _on_close_clicked(self) -> None:
        self.clear()
        self.closed.emit()

    def _restyle(self) -> None:
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._mark.update()

    def _lay_out(self, *, stacked: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 7, 7, 7)
        layout.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        layout.addLayout(row)
        place = Qt.AlignmentFlag.AlignTop if stacked else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._mark, 0, place)
        row.addWidget(self._text, 1)
        beside = (self._copy, self._close) if stacked else (self._action, self._copy, self._close)
        for button in beside:
            row.addWidget(button, 0, place)
        if stacked:
            self._below = QHBoxLayout()
            self._below.setContentsMargins(self._mark.width() + row.spacing(), 0, 0, 4)
            self._below.addWidget(self._action)
            self._below.addStretch(1)
            layout.addLayout(self._below)
