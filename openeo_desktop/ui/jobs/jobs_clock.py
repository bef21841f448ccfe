"""What the clock alone changes in the jobs table: durations, «2 min ago», what is recent."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTableView

from openeo_desktop.models.jobs_table import JobsTableModel

SECOND_MS = 1000
WORDS_EVERY, AGE_EVERY = 30, 600
"""Seconds."""


class JobsClock(QTimer):
    """Runs while the table is seen. Signals: `view_aged()`: what was recent may be so no more."""

    view_aged = Signal()

    def __init__(self, table: QTableView, model: JobsTableModel) -> None:
        super().__init__(table, interval=SECOND_MS)
        self._table = table
        self._model = model
        self._seconds = 0
        self.timeout.connect(self._on_timeout)

    def _on_timeout(self) -> None:
        self._seconds += 1
        first = max(0, self._table.rowAt(0))
        last = self._table.rowAt(self._table.viewport().height() - 1)
        self._model.tick(first, last if last >= 0 else self._model.rowCount() - 1)
        if self._seconds % WORDS_EVERY == 0:
            self._table.viewport().update()
        if self._seconds % AGE_EVERY == 0:
            self.view_aged.emit()
