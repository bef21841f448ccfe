"""The raster on the screen: zoom, pan, a pinned pixel, a line, and a second raster under a swipe.

It paints pictures it is given, and tells where the pointer is; it asks nothing and knows no values.
While the sight changes, the pictures that are there move at once; sharper ones come later.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.preview.raster_painting import paint_canvas
from openeo_desktop.ui.preview.raster_sight import Sight
from openeo_desktop.ui.preview.shown_picture import ShownPicture

STEP = 1.25
CLICK_PX = 4
PAN_PX = 48
SWIPE_PX = 8
Place = tuple[float, float]
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class RasterCanvas(QWidget):
    """Shows one raster, or two of the same ground.

    Attributes:
        sight: What is seen.
        pictures: From below to above: the coarse whole, the sharp part.
        others: The same of the second raster, right of `swipe` (0 to 1 of the width).
        pinned: The pixel whose values are shown: column and row.
        line: The points of the profile's line.

    Signals:
        sight_changed(): Another part is seen, or at another scale.
        hovered(object): Column and row under the pointer, None outside of the raster.
        clicked(object): Column and row that was clicked.
        line_drawn(object): The points (column, row) of a line.
        swiped(float), step_requested(int), play_requested(), copy_requested().
    """

    sight_changed = Signal()
    hovered = Signal(object)
    clicked = Signal(object)
    line_drawn = Signal(object)
    swiped = Signal(float)
    step_requested = Signal(int)
    play_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raster_canvas")
        self.setAccessibleName(self.tr("Picture of the raster"))
        self.setAccessibleDescription(
            self.tr("Plus and minus zoom, 0 shows all of it, 1 shows each pixel, arrows move.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(80, 60)
        self.sight = Sight(1.0, 1.0)
        self.pictures: list[ShownPicture] = []
        self.others: list[ShownPicture] = []
        self.swipe: float | None = None
        self.pinned: Place | None = None
        self.line: list[Place] = []
        self.drawing = False
        self._fits = True
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._swiping = False

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def set_raster(self, columns: int, rows: int, aspect: float = 1.0) -> None:
        """Another raster: nothing of the one before is left, and all of it is seen."""
        self.pictures, self.others, self.line = [], [], []
        self.pinned = None
        self._fits = True
        room = self.sight.width, self.sight.height
        self.sight = Sight(float(columns), float(rows), aspect).resized(*room).fitted()
        self.update()

    def set_pictures(self, pictures: list[ShownPicture]) -> None:
        """Show these, the later ones above."""
        self.pictures = pictures
        self.update()

    def set_others(self, pictures: list[ShownPicture]) -> None:
        """Show these of the second raster."""
        self.others = pictures
        self.update()

    def set_swipe(self, share: float | None) -> None:
        """Where the second raster begins; None: it is not shown."""
        self.swipe = None if share is None else min(max(share, 0.0), 1.0)
        self.update()

    def set_drawing(self, drawing: bool) -> None:
        """Whether the next drag draws a line."""
        self.drawing = drawing
        self.setCursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)

    def set_pinned(self, place: Place | None) -> None:
        """Mark a pixel."""
        self.pinned = place
        self.update()

    def fit(self) -> None:
        """Show all of it."""
        self._fits = True
        self._see(self.sight.fitted())

    def show_pixels(self) -> None:
        """One device pixel of the screen for each pixel of the raster."""
        self.zoom_to(1.0 / self.devicePixelRatioF())

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller around a place, or the middle."""
        self.zoom_to(self.sight.scale * factor, at)

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """So many logical pixels of the screen for one of the raster."""
        self._fits = False
        place = at or QPointF(self.width() / 2, self.height() / 2)
        self._see(self.sight.zoomed(scale, place.x(), place.y()))

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels of the screen."""
        self._fits = False
        self._see(self.sight.panned(dx, dy))

    def follow(self, sight: Sight) -> None:
        """See what another canvas sees."""
        self._fits = False
        own = self.sight
        self.sight = sight.resized(own.width, own.height)
        self.update()

    def _see(self, sight: Sight) -> None:
        if sight != self.sight:
            self.sight = sight
            self.update()
            self.sight_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_canvas(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sight = self.sight.resized(self.width(), self.height())
        self._see(sight.fitted() if self._fits else sight)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A mouse's wheel zooms; two fingers on a pad pan, and zoom with Ctrl."""
        pad = event.phase() != Qt.ScrollPhase.NoScrollPhase
        if pad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            moved = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
            self.pan(moved.x(), moved.y())
        else:
            turned = event.angleDelta().y() or event.pixelDelta().y()
            self.zoom(STEP ** (turned / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinching on a pad (macOS, Wayland); keys that a menu of the window would take."""
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position())
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier, _SHIFT)
            if (plain and event.key() in _KEYS) or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self._pressed = self._last = event.position()
        self._swiping = self._at_swipe(event.position())
        if self.drawing and not self._swiping:
            place = self._place(event.position())
            self.line = [place, place]
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._hover(at)
            return
        if self._swiping:
            self.set_swipe(at.x() / max(self.width(), 1))
            self.swiped.emit(self.swipe)
        elif self.drawing:
            self.line = [self.line[0], self._place(at)]
            self.update()
        elif (at - self._pressed).manhattanLength() >= CLICK_PX:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(at.x() - self._last.x(), at.y() - self._last.y())
            self._last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        swiped, self._swiping = self._swiping, False
        self.set_drawing(self.drawing)
        if pressed is None or swiped:
            return
        still = (event.position() - pressed).manhattanLength() < CLICK_PX
        if self.drawing and not still:
            self.line_drawn.emit(list(self.line))
        elif still and (place := self._inside(event.position())) is not None:
            self.line = [] if self.drawing else self.line
            self.clicked.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.zoom(2 * STEP, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _KEYS.get(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif action is None:
            super().keyPressEvent(event)
        else:
            action(self)
        event.accept()

    def _hover(self, at: QPointF) -> None:
        if self._at_swipe(at):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.set_drawing(self.drawing)
        self.hovered.emit(self._inside(at))

    def _at_swipe(self, at: QPointF) -> bool:
        return self.swipe is not None and abs(at.x() - self.swipe * self.width()) <= SWIPE_PX

    def _place(self, at: QPointF) -> Place:
        column, row = self.sight.raster_at(at.x(), at.y())
        most = self.sight.columns, self.sight.rows
        return min(max(column, 0.0), most[0]), min(max(row, 0.0), most[1])

    def _inside(self, at: QPointF) -> Place | None:
        column, row = self.sight.raster_at(at.x(), at.y())
        inside = 0 <= column < self.sight.columns and 0 <= row < self.sight.rows
        return (column, row) if inside else None


_KEYS: dict[int, Callable[[RasterCanvas], None]] = {
    Qt.Key.Key_Plus: lambda canvas: canvas.zoom(STEP),
    Qt.Key.Key_Equal: lambda canvas: canvas.zoom(STEP),  # the same key without Shift
    Qt.Key.Key_Minus: lambda canvas: canvas.zoom(1 / STEP),
    Qt.Key.Key_0: lambda canvas: canvas.fit(),
    Qt.Key.Key_1: lambda canvas: canvas.show_pixels(),
    Qt.Key.Key_Left: lambda canvas: canvas.pan(PAN_PX, 0),
    Qt.Key.Key_Right: lambda canvas: canvas.pan(-PAN_PX, 0),
    Qt.Key.Key_Up: lambda canvas: canvas.pan(0, PAN_PX),
    Qt.Key.Key_Down: lambda canvas: canvas.pan(0, -PAN_PX),
    Qt.Key.Key_PageUp: lambda canvas: canvas.step_requested.emit(-1),
    Qt.Key.Key_PageDown: lambda canvas: canvas.step_requested.emit(1),
    Qt.Key.Key_Space: lambda canvas: canvas.play_requested.emit(),
}
