"""A small map that shows where boxes lie: land, graticule, boxes. Offline; knows no back-end.

Plate carrée (longitude and latitude as they are): at this size nothing finer can be told.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from openeo_desktop.core.extents import Box, view_of
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.look.tokens import FOCUS_RING, RADIUS
from openeo_desktop.ui.map.land import land_path

HEIGHT = 150
_LEAST = 9.0
"""Pixels: a smaller box could not be seen."""


class WorldMap(QWidget):
    """Shows boxes, and so much of the world around them that one knows the place.

    Signals: `opened()`: the person wants the large map (click, Return, Space).
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: tuple[Box, ...] = ()
        self._view = view_of(())
        self.setMaximumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Map of the result's extent"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_boxes(self, boxes: Sequence[Box], words: str) -> None:
        """Show these; `words` say the same to a screen reader and on hover (plain, no markup)."""
        self._boxes = tuple(boxes)
        self._view = view_of(self._boxes)
        self.setAccessibleDescription(words)
        self.setToolTip(plain_tool_tip("\n".join((words, self.tr("Click: a larger map")))))
        self.update()

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What is shown."""
        return self._boxes

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: it must not keep the pane from being made low."""
        return QSize(120, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, area = tokens(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(area, RADIUS, RADIUS)
        painter.fillPath(frame, QColor(look.running.fill))
        painter.setClipPath(frame)
        to_screen = self._transform(area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.raised))
        painter.drawPath(to_screen.map(land_path()))
        self._paint_graticule(painter, to_screen, area)
        for box in self._boxes:
            for part in box.parts():
                self._paint_box(painter, to_screen, part)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(look.accent), FOCUS_RING) if focused else QColor(look.border))
        painter.drawPath(frame)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _transform(self, area: QRectF) -> QTransform:
        """Degrees to pixels, equal in both directions, the view in the middle."""
        view = self._view
        wide, high = view.east - view.west, view.north - view.south
        scale = max(area.width() / wide, area.height() / high)
        if wide >= 360:  # all of it is to be seen
            scale = min(area.width() / wide, area.height() / high)
        middle = QPointF((view.west + view.east) / 2, (view.south + view.north) / 2)
        moved = QTransform.fromTranslate(area.center().x(), area.center().y())
        return moved.scale(scale, -scale).translate(-middle.x(), -middle.y())

    def _paint_graticule(self, painter: QPainter, to_screen: QTransform, area: QRectF) -> None:
        step = 30 if self._view.east - self._view.west > 120 else 10
        painter.setPen(QPen(QColor(tokens().border), 1))
        for longitude in range(-180, 181, step):
            x = to_screen.map(QPointF(longitude, 0)).x()
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for latitude in range(-90, 91, step):
            y = to_screen.map(QPointF(0, latitude)).y()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _paint_box(self, painter: QPainter, to_screen: QTransform, box: Box) -> None:
        corners = QRectF(QPointF(box.west, box.south), QPointF(box.east, box.north))
        shown = to_screen.mapRect(corners.normalized())
        wider, higher = max(0.0, _LEAST - shown.width()), max(0.0, _LEAST - shown.height())
        shown.adjust(-wider / 2, -higher / 2, wider / 2, higher / 2)
        accent = QColor(tokens().accent)
        painter.setPen(QPen(accent, 1.5))
        accent.setAlpha(70)
        painter.setBrush(accent)
        painter.drawRect(shown)
