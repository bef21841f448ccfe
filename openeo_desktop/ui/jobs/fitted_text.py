"""Texts cut to the width of a cell, remembered from repaint to repaint: measuring is slow."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

MAX_KEPT = 4096
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class FittedText:
    """Paints single lines in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._fitted: dict[tuple[str, int, bool], str] = {}
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """How wide the whole text is, in pixels."""
        if len(self._widths) > MAX_KEPT:
            self._widths.clear()
        if text not in self._widths:
            self._widths[text] = self._metrics.horizontalAdvance(text)
        return self._widths[text]

    def fit(self, text: str, width: int, *, middle: bool = False) -> str:
        """The text, or as much of it as fits, elided at its end or in the middle."""
        key = (text, width, middle)
        if len(self._fitted) > MAX_KEPT:
            self._fitted.clear()
        if key not in self._fitted:
            mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            self._fitted[key] = self._metrics.elidedText(text, mode, width)
        return self._fitted[key]

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        colour: QColor,
        *,
        right: bool = False,
        middle: bool = False,
    ) -> None:
        """Paint one line, centred in height, at the left or the right of the rectangle."""
        if not text:
            return
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.font)
        painter.setPen(colour)
        painter.drawText(rect, int(_CENTRE | side), self.fit(text, rect.width(), middle=middle))
