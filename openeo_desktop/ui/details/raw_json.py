"""All that the back-end says of a job, as JSON: opened on demand, laid out off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.json_values import json_text
from openeo_desktop.ui.editor.json_layout import lay_out
from openeo_desktop.ui.editor.json_view import JsonView
from openeo_desktop.ui.kit.buttons import icon_button, quiet_button
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.loop.background import BackgroundCalls

HEIGHT = 320


class RawJson(QWidget):
    """A heading that opens and closes; the copy button is there while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Mapping[str, Any] = {}
        self._fresh = False
        self._calls = BackgroundCalls(self)
        self.toggle = quiet_button(self.tr("All as JSON"), Icon.CARET_RIGHT, self, flush=True)
        self.toggle.setObjectName("show_raw_json")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._on_toggled)
        self._copy = icon_button(Icon.COPY, self.tr("Copy all as JSON"), self)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._copy.hide()
        self._view = JsonView(self.tr("All that the back-end says, as JSON"), self)
        self._view.setObjectName("raw_json")
        self._view.setFixedHeight(HEIGHT)
        self._view.hide()
        row = QHBoxLayout()
        row.addWidget(self.toggle)
        row.addStretch(1)
        row.addWidget(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._view)

    def text(self) -> str:
        """The JSON that is shown."""
        return self._view.toPlainText()

    def show_document(self, document: Mapping[str, Any]) -> None:
        """The document of another job, or a newer one."""
        if document == self._document:
            return
        self._document, self._fresh = document, False
        self.setVisible(bool(document))
        self._refresh()

    def _refresh(self) -> None:
        if self._fresh or not self.toggle.isChecked():
            return
        self._fresh = True
        document = self._document
        self._calls.call(lambda: lay_out(json_text(document)), self._view.show_json)

    def _on_toggled(self, shown: bool) -> None:
        self.toggle.setIcon(icon(Icon.CARET_DOWN if shown else Icon.CARET_RIGHT, "accent"))
        self._view.setVisible(shown)
        self._copy.setVisible(shown)
        self._refresh()

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard(self.text())
