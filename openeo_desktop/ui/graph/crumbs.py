"""Where one is within nested graphs: the whole process, then each node that was opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel

MAX_LABEL = 40


class Crumbs(QWidget):
    """Signals: `chosen(int)`: go back to this depth; 0 is the whole process."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.setAccessibleName(self.tr("Opened processes"))

    def show_trail(self, labels: Sequence[str]) -> None:
        """Show the way; the last label is where one is. A long way loses its middle."""
        self._empty()
        last = len(labels) - 1
        for depth, text in enumerate(labels):
            if 0 < depth < last - 1:
                continue
            shown = visible_text(text)
            shown = shown if len(shown) <= MAX_LABEL else shown[: MAX_LABEL - 1] + "…"
            if depth:
                gap = " › … ›" if depth > 1 and depth == last - 1 else " › "
                self._row.addWidget(MutedLabel(gap.strip(), self))
            if depth == last:
                self._row.addWidget(ElidedLabel(shown, self), 1)
            else:
                self._row.addWidget(self._button(shown, depth))

    def _button(self, text: str, depth: int) -> QPushButton:
        button = quiet_button(text.replace("&", "&&"), None, self)
        button.setAccessibleName(self.tr("Back to {name}").format(name=text))
        button.clicked.connect(lambda: self.chosen.emit(depth))
        return button

    def _empty(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
