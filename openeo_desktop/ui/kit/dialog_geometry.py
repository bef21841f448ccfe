"""Size and place of a window, remembered in the settings under a key of its own."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.settings import Settings


def remember_geometry(window: QWidget, settings: Settings, key: str) -> None:
    """Keep size, place and whether it is maximised."""
    settings.set(key, base64.b64encode(window.saveGeometry().data()).decode())


def restore_geometry(window: QWidget, settings: Settings, key: str) -> bool:
    """Bring it back, moved onto a screen that is there; False if nothing fit was kept."""
    try:
        kept = base64.b64decode(settings.get(key, ""), validate=True)
    except binascii.Error:
        return False
    return bool(kept) and window.restoreGeometry(QByteArray(kept))
