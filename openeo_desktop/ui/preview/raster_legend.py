"""What the colours stand for: a bar with numbers and unit, or the classes of a colour table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.preview.raster_texts import value_text

Colour = tuple[int, int, int]
_BAR = 12


class RasterLegend(QWidget):
    """A bar of colours from low to high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raster_legend")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._colours: Sequence[Colour] = ()
        self._low, self._high, self._unit = 0.0, 1.0, ""

    def sizeHint(self) -> QSize:
        return QSize(160, _BAR + self.fontMetrics().height() + 2)

    def set_range(self, colours: Sequence[Colour], low: float, high: float, unit: str) -> None:
        """Show these; no colours: hidden."""
        self._colours, self._low, self._high = colours, low, high
        self._unit = visible_text(unit)
        words = self.tr("Colours from {low} to {high} {unit}")
        text = words.format(low=value_text(low), high=value_text(high), unit=self._unit)
        self.setAccessibleName(text.strip())
        self.setVisible(bool(colours))
        self.update()

    def texts(self) -> tuple[str, str, str]:
        """What stands at its left end, in the middle (the unit) and at its right end."""
        return value_text(self._low), self._unit, value_text(self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0.5, 0.5, self.width() - 1, _BAR)
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.setBrush(gradient(self._colours, bar))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(tokens().muted))
        painter.setFont(fonts.tabular_font(fonts.small_font()))
        foot = QRectF(0, _BAR + 2, self.width(), self.height() - _BAR - 2)
        flags = Qt.AlignmentFlag
        for side, text in zip(
            (flags.AlignLeft, flags.AlignHCenter, flags.AlignRight), self.texts(), strict=True
        ):
            painter.drawText(foot, side, text)


def gradient(colours: Sequence[Colour], bar: QRectF) -> QLinearGradient:
    """The colours from the left end of a rectangle to its right one."""
    found = QLinearGradient(bar.topLeft(), bar.topRight())
    for at, colour in enumerate(colours):
        found.setColorAt(at / max(len(colours) - 1, 1), QColor(*colour))
    return found
