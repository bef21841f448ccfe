"""Collects garbage on the GUI thread alone, and so that nobody notices.

A collection on a worker thread would finalise widgets there, and Qt answers «Timers cannot be
stopped from another thread» or worse. So Python's own is off, and a timer does it: of the new
objects at once, of all of them while nobody looks.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

INTERVAL_MS = 1000
MANY = 5_000
"""So many young objects are the documents of a listing that comes in. They go by themselves as soon
as they are written; to look whether they are garbage would hold the window for 10 to 40 ms."""
THOROUGH_S = 600.0


class GarbageTimer(QObject):
    """Switches the automatic collection off for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What the start has loaded stays anyway: later collections need not walk over it. Nor does
        # this one: looking through it first took 80 to 150 ms before the first paint.
        gc.freeze()
        self._thresholds = gc.get_threshold()
        self._thorough_at = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        if self._is_unwatched() and time.monotonic() - self._thorough_at > THOROUGH_S:
            self._collect_all()
        elif gc.get_count()[0] > MANY:
            gc.freeze()  # sets them aside, in no time
        else:
            self._collect_due()

    def _collect_due(self) -> None:
        """The oldest generation that is due, as the interpreter would.

        What survives all is set aside, as what the start has loaded: else each time more would have
        to be walked over, 30 ms after an hour.
        """
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                if generation == 2:
                    gc.freeze()
                return

    def _is_unwatched(self) -> bool:
        """Whether another program is in front."""
        return QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive

    def _collect_all(self) -> None:
        """Also what was set aside and has become garbage since."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._thorough_at = time.monotonic()

    def stop(self) -> None:
        """Back to Python's own way, at the end.

        What is garbage by now, since the start, goes here: Python's own collection could come while
        Qt takes an object apart, and wait for ever for the lock that Qt holds.
        """
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()
