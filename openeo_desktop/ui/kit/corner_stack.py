"""The cards at the lower right of a window, one above the other, whoever tells something there.

In a main window they lie over its middle, which can be scrolled, and not over the panes beside it
with their buttons.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.corner_card import CornerCard

_NAME = "corner_stack"
_WIDTH = 460
_MARGIN = 16
_ABOVE_STATUS_BAR = 36
_ABOVE_TOAST = 84
"""Room for a toast, which lies at the bottom of the window."""
_NARROWEST = 280
_SHADOW = 8


class CornerStack(QWidget):
    """The newest card is the lowest. One for each window: see `corner_stack`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName(_NAME)
        self.setAccessibleName(self.tr("Messages"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW)
        layout.setSpacing(8)
        self.hide()
        window.installEventFilter(self)
        self.installEventFilter(self)
        middle = window.centralWidget() if isinstance(window, QMainWindow) else None
        self._middle = middle if isinstance(middle, QWidget) else None
        if self._middle is not None:
            self._middle.installEventFilter(self)

    def add(self, card: CornerCard) -> None:
        """Show a card (a child of this) until it is dismissed."""
        card.dismissed.connect(self._on_dismissed)
        card.resized.connect(self._place)
        self._cards().addWidget(card)
        card.show()  # a layout shows it only later, and gives a hidden one no height
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        around = watched is self._window or watched is self._middle
        resized = around and event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        # A card's text changed: the layouts above it learn of it by this event, not before.
        grown = watched is self and event.type() == QEvent.Type.LayoutRequest
        if resized or grown:
            self._place()
        return False

    def _on_dismissed(self, card: CornerCard) -> None:
        self._cards().removeWidget(card)
        card.deleteLater()
        self._place()

    def _place(self) -> None:
        if not self._cards().count():
            self.hide()
            return
        area = self._area()
        width = max(200, min(_WIDTH, area.width() - 2 * _MARGIN)) + 2 * _SHADOW
        height = self._cards().totalHeightForWidth(width)
        if height > area.height():
            area = self._whole()
        left = area.right() + 1 - width - _MARGIN + _SHADOW
        top = area.bottom() + 1 - height + _SHADOW
        self.setGeometry(max(0, left), max(0, top), width, height)
        self.show()
        self.raise_()

    def _area(self) -> QRect:
        """The middle of the window if there is room for a card, else all of it."""
        if self._middle is None or not self._middle.isVisible():
            return self._whole()
        area = QRect(self._middle.mapTo(self._window, QPoint()), self._middle.size())
        area.setBottom(min(area.bottom() - _MARGIN, self._window.height() - _ABOVE_TOAST))
        return area if area.width() >= _NARROWEST + 2 * _MARGIN else self._whole()

    def _whole(self) -> QRect:
        return self._window.rect().adjusted(0, 0, 0, -_ABOVE_STATUS_BAR)

    def _cards(self) -> QLayout:
        layout = self.layout()
        assert layout is not None
        return layout


def corner_stack(window: QWidget) -> CornerStack:
    """The stack of this window."""
    known = window.findChild(CornerStack, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return known if isinstance(known, CornerStack) else CornerStack(window)
