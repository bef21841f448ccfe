"""Remembers order, widths and visibility of a table's columns in the settings."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from openeo_desktop.ui.kit.table_view import DataTable

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings

SAVE_AFTER_MS = 500


def remember_columns(table: DataTable, settings: Settings, key: str) -> None:
    """Restore the columns now (call it after the model is set), keep them from now on."""
    table.restore_columns(_read(settings.get(key, "")))
    timer = QTimer(table, singleShot=True, interval=SAVE_AFTER_MS)
    timer.timeout.connect(lambda: settings.set(key, _text(table.save_columns())))
    table.columns_changed.connect(timer.start)


def _read(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return b""


def _text(state: bytes) -> str:
    return base64.b64encode(state).decode("ascii")
