"""Paints a histogram: bars of one band, or the outlines of three; and the handles of their ranges.

Only painting and the arithmetic of places; what is moved is `histogram_view`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import role_color
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.preview.raster_texts import value_text

if TYPE_CHECKING:
    from openeo_desktop.preview.values import BandStatistics

FOOT = 18.0
_FILL_ALPHA = 60
_DISC = 5.0


@dataclass(frozen=True, slots=True)
class Curve:
    """How often which value occurs in one band. `bars` are shares of the height, 0 to 1."""

    least: float
    most: float
    bars: tuple[float, ...]
    role: str = "accent"


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from left to right of a rectangle."""

    room: QRectF
    least: float
    most: float

    def x(self, value: float) -> float:
        """The place of a value; values beyond the histogram stand at its edge."""
        span = (self.most - self.least) or 1.0
        share = min(max((value - self.least) / span, 0.0), 1.0)
        return self.room.left() + share * self.room.width()

    def value(self, x: float) -> float:
        """The value at a place."""
        share = min(max((x - self.room.left()) / max(self.room.width(), 1.0), 0.0), 1.0)
        return self.least + share * (self.most - self.least)


def curve_of(numbers: BandStatistics | None, role: str = "accent") -> Curve | None:
    """The curve of a band; None where no value of it is known."""
    if numbers is None or not math.isfinite(numbers.minimum):
        return None
    bars = bar_heights([int(count) for count in numbers.counts])
    return Curve(numbers.minimum, numbers.maximum, tuple(bars), role)


def bar_heights(counts: list[int], bars: int = 64) -> list[float]:
    """Shares of the height, 0 to 1: the root of the counts, or one peak would hide the rest."""
    if not counts:
        return []
    size = max(1, math.ceil(len(counts) / bars))
    sums = [sum(counts[at : at + size]) for at in range(0, len(counts), size)]
    most = max(sums) or 1
    return [math.sqrt(total / most) for total in sums]


def paint_bars(painter: QPainter, axis: Axis, curve: Curve, limits: tuple[float, float]) -> None:
    """One band: what is between the handles stands out."""
    painter.setPen(Qt.PenStyle.NoPen)
    left, right = (axis.x(value) for value in limits)
    for at, share in enumerate(curve.bars):
        x, end = _edges(axis, curve, at)
        inside = left <= (x + end) / 2 <= right
        painter.setBrush(QColor(tokens().muted if inside else tokens().border))
        height = share * axis.room.height()
        painter.drawRect(QRectF(x, axis.room.bottom() - height, max(end - x, 1.0), height))


def paint_outline(painter: QPainter, axis: Axis, curve: Curve) -> None:
    """One band of three: a line and a thin fill, so that what lies behind is seen."""
    bottom, height = axis.room.bottom(), axis.room.height()
    path = QPainterPath(QPointF(axis.x(curve.least), bottom))
    for at, share in enumerate(curve.bars):
        x, end = _edges(axis, curve, at)
        path.lineTo(x, bottom - share * height)
        path.lineTo(end, bottom - share * height)
    path.lineTo(axis.x(curve.most), bottom)
    colour = role_color(curve.role)
    painter.setPen(QPen(colour, 1))
    colour.setAlpha(_FILL_ALPHA)
    painter.setBrush(colour)
    painter.drawPath(path)


def paint_handles(
    painter: QPainter, axis: Axis, limits: Sequence[float], role: str, chosen: int | None
) -> None:
    """Two lines with a disc each. `chosen`: which of them keys move."""
    colour = role_color(role)
    for at, value in enumerate(limits):
        x = axis.x(value)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, axis.room.top()), QPointF(x, axis.room.bottom()))
        painter.setBrush(colour if chosen == at else QColor(tokens().surface))
        painter.drawEllipse(QPointF(x, axis.room.bottom()), _DISC, _DISC)


def paint_lines(painter: QPainter, axis: Axis, limits: Sequence[float], role: str) -> None:
    """The range of a band whose handles are not the chosen ones."""
    painter.setPen(QPen(role_color(role), 1, Qt.PenStyle.DashLine))
    for value in limits:
        x = axis.x(value)
        painter.drawLine(QPointF(x, axis.room.top()), QPointF(x, axis.room.bottom()))


def paint_numbers(painter: QPainter, axis: Axis) -> None:
    """The first and the last value, below."""
    painter.setFont(fonts.tabular_font(fonts.small_font()))
    painter.setPen(QColor(tokens().muted))
    foot = QRectF(axis.room.left(), axis.room.bottom() + 3, axis.room.width(), FOOT - 3)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, value_text(axis.least))
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, value_text(axis.most))


def _edges(axis: Axis, curve: Curve, at: int) -> tuple[float, float]:
    width = (curve.most - curve.least) / len(curve.bars)
    return axis.x(curve.least + at * width), axis.x(curve.least + (at + 1) * width)
