"""Measures how long the window was not able to react: the longest gap between two timer ticks."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MS = 5


class StallProbe(QObject):
    """Ticks every 5 ms on the GUI thread; what a tick comes late is a stall.

    `longest` is in milliseconds, without the interval itself. It wakes the process 200 times a
    second: for the demonstration and for tests, not for every day.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Measure from now on, after the first paint."""
        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer.start()

    def stop(self) -> float:
        """End measuring; returns the longest stall in milliseconds."""
        self._timer.stop()
        return self.longest

    def _on_tick(self) -> None:
        now = time.perf_counter()
        late = (now - self._last) * 1000 - INTERVAL_MS
        self.longest = max(self.longest, late)
        self._last = now
