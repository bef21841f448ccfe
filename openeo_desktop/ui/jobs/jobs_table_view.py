"""The table of jobs: a `DataTable` whose header offers the look, and whose headings are no rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from openeo_desktop.models.job_rounds import JobRounds
from openeo_desktop.ui.kit.table_view import DataTable


class JobsTable(DataTable):
    """`extend_menu` adds to the menu of the header.

    Signals: `key_refused(str)`: why the key just pressed does nothing for the selected jobs.
    """

    key_refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.extend_menu: Callable[[QMenu], None] | None = None
        self._explained: tuple[QAction, ...] = ()

    def explain(self, *actions: QAction) -> None:
        """Say why not, where the key of one of these is pressed while it is disabled.

        A disabled action hears no key, so that it comes here; its status tip is the reason.
        """
        self._explained = actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence(event.keyCombination())
        for action in self._explained:
            if action.shortcut() == keys and not action.isEnabled() and action.statusTip():
                self.key_refused.emit(action.statusTip())
                event.accept()
                return
        super().keyPressEvent(event)

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
