"""A JSON file as a tree: names, values, and where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QMenu,
    QTreeView,  # noqa: TID251 - a tree is what this is; its rows are made as they are opened
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.settings import Settings
from openeo_desktop.models.json_tree import JsonTreeModel
from openeo_desktop.preview.values import Tree
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look import fonts

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn

NAME_WIDTH = 220
OPENED_AT_ONCE = 60
"""Entries of the first level up to which the document opens with its second level shown."""


class TreeView(QWidget):
    """A JSON document."""

    def __init__(self, _settings: Settings, _spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tree_preview")
        headers = (self.tr("Name"), self.tr("Value"))
        self.model = JsonTreeModel(headers, self)
        self.tree = QTreeView(self)
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(self.tr("Tree of the file"))
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setFont(fonts.fixed_font())
        self.tree.header().resizeSection(0, NAME_WIDTH)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._on_menu_requested)
        self._make_actions()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)

    def show_opened(self, file: Any) -> None:
        """Show another document."""
        tree = file.opened.content
        assert isinstance(tree, Tree)
        self.model.set_document(tree.document)
        if self.model.rowCount() <= OPENED_AT_ONCE:
            self.tree.expandToDepth(0)
        self.tree.setCurrentIndex(self.model.index(0, 0))

    def clear(self) -> None:
        """Hold no document any more."""
        self.model.set_document([])

    def _make_actions(self) -> None:
        self.copy_value = QAction(self.tr("Copy the value"), self)
        self.copy_value.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_path = QAction(self.tr("Copy its path"), self)
        self.copy_path.setShortcut(QKeySequence("Ctrl+Shift+C"))
        for action, slot in ((self.copy_value, self._on_copy), (self.copy_path, self._on_path)):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.tree.addAction(action)

    def _on_menu_requested(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.tree.actions())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _on_copy(self) -> None:
        index = self.tree.currentIndex()
        if index.isValid():
            copy_to_clipboard(self.model.value_text(index))

    def _on_path(self) -> None:
        index = self.tree.currentIndex()
        if index.isValid():
            copy_to_clipboard(self.model.pointer(index))
