"""How the canvas paints: checkerboard, pictures, the second raster, line, pixel and swipe.

Enlarged pixels stay crisp; a picture is smoothed only while it is made smaller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from openeo_desktop.preview.values import Window
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.look.tokens import FOCUS_RING

if TYPE_CHECKING:
    from openeo_desktop.ui.preview.raster_canvas import RasterCanvas
    from openeo_desktop.ui.preview.shown_picture import ShownPicture

_SQUARE = 8
_GRID_FROM = 12.0
"""Logical pixels of the screen for one of the raster from which on the pinned one gets a frame."""


def paint_canvas(canvas: RasterCanvas) -> None:
    """All of it."""
    painter = QPainter(canvas)
    painter.fillRect(canvas.rect(), QColor(tokens().surface))
    whole = (0.0, 0.0, canvas.sight.columns, canvas.sight.rows)
    ground = screen_rect(canvas, whole).intersected(QRectF(canvas.rect()))
    painter.fillRect(ground, checkerboard())
    _paint_pictures(painter, canvas, canvas.pictures)
    if canvas.swipe is not None:
        _paint_second(painter, canvas, ground, canvas.swipe)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_line(painter, canvas)
    _paint_pinned(painter, canvas)
    if canvas.hasFocus():
        _paint_focus(painter, canvas)
    painter.end()


def screen_rect(canvas: RasterCanvas, window: Window) -> QRectF:
    """Where a part of the raster is on the canvas."""
    left, top = canvas.sight.screen_at(window[0], window[1])
    right, bottom = canvas.sight.screen_at(window[2], window[3])
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def checkerboard() -> QBrush:
    """What shines through where a raster holds nothing, quiet in both schemes."""
    tile = QPixmap(2 * _SQUARE, 2 * _SQUARE)
    tile.fill(QColor(tokens().raised))
    painter = QPainter(tile)
    dark = QColor(tokens().hover)
    painter.fillRect(QRect(0, 0, _SQUARE, _SQUARE), dark)
    painter.fillRect(QRect(_SQUARE, _SQUARE, _SQUARE, _SQUARE), dark)
    painter.end()
    return QBrush(tile)


def _paint_pictures(painter: QPainter, canvas: RasterCanvas, pictures: list[ShownPicture]) -> None:
    """The later ones above. Where the sharp one is, the coarse one below is cut away.

    Else its colours would shine through pixels that hold nothing in the sharp one.
    """
    for at, picture in enumerate(pictures):
        painter.save()
        for above in pictures[at + 1 :]:
            _cut_away(painter, canvas, screen_rect(canvas, above.window))
        target = screen_rect(canvas, picture.window)
        ratio = canvas.devicePixelRatioF()
        smaller = target.width() * ratio < 0.95 * picture.image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smaller)
        painter.drawImage(target, picture.image)
        painter.restore()


def _cut_away(painter: QPainter, canvas: RasterCanvas, hole: QRectF) -> None:
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addRect(QRectF(canvas.rect()))
    path.addRect(hole.intersected(QRectF(canvas.rect())))
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)


def _paint_second(painter: QPainter, canvas: RasterCanvas, ground: QRectF, share: float) -> None:
    at = share * canvas.width()
    right = QRectF(at, 0, canvas.width() - at, canvas.height())
    painter.save()
    painter.setClipRect(right)
    painter.fillRect(right, QColor(tokens().surface))
    painter.fillRect(ground.intersected(right), checkerboard())
    _paint_pictures(painter, canvas, canvas.others)
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for width, colour in ((4.0, tokens().surface), (2.0, tokens().accent)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(QPointF(at, 0), QPointF(at, canvas.height()))
    painter.setPen(QPen(QColor(tokens().surface), 2))
    painter.setBrush(QColor(tokens().accent))
    painter.drawEllipse(QPointF(at, canvas.height() / 2), 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_line(painter: QPainter, canvas: RasterCanvas) -> None:
    points = [QPointF(*canvas.sight.screen_at(*point)) for point in canvas.line]
    if len(points) < 2:
        return
    for width, colour in ((4.0, tokens().surface), (2.0, tokens().accent)):
        painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(points)
    painter.setBrush(QColor(tokens().accent))
    painter.setPen(QPen(QColor(tokens().surface), 1.5))
    for point in (points[0], points[-1]):
        painter.drawEllipse(point, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_pinned(painter: QPainter, canvas: RasterCanvas) -> None:
    if canvas.pinned is None:
        return
    column, row = int(canvas.pinned[0]), int(canvas.pinned[1])
    pixel = screen_rect(canvas, (column, row, column + 1, row + 1))
    if canvas.sight.scale < _GRID_FROM:
        pixel = QRectF(pixel.center() - QPointF(6, 6), pixel.center() + QPointF(6, 6))
    for width, colour in ((4.0, tokens().surface), (2.0, tokens().accent)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRect(pixel)


def _paint_focus(painter: QPainter, canvas: RasterCanvas) -> None:
    painter.setPen(QPen(QColor(tokens().accent), FOCUS_RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(canvas.rect()).adjusted(1, 1, -1, -1))
