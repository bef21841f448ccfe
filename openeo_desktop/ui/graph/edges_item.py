"""The edges of a drawing as one item: smooth curves with arrow heads, painted in one stroke."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from openeo_desktop.core.graph_layout import Point
from openeo_desktop.ui.look.theme import tokens

HEAD = 7.0
NEAR = 0.25
"""Below this scale arrow heads are dust."""


class EdgesItem(QGraphicsItem):
    """Curves along routes. `strong` ones are those of the current node."""

    def __init__(self, routes: Iterable[Sequence[Point]], *, strong: bool = False) -> None:
        super().__init__()
        self._strong = strong
        self._curves = QPainterPath()
        self._heads = QPainterPath()
        self._heads.setFillRule(Qt.FillRule.WindingFill)  # heads that meet stay filled
        for route in routes:
            add_curve(self._curves, route)
            self._heads.addPolygon(_head(route[-1]))
        self._box = self._curves.boundingRect().adjusted(-HEAD, -HEAD, HEAD, HEAD)
        self.setZValue(-1 if strong else -2)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return self._box

    def shape(self) -> QPainterPath:
        """Nothing: a click on a curve means the ground."""
        return QPainterPath()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        scheme = tokens()
        colour = QColor(scheme.accent if self._strong else scheme.control)
        painter.setPen(QPen(colour, 2.0 if self._strong else 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._curves)
        if option.levelOfDetailFromTransform(painter.worldTransform()) >= NEAR:
            painter.fillPath(self._heads, colour)


def add_curve(path: QPainterPath, route: Sequence[Point]) -> None:
    """From point to point, leaving and arriving level; straight where a layer is passed."""
    path.moveTo(*route[0])
    for nth, (start, end) in enumerate(itertools.pairwise(route)):
        if nth % 2 and nth < len(route) - 2:
            path.lineTo(*end)
            continue
        bend = max(24.0, abs(end[0] - start[0]) / 2)
        stop = end[0] - (HEAD - 1 if nth == len(route) - 2 else 0)
        control = QPointF(start[0] + bend, start[1])
        path.cubicTo(control, QPointF(end[0] - bend, end[1]), QPointF(stop, end[1]))


def _head(tip: Point) -> QPolygonF:
    x, y = tip
    half = HEAD * 0.55
    points = (QPointF(x, y), QPointF(x - HEAD, y - half), QPointF(x - HEAD, y + half))
    return QPolygonF([*points, points[0]])
