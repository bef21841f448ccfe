"""The head of a pane: its title at the left, what can be done at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts


class PaneHeader(QWidget):
    """A title that elides, and widgets after it."""

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, large: bool = False
    ) -> None:
        super().__init__(parent)
        font = fonts.title_font() if large else fonts.strong_font()
        self._title = ElidedLabel(title, self, font=font)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 1)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def title(self) -> str:
        return self._title.text()

    def add_widget(self, widget: QWidget) -> None:
        """Put a button or a pill at the right."""
        self._row.addWidget(widget)
