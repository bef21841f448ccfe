"""Collects garbage on the GUI thread alone.

A collection on a worker thread would finalise widgets there, and Qt answers «Timers cannot be
stopped from another thread» or worse. So Python's own is off, and a timer does it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class GarbageTimer(QObject):
    """Switches the automatic collection off for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What the start has loaded stays anyway: later collections need not walk over it. Nor does
        # this one: looking through it first took 80 to 150 ms before the first paint.
        gc.freeze()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        """Collect the oldest generation that is due, as the interpreter would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Back to Python's own way, at the end.

        What is garbage by now, since the start, goes here: Python's own collection could come while
        Qt takes an object apart, and wait for ever for the lock that Qt holds.
        """
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()
