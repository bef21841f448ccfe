"""Paints the shapes of a map in portions: the window never waits for twenty thousand polygons.

A picture somewhat larger than the view is painted beside the one that is shown; until it is done
the map moves the old one about. No mouse, no keyboard, no words here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.map.geometry import Flags, Points, cut_ring, path_of, thinned
from openeo_desktop.ui.map.map_features import Indexes, MapFeatures
from openeo_desktop.ui.map.map_viewport import MapViewport

BUDGET_MS = 8
"""Milliseconds of painting before the window has its turn."""
SHOW_EVERY_MS = 150
AROUND = 0.25
"""How much more than the view is painted at each side, as part of it: what panning shows first."""
TINY = 3.0
"""Pixels: what is smaller is a dot."""
FEW = 200
DOT, MARKER = 3.0, 9.0
MOST_POINTS = 20_000
"""Points of one shape: one that has more after thinning is thinned more coarsely."""


class FeaturePainting(QObject):
    """The picture of the shapes for a view; the newest view wins.

    Signals: `advanced()`: `image`, which covers `viewport`, is new or has grown.
    """

    advanced = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.viewport: MapViewport | None = None
        self._features = MapFeatures()
        self._dashed: frozenset[int] = frozenset()
        self._work: Iterator[None] | None = None
        self._shown = QElapsedTimer()
        self._shown.start()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)

    @property
    def busy(self) -> bool:
        """Whether more will be painted."""
        return self._work is not None

    def set_features(self, features: MapFeatures, dashed: frozenset[int] = frozenset()) -> None:
        """What is painted from now on; `dashed` shapes are outlines only."""
        self.stop()
        self._features, self._dashed = features, dashed
        self.image = self.viewport = None

    def start(self, viewport: MapViewport, ratio: float) -> None:
        """Paint this view on a screen of so many pixels a pixel; what was begun is dropped."""
        self.stop()
        wide = replace(
            viewport,
            width=viewport.width * (1 + 2 * AROUND),
            height=viewport.height * (1 + 2 * AROUND),
        )
        size = (int(wide.width * ratio), int(wide.height * ratio))
        image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        if self.image is None:  # rather a part of it than nothing
            self.image, self.viewport = image, wide
        self._work = self._paint(image, wide)
        self._on_turn()
        if self._work is not None:
            self._timer.start()

    def stop(self) -> None:
        """Paint no more."""
        self._timer.stop()
        if self._work is not None:
            self._work.close()  # type: ignore[attr-defined]  # a generator: ends its painter
            self._work = None

    def draw(self, painter: QPainter, viewport: MapViewport) -> None:
        """The picture where it belongs in this view, if it was painted for another one."""
        image, painted = self.image, self.viewport
        if image is None or painted is None:
            return
        left, top = painted.to_degrees(0, 0)
        right, bottom = painted.to_degrees(painted.width, painted.height)
        nearest = round((viewport.longitude - painted.longitude) / 360) * 360.0
        corner = QPointF(*viewport.to_pixels(left + nearest, top))
        other = QPointF(*viewport.to_pixels(right + nearest, bottom))
        if abs(other.x() - corner.x() - painted.width) < 0.01:
            painter.drawImage(QPointF(round(corner.x()), round(corner.y())), image)
        else:
            painter.drawImage(QRectF(corner, other), image)

    def _on_turn(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._work is not None and clock.elapsed() < BUDGET_MS:
            if next(self._work, self) is self:
                self._work = None
                self._timer.stop()
        if self._work is None or self._shown.hasExpired(SHOW_EVERY_MS):
            self._shown.start()
            self.advanced.emit()

    def _paint(self, image: QImage, viewport: MapViewport) -> Iterator[None]:
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = FeatureBrush(painter, viewport, self._features, self._dashed)
            for turn in viewport.turns:
                yield from brush.paint(turn)
        finally:
            painter.end()
        self.image, self.viewport = image, viewport


class FeatureBrush:
    """Paints shapes with one painter, for one view."""

    def __init__(
        self,
        painter: QPainter,
        viewport: MapViewport,
        features: MapFeatures,
        dashed: frozenset[int] = frozenset(),
    ) -> None:
        self._painter, self._viewport = painter, viewport
        self._features, self._dashed = features, dashed
        accent = QColor(tokens().accent)
        self._pen, self._fill = QPen(accent, 1.5), QColor(accent)
        self._fill.setAlpha(60)

    def use(self, color: QColor, width: float) -> None:
        """Another colour for what comes."""
        self._pen, self._fill = QPen(color, width), QColor(color)
        self._fill.setAlpha(90)

    def paint(self, turn: float) -> Iterator[None]:
        """All shapes in view, a few with each step."""
        found = self._features.within(self._viewport.extent, turn)
        tiny = self._tiny(found)
        if len(found) > FEW:  # edges of 1.5 pixels would be all that is seen of thousands
            self._pen.setWidthF(0.8)
        for index in found[~tiny]:
            self.paint_one(int(index), turn)
            yield
        yield from self._paint_dots(found[tiny], turn)

    def paint_one(self, index: int, turn: float) -> None:
        """One shape, as large as it is."""
        shape = self._features.shapes[index]
        points, starts = self._features.points(index), self._features.starts(index)
        pixels = self._pixels(points, turn)
        if shape.kind == "point":
            self._paint_markers(pixels)
        elif shape.kind == "polygon":
            self._paint_polygon(pixels, starts, dashed=index in self._dashed)
        else:
            self._paint_lines(pixels, starts)

    def _tiny(self, found: Indexes) -> Flags:
        spans = self._features.boxes[found, 2:] - self._features.boxes[found, :2]
        pixels = spans * (self._viewport.scale_x, self._viewport.scale)
        if len(found) <= FEW:  # let them be seen
            return np.zeros(len(found), dtype=bool)
        small = np.less(pixels, 2 * TINY).all(axis=1)
        flags: Flags = np.logical_and(small, ~self._features.is_point[found])
        return flags

    def _pixels(self, points: Points, turn: float) -> Points:
        view = self._viewport
        x = (points[:, 0] + turn - view.longitude) * view.scale_x + view.width / 2
        return np.column_stack([x, (view.latitude - points[:, 1]) * view.scale + view.height / 2])

    def _paint_dots(self, found: Indexes, turn: float) -> Iterator[None]:
        """What is too small to have a shape: a dot for each place, however many lie there."""
        if not len(found):
            return
        boxes = self._features.boxes[found]
        pixels = self._pixels((boxes[:, :2] + boxes[:, 2:]) / 2, turn)
        cells = np.unique(np.floor(pixels / DOT), axis=0)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._pen.color())
        for start in range(0, len(cells), 500):
            rects = [QRectF(x * DOT, y * DOT, DOT, DOT) for x, y in cells[start : start + 500]]
            self._painter.drawRects(rects)
            yield

    def _paint_markers(self, pixels: Points) -> None:
        self._painter.setPen(QPen(QColor(tokens().surface), 1.5))
        self._painter.setBrush(self._pen.color())
        inside = pixels[self._in_view(pixels)]
        kept, _begins = thinned(inside, np.zeros(1, dtype=np.intp), 1.0) if len(inside) else ((), 0)
        for x, y in kept:
            self._painter.drawEllipse(QRectF(x - MARKER / 2, y - MARKER / 2, MARKER, MARKER))

    def _in_view(self, pixels: Points) -> Flags:
        size = (self._viewport.width + MARKER, self._viewport.height + MARKER)
        inside = np.logical_and(pixels > -MARKER, pixels < size)
        return np.logical_and(inside[:, 0], inside[:, 1])

    def _paint_polygon(self, pixels: Points, starts: Indexes, *, dashed: bool) -> None:
        view, around = self._viewport, 16
        outside = (pixels.min() < -around) or (
            pixels.max(axis=0) > (view.width + around, view.height + around)
        ).any()
        if outside:
            box = (-around, -around, view.width + around, view.height + around)
            rings = [cut_ring(ring, *box) for ring in np.split(pixels, starts[1:])]
            rings = [ring for ring in rings if len(ring)]
            if not rings:
                return
            pixels = np.concatenate(rings)
            starts = np.cumsum([0, *(len(ring) for ring in rings[:-1])])
        pen = QPen(self._pen)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush if dashed else self._fill)
        self._draw(pixels, starts, at_least=True)

    def _paint_lines(self, pixels: Points, starts: Indexes) -> None:
        """Only the steps that may be seen; each run of them is a part of its own."""
        self._painter.setPen(QPen(self._pen.color(), self._pen.widthF() + 0.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for part in np.split(pixels, starts[1:]):
            low, high = np.minimum(part[:-1], part[1:]), np.maximum(part[:-1], part[1:])
            size = (self._viewport.width + 4, self._viewport.height + 4)
            seen = (high > -4).all(axis=1) & (low < size).all(axis=1)
            edges = np.flatnonzero(np.diff(np.concatenate([[0], seen.astype(int), [0]])))
            for first, last in edges.reshape(-1, 2):
                self._draw(part[first : last + 1], np.zeros(1, dtype=np.intp))

    def _draw(self, pixels: Points, starts: Indexes, *, at_least: bool = False) -> None:
        kept, begins = thinned(pixels, starts, 0.5)
        step = 1.0
        while len(kept) > MOST_POINTS and step < 16:
            kept, begins = thinned(pixels, starts, step)
            step *= 2
        path = path_of(kept, begins)
        bounds = path.boundingRect()
        if at_least and max(bounds.width(), bounds.height()) < TINY * 2:
            centre = bounds.center()
            self._painter.drawRect(QRectF(centre.x() - TINY, centre.y() - TINY, 2 * TINY, 2 * TINY))
        else:
            self._painter.drawPath(path)
