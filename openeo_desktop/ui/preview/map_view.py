"""The map of an opened file: the features of a vector file, or where the layers of a raster lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.preview.values import Opened, RasterFile, RasterLayer, Shape, Shapes
from openeo_desktop.ui.kit.empty_state import EmptyState
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.map.feature_map import FeatureMap


class HasOpened(Protocol):
    """What the map needs of an opened file: what opening it gave."""

    @property
    def opened(self) -> Opened:
        """The file's content."""


class MapView(QWidget):
    """Shows features on the world; what cannot be placed is said in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_view")
        self.map = FeatureMap(self)
        self.empty = EmptyState(Icon.MAP, parent=self)
        self._note = MutedLabel("", self, wrap=True)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LINE_SPACING)
        column.addWidget(self.map, 1)
        column.addWidget(self._note)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        self._page = page

    def show_opened(self, file: HasOpened) -> None:
        """Show a vector file's features, or the outlines of a raster file."""
        self.show_content(file.opened.content)

    def show_content(self, content: object) -> None:
        """Show `Shapes`, or a `RasterFile` by the outlines of its layers."""
        if isinstance(content, Shapes):
            self._show(content.shapes, content.total, content.note)
        elif isinstance(content, RasterFile):
            layers = content.layers
            outlines = [shape for layer in layers if (shape := self._outline(layer)) is not None]
            self._show(outlines, len(outlines), "")
        else:
            self._show((), 0, "")

    def note(self) -> str:
        """What is said under the map, empty if nothing is."""
        return self._note.text()

    def _show(self, shapes: Sequence[Shape], total: int, note: str) -> None:
        placed = any(np.isfinite(shape.points).all() and len(shape.points) for shape in shapes)
        if not placed:
            self.empty.set_state(
                Icon.MAP,
                self.tr("Nothing to put on a map"),
                visible_text(note) or self.tr("This file does not say where on Earth it lies."),
            )
            self._stack.setCurrentWidget(self.empty)
            return
        self._note.setText(visible_text(note))
        self._note.setVisible(bool(note))
        self._stack.setCurrentWidget(self._page)
        self.map.show_shapes(shapes, total=total)

    def _outline(self, layer: RasterLayer) -> Shape | None:
        if len(layer.outline) < 3:
            return None
        name = layer.title or layer.name or self.tr("Outline of the picture")
        facts = {
            "name": name,
            self.tr("Size"): f"{layer.width} × {layer.height}",
            self.tr("Coordinates"): layer.crs_name or layer.crs[:80],
        }
        return Shape("polygon", np.array(layer.outline, dtype=np.float64), (0,), facts)
