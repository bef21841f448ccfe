"""A window with the map of one job's result: where it lies as a whole, and where each file does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.footprints import Footprint
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.preview.values import RasterLayer, Shape
from openeo_desktop.ui.look.tokens import GROUP_SPACING
from openeo_desktop.ui.map.feature_map import FeatureMap
from openeo_desktop.ui.map.layer_outlines import outlines


class MapWindow(QWidget):
    """Stands beside the main window; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("map_window")
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.map = FeatureMap(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_SPACING, GROUP_SPACING, GROUP_SPACING, GROUP_SPACING)
        layout.addWidget(self.map)
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence(QKeySequence.StandardKey.Close)):
            QShortcut(keys, self).activated.connect(self._on_close_requested)
        self.resize(920, 600)

    def show_footprints(self, title: str, found: Sequence[Footprint], place: str) -> None:
        """Show where a result lies.

        Args:
            title: Of the job.
            place: Its extent in words.
        """
        name = visible_text(title)
        self.setWindowTitle(self.tr("{title} – map").format(title=name))
        shapes = [self._shape(footprint) for footprint in found]
        files = any(footprint.key for footprint in found)
        whole = [index for index, footprint in enumerate(found) if not footprint.key]
        self.map.show_shapes(shapes, about=place, dashed=frozenset(whole if files else ()))
        self.map.canvas.setFocus()

    def show_layers(self, title: str, layers: Sequence[RasterLayer]) -> None:
        """Show where the layers of a raster file lie."""
        self.setWindowTitle(self.tr("{title} – map").format(title=visible_text(title)))
        self.map.show_shapes(outlines(layers))
        self.map.canvas.setFocus()

    def _shape(self, footprint: Footprint) -> Shape:
        points = np.array([place for part in footprint.parts for place in part], dtype=np.float64)
        starts = np.cumsum([0, *(len(part) for part in footprint.parts[:-1])])
        name = footprint.key or self.tr("The whole result")
        return Shape(footprint.kind, points, tuple(int(start) for start in starts), {"name": name})

    def _on_close_requested(self) -> None:
        """Escape first lets go of the chosen shape."""
        if self.map.canvas.current is not None:
            self.map.choose(None)
        else:
            self.close()
