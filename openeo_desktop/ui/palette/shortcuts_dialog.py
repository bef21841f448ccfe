"""Help > Keyboard shortcuts: which keys do what, with a filter; read from the menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QMenuBar, QVBoxLayout, QWidget

from openeo_desktop.core.fuzzy import fuzzy_match
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.kit.table_view import DataTable
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING, ROW_ASSETS
from openeo_desktop.ui.palette.shortcuts import Shortcut, menu_shortcuts

WIDTH, HEIGHT = 560, 560


class ShortcutsDialog(QDialog):
    """Not modal: it can stay beside the window while one learns."""

    def __init__(self, bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._shortcuts = menu_shortcuts(bar)
        self._make_widgets()
        self._lay_out()
        self._show("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(WIDTH, HEIGHT)

    def _make_widgets(self) -> None:
        self.search = SearchField(self.tr("Search commands and keys"), None, self)
        self.table = DataTable(self, row_height=ROW_ASSETS)
        self.table.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.model = QStandardItemModel(0, 3, self)
        headers = [self.tr("Command"), self.tr("Menu"), self.tr("Keys")]
        self.model.setHorizontalHeaderLabels(headers)
        self.table.setModel(self.model)
        self.table.set_stretch_column(0)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.stack = ContentStack(self.table, self)
        self.search.search_changed.connect(self._show)
        self.stack.action_triggered.connect(self.search.clear_search)
        self.copy_button = outlined_button(self.tr("&Copy all"), Icon.COPY, self)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button = primary_button(self.tr("Close"), None, self)
        self.close_button.clicked.connect(self.accept)

    def _show(self, typed: str) -> None:
        found = [shortcut for shortcut in self._shortcuts if _fits(typed, shortcut)]
        self.model.removeRows(0, self.model.rowCount())
        for shortcut in found:
            cells = (shortcut.text, shortcut.group, shortcut.keys)
            self.model.appendRow([_item(text) for text in cells])
        if found:
            self.stack.show_content()
        else:
            title = self.tr("No command fits")
            self.stack.show_empty(Icon.NOTHING_FOUND, title, "", self.tr("Show all"))

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard("\n".join(f"{s.keys}\t{s.text}" for s in self._shortcuts))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.search)
        layout.addWidget(self.stack, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        layout.addLayout(buttons)


def _fits(typed: str, shortcut: Shortcut) -> bool:
    """By the command or by the keys, as one types them."""
    keys = shortcut.keys.casefold().replace(" ", "")
    if typed.casefold().replace(" ", "") in keys:
        return True
    match = fuzzy_match(typed, shortcut.text)
    return match is not None and match.is_strong


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    return item
