"""The view on a graph: pan, zoom by wheel, pinch and keys, walk along edges with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from openeo_desktop.ui.graph.graph_drawing import sentence
from openeo_desktop.ui.graph.graph_scene import GraphScene
from openeo_desktop.ui.graph.node_item import NodeItem
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.look.tokens import FOCUS_RING

LEAST, MOST = 0.05, 3.0
READABLE = 0.75
"""A graph is first shown whole, but never smaller than this: then it begins at its sources."""
STEP = 1.25
CLICK_PX = 4
_ARROWS = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "result",
}


class GraphView(QGraphicsView):
    """Shows a GraphScene.

    Signals: `opened(int)`: the card with this number was opened (Return, double click); `left()`:
    Backspace; `find_requested()`: Ctrl+F or `/`; `copy_requested()`; `menu_requested(QPoint)` with
    a global point; `zoomed(float)`.
    """

    opened = Signal(int)
    left = Signal()
    find_requested = Signal()
    copy_requested = Signal()
    menu_requested = Signal(QPoint)
    zoomed = Signal(float)

    def __init__(self, scene: GraphScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._graph = scene
        self._pressed = QPoint()
        self._framed = True
        self.setObjectName("graph_view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._keep_timer = QTimer(self, singleShot=True, interval=0)
        self._keep_timer.timeout.connect(self._first_look)
        scene.current_changed.connect(self._on_current_changed)
        self._name()

    @property
    def scale_now(self) -> float:
        """1.0 is the size at which the text is as large as elsewhere in the window."""
        return self.transform().m11()

    def look_anew(self) -> None:
        """Another graph is there: show it whole, or from its sources on."""
        self._framed = False
        self._name()
        self._keep_timer.start()

    def fit(self) -> None:
        """Show the whole graph."""
        self._framed = True
        self.resetTransform()
        rect = self.sceneRect()
        room = self.viewport().size()
        if rect.isEmpty() or room.isEmpty():
            return
        scale = min(room.width() / rect.width(), room.height() / rect.height(), 1.0)
        self._set_scale(max(LEAST, scale))
        self.centerOn(rect.center())

    def zoom(self, factor: float) -> None:
        """Larger or smaller, within limits, around what is under the pointer or the middle."""
        self._framed = True
        scale = min(MOST, max(LEAST, self.scale_now * factor))
        self._set_scale(scale)

    def zoom_in(self) -> None:
        self.zoom(STEP)

    def zoom_out(self) -> None:
        self.zoom(1 / STEP)

    def show_card(self, number: int) -> None:
        """Choose a card and bring it into view, large enough to be read."""
        self._framed = True
        if self.scale_now < READABLE:
            self._set_scale(READABLE)
        self._graph.set_current(number)
        self.ensureVisible(self._graph.box_of(number), 24, 24)

    def reveal(self, number: int) -> None:
        """Bring a card into view as it is, without choosing it."""
        self.ensureVisible(self._graph.box_of(number), 24, 24)

    def _set_scale(self, scale: float) -> None:
        factor = scale / self.scale_now
        self.scale(factor, factor)
        self.zoomed.emit(self.scale_now)

    def _first_look(self) -> None:
        """Once the view has its size: the chosen card stays in view, else all or the beginning."""
        current = self._graph.current
        if current is not None:
            self.ensureVisible(self._graph.box_of(current), 24, 24)
        if self._framed or current is not None or not self.isVisible():
            return
        self.fit()
        self._framed = False
        if self.scale_now < READABLE and self._graph.drawing.cards:
            self.resetTransform()
            self._set_scale(READABLE)
            first = self._graph.neighbour("first")
            box = self._graph.box_of(first or 0)
            self.centerOn(box.left() - 16 + self._room().x(), box.center().y())

    def _room(self) -> QPointF:
        """Half of what is seen, in the drawing's units."""
        size = self.viewport().size() / self.scale_now
        return QPointF(size.width() / 2, size.height() / 2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_timer.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A mouse's wheel zooms; two fingers on a pad pan, and zoom with Ctrl."""
        pad = event.phase() != Qt.ScrollPhase.NoScrollPhase
        if pad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y() or event.pixelDelta().y()
        if turned:
            self.zoom(STEP ** (turned / 120))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Ctrl+F and Ctrl+0 mean the graph while the keyboard is here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            own = controlled and event.key() in (Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
            if own or event.matches(QKeySequence.StandardKey.Find):
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching on a pad (macOS, Wayland)."""
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        at = event.position().toPoint()
        clicked = (at - self._pressed).manhattanLength() < CLICK_PX
        if clicked and event.button() == Qt.MouseButton.LeftButton:
            self._graph.set_current(self._number_at(at))
        self._framed = True

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        if number is not None:
            self._graph.set_current(number)
            self.opened.emit(number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            number = self._number_at(event.pos())
            if number is not None:
                self._graph.set_current(number)
            self.menu_requested.emit(event.globalPos())
            return
        middle = self.viewport().rect().center()
        if self._graph.current is not None:
            box = self._graph.box_of(self._graph.current)
            middle = self.mapFromScene(box.center())
        self.menu_requested.emit(self.viewport().mapToGlobal(middle))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._on_key(event):
            event.accept()
        else:
            event.ignore()

    def _on_key(self, event: QKeyEvent) -> bool:
        key, current = Qt.Key(event.key()), self._graph.current
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Find) or event.text() == "/":
            self.find_requested.emit()
        elif key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            number = self._graph.neighbour(_ARROWS[key])
            if number is not None:
                self.show_card(number)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.opened.emit(current)
        elif key == Qt.Key.Key_Backspace:
            self.left.emit()
        elif key == Qt.Key.Key_Escape and current is not None:
            self._graph.set_current(None)
        else:
            return False
        return True

    def _number_at(self, at: QPoint) -> int | None:
        item = self.itemAt(at)
        return item.number if isinstance(item, NodeItem) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().accent().color(), FOCUS_RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _on_current_changed(self, _card: object) -> None:
        self._name()

    def _name(self) -> None:
        """What a screen reader says: the card that is chosen, or how many there are."""
        card, number = self._graph.current_card, self._graph.current
        count = self._graph.drawing.count
        if card is None or number is None:
            one = self.tr("Process graph with 1 node")
            many = self.tr("Process graph with {n} nodes").format(n=count_text(count))
            self.setAccessibleName(one if count == 1 else many)
        else:
            self.setAccessibleName(sentence(card, number, count))
