"""The table of jobs: a `DataTable` whose header offers the look, and whose headings are no rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from openeo_desktop.models.job_rounds import JobRounds
from openeo_desktop.ui.kit.table_view import DataTable


class JobsTable(DataTable):
    """`extend_menu` adds to the menu of the header."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.extend_menu: Callable[[QMenu], None] | None = None

    def own(self, *actions: QAction) -> None:
        """Let the keys of these mean a job here alone: elsewhere they mean something else."""
        for action in actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    def column_menu(self) -> QMenu:
        menu = super().column_menu()
        if self.extend_menu is not None:
            menu.addSeparator()
            self.extend_menu(menu)
        return menu

    def _hover(self, row: int) -> None:
        model: QAbstractItemModel | None = self.model()
        heading = isinstance(model, JobRounds) and row >= 0 and model.heading(row) is not None
        super()._hover(-1 if heading else row)
