"""The downloads on the icon of the app: a number everywhere, progress where the desktop shows it.

Linux: Unity's `LauncherEntry`, which the docks of Ubuntu, KDE and others read. We send it, as Qt
makes the object path of the app's name, and one with a space in it is refused. macOS and Windows:
Qt's badge; Windows progress as well (`windows_task_bar`), of which macOS has none.
"""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from openeo_desktop.models.download_groups import DownloadGroups
from openeo_desktop.ui.downloads.windows_task_bar import WindowsTaskBar

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage

EVERY_MS = 500
APP_URI = "application://org.openeo.Desktop.desktop"
INTERFACE = "com.canonical.Unity.LauncherEntry"


class TaskBar(QObject):
    """Follows the queue, at most twice a second."""

    def __init__(self, queue: DownloadGroups, parent: QWidget) -> None:
        super().__init__(parent)
        self._queue = queue
        self._pane = parent
        self._windows = WindowsTaskBar()
        self._shown: tuple[int, float | None] = (0, None)
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self._show)

    def follow(self) -> None:
        """The queue has changed."""
        if not self._timer.isActive() and (self._queue.open or self._shown[0]):
            self._timer.start()

    def _show(self) -> None:
        count, fraction = self._queue.open, open_fraction(self._queue)
        if (count, fraction) == self._shown:
            return
        self._shown = (count, fraction)
        if platform.system() == "Linux":
            _send(launcher_update(count, fraction))
            return
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.setBadgeNumber(count)
        if platform.system() == "Windows":
            self._windows.show(_window_of(self._pane), count, fraction)


def _window_of(pane: QWidget) -> int:
    """The handle of the main window, also while the pane floats in a window of its own."""
    widget = pane
    while (above := widget.parentWidget()) is not None:
        widget = above
    return int(widget.winId())


def open_fraction(queue: DownloadGroups) -> float | None:
    """How far those are that are on their way, 0..1; None if none is, or a size is unknown."""
    done = total = 0
    for download in queue.downloads.values():
        if download.state.is_open:
            if download.total is None:
                return None
            done, total = done + download.done, total + download.total
    return round(done / total, 3) if total else None


def launcher_update(count: int, fraction: float | None) -> QDBusMessage:
    """The word to the docks. Source: Unity Launcher API, signal `Update(s, a{sv})`."""
    from PySide6.QtDBus import QDBusMessage

    message = QDBusMessage.createSignal("/openeo_desktop", INTERFACE, "Update")
    values = {
        "count": count,
        "count-visible": count > 0,
        "progress": fraction or 0.0,
        "progress-visible": fraction is not None,
    }
    message.setArguments([APP_URI, values])
    return message


def _send(message: QDBusMessage) -> None:
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        bus.send(message)
