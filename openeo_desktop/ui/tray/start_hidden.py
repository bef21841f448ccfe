"""A start without the window: the tray leads to it, and where there is none, the task bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

LOOK_EVERY_MS = 1000
LOOKS = 60
"""At log-in the app may be there long before the panel that has the tray."""


class StartHidden(QObject):
    """Leaves the window hidden as soon as the icon is shown, else minimised after a minute.

    Args:
        window: Not shown yet.
        has_tray: Whether the icon is shown by now; None where it never will be.
    """

    def __init__(self, window: QWidget, has_tray: Callable[[], bool] | None) -> None:
        super().__init__(window)
        self._window = window
        self._has_tray = has_tray
        self._left = LOOKS if has_tray is not None else 0
        self.timer = QTimer(self, interval=LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and once a second until it is known how the person gets at the window."""
        self.timer.start()
        self.look()

    def look(self) -> None:
        """Settle it if it can be settled: also by the person, who has opened the window."""
        if self._window.isVisible() or (self._has_tray is not None and self._has_tray()):
            self.timer.stop()
        elif self._left <= 0:
            self.timer.stop()
            self._window.showMinimized()
        self._left -= 1
