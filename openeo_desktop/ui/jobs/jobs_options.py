"""What can be chosen about the look of the jobs table, as actions: for the button over the table,
the menu of its header and the menu bar."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from openeo_desktop.ui.look.icons import Icon, icon


class JobsOptions(QObject):
    """Each action is a child named like its attribute; what they do is bound by `JobsViewing`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.filter = self._make("filter_jobs", self.tr("Fi&lter the jobs…"), Icon.FILTER)
        self.filter.setShortcut("Ctrl+Shift+F")
        self.by_day = self._make("by_day", self.tr("&Group by day"))
        self.by_day.setCheckable(True)
        self.by_day.setToolTip(self.tr("Headings between the days, in an order by a time"))
        self.exact_times = self._make("exact_times", self.tr("&Exact times"))
        self.exact_times.setCheckable(True)
        self.columns = self._make("columns", self.tr("Colu&mns…"), Icon.COLUMNS)
        self.save_view = self._make("save_view", self.tr("&Save as a view…"), Icon.SAVE)
        self.update_view = self._make("update_view", self.tr("Save t&he changes of the view"))
        self.revert_view = self._make("revert_view", self.tr("Show the view as it was sa&ved"))
        for action in (self.update_view, self.revert_view):
            action.setVisible(False)

    def all(self) -> list[QAction | None]:
        """About the look, in their order; None stands for a line."""
        return [
            self.by_day,
            self.exact_times,
            self.columns,
            None,
            self.save_view,
            self.update_view,
            self.revert_view,
        ]

    def fill(self, menu: QMenu) -> None:
        """Put them into a menu."""
        for action in self.all():
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)

    def _make(self, name: str, text: str, mark: Icon | None = None) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if mark is not None:
            action.setIcon(icon(mark, "muted"))
        return action
