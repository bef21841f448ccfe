"""The switch that pauses the synchronisation, and what shows that it is paused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from openeo_desktop.services.sync import SyncService


class PauseSwitch(QObject):
    """Keeps the checkable action and the button «Resume» in step with the service.

    It remembers; while paused, Refresh (F5) and actions on jobs go on working.
    """

    def __init__(self, sync: SyncService, action: QAction, resume: QPushButton) -> None:
        super().__init__(action)
        self._sync = sync
        self._action = action
        self._resume = resume
        action.setCheckable(True)
        action.toggled.connect(sync.set_paused)
        resume.clicked.connect(self._on_resume_clicked)
        self.destroyed.connect(sync.paused_changed.connect(self._show))
        self._show(sync.paused)

    def _show(self, paused: bool) -> None:
        self._action.setChecked(paused)
        self._resume.setVisible(paused)

    def _on_resume_clicked(self) -> None:
        self._sync.set_paused(False)
