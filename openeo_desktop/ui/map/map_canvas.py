"""The map itself: paints ground and shapes, pans and zooms by mouse and keyboard, chooses shapes.

Knows shapes in degrees; nothing of jobs, files or words about them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.look.tokens import FOCUS_RING
from openeo_desktop.ui.map.base_map import paint_ground, paint_inset, paint_labels, paint_scale
from openeo_desktop.ui.map.feature_painting import FeatureBrush, FeaturePainting
from openeo_desktop.ui.map.map_features import MapFeatures
from openeo_desktop.ui.map.map_keys import press_key
from openeo_desktop.ui.map.map_viewport import WORLD, Extent, MapViewport

STEP = 1.4
CLICK_PX = 4
REACH_PX = 6.0
_SHARP_AFTER_MS = 60
"""Rest after a movement before the shapes are painted anew; the old picture moves meanwhile."""


class MapCanvas(QWidget):
    """Shows `MapFeatures` on the world.

    Signals: `hovered(object)`: index of the shape under the pointer, or None; `chosen(object)`:
    index or None, by a click; `pointed(object)`: longitude and latitude under the pointer, None
    outside; `stepped(int)`: to the next (1) or the one before (-1); `moved()`: another view.
    """

    hovered = Signal(object)
    chosen = Signal(object)
    pointed = Signal(object)
    stepped = Signal(int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.features = MapFeatures()
        self.viewport = MapViewport(320, 160)
        self.current: int | None = None
        self.under: int | None = None
        self._framed = True
        self._pressed: QPointF | None = None
        self._dragged = False
        self._painting = FeaturePainting(self)
        self._painting.advanced.connect(self.update)
        self._sharp = QTimer(self, singleShot=True, interval=_SHARP_AFTER_MS)
        self._sharp.timeout.connect(self._paint_anew)

    def set_features(self, features: MapFeatures, dashed: frozenset[int] = frozenset()) -> None:
        """Show other shapes, all of them in view; `dashed` ones are outlines only."""
        self.features = features
        self.current = self.under = None
        self._painting.set_features(features, dashed)
        self.fit()
        self._paint_anew()

    def set_current(self, index: int | None) -> None:
        """Mark this shape as the chosen one."""
        self.current = index
        self.update()

    @property
    def is_painted(self) -> bool:
        """Whether the picture of the shapes is whole and of this view."""
        return not self._painting.busy and not self._sharp.isActive()

    def fit(self) -> None:
        """Everything in view, also when the window changes its size."""
        self._move(self.viewport.fitted(self.features.extent or WORLD))
        self._framed = True

    def fit_current(self) -> None:
        """The chosen shape, as large as it fits."""
        extent = self.features.extent_of(self.current) if self.current is not None else None
        if extent is not None:
            self.fit_extent(extent)

    def fit_extent(self, extent: Extent) -> None:
        """This part of the world."""
        self._move(self.viewport.fitted(extent))

    def reveal(self, index: int) -> None:
        """Bring a shape into view, not changing the scale if that is possible."""
        extent = self.features.extent_of(index)
        if extent is None:
            return
        west, south, east, north = extent
        view = self.viewport
        if east - west > view.degrees_wide or north - south > view.degrees_high:
            self.fit_extent(extent)
            return
        x, y = view.to_pixels((west + east) / 2, (south + north) / 2)
        x = (x + 180 * view.scale_x) % (360 * view.scale_x) - 180 * view.scale_x
        if not QRectF(0, 0, view.width, view.height).adjusted(20, 20, -20, -20).contains(x, y):
            self._move(view.panned(x - view.width / 2, y - view.height / 2))

    def zoom_in(self) -> None:
        """Larger, around the middle."""
        self.zoom(STEP)

    def zoom_out(self) -> None:
        """Smaller, around the middle."""
        self.zoom(1 / STEP)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Larger by `factor` around a pixel, else the middle."""
        middle = at or QPointF(self.viewport.width / 2, self.viewport.height / 2)
        self._move(self.viewport.zoomed(factor, middle.x(), middle.y()))

    def pan(self, dx: float, dy: float) -> None:
        """Show what lies so many pixels to the right and below."""
        self._move(self.viewport.panned(dx, dy))

    def _move(self, viewport: MapViewport) -> None:
        self._framed = False
        if viewport == self.viewport:
            return
        self.viewport = viewport
        if not self._sharp.isActive():
            self._sharp.start()
        self.moved.emit()
        self.update()

    def _paint_anew(self) -> None:
        self._sharp.stop()
        if len(self.features):
            self._painting.start(self.viewport, self.devicePixelRatioF())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(720, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.viewport)
        self._painting.draw(painter, self.viewport)
        self._paint_marked(painter)
        paint_labels(painter, self.viewport)
        paint_scale(painter, self.viewport)
        paint_inset(painter, self.viewport)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens().accent), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_marked(self, painter: QPainter) -> None:
        marks = ((self.under, tokens().accent_hover), (self.current, tokens().queued.text))
        for index, color in marks:
            if index is None or index >= len(self.features):
                continue
            brush = FeatureBrush(painter, self.viewport, self.features)
            brush.use(QColor(color), 2.5)
            for turn in self.viewport.turns:
                brush.paint_one(index, turn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        framed = self._framed
        self._move(self.viewport.resized(self.width(), self.height()))
        if framed:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._sharp.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A mouse's wheel zooms; two fingers on a pad pan, and zoom with Ctrl."""
        pad = event.phase() != Qt.ScrollPhase.NoScrollPhase
        if pad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan(-event.pixelDelta().x(), -event.pixelDelta().y())
        elif turned := event.angleDelta().y() or event.pixelDelta().y():
            self.zoom(STEP ** (turned / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinching on a pad (macOS, Wayland)."""
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._point_at(at)
            return
        way = at - self._pressed
        if self._dragged or way.manhattanLength() >= CLICK_PX:
            self._dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(-way.x(), -way.y())
            self._pressed = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.unsetCursor()
        if not self._dragged:
            self.chosen.emit(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.zoom(STEP * STEP, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        self.pointed.emit(None)

    def _point_at(self, at: QPointF) -> None:
        self._hover(self._at(at))
        self.pointed.emit(self.viewport.to_degrees(at.x(), at.y()))

    def _hover(self, index: int | None) -> None:
        if index != self.under:
            self.under = index
            self.hovered.emit(index)
            self.update()

    def _at(self, at: QPointF) -> int | None:
        view = self.viewport
        longitude, latitude = view.to_degrees(at.x(), at.y())
        return self.features.at(longitude, latitude, REACH_PX / view.scale, view.narrowing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if press_key(self, Qt.Key(event.key())):
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
