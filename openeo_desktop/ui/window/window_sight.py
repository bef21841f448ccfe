"""Tells the synchronisation whether the window can be seen: back-ends are asked less while not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from openeo_desktop.services.sync import SyncService

_EVENTS = (
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.WindowStateChange,
    QEvent.Type.ActivationChange,
)


class WindowSight(QObject):
    """Watches one window."""

    def __init__(self, window: QWidget, sync: SyncService) -> None:
        super().__init__(window)
        self._window = window
        self._sync = sync
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _EVENTS and watched is self._window:
            self._sync.set_visible(self._window.isVisible() and not self._window.isMinimized())
        return False
