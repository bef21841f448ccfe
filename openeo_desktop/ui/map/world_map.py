"""A small map that shows where boxes lie: land, graticule, boxes. Offline; knows no back-end.

Plate carrée (longitude and latitude as they are): at this size nothing finer can be told.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from openeo_desktop.core.extents import Box, view_of
from openeo_desktop.core.resources import resource_path
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.look.tokens import RADIUS

HEIGHT = 150
_LEAST = 9.0
"""Pixels: a smaller box could not be seen."""


class WorldMap(QWidget):
    """Shows boxes, and so much of the world around them that one knows the place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: tuple[Box, ...] = ()
        self._view = view_of(())
        self.setMaximumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Map of the result's extent"))

    def set_boxes(self, boxes: Sequence[Box], words: str) -> None:
        """Show these; `words` say the same to a screen reader and on hover (plain, no markup)."""
        self._boxes = tuple(boxes)
        self._view = view_of(self._boxes)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
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
        painter.drawPath(to_screen.map(_land()))
        self._paint_graticule(painter, to_screen, area)
        for box in self._boxes:
            for part in box.parts():
                self._paint_box(painter, to_screen, part)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(look.border))
        painter.drawPath(frame)

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


@functools.cache
def _land() -> QPainterPath:
    """The outline in degrees; its source and licence are named in the file."""
    text = resource_path("maps", "world_land_110m.json").read_text(encoding="utf-8")
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in json.loads(text)["rings"]:
        path.addPolygon(QPolygonF([QPointF(x / 10, y / 10) for x, y in ring]))
        path.closeSubpath()
    return path
