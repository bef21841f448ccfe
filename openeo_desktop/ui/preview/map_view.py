"""The map of an opened file: the features of a vector file, or where the layers of a raster lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.words import tr_sentence
from openeo_desktop.preview.values import Opened, RasterFile, Shape, Shapes
from openeo_desktop.ui.kit.empty_state import EmptyState
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.map.feature_map import FeatureMap
from openeo_desktop.ui.map.layer_outlines import outlines
from openeo_desktop.ui.map.map_features import MapFeatures

AT_ONCE = 2_000
"""Shapes that are taken up at once; more of them on a thread, for that takes a while."""


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
        self._calls = BackgroundCalls(self)
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
            self._show(content.shapes, content.total, tr_sentence(content.note))
        elif isinstance(content, RasterFile):
            self._show(outlines(content.layers), 0, "")
        else:
            self._show((), 0, "")

    def clear(self) -> None:
        """Hold no shapes any more."""
        self._calls.drop()
        self.map.show_shapes(())

    def note(self) -> str:
        """What is said under the map, empty if nothing is."""
        return self._note.text()

    def _show(self, shapes: Sequence[Shape], total: int, note: str) -> None:
        self._calls.drop()
        placed = any(np.isfinite(shape.points).all() and len(shape.points) for shape in shapes)
        if not placed:
            self.empty.set_state(
                Icon.MAP,
                self.tr("Nothing to put on a map"),
                visible_text(note) or self.tr("This file does not say where on Earth it lies."),
            )
            self._stack.setCurrentWidget(self.empty)
            return
        if len(shapes) <= AT_ONCE:
            self._put(MapFeatures(shapes), total, note)
            return
        self.empty.set_loading(self.tr("Reading the file…"))
        self._stack.setCurrentWidget(self.empty)
        self._calls.call(
            lambda: MapFeatures(shapes), lambda features: self._put(features, total, note)
        )

    def _put(self, features: MapFeatures, total: int, note: str) -> None:
        self._note.setText(visible_text(note))
        self._note.setVisible(bool(note))
        self._stack.setCurrentWidget(self._page)
        self.map.show_shapes(features.shapes, total=total, features=features)
