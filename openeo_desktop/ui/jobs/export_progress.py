"""How far an export of many process graphs is, and how it is ended; shown only if it takes long."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressDialog, QWidget

from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.kit.numbers import count_text

SHOWN_AFTER_MS = 700


class ExportProgress(QProgressDialog):
    """Not modal: the window can be used meanwhile. Signals: `canceled()`, as its base has it."""

    def __init__(self, total: int, window: QWidget) -> None:
        super().__init__(window)
        self._total = total
        self.setObjectName("exportProgress")
        self.setWindowTitle(self.tr("Export process graphs"))
        self.setLabel(plain_label())
        self.setCancelButtonText(self.tr("Cancel"))
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setMinimumWidth(360)
        self.setRange(0, total)
        self.setMinimumDuration(SHOWN_AFTER_MS)
        self.set_done(0)

    def set_done(self, count: int) -> None:
        """So many processes were read."""
        text = self.tr("Reading the processes: {done} of {total} jobs")
        self.setLabelText(text.format(done=count_text(count), total=count_text(self._total)))
        self.setValue(count)

    def end(self) -> None:
        """It is over, shown or not."""
        self.hide()
        self.deleteLater()
