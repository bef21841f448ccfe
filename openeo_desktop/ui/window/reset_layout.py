"""Puts the panes where they were at the first start, and back again if that was not meant."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QMainWindow

from openeo_desktop.ui.kit.toast import Toast
from openeo_desktop.ui.window.window_docks import VERSION, WindowDocks


class ResetLayout(QObject):
    """The arrangement before is offered for as long as the notice is there."""

    def __init__(self, window: QMainWindow, docks: WindowDocks) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._before = QByteArray()
        self._compact = docks.compact
        self.toast = Toast(window)
        self.toast.action_triggered.connect(self.undo)

    def reset(self) -> None:
        """Arrange everything anew."""
        self._before = self._window.saveState(VERSION)
        self._compact = self._docks.compact
        self._docks.arrange()
        self.toast.show_notice(self.tr("The panes are where they were at first."), self.tr("&Undo"))

    def undo(self) -> None:
        """As it was; not after the window changed to its other arrangement, which is kept apart."""
        if self._compact == self._docks.compact:
            self._docks.take_back(self._before)
