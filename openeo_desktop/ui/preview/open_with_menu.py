"""The button or menu «Open with» of a preview of any kind, also of what cannot be shown here.

Knows one file; the entries are those of `open_with`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton

from openeo_desktop.core.errors import StorageError
from openeo_desktop.preview.values import RasterLayer
from openeo_desktop.ui.files.open_files import open_file
from openeo_desktop.ui.preview.open_with import Opening, fill_open_with

Failed = Callable[[StorageError], object]


class OpenWithMenu(QObject):
    """Attributes:
    path: The file; None while it is on the server.
    layer: Tells which variable is looked at.
    """

    def __init__(self, button: QAbstractButton, failed: Failed) -> None:
        super().__init__(button)
        self.path: Path | None = None
        self.layer: Callable[[], RasterLayer | None] = lambda: None
        self._button = button
        self._failed = failed
        self._folder: Path | None = None
        self.menu = QMenu(button)
        self.menu.aboutToShow.connect(self._on_about_to_show)
        if isinstance(button, QToolButton):
            button.setMenu(self.menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _on_about_to_show(self) -> None:
        here = self.path is not None
        opening = Opening(
            (self.path,) if self.path is not None else (),
            "" if here else self.tr("Download it first."),
            self._attempt,
            self._open,
            self._scratch(),
            self.layer(),
        )
        fill_open_with(self.menu, opening)

    def _scratch(self) -> Path:
        """A folder that nobody else can write to; the system clears it away."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="openeo-desktop-"))
        return self._folder

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except StorageError as error:
            self._failed(error)

    def _open(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self._attempt(lambda path=path: open_file(path, self._button))  # type: ignore[misc]
