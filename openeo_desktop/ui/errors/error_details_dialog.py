"""Everything that is known of an error, as text to be read and copied for a support request."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import MutedLabel, TitleLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING


class CopyableTextDialog(QDialog):
    """A title, a sentence, a read-only text, «Copy» and «Close». Not modal."""

    def __init__(self, title: str, sentence: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.sentence = MutedLabel(sentence, self, wrap=True)
        self.sentence.setVisible(bool(sentence))
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("reportText")
        self.text.setReadOnly(True)
        self.text.setFont(fonts.fixed_font())
        self.text.setAccessibleName(title)
        self.text.setPlainText(text)
        self.text.setTabChangesFocus(True)
        self.copy_button = outlined_button(self.tr("&Copy"), Icon.COPY, self)
        self.copy_button.setObjectName("copyButton")
        self.copy_button.clicked.connect(self.copy)
        self.close_button = outlined_button(self.tr("Close"), None, self)
        self.close_button.setObjectName("closeButton")
        self.close_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Close))
        self.close_button.clicked.connect(self.close)
        self.close_button.setDefault(True)
        self._lay_out(title)

    def copy(self) -> None:
        """Put the whole text on the clipboard, and say so on the button."""
        copy_to_clipboard(self.text.toPlainText())
        self.copy_button.setText(self.tr("Copied"))

    def _lay_out(self, title: str) -> None:
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.copy_button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(TitleLabel(title, self))
        layout.addWidget(self.sentence)
        layout.addWidget(self.text, 1)
        layout.addLayout(self.buttons)
        self.resize(560, 340)
        self.close_button.setFocus()


class ErrorDetailsDialog(CopyableTextDialog):
    """The whole text of one error."""

    def __init__(self, title: str, text: str, parent: QWidget | None) -> None:
        super().__init__(title, "", text, parent)
        self.setObjectName("errorDetailsDialog")
