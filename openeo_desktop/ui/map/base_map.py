"""Paints what lies under the shapes of a map: sea, land, graticule, scale, where in the world."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTransform

from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.look.tokens import RADIUS
from openeo_desktop.ui.map.geometry import cut_ring, path_of
from openeo_desktop.ui.map.graticule import (
    decimals_of,
    latitude_text,
    lines_between,
    longitude_text,
    scale_bar,
    step_of,
)
from openeo_desktop.ui.map.land import land_path, land_rings
from openeo_desktop.ui.map.map_viewport import MapViewport

_CUT_FROM = 20.0
"""Pixels per degree from which the land is cut to the view: no painter likes coordinates of
millions of pixels."""
_EDGE = 8.0
_INSET_WIDTH, _INSET_BELOW = 132.0, 60.0
"""The small world in the corner: its width in pixels, and the degrees in view that ask for it."""


def paint_ground(painter: QPainter, viewport: MapViewport) -> None:
    """Sea, land and the lines of the graticule."""
    look = tokens()
    painter.fillRect(QRectF(0, 0, viewport.width, viewport.height), QColor(look.window))
    top, bottom = viewport.to_pixels(0, 90)[1], viewport.to_pixels(0, -90)[1]
    world = QRectF(0, max(top, 0), viewport.width, min(bottom, viewport.height) - max(top, 0))
    painter.fillRect(world, QColor(look.running.fill))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.raised))
    for turn in viewport.turns:
        _paint_land(painter, viewport, turn)
    painter.setPen(QPen(QColor(look.border), 1))
    painter.drawLines(_graticule(viewport))


def _paint_land(painter: QPainter, viewport: MapViewport, turn: float) -> None:
    if viewport.scale < _CUT_FROM:
        left, top = viewport.to_pixels(turn, 0.0)
        moved = QTransform.fromTranslate(left, top).scale(viewport.scale_x, -viewport.scale)
        painter.drawPath(moved.map(land_path()))
        return
    west, south, east, north = viewport.extent
    grown = (west - turn - 1, max(south - 1, -90.0), east - turn + 1, min(north + 1, 90.0))
    for ring in land_rings():
        points = cut_ring(np.array(ring, dtype=np.float64), *grown)
        if len(points):
            x = (points[:, 0] + turn - viewport.longitude) * viewport.scale_x + viewport.width / 2
            y = (viewport.latitude - points[:, 1]) * viewport.scale + viewport.height / 2
            begins = np.zeros(len(points), dtype=bool)
            painter.drawPath(path_of(np.column_stack([x, y]), begins))


def _graticule(viewport: MapViewport) -> list[QLineF]:
    west, south, east, north = viewport.extent
    top = viewport.to_pixels(0, min(north, 90.0))[1]
    bottom = viewport.to_pixels(0, max(south, -90.0))[1]
    lines = []
    for longitude in lines_between(west, east, step_of(viewport.scale_x)):
        x = viewport.to_pixels(longitude, 0)[0]
        lines.append(QLineF(x, top, x, bottom))
    for latitude in lines_between(max(south, -90.0), min(north, 90.0), step_of(viewport.scale)):
        y = viewport.to_pixels(0, latitude)[1]
        lines.append(QLineF(0, y, viewport.width, y))
    return lines


def paint_labels(painter: QPainter, viewport: MapViewport) -> None:
    """The degrees of the lines: meridians at the top, parallels at the left."""
    west, south, east, north = viewport.extent
    painter.setFont(fonts.tabular_font(fonts.small_font()))
    metrics = QFontMetricsF(painter.font())
    step = step_of(viewport.scale)
    high = _EDGE + metrics.height()
    for latitude in lines_between(max(south, -90.0), min(north, 90.0), step):
        y = viewport.to_pixels(0, latitude)[1]
        if high + metrics.height() < y < viewport.height - 3 * metrics.height():  # the scale's
            _label(painter, QPointF(_EDGE, y), latitude_text(latitude, decimals_of(step)), middle=0)
    step = step_of(viewport.scale_x)
    for longitude in lines_between(west, east, step):
        x = viewport.to_pixels(longitude, 0)[0]
        text = longitude_text(longitude, decimals_of(step))
        half = metrics.horizontalAdvance(text) / 2 + 6
        if half < x < viewport.width - half:
            _label(painter, QPointF(x, _EDGE + metrics.height() / 2), text, middle=0.5)


def _label(painter: QPainter, at: QPointF, text: str, *, middle: float) -> None:
    """Text on a plate: it is to be read over land, sea and shapes."""
    look, metrics = tokens(), QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(text), metrics.height()
    plate = QRectF(at.x() - middle * width - 3, at.y() - height / 2, width + 6, height)
    ground = QColor(look.surface)
    ground.setAlpha(215)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, 3, 3)
    painter.setPen(QColor(look.muted))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def paint_scale(painter: QPainter, viewport: MapViewport) -> None:
    """A bar at the lower left and what it is on the ground."""
    length, text = scale_bar(viewport)
    if not length:
        return
    look = tokens()
    painter.setFont(fonts.tabular_font(fonts.small_font()))
    height = QFontMetricsF(painter.font()).height()
    bottom = viewport.height - _EDGE
    _label(painter, QPointF(_EDGE + 3 + length / 2, bottom - 8 - height / 2), text, middle=0.5)
    painter.setPen(QPen(QColor(look.text), 2))
    left, right = _EDGE + 3, _EDGE + 3 + length
    painter.drawLines(
        [
            QLineF(left, bottom - 3, right, bottom - 3),
            QLineF(left, bottom - 7, left, bottom - 3),
            QLineF(right, bottom - 7, right, bottom - 3),
        ]
    )


def paint_inset(painter: QPainter, viewport: MapViewport) -> None:
    """Where in the world a close view is: a small map at the lower right."""
    roomy = viewport.width > 4 * _INSET_WIDTH and viewport.height > 2 * _INSET_WIDTH
    if viewport.degrees_wide > _INSET_BELOW or not roomy:
        return
    look = tokens()
    area = QRectF(
        viewport.width - _INSET_WIDTH - _EDGE,
        viewport.height - _INSET_WIDTH / 2 - _EDGE,
        _INSET_WIDTH,
        _INSET_WIDTH / 2,
    )
    world = MapViewport(area.width(), area.height(), scale=area.width() / 360)
    painter.save()
    painter.setClipRect(area.adjusted(-1, -1, 1, 1))
    painter.translate(area.topLeft())
    painter.fillRect(QRectF(0, 0, area.width(), area.height()), QColor(look.running.fill))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.surface))
    _paint_land(painter, world, 0.0)
    x, y = world.to_pixels(viewport.longitude, viewport.latitude)
    wide = max(viewport.degrees_wide * world.scale, 7.0)
    high = max(viewport.degrees_high * world.scale, 7.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.accent), 1.5))
    painter.drawRect(QRectF(x - wide / 2, y - high / 2, wide, high))
    painter.setPen(QColor(look.control))
    painter.drawRoundedRect(QRectF(0, 0, area.width(), area.height()), RADIUS / 2, RADIUS / 2)
    painter.restore()
