"""Remembers order, widths and visibility of a table's columns in the settings."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

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


def hide_when_narrow(table: DataTable, columns: Mapping[int, int]) -> None:
    """Hide columns while the table is narrower than their limit in pixels.

    Acts only when the limit is crossed: what the person chooses in between stays.
    """
    NarrowColumns(table, columns)


class NarrowColumns(QObject):
    """Watches the width of a table for `hide_when_narrow`."""

    def __init__(self, table: DataTable, columns: Mapping[int, int]) -> None:
        super().__init__(table)
        self._table = table
        self._columns = dict(columns)
        self._width = 0
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            before, self._width = self._width, self._table.width()
            for column, limit in self._columns.items():
                if (before < limit) != (self._width < limit) or not before:
                    self._table.setColumnHidden(column, self._width < limit)
        return False


def _read(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return b""


def _text(state: bytes) -> str:
    return base64.b64encode(state).decode("ascii")
