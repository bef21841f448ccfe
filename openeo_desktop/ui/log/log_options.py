"""How the log is shown, by choice and remembered: wrapped lines, dates, columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from openeo_desktop.core.logs import LogEntry
from openeo_desktop.models.log_table import LogColumn
from openeo_desktop.ui.kit.table_state import remember_columns
from openeo_desktop.ui.log.log_text import cell_text
from openeo_desktop.ui.log.log_view import LogView
from openeo_desktop.ui.look.icons import Icon, icon

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings

WRAP_KEY = "log.wrap"
DATES_KEY = "log.dates"
COLUMNS_KEY = "log.columns"


class LogOptions(QObject):
    """Made before the model, whose cells it words; `attach` binds it to the table.

    Attributes:
        wrap: Whole messages over several lines.
        dates: Times with their date.
    """

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._view: LogView | None = None
        self._columns: QMenu | None = None
        self.wrap = self._switch(self.tr("Wrap long lines"), WRAP_KEY)
        self.dates = self._switch(self.tr("Show dates"), DATES_KEY)

    def cell_text(self, entry: LogEntry, column: LogColumn) -> str:
        """What a cell shows."""
        return cell_text(entry, column, dates=self.dates.isChecked())

    def attach(self, view: LogView) -> None:
        """Show this table as was chosen the last time."""
        self._view = view
        remember_columns(view, self._settings, COLUMNS_KEY)
        view.show_header()
        self.wrap.toggled.connect(self._on_wrap_toggled)
        self.dates.toggled.connect(self._on_dates_toggled)
        view.set_wrap(on=self.wrap.isChecked())
        view.set_dates(shown=self.dates.isChecked())

    def add_to(self, menu: QMenu) -> None:
        """The choices, as a part of a menu."""
        menu.addActions([self.wrap, self.dates])
        if self._view is not None:
            if self._columns is not None:
                self._columns.deleteLater()
            self._columns = self._view.column_menu()
            self._columns.setTitle(self.tr("Columns"))
            self._columns.setIcon(icon(Icon.COLUMNS, "text"))
            menu.addMenu(self._columns)

    def _switch(self, text: str, key: str) -> QAction:
        action = QAction(text, self)
        action.setCheckable(True)
        action.setChecked(self._settings.get(key, False))
        action.toggled.connect(lambda checked: self._settings.set(key, checked))
        return action

    def _on_wrap_toggled(self, checked: bool) -> None:
        if self._view is not None:
            self._view.set_wrap(on=checked)

    def _on_dates_toggled(self, checked: bool) -> None:
        if self._view is not None:
            self._view.set_dates(shown=checked)
            self._view.viewport().update()
