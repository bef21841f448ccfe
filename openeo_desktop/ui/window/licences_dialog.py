"""Licences of everything the app is shipped with: a list, a filter, and the text of each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.licences import Licence, shipped_licences
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import MutedLabel, TitleLabel, plain_label
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING, PANE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls


class LicencesDialog(QDialog):
    """Not modal. Whoever opens it deletes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("licencesDialog")
        self.setWindowTitle(self.tr("Licences"))
        self._licences: tuple[Licence, ...] = ()
        self.filter = SearchField(self.tr("Filter by name or licence"), None, self)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Parts of the app"))
        self.list.setSpacing(3)  # else name and licence of two parts run into each other
        self.list.currentItemChanged.connect(self._show_chosen)
        self.about = plain_label("", self, selectable=True, wrap=True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFont(fonts.fixed_font())
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setTabChangesFocus(True)
        self.copy_button = outlined_button(self.tr("&Copy"), Icon.COPY, self)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button = outlined_button(self.tr("Close"), None, self)
        self.close_button.clicked.connect(self.close)
        self.close_button.setDefault(True)
        self._lay_out()
        self.resize(860, 560)
        BackgroundCalls(self).call(shipped_licences, self.show_licences)

    def show_licences(self, licences: tuple[Licence, ...]) -> None:
        """Fill the list."""
        self._licences = licences
        self.list.clear()
        for licence in licences:
            words = f"{licence.name} {licence.version}".strip()
            item = QListWidgetItem(f"{words}\n{licence.licence}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, licence)
        self._on_filter_changed(self.filter.text())

    def _on_filter_changed(self, text: str) -> None:
        wanted = text.strip().lower()
        rows = range(self.list.count())
        for row in rows:
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().lower())
        current: QListWidgetItem | None = self.list.currentItem()
        if current is None or current.isHidden():
            first = next((row for row in rows if not self.list.item(row).isHidden()), -1)
            self.list.setCurrentRow(first)

    def _show_chosen(self, *_: object) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        licence = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self.copy_button.setEnabled(licence is not None)
        self.copy_button.setText(self.tr("&Copy"))
        if licence is None:
            self.about.setText(self.tr("Nothing has this name or licence."))
            self.text.setPlainText("")
            return
        lines = [f"{licence.name} {licence.version}".strip(), licence.licence]
        lines += [line for line in (licence.where, licence.home) if line]
        self.about.setText("\n".join(lines))
        none = self.tr("Its makers keep the text at the address above.")
        self.text.setPlainText(licence.text or none)

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard(f"{self.about.text()}\n\n{self.text.toPlainText()}")
        self.copy_button.setText(self.tr("Copied"))

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        sides = ((left, (self.filter, self.list)), (right, (self.about, self.text)))
        for side, widgets in sides:
            column = QVBoxLayout(side)
            column.setContentsMargins(*((LINE_SPACING, 0, 0, 0) if side is right else (0, 0, 0, 0)))
            for widget in widgets:
                column.addWidget(widget)
        splitter = QSplitter(self)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([300, 560])
        splitter.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(TitleLabel(self.tr("Licences"), self))
        words = self.tr(
            "What openEO Desktop is made of, and under which licences. Qt is used under the LGPL: "
            "its libraries are files of their own and can be replaced."
        )
        layout.addWidget(MutedLabel(words, self, wrap=True))
        layout.addWidget(splitter, 1)
        layout.addLayout(buttons)
