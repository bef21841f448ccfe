"""How often which value occurs, with two handles for the range that the colours of a band cover.

One band, or three over each other (red, green, blue). Handles are moved by mouse and keys; what
the range means for the picture is told by a signal.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.look.tokens import FOCUS_RING
from openeo_desktop.ui.preview import histogram_painting as painting
from openeo_desktop.ui.preview.histogram_painting import Axis, Curve, curve_of
from openeo_desktop.ui.preview.raster_texts import value_text

if TYPE_CHECKING:
    from openeo_desktop.preview.values import BandStatistics

ROLES = ("error", "success", "info")
"""What red, green and blue are painted in: the theme's own, which are seen on both grounds."""
_SIDE = 8.0
_GRAB_PX = 10.0
_STEPS = 100
Limits = tuple[float, float]


class HistogramView(QWidget):
    """The histogram of one band, or of three.

    Attributes:
        channel: The band whose handles are moved, from 0.

    Signals:
        limits_changed(int, float, float): A handle of this band was moved.
        channel_chosen(int): A handle of another band was taken.
    """

    limits_changed = Signal(int, float, float)
    channel_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("histogram_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.channel = 0
        self._limits: list[Limits] = [(0.0, 1.0)]
        self._curves: list[Curve] = []
        self._least, self._most = 0.0, 1.0
        self._held = False
        self._chosen = 0
        self._linked = False
        self._tell()

    @property
    def low(self) -> float:
        """The lowest value of the colours of the band that is moved."""
        return self._limits[self.channel][0]

    @property
    def high(self) -> float:
        """The highest one."""
        return self._limits[self.channel][1]

    def sizeHint(self) -> QSize:
        return QSize(240, 110)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 90)

    def set_statistics(self, numbers: Sequence[BandStatistics | None]) -> None:
        """Show the counts of one band or of three; None: there are none."""
        roles = ROLES if len(numbers) == len(ROLES) else ("muted",) * len(numbers)
        found = [curve_of(one, role) for one, role in zip(numbers, roles, strict=True)]
        self._curves = [curve for curve in found if curve is not None]
        if self._curves:
            self._least = min(curve.least for curve in self._curves)
            self._most = max(curve.most for curve in self._curves)
        self.update()

    def set_limits(self, limits: Sequence[Limits], *, linked: bool = False) -> None:
        """Place the handles of each band. `linked`: all have the same, shown once."""
        self._limits = list(limits) or [(0.0, 1.0)]
        self._linked = linked
        self.set_channel(self.channel)

    def set_channel(self, channel: int) -> None:
        """Move the handles of this band from now on."""
        self.channel = channel if channel < len(self._limits) else 0
        self._tell()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = self._axis()
        painter.fillRect(axis.room, QColor(tokens().raised))
        self._paint_curves(painter, axis)
        painting.paint_numbers(painter, axis)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._handle_at(event.position().x())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        channel, self._chosen = found
        self._held = True
        if channel != self.channel:
            self.set_channel(channel)
            self.channel_chosen.emit(channel)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._move(self._axis().value(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a handle, left and right move it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._chosen = int(event.key() == Qt.Key.Key_Up)
            self.update()
        elif step is not None:
            by = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            now = self._limits[self.channel][self._chosen]
            self._move(now + step * by * (self._most - self._least) / _STEPS)
        else:
            super().keyPressEvent(event)

    def _move(self, value: float) -> None:
        low, high = self._limits[self.channel]
        moved = (min(value, high), high) if self._chosen == 0 else (low, max(value, low))
        channels = range(len(self._limits)) if self._linked else (self.channel,)
        for channel in channels:
            self._limits[channel] = moved
        self._tell()
        self.update()
        self.limits_changed.emit(self.channel, *moved)

    def _handle_at(self, x: float) -> tuple[int, int] | None:
        """Band and side of the nearest handle within reach; the chosen band's before others."""
        axis = self._axis()
        found: list[tuple[float, bool, int, int]] = []
        for channel, limits in enumerate(self._limits):
            gaps = [x - axis.x(value) for value in limits]
            # One upon the other: the side that was grabbed decides.
            side = int(abs(gaps[1]) < abs(gaps[0]) or (gaps[0] == gaps[1] and gaps[0] >= 0))
            found.append((abs(gaps[side]), channel != self.channel, channel, side))
        gap, _, channel, side = min(found)
        return (channel, side) if gap <= _GRAB_PX else None

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Histogram"))
        words = self.tr("Colours from {low} to {high}. Up and down choose a handle, left and "
                        "right move it.")  # fmt: skip
        self.setAccessibleDescription(
            words.format(low=value_text(self.low), high=value_text(self.high))
        )

    def _axis(self) -> Axis:
        room = QRectF(self.rect()).adjusted(_SIDE, 4, -_SIDE, -painting.FOOT)
        return Axis(room, self._least, self._most)

    def _paint_curves(self, painter: QPainter, axis: Axis) -> None:
        several = len(self._limits) > 1
        for curve in self._curves:
            if several:
                painting.paint_outline(painter, axis, curve)
            else:
                painting.paint_bars(painter, axis, curve, self._limits[0])
        for at, limits in enumerate(self._limits if several and not self._linked else ()):
            if at != self.channel:
                painting.paint_lines(painter, axis, limits, ROLES[at])
        role = ROLES[self.channel] if several and not self._linked else "accent"
        chosen = self._chosen if self.hasFocus() else None
        painting.paint_handles(painter, axis, self._limits[self.channel], role, chosen)
