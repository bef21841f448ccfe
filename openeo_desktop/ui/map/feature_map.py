"""A map with its tools: zoom, walking through the shapes, what the chosen one holds, the place
under the pointer. Knows shapes; where they come from is its user's business."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.preview.values import Shape
from openeo_desktop.ui.kit.buttons import action_button
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.map.feature_panel import FeaturePanel
from openeo_desktop.ui.map.feature_texts import count_line, feature_line, feature_title
from openeo_desktop.ui.map.graticule import place_text
from openeo_desktop.ui.map.map_canvas import MapCanvas
from openeo_desktop.ui.map.map_features import MapFeatures
from openeo_desktop.ui.map.map_viewport import Extent

PANEL_WIDTH, PANEL_HEIGHT = 280, 150
_BESIDE_FROM = 640
"""Width in pixels from which the properties stand beside the map, not under it."""


class FeatureMap(QWidget):
    """The map, its bar, its line of words, and the panel of the chosen shape.

    Signals: `chosen(object)`: index of the shape that is chosen now, or None.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = MapCanvas(self)
        self.panel = FeaturePanel(self)
        self.panel.hide()
        self._count = MutedLabel("", self)
        self._under = ElidedLabel("", self, muted=True)
        self._place = MutedLabel("", self)
        self._place.setFont(fonts.tabular_font(fonts.small_font()))
        self._about = ""
        self._build_actions()
        self._lay_out()
        self.canvas.hovered.connect(self._on_hovered)
        self.canvas.pointed.connect(self._on_pointed)
        self.canvas.chosen.connect(self.choose)
        self.canvas.stepped.connect(self.step)
        self.panel.close_requested.connect(self._on_close_requested)

    def show_shapes(
        self,
        shapes: Sequence[Shape],
        *,
        total: int = 0,
        about: str = "",
        dashed: frozenset[int] = frozenset(),
        features: MapFeatures | None = None,
    ) -> None:
        """Show these, all in view.

        Args:
            total: How many the file has, if some were left out.
            about: Stands under the map while the pointer is over nothing.
            dashed: Indexes of those that are outlines only.
            features: Made of the shapes already, where there are so many that it takes a while.
        """
        self._about = about
        self.canvas.set_features(features or MapFeatures(shapes), dashed)
        self._count.setText(count_line(len(shapes), total))
        self._count.setVisible(bool(shapes))
        self._show_panel(None)
        self._on_hovered(None)
        for action in (self.next, self.previous):
            action.setEnabled(bool(shapes))
        self.canvas.setAccessibleName(self.tr("Map"))
        self.canvas.setAccessibleDescription(". ".join(filter(None, (self._count.text(), about))))

    def show_extent(self, extent: Extent) -> None:
        """Bring this part of the world into view."""
        self.canvas.fit_extent(extent)

    def choose(self, index: int | None) -> None:
        """Make this shape the chosen one; None: none of them."""
        self.canvas.set_current(index)
        self._show_panel(index)
        self.chosen.emit(index)

    def step(self, by: int) -> None:
        """The next shape (1) or the one before (-1), around the end."""
        count = len(self.canvas.features)
        if not count:
            return
        now = self.canvas.current
        index = (0 if by > 0 else count - 1) if now is None else (now + by) % count
        self.choose(index)
        self.canvas.reveal(index)

    def _show_panel(self, index: int | None) -> None:
        features = self.canvas.features
        if index is None or index >= len(features):
            self.panel.hide()
            self.canvas.setAccessibleName(self.tr("Map"))
            return
        shape = features.shapes[index]
        self.panel.show_shape(shape, index, features.extent_of(index))
        self.panel.show()
        words = self.tr("Map, {number} of {count}: {name}").format(
            number=count_text(index + 1),
            count=count_text(len(features)),
            name=feature_title(shape, index),
        )
        self.canvas.setAccessibleName(words)

    def _build_actions(self) -> None:
        self.previous = self._action(self.tr("Previous feature"), Icon.CARET_UP)
        self.previous.triggered.connect(lambda: self.step(-1))
        self.previous.setToolTip(self.tr("Previous feature (Page Up)"))
        self.next = self._action(self.tr("Next feature"), Icon.CARET_DOWN)
        self.next.triggered.connect(lambda: self.step(1))
        self.next.setToolTip(self.tr("Next feature (Page Down)"))
        self.zoom_out = self._action(self.tr("Smaller"), Icon.ZOOM_OUT, "Ctrl+-")
        self.zoom_out.triggered.connect(self.canvas.zoom_out)
        self.zoom_in = self._action(self.tr("Larger"), Icon.ZOOM_IN, "Ctrl++")
        self.zoom_in.triggered.connect(self.canvas.zoom_in)
        self.fit = self._action(self.tr("Show everything"), Icon.FIT, "Ctrl+0")
        self.fit.triggered.connect(self.canvas.fit)
        self.copy = QAction(self.tr("Copy the properties"), self)
        self.copy.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy.triggered.connect(self.panel.copy)
        self.canvas.addAction(self.copy)

    def _action(self, text: str, name: Icon, keys: str = "") -> QAction:
        action = QAction(icon(name), text, self)
        if keys:
            action.setShortcut(keys)
            action.setToolTip(f"{text} ({action.shortcut().toString()})")
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(LINE_SPACING)
        bar.addWidget(self._count)
        bar.addStretch()
        for action in (self.previous, self.next, self.zoom_out, self.zoom_in, self.fit):
            bar.addWidget(action_button(action, self, icon_only=True))
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.canvas, 1)
        self._middle.addWidget(self.panel)
        line = QHBoxLayout()
        line.addWidget(self._under, 1)
        line.addWidget(self._place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addLayout(bar)
        layout.addLayout(self._middle, 1)
        layout.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        direction = QBoxLayout.Direction
        self._middle.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        most = 16_777_215
        self.panel.setMinimumWidth(PANEL_WIDTH if beside else 0)
        self.panel.setMaximumWidth(PANEL_WIDTH if beside else most)
        self.panel.setMaximumHeight(most if beside else PANEL_HEIGHT)

    def _on_hovered(self, index: int | None) -> None:
        shapes = self.canvas.features.shapes
        self._under.setText(self._about if index is None else feature_line(shapes[index], index))

    def _on_pointed(self, place: tuple[float, float] | None) -> None:
        scale = self.canvas.viewport.scale
        self._place.setText(place_text(*place, scale) if place is not None else "")

    def _on_close_requested(self) -> None:
        self.choose(None)
        self.canvas.setFocus()
