"""The line over the graph: where one is, the search, zoom, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from openeo_desktop.ui.graph.crumbs import Crumbs
from openeo_desktop.ui.kit.buttons import action_button, icon_button
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import LINE_SPACING, PANE_SPACING

SEARCH_WIDTH = 150
"""Pixels that the search keeps: in a narrow dock the zoom buttons go, which the menu has, too."""


class GraphBar(QWidget):
    """Actions, the search and the crumbs; the pane gives them their meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.crumbs = Crumbs(self)
        self.search = SearchField(self.tr("Find in process"), None, self)
        self.search.setObjectName("graph_search")
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.found = MutedLabel("", self)
        self.found.setAccessibleName(self.tr("Nodes found"))
        self.next_found = self._action(self.tr("Next found node"), Icon.CARET_DOWN, "F3")
        self.previous_found = self._action(self.tr("Previous found node"), Icon.CARET_UP)
        self.previous_found.setShortcut("Shift+F3")
        self.zoom_out = self._action(self.tr("Smaller"), Icon.ZOOM_OUT, "Ctrl+-")
        self.zoom_in = self._action(self.tr("Larger"), Icon.ZOOM_IN, "Ctrl++")
        self.fit = self._action(self.tr("Show the whole graph"), Icon.FIT, "Ctrl+0")
        self.copy_node = self._action(self.tr("Copy the node as JSON"), Icon.COPY)
        self.copy_graph = self._action(self.tr("Copy the whole process as JSON"), Icon.ASSET_JSON)
        self.save_svg = self._action(self.tr("Save as SVG picture…"), Icon.SAVE)
        self.save_png = self._action(self.tr("Save as PNG picture…"), Icon.ASSET_IMAGE)
        self.more = icon_button(Icon.MORE, self.tr("More"), self)
        self.more.setObjectName("graph_more")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.fill(menu)
        self.more.setMenu(menu)
        self._lay_out()
        self.set_found("")

    def set_found(self, text: str) -> None:
        """Say how many nodes a search has found; empty while nothing is searched."""
        self.found.setText(text)
        for widget in (self.found, self._next, self._previous):
            widget.setVisible(bool(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The search stays usable."""
        always = [w for w in (self.found, self._next, self._previous) if not w.isHidden()]
        widths = [w.sizeHint().width() for w in (*always, self.more, *self._zooms)]
        needed = SEARCH_WIDTH + sum(widths) + LINE_SPACING * (len(widths) + 1)
        room = self.width() - PANE_SPACING - 8
        for button in self._zooms:
            button.setVisible(needed <= room)

    def fill(self, menu: QMenu) -> None:
        """Put into a menu what can be done with the graph and the chosen node."""
        menu.addActions([self.copy_node, self.copy_graph])
        menu.addSeparator()
        menu.addActions([self.zoom_in, self.zoom_out, self.fit])
        menu.addSeparator()
        menu.addActions([self.save_svg, self.save_png])

    def _action(self, text: str, name: Icon, keys: str = "") -> QAction:
        action = QAction(icon(name), text, self)
        if keys:
            action.setShortcut(keys)
            action.setToolTip(f"{text} ({action.shortcut().toString()})")
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _lay_out(self) -> None:
        self._previous = action_button(self.previous_found, self, icon_only=True)
        self._next = action_button(self.next_found, self, icon_only=True)
        row = QHBoxLayout()
        row.setSpacing(LINE_SPACING)
        row.addWidget(self.search, 1)
        row.addWidget(self.found)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addStretch()
        zooms = (self.zoom_out, self.zoom_in, self.fit)
        self._zooms = [action_button(action, self, icon_only=True) for action in zooms]
        for button in self._zooms:
            row.addWidget(button)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE_SPACING, 6, 8, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.crumbs)
