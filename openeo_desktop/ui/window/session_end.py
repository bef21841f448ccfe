"""Log-out and shut-down of the computer: who leaves wants no question, and loses nothing.

Only the news is here; what is to be kept, and what is not asked any more, know those who hear it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager

from openeo_desktop.core.own_command import BACKGROUND, own_command

LAPSE_MS = 60_000
"""A log-out that another program called off is told to nobody: the news is forgotten again."""
_NAME = "session_end"


class SessionEnd(QObject):
    """One for the application (`session_end`).

    Signals: `began()`: the process may be ended at any moment from now on; `saving()`: right after
    it, to write what those who heard `began` have remembered.
    """

    began = Signal()
    saving = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self._lapse = QTimer(self, singleShot=True, interval=LAPSE_MS)
        if isinstance(parent, QGuiApplication):
            # Direct: the system waits for the return of these, and for nothing later.
            direct = Qt.ConnectionType.DirectConnection
            parent.commitDataRequest.connect(self._on_commit_data, direct)
            parent.saveStateRequest.connect(self._on_save_state, direct)

    @property
    def is_near(self) -> bool:
        """Whether the session ends now."""
        return self._lapse.isActive()

    def begin(self) -> None:
        """The session ends."""
        self._lapse.start()
        self.began.emit()
        self.saving.emit()

    def call_off(self) -> None:
        """It went on."""
        self._lapse.stop()

    def _on_commit_data(self, _manager: QSessionManager) -> None:
        self.begin()

    def _on_save_state(self, manager: QSessionManager) -> None:
        """What the session manager starts next time; Qt's own would add options we do not know."""
        shown = any(window.isVisible() for window in QGuiApplication.topLevelWindows())
        manager.setRestartCommand(list(own_command() if shown else own_command(BACKGROUND)))


def session_end() -> SessionEnd:
    """The one of this application."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("there is no application")
    known = application.findChild(SessionEnd, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return known or SessionEnd(application)
