"""Looks at the window of the running app as the self-check wants it: shown, drawn, spoken, closed.

Nothing is clicked here, and nothing of the person's is looked at.
"""

from __future__ import annotations

import asyncio
import time

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QSize, QTranslator, qVersion
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QWindow
from PySide6.QtWidgets import QMainWindow

from openeo_desktop.ui.look.icons import Icon, app_icon, icon
from openeo_desktop.ui.look.languages import speak
from openeo_desktop.ui.look.qt_probe import tell

SHOWN_WITHIN = 20.0
LANGUAGES = ("de", "fr")
IMAGE_FORMATS = ("png", "jpeg", "svg")
"""Thumbnails of results are PNG or JPEG; the marks of the style are SVG."""
_SIDE = 32


async def probe_window(window: QMainWindow) -> int:
    """Wait until the window is there, look at it, say what is wrong as JSON; the exit code."""
    problems = list(await _not_shown(window)) + _not_drawn() + _not_spoken()
    platform = QGuiApplication.platformName()
    tell({"qt": qVersion(), "platform": platform, "problems": problems})
    return 1 if problems else 0


async def _not_shown(window: QMainWindow) -> list[str]:
    deadline = time.monotonic() + SHOWN_WITHIN
    while not _is_exposed(window):
        if time.monotonic() > deadline:
            return ["the window does not appear"]
        await asyncio.sleep(0.02)
    image = window.grab().toImage()
    seen = {
        image.pixel(column, row)
        for column in range(0, image.width(), 16)
        for row in range(0, image.height(), 16)
    }
    return [] if len(seen) > 1 else ["the window is empty"]


def _is_exposed(window: QMainWindow) -> bool:
    handle: QWindow | None = window.windowHandle()
    return handle is not None and window.isVisible() and handle.isExposed()


def _not_drawn() -> list[str]:
    """Icons and pictures that cannot be had."""
    known = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    problems = [f"no pictures of type {name}" for name in IMAGE_FORMATS if name not in known]
    side = QSize(_SIDE, _SIDE)
    if app_icon().pixmap(side).isNull():
        problems.append("no icon of the app")
    if not _has_ink(icon(Icon.SETTINGS).pixmap(side).toImage()):
        problems.append("no icons of actions")
    return problems


def _has_ink(image: QImage) -> bool:
    columns, rows = range(image.width()), range(image.height())
    return any(image.pixelColor(column, row).alpha() for column in columns for row in rows)


def _not_spoken() -> list[str]:
    """Languages of the app that say nothing; the window is left in the last one."""
    application = QCoreApplication.instance()
    return [
        f"no words in the language {language}"
        for language in LANGUAGES
        if application is None or _is_silent(application, language)
    ]


def _is_silent(application: QCoreApplication, language: str) -> bool:
    words = speak(application, language)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return words is None or words.isEmpty() or not QTranslator().load(f"qtbase_{language}", folder)
