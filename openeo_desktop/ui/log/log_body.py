"""The lines of the log and one entry in full: beside them where there is room, else below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from openeo_desktop.models.log_table import LogTableModel
from openeo_desktop.ui.kit.selections import selected_ranges
from openeo_desktop.ui.log.log_detail import LogDetail
from openeo_desktop.ui.log.log_view import LogView

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings

DETAIL_KEY = "log.detail"
# A dock at the bottom is wide and low: there the details stand beside the lines.
BESIDE_FROM = 2.2


class LogBody(QSplitter):
    """The details open with a chosen line, unless the person closed them; Enter opens them again.

    Attributes:
        view: The lines.
        detail: The chosen one.
    """

    def __init__(self, model: LogTableModel, settings: Settings, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._settings = settings
        self.setChildrenCollapsible(False)
        self.view = LogView(model, self)
        self.detail = LogDetail(self)
        self.detail.hide()
        self.addWidget(self.view)
        self.addWidget(self.detail)
        self.view.selection_changed.connect(self._show_detail)
        self.view.row_activated.connect(self._on_row_activated)
        model.dataChanged.connect(self._show_detail)
        self.detail.closed.connect(self._on_detail_closed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() > BESIDE_FROM * self.height()
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() is not way:
            self.setOrientation(way)
            self._place_detail()

    def _on_row_activated(self) -> None:
        self._settings.set(DETAIL_KEY, True)
        self._show_detail()

    def _on_detail_closed(self) -> None:
        self._settings.set(DETAIL_KEY, False)
        self.detail.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_detail(self) -> None:
        ranges = selected_ranges(self.view)
        single = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
        entry = self._model.value(ranges[0][0]) if single else None
        if entry is not None and self._settings.get(DETAIL_KEY, True):
            self.detail.show_entry(entry)
            if self.detail.isHidden():
                self.detail.show()
                self._place_detail()
        elif not single:
            self.detail.hide()

    def _place_detail(self) -> None:
        sideways = self.orientation() is Qt.Orientation.Horizontal
        whole = self.width() if sideways else self.height()
        part = max(160 if sideways else 90, whole * 35 // 100)
        self.setSizes([whole - part, part])
