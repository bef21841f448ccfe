"""Shows either a content widget or an EmptyState in its place."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from openeo_desktop.ui.kit.empty_state import EmptyState
from openeo_desktop.ui.look.icons import Icon

LOADING_AFTER_MS = 200
"""What is read from the history comes sooner: nobody is told that it is on its way."""


class ContentStack(QStackedWidget):
    """Content, or why there is none. Signals: `action_triggered()` of the empty state's button."""

    action_triggered = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.empty_state = EmptyState(parent=self)
        self.empty_state.action_triggered.connect(self.action_triggered)
        self.addWidget(content)
        self.addWidget(self.empty_state)
        self._late = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        self._late.timeout.connect(lambda: self.show_loading(*self._coming))
        self._coming: tuple[str, str, str | None] = ("", "", None)

    def show_content(self) -> None:
        self._late.stop()
        self.setCurrentWidget(self._content)

    def show_empty(
        self, name: Icon, title: str, text: str = "", action_text: str | None = None
    ) -> None:
        """Say that there is nothing, and what to do."""
        self._late.stop()
        self.empty_state.set_state(name, title, text, action_text)
        self.setCurrentWidget(self.empty_state)

    def show_error(self, title: str, text: str, action_text: str | None = None) -> None:
        """Say what went wrong."""
        self._late.stop()
        self.empty_state.set_state(Icon.ERROR, title, text, action_text, role="error")
        self.setCurrentWidget(self.empty_state)

    def show_loading(
        self, title: str, text: str = "", action_text: str | None = None, *, late: bool = False
    ) -> None:
        """Say that it is coming.

        Args:
            late: After a moment, if nothing has come until then: no flicker.
        """
        if late:
            self._coming = (title, text, action_text)
            self._late.start()
            return
        self._late.stop()
        self.empty_state.set_loading(title, text, action_text)
        self.setCurrentWidget(self.empty_state)
