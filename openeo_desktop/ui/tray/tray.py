"""The icon in the system's tray. Nothing is to be had there alone: some systems hide it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.look.icons import app_icon
from openeo_desktop.ui.tray.choices import wants_tray
from openeo_desktop.ui.tray.running_jobs import RunningJobs
from openeo_desktop.ui.tray.tray_menu import TrayMenu, running_words
from openeo_desktop.ui.window.summoning import bring_to_front

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.window.main_window import MainWindow

_OPENS = (
    QSystemTrayIcon.ActivationReason.Trigger,
    QSystemTrayIcon.ActivationReason.DoubleClick,
    QSystemTrayIcon.ActivationReason.MiddleClick,
)


class Tray(QObject):
    """Shows the icon where the system has a tray and the person wants it.

    Signals: `message_clicked()` when the notification that was shown last is clicked.
    """

    message_clicked = Signal()

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        window: MainWindow,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        self._is_available = is_available
        self._running: RunningJobs | None = None
        self.menu = TrayMenu(window.actions_, window)
        self.menu.window_wanted.connect(self._on_window_wanted)
        self.menu.job_wanted.connect(self._on_job_wanted)
        self.icon = QSystemTrayIcon(app_icon(), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.message_clicked)
        self._on_running_changed(())
        self.look_again()

    @property
    def is_available(self) -> bool:
        """Whether this system has a tray at all."""
        return self._is_available()

    @property
    def is_shown(self) -> bool:
        """Whether the app can be reached through its icon now."""
        return self.is_available and self.icon.isVisible()

    def look_again(self) -> bool:
        """Show the icon if there is a tray by now; whether it is shown."""
        if self.is_available and self._running is None:
            self._running = RunningJobs(self._services, self._spawn, self)
            self._running.changed.connect(self._on_running_changed)
        self.icon.setVisible(self._is_wanted())
        return self.is_shown

    def apply_settings(self) -> None:
        """Show or hide the icon as the person wants; a window that it hides comes back."""
        self.icon.setVisible(self._is_wanted())
        if not self.icon.isVisible() and not self._window.isVisible():
            bring_to_front(self._window)

    def _is_wanted(self) -> bool:
        return self.is_available and wants_tray(self._services.settings)

    def say(self, title: str, text: str, mark: QIcon) -> None:
        """One notification of the system; plain text."""
        if self.is_shown:
            self.icon.showMessage(title, text, mark)

    def shut_down(self) -> None:
        """The app ends: some systems would keep the icon of a dead process."""
        self.icon.hide()

    def _on_running_changed(self, jobs: Sequence[Job]) -> None:
        self.menu.show_jobs(jobs)
        self.icon.setToolTip(f"openEO Desktop\n{running_words(jobs)}")

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENS:
            self._on_window_wanted()

    def _on_window_wanted(self) -> None:
        bring_to_front(self._window)

    def _on_job_wanted(self, key: JobKey) -> None:
        bring_to_front(self._window)
        self._window.notices.show_job(key)
