"""Ctrl+C and a polite `kill` close the app as its window does (where the system has such signals).

Qt's loop sleeps in C, where Python's handlers do not run: a byte on a socket wakes it.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class UnixSignals(QObject):
    """Calls `on_signal` on the GUI thread when the process is asked to end."""

    def __init__(self, on_signal: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_signal = on_signal
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)
        self._before = {number: signal.signal(number, _ignore) for number in SIGNALS}
        self._wakeup = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)

    def _on_readable(self) -> None:
        self._reader.recv(64)
        self._on_signal()

    def stop(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()


def _ignore(_number: int, _frame: object) -> None:
    """The wake-up byte does the work; without a handler the process would just end."""
