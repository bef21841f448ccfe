"""Underlined tabs with icons and counts, alone or over a stack of pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import ICON_SIZE


class TabStrip(QTabBar):
    """A tab bar. Usable alone, or `QTabWidget.setTabBar`."""

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

    def set_count(self, index: int, count: int | None, level: str = "neutral") -> None:
        """A badge behind the text: level "neutral", "accent" or "error". 0 and None hide it."""
        label = self._badge(index)
        if not count:
            if label is not None:
                self.setTabButton(index, QTabBar.ButtonPosition.RightSide, None)
                label.deleteLater()
            return
        if label is None or label.property("badge") != level:
            label = plain_label("", self)
            label.setProperty("badge", level)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setText(count_text(count))
        label.adjustSize()
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, label)

    def count_text(self, index: int) -> str:
        """What the badge of a tab says; "" without one."""
        label = self._badge(index)
        return "" if label is None else label.text()

    def _badge(self, index: int) -> QLabel | None:
        button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        return button if isinstance(button, QLabel) else None


class TabPages(QWidget):
    """A TabStrip over a stack of pages.

    Signals: `page_changed(int)`.
    """

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = TabStrip(self)
        self.pages = QStackedWidget(self)
        self.strip.currentChanged.connect(self._on_current_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.pages, 1)

    def add_page(self, page: QWidget, text: str, name: Icon | None = None) -> int:
        """Add a page with its tab; returns the index of both."""
        self.pages.addWidget(page)
        return self.strip.add_tab(text, name)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.strip.setCurrentIndex(self.pages.indexOf(page))

    def _on_current_changed(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.page_changed.emit(index)
