"""The beginning of a text file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.core.words import tr_sentence
from openeo_desktop.preview.values import Text
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.tokens import LINE_SPACING

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn


class TextView(QWidget):
    """Plain text; nothing in it is interpreted."""

    def __init__(self, _settings: Settings, _spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("text_preview")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(fonts.fixed_font())
        self.text.setAccessibleName(self.tr("Text of the file"))
        self.note = ElidedLabel("", self, muted=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.note)

    def show_opened(self, file: Any) -> None:
        """Show another text."""
        text = file.opened.content
        assert isinstance(text, Text)
        self.text.setPlainText(text.text)
        self.note.setText(tr_sentence(text.note))
        self.note.setVisible(bool(text.note))

    def clear(self) -> None:
        """Hold no text any more."""
        self.text.clear()
