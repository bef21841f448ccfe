"""A raised card: a frame with a body, and a heading if it has a title."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.tokens import LINE_SPACING


class Card(QFrame):
    """Put widgets into `body` (a QVBoxLayout)."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(LINE_SPACING)
        if title:
            self.body.addWidget(plain_label(title, self, font=fonts.strong_font()))
            self.setAccessibleName(title)


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin horizontal line."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    return line
