"""How often which value occurs, with two handles for the range that the colours cover.

Handles are moved by mouse and keys; what the range means for the picture is told by a signal.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.look.tokens import FOCUS_RING
from openeo_desktop.ui.preview.raster_texts import value_text

if TYPE_CHECKING:
    from openeo_desktop.preview.values import BandStatistics

_SIDE, _FOOT = 8.0, 18.0
_GRAB_PX = 10.0
_STEPS = 100


class HistogramView(QWidget):
    """The histogram of one band.

    Attributes:
        low, high: The range between the handles, in values of the band.

    Signals:
        limits_changed(float, float): A handle was moved.
    """

    limits_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("histogram_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.low, self.high = 0.0, 1.0
        self._least, self._most = 0.0, 1.0
        self._bars: list[float] = []
        self._held: int | None = None
        self._chosen = 0
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(240, 110)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 90)

    def set_statistics(self, numbers: BandStatistics | None) -> None:
        """Show the counts of a band; None: there are none."""
        if numbers is None or not math.isfinite(numbers.minimum):
            self._bars = []
        else:
            self._least, self._most = numbers.minimum, numbers.maximum
            self._bars = bar_heights([int(count) for count in numbers.counts])
        self.update()

    def set_limits(self, low: float, high: float) -> None:
        """Place the handles."""
        self.low, self.high = low, high
        self._tell()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        painter.fillRect(room, QColor(tokens().raised))
        self._paint_bars(painter, room)
        self._paint_handles(painter, room)
        self._paint_numbers(painter, room)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        gaps = [abs(x - self._x(value)) for value in (self.low, self.high)]
        nearest = 0 if gaps[0] < gaps[1] else 1
        if gaps[0] == gaps[1]:  # one upon the other: the side that was grabbed decides
            nearest = 0 if x < self._x(self.low) else 1
        if event.button() == Qt.MouseButton.LeftButton and gaps[nearest] <= _GRAB_PX:
            self._held = self._chosen = nearest
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._move(self._held, self._value(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a handle, left and right move it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._chosen = int(event.key() == Qt.Key.Key_Up)
            self.update()
        elif step is not None:
            by = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            now = self.high if self._chosen else self.low
            self._move(self._chosen, now + step * by * (self._most - self._least) / _STEPS)
        else:
            super().keyPressEvent(event)

    def _move(self, handle: int, value: float) -> None:
        if handle == 0:
            self.low = min(value, self.high)
        else:
            self.high = max(value, self.low)
        self._tell()
        self.update()
        self.limits_changed.emit(self.low, self.high)

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Histogram"))
        words = self.tr("Colours from {low} to {high}. Up and down choose a handle, left and "
                        "right move it.")  # fmt: skip
        self.setAccessibleDescription(
            words.format(low=value_text(self.low), high=value_text(self.high))
        )

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_SIDE, 4, -_SIDE, -_FOOT)

    def _x(self, value: float) -> float:
        """The place of a value; values beyond the histogram stand at its edge."""
        room = self._room()
        span = (self._most - self._least) or 1.0
        share = min(max((value - self._least) / span, 0.0), 1.0)
        return room.left() + share * room.width()

    def _value(self, x: float) -> float:
        room = self._room()
        share = min(max((x - room.left()) / max(room.width(), 1.0), 0.0), 1.0)
        return self._least + share * (self._most - self._least)

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        if not self._bars:
            return
        width = room.width() / len(self._bars)
        painter.setPen(Qt.PenStyle.NoPen)
        left, right = self._x(self.low), self._x(self.high)
        for at, share in enumerate(self._bars):
            x = room.left() + at * width
            inside = left <= x + width / 2 <= right
            painter.setBrush(QColor(tokens().muted if inside else tokens().border))
            height = share * room.height()
            painter.drawRect(QRectF(x, room.bottom() - height, max(width, 1.0), height))

    def _paint_handles(self, painter: QPainter, room: QRectF) -> None:
        for at, value in enumerate((self.low, self.high)):
            x = self._x(value)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            chosen = self.hasFocus() and at == self._chosen
            painter.setBrush(QColor(tokens().accent if chosen else tokens().surface))
            painter.drawEllipse(QPointF(x, room.bottom()), 5, 5)

    def _paint_numbers(self, painter: QPainter, room: QRectF) -> None:
        painter.setFont(fonts.tabular_font(fonts.small_font()))
        painter.setPen(QColor(tokens().muted))
        foot = QRectF(room.left(), room.bottom() + 3, room.width(), _FOOT - 3)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, value_text(self._least))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, value_text(self._most))


def bar_heights(counts: list[int], bars: int = 64) -> list[float]:
    """Shares of the height, 0 to 1: the root of the counts, or one peak would hide the rest."""
    if not counts:
        return []
    size = max(1, math.ceil(len(counts) / bars))
    sums = [sum(counts[at : at + size]) for at in range(0, len(counts), size)]
    most = max(sums) or 1
    return [math.sqrt(total / most) for total in sums]
