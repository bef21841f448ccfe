"""Where the main window stands at a start: as it was left, or well placed on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.kit.dialog_geometry import restore_geometry

GEOMETRY_KEY = "window.geometry"
FIRST_SIZE = QSize(1440, 900)
LEAST_SIZE = QSize(640, 480)


def place_window(window: QWidget, settings: Settings) -> None:
    """Restore size and place; never outside of the screens that are there now."""
    window.setMinimumSize(LEAST_SIZE)
    available = QGuiApplication.primaryScreen().availableGeometry()
    if not restore_geometry(window, settings, GEOMETRY_KEY):
        window.resize(FIRST_SIZE.boundedTo(available.size() * 0.95))
        window.move(available.center() - window.rect().center())
    screens = QGuiApplication.screens()
    if not any(screen.geometry().intersects(window.geometry()) for screen in screens):
        window.move(available.topLeft())
