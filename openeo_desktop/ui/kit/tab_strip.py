"""Underlined tabs with icons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QWidget

from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import ICON_SIZE


class TabStrip(QTabBar):
    """A tab bar over whatever the owner shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def add_tab(self, text: str, name: Icon | None = None) -> int:
        """Add a tab; returns its index."""
        index = self.addTab(text)
        if name is not None:
            self.setTabIcon(index, icon(name, "muted"))
        return index
