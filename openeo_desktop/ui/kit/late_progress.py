"""How far something is, and the way to end it; shown only if it takes long. Not modal."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressDialog, QWidget

from openeo_desktop.ui.kit.labels import plain_label

SHOWN_AFTER_MS = 700
"""Shorter than that a dialog would only flicker."""


class LateProgress(QProgressDialog):
    """The window can be used meanwhile. Signals: `canceled()`, as its base has it.

    Args:
        title: What is being done.
        total: How many steps there are.
    """

    def __init__(self, title: str, total: int, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("lateProgress")
        self.setWindowTitle(title)
        self.setLabel(plain_label(title))
        self.setCancelButtonText(self.tr("Cancel"))
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setMinimumWidth(360)
        self.setRange(0, max(1, total))
        self.setMinimumDuration(SHOWN_AFTER_MS)
        self.setValue(0)

    def set_done(self, count: int, text: str = "") -> None:
        """So many steps are done; `text` in words, empty: as before."""
        if text:
            self.setLabelText(text)
        self.setValue(count)

    def end(self) -> None:
        """It is over, shown or not."""
        self.hide()
        self.deleteLater()
