"""Brings the window to the front, and opens the process graph that a start of the app names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from openeo_desktop.ui.window.session_end import session_end
from openeo_desktop.ui.window.single_instance import Summons

if TYPE_CHECKING:
    from openeo_desktop.ui.window.main_window import MainWindow


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show a window that is hidden, minimised or behind others.

    Args:
        window: A top-level window.
        token: Of the desktop (XDG activation): without one Wayland only lets it ask for attention.
    """
    if token and QGuiApplication.platformName().startswith("wayland"):
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt reads, and removes it
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)


class DesktopApplication(QApplication):
    """Signals: `file_opened(str)` path of a file that macOS opens with the app; `session_ended()`.

    When the session ends Qt would close every window and then end the event loop; a question or a
    draft could hold that up, and the loop would end before what runs on it.
    """

    file_opened = Signal(str)
    session_ended = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Quit and session_end().is_near:
            self.session_ended.emit()
            return True
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


class Summoning(QObject):
    """Answers later starts (`SingleInstance.summoned`) and files that macOS opens with the app."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        if isinstance(application, DesktopApplication):
            application.file_opened.connect(self._on_file_opened)

    def follow(self, summons: Summons) -> None:
        """Show the window; a process graph opens in the dialog for a new job."""
        bring_to_front(self._window, summons.token)
        if summons.file is not None:
            self.open_file(summons.file)

    def open_file(self, file: Path) -> None:
        """Read a process graph off the GUI thread, then open the dialog with it."""
        self._window.drop.read(file)

    def _on_file_opened(self, name: str) -> None:
        if name:
            self.follow(Summons(Path(name)))
