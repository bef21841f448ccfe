"""A log is being saved: how far it is, and the way to end that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon


class LogExportBar(QFrame):
    """Hidden until `begin`. Signals: `cancel_requested()`."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = MutedLabel("", self)
        self._text.setFont(fonts.tabular_font())
        self._bar = ProgressBar(self)
        self.cancel = outlined_button(self.tr("Cancel"), Icon.CLEAR, self)
        self.cancel.setAccessibleName(self.tr("Cancel saving the log"))
        self.cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def begin(self) -> None:
        """It begins; how much it is is not known yet."""
        self._text.setText(self.tr("Saving the log…"))
        self._bar.set_fraction(None)
        self.show()

    def set_progress(self, done: int, total: int) -> None:
        """So many of all entries are written."""
        text = self.tr("Saving the log: {done} of {total} entries")
        self._text.setText(text.format(done=count_text(done), total=count_text(total)))
        self._bar.set_fraction(done / total if total else None)

    def end(self) -> None:
        """It is over."""
        self.hide()
        self._bar.set_fraction(0.0)
