"""Brings the window to the front, and opens the file or the link that a start of the app names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from openeo_desktop.core.app_links import is_link
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.window.link_opening import LinkOpening
from openeo_desktop.ui.window.session_end import session_end
from openeo_desktop.ui.window.single_instance import Summons, cut_link

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
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
    """Signals: `opened(Summons)` a file or link that macOS opens with the app; `session_ended()`;
    `end_wanted()` the app is to end whatever runs, the person has been asked.

    When the session ends Qt would close every window and then end the event loop; a question or a
    draft could hold that up, and the loop would end before what runs on it.
    """

    opened = Signal(object)
    session_ended = Signal()
    end_wanted = Signal()

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._unheard: list[Summons] | None = []

    def take_unheard(self) -> list[Summons]:
        """What came before there was a window; from now on `opened` tells of it."""
        unheard, self._unheard = self._unheard or [], None
        return unheard

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Quit and session_end().is_near:
            self.session_ended.emit()
            return True
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self._hear(_wanted(event))
            return True
        return super().event(event)

    def _hear(self, wanted: Summons) -> None:
        if self._unheard is None:
            self.opened.emit(wanted)
        else:
            self._unheard.append(wanted)


def _wanted(event: QFileOpenEvent) -> Summons:
    """macOS sends files and links alike; the address of a file is one with `file:`."""
    link = event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)
    if is_link(link):
        return Summons(link=cut_link(link))
    return Summons(Path(event.file())) if event.file() else Summons()


class Summoning(QObject):
    """Answers later starts (`SingleInstance.summoned`), and what macOS opens with the app."""

    def __init__(
        self, application: QApplication, services: Services, spawn: Spawn, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._window = window
        self._links = LinkOpening(services, spawn, window)
        if isinstance(application, DesktopApplication):
            application.opened.connect(self.follow)
            for wanted in application.take_unheard():
                self.follow(wanted)

    def follow(self, summons: Summons) -> None:
        """Show the window, with a process graph in the dialog for a new job, or with a job."""
        bring_to_front(self._window, summons.token)
        self.open(summons.file, summons.link)

    def open(self, file: Path | None, link: str) -> None:
        """Open what is given, if anything is."""
        if file is not None:
            self.open_file(file)
        if link:
            self._links.open(link)

    def open_file(self, file: Path) -> None:
        """Read a process graph off the GUI thread, then open the dialog with it."""
        self._window.drop.read(file)
