"""Where the main window stands at a start: as it was left, or well placed on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.kit.dialog_geometry import restore_geometry

GEOMETRY_KEY = "window.geometry"
FIRST_SIZE = QSize(1440, 900)
LEAST_SIZE = QSize(640, 480)
GRIP = QSize(120, 24)
"""So much of the upper edge must be on a screen."""


def place_window(window: QWidget, settings: Settings) -> None:
    """Restore size and place; never outside of the screens that are there now."""
    available = QGuiApplication.primaryScreen().availableGeometry()
    window.setMinimumSize(LEAST_SIZE.boundedTo(available.size()))
    if not restore_geometry(window, settings, GEOMETRY_KEY):
        window.resize(FIRST_SIZE.boundedTo(available.size() * 0.95))
        window.move(available.center() - window.rect().center())
    if not window.isMaximized() and not window.isFullScreen():
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        place = fitted(window.geometry(), screens, available)
        if place != window.geometry():
            window.setGeometry(place)


def fitted(wanted: QRect, screens: Sequence[QRect], primary: QRect) -> QRect:
    """The nearest place at which a window can be seen, and moved by its title bar.

    Args:
        wanted: Geometry of the window.
        screens: What apps may use of each screen.
        primary: That of the main screen, for a window that is on none.
    """
    grip = QRect(wanted.left(), wanted.top(), wanted.width(), GRIP.height())
    reach = [screen.intersected(grip) for screen in screens]
    if any(part.width() >= GRIP.width() and part.height() > 0 for part in reach):
        home = max(screens, key=lambda screen: _area(screen.intersected(wanted)))
        if _fits(wanted, home) or (len(screens) > 1 and _is_spread(wanted, screens)):
            return wanted
    else:
        home = max(screens, key=lambda screen: _area(screen.intersected(wanted)), default=primary)
        home = home if _area(home.intersected(wanted)) else primary
    size = wanted.size().boundedTo(home.size())
    left = min(max(wanted.left(), home.left()), home.right() + 1 - size.width())
    top = min(max(wanted.top(), home.top()), home.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)


def _fits(wanted: QRect, home: QRect) -> bool:
    """It may hang over an edge, but is no larger than the screen."""
    return wanted.width() <= home.width() and wanted.height() <= home.height()


def _is_spread(wanted: QRect, screens: Sequence[QRect]) -> bool:
    """Over several screens, with all of its area on one or another."""
    return sum(_area(screen.intersected(wanted)) for screen in screens) >= _area(wanted)


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
