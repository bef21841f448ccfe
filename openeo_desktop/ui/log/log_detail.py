"""One entry of the log as a whole: every line of its message, and what else it carries."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from openeo_desktop.core.logs import LogEntry
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.log.log_text import copied_line, detail_head, detail_text
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon


class LogDetail(QFrame):
    """Read-only, plain text. Signals: `closed()` by the person."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_detail")
        self._entry: LogEntry | None = None
        self._head = ElidedLabel("", self, muted=True)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFont(fonts.fixed_font())
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setAccessibleName(self.tr("Log entry"))
        self._text.setTabChangesFocus(True)
        copy = icon_button(Icon.COPY, self.tr("Copy this entry"), self)
        copy.clicked.connect(self._on_copy_clicked)
        close = icon_button(Icon.CLOSE, self.tr("Close the entry"), self)
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setContentsMargins(10, 2, 4, 0)
        row.addWidget(self._head, 1)
        row.addWidget(copy)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._text, 1)

    def show_entry(self, entry: LogEntry) -> None:
        """Show another entry."""
        if entry is not self._entry:
            self._entry = entry
            self._head.setText(detail_head(entry))
            self._text.setPlainText(detail_text(entry))

    def text(self) -> str:
        """The text that is shown."""
        return self._text.toPlainText()

    def _on_copy_clicked(self) -> None:
        if self._entry is not None:
            copy_to_clipboard(copied_line(self._entry))
