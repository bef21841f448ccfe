"""Two buttons beside a large raster: «Open with», and where the picture lies on the world map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from openeo_desktop.preview.values import RasterLayer
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.map.map_window import MapWindow
from openeo_desktop.ui.preview.open_with_menu import OpenWithMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from openeo_desktop.core.settings import Settings
    from openeo_desktop.ui.preview.raster_workbench import RasterWorkbench


class OpenWithTools(QObject):
    """The buttons of one workbench; `set_file` says for which file."""

    def __init__(self, workbench: RasterWorkbench, settings: Settings) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._settings = settings
        self._title = ""
        self._map_window: MapWindow | None = None
        self.map_button = workbench.add_tool(Icon.MAP, self.tr("Show on the world map"))
        self.map_button.clicked.connect(self.show_map)
        self.button = workbench.add_tool(Icon.OPEN_EXTERNAL, self.tr("Open with"))
        self._with = OpenWithMenu(self.button, workbench.show_failure)
        self._with.layer = self._layer
        workbench.session_changed.connect(self._on_session_changed)

    @property
    def menu(self) -> QMenu:
        """What «Open with» offers; filled when it is about to be shown."""
        return self._with.menu

    def set_file(self, path: Path | None, title: str) -> None:
        """Another file; `path` is None while it is on the server."""
        self._with.path, self._title = path, title
        self._on_session_changed()

    def show_map(self) -> None:
        """Where the layers of this file lie."""
        session = self._workbench.view.session
        if session is None:
            return
        if self._map_window is None:
            self._map_window = MapWindow(self._workbench.window(), self._settings)
        self._map_window.show_layers(self._title, session.file.layers)
        self._map_window.show()
        self._map_window.raise_()
        self._map_window.activateWindow()

    def _on_session_changed(self) -> None:
        session = self._workbench.view.session
        placed = session is not None and any(layer.outline for layer in session.file.layers)
        self.map_button.setEnabled(placed)
        words = self.tr("Show on the world map")
        why = self.tr("This file does not say where on Earth it lies.")
        self.map_button.setToolTip(words if placed else why)

    def _layer(self) -> RasterLayer | None:
        """The one that is looked at."""
        session = self._workbench.view.session
        return session.file.layers[session.table.layer] if session is not None else None
