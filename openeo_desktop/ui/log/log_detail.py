"""One entry of the log as a whole: every line of its message, and what else it carries."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.json_values import json_text
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.log.log_links import LogLinks
from openeo_desktop.ui.log.log_text import copied_line, detail_head, detail_text
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon


class LogDetail(QFrame):
    """Read-only, plain text.

    Signals: `closed()` by the person; `node_requested(tuple of str)` with ids of nodes, the
    innermost first.
    """

    closed = Signal()
    node_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_detail")
        self._entry: LogEntry | None = None
        self._head = ElidedLabel("", self, muted=True)
        self.links = LogLinks(self)
        self.links.node_requested.connect(self.node_requested)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFont(fonts.fixed_font())
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setAccessibleName(self.tr("Log entry"))
        self._text.setTabChangesFocus(True)
        self._lay_out()

    def show_entry(self, entry: LogEntry) -> None:
        """Show another entry."""
        if entry is not self._entry:
            self._entry = entry
            self._head.setText(detail_head(entry))
            self.links.show_entry(entry)
            self._text.setPlainText(detail_text(entry))

    def text(self) -> str:
        """The text that is shown."""
        return self._text.toPlainText()

    def copy_as_text(self) -> None:
        """The entry as a line of text, its whole message in it."""
        if self._entry is not None:
            copy_to_clipboard(copied_line(self._entry))

    def copy_as_json(self) -> None:
        """The entry as the back-end sent it."""
        if self._entry is not None:
            copy_to_clipboard(json_text(dict(self._entry.raw), 2))

    def _copy_button(self) -> QToolButton:
        button = icon_button(Icon.COPY, self.tr("Copy this entry"), self)
        menu = QMenu(button)
        for text, slot in (
            (self.tr("Copy as text"), self.copy_as_text),
            (self.tr("Copy as JSON"), self.copy_as_json),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _lay_out(self) -> None:
        close = icon_button(Icon.CLOSE, self.tr("Close the entry"), self)
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setContentsMargins(10, 2, 4, 0)
        row.addWidget(self._head, 1)
        row.addWidget(self._copy_button())
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.links)
        layout.addWidget(self._text, 1)
