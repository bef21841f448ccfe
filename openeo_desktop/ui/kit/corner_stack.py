"""The cards at the lower right of a window, one above the other, whoever tells something there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.corner_card import CornerCard

_NAME = "corner_stack"
_WIDTH = 460
_MARGIN = 16
_ABOVE_STATUS_BAR = 36
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

    def add(self, card: CornerCard) -> None:
        """Show a card (a child of this) until it is dismissed."""
        card.dismissed.connect(self._on_dismissed)
        card.resized.connect(self._place)
        self._cards().addWidget(card)
        card.show()  # a layout shows it only later, and gives a hidden one no height
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        resized = watched is self._window and event.type() == QEvent.Type.Resize
        # A card's text changed: the layouts above it learn of it by this event, not before.
        grown = watched is self and event.type() == QEvent.Type.LayoutRequest
        if resized or grown:
            self._place()
        return super().eventFilter(watched, event)

    def _on_dismissed(self, card: CornerCard) -> None:
        self._cards().removeWidget(card)
        card.deleteLater()
        self._place()

    def _place(self) -> None:
        if not self._cards().count():
            self.hide()
            return
        width = max(200, min(_WIDTH, self._window.width() - 2 * _MARGIN)) + 2 * _SHADOW
        height = self._cards().totalHeightForWidth(width)
        left = self._window.width() - width - _MARGIN + _SHADOW
        top = self._window.height() - height - _ABOVE_STATUS_BAR + _SHADOW
        self.setGeometry(left, max(0, top), width, height)
        self.show()
        self.raise_()

    def _cards(self) -> QLayout:
        layout = self.layout()
        assert layout is not None
        return layout


def corner_stack(window: QWidget) -> CornerStack:
    """The stack of this window."""
    known = window.findChild(CornerStack, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return known if isinstance(known, CornerStack) else CornerStack(window)
