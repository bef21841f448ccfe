"""Shift+F10 opens the context menu where the keyboard is: many keyboards have no menu key.

Qt on X11 and Wayland hears only the menu key; the menu asked for here is the same.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

KEYS = "Shift+F10"


class MenuKey(QObject):
    """For one window and all that is in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        QShortcut(KEYS, window, self._on_activated)

    def _on_activated(self) -> None:
        widget = QApplication.focusWidget()
        if widget is None:
            return
        cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        at = cursor.center() if cursor is not None else widget.rect().center()
        QApplication.sendEvent(
            widget,
            QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at)),
        )
