"""A window with the map of one job's result: where it lies as a whole, and where each file does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.footprints import Footprint
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.settings import Settings
from openeo_desktop.preview.values import RasterLayer, Shape
from openeo_desktop.ui.kit.dialog_geometry import remember_geometry, restore_geometry
from openeo_desktop.ui.look.tokens import GROUP_SPACING
from openeo_desktop.ui.map.feature_map import FeatureMap
from openeo_desktop.ui.map.layer_outlines import outlines

GEOMETRY_KEY = "map.window"


class MapWindow(QWidget):
    """Stands beside the main window; Escape closes it.

    Size and place are remembered in the settings; so is the view, while it shows the same places.
    """

    def __init__(self, parent: QWidget | None = None, settings: Settings | None = None) -> None:
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
        self._settings = settings
        self._seen: object = None
        if settings is None or not restore_geometry(self, settings, GEOMETRY_KEY):
            self.resize(920, 600)

    def show_footprints(self, title: str, found: Sequence[Footprint], place: str) -> None:
        """Show where a result lies.

        Args:
            title: Of the job.
            place: Its extent in words.
        """
        if self._is_shown(title, tuple(found)):
            return
        shapes = [self._shape(footprint) for footprint in found]
        files = any(footprint.key for footprint in found)
        whole = [index for index, footprint in enumerate(found) if not footprint.key]
        self.map.show_shapes(shapes, about=place, dashed=frozenset(whole if files else ()))

    def show_layers(self, title: str, layers: Sequence[RasterLayer]) -> None:
        """Show where the layers of a raster file lie."""
        if not self._is_shown(title, tuple(layer.outline for layer in layers)):
            self.map.show_shapes(outlines(layers))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._settings is not None:
            remember_geometry(self, self._settings, GEOMETRY_KEY)
        super().closeEvent(event)

    def _is_shown(self, title: str, places: object) -> bool:
        """Whether it shows that already; it does from now on."""
        self.setWindowTitle(self.tr("{title} – map").format(title=visible_text(title)))
        self.map.canvas.setFocus()
        seen, self._seen = self._seen, (title, places)
        return seen == self._seen

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
