"""Two buttons beside a large raster: «Open with», and where the picture lies on the world map."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QToolButton

from openeo_desktop.core.errors import StorageError
from openeo_desktop.preview.values import RasterLayer
from openeo_desktop.ui.files.open_files import open_file
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.map.map_window import MapWindow
from openeo_desktop.ui.preview.open_with import Opening, fill_open_with

if TYPE_CHECKING:
    from openeo_desktop.ui.preview.raster_workbench import RasterWorkbench


class OpenWithTools(QObject):
    """The buttons of one workbench; `set_file` says for which file."""

    def __init__(self, workbench: RasterWorkbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._path: Path | None = None
        self._title = ""
        self._folder: Path | None = None
        self._map_window: MapWindow | None = None
        self.map_button = workbench.add_tool(Icon.MAP, self.tr("Show on the world map"))
        self.map_button.clicked.connect(self.show_map)
        self.button = workbench.add_tool(Icon.OPEN_EXTERNAL, self.tr("Open with"))
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._on_about_to_show)
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        workbench.session_changed.connect(self._on_session_changed)

    def set_file(self, path: Path | None, title: str) -> None:
        """Another file; `path` is None while it is on the server."""
        self._path, self._title = path, title
        self._on_session_changed()

    def show_map(self) -> None:
        """Where the layers of this file lie."""
        session = self._workbench.view.session
        if session is None:
            return
        if self._map_window is None:
            self._map_window = MapWindow(self._workbench.window())
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

    def _on_about_to_show(self) -> None:
        opening = Opening(
            (self._path,) if self._path is not None else (),
            "" if self._path is not None else self.tr("Download it first."),
            self._attempt,
            self._open,
            self._scratch(),
            self._layer(),
        )
        fill_open_with(self.menu, opening)

    def _layer(self) -> RasterLayer | None:
        """The one that is looked at."""
        session = self._workbench.view.session
        return session.file.layers[session.table.layer] if session is not None else None

    def _scratch(self) -> Path:
        """A folder that nobody else can write to; the system clears it away."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="openeo-desktop-"))
        return self._folder

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except StorageError as error:
            self._workbench.show_failure(error)

    def _open(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self._attempt(lambda path=path: open_file(path, self._workbench))  # type: ignore[misc]
