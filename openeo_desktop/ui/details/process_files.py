"""Saving what the process pane shows: the JSON, and pictures of the graph. Off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.file_names import safe_file_name
from openeo_desktop.core.settings import Settings, write_atomically
from openeo_desktop.ui.details.painted_file import PaintedFile
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.graph.graph_export import Painting
from openeo_desktop.ui.loop.background import BackgroundCalls

FOLDER_KEY = "process/folder"
_TYPES = {"json": "application/json", "svg": "image/svg+xml", "png": "image/png"}


class ProcessFiles(QObject):
    """Asks for a file and writes it; the folder is remembered.

    Signals: `saved(str)` with the file's name; `failed(AppError)`.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._settings = settings
        self._calls = BackgroundCalls(self)

    def ask(self, title: str, kind: str, make: Callable[[], Painting]) -> QFileDialog:
        """Ask where to save; `kind` is json, svg or png; `make` is called when it is known."""
        name = safe_file_name(title.replace(".", "_") or "process", _TYPES[kind], "process")
        name = name if name.endswith(f".{kind}") else f"{name}.{kind}"
        dialog = QFileDialog(self._widget, self.tr("Save the process"))
        dialog.setDirectory(start_folder(self._settings.get(FOLDER_KEY, "")))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(
            self.tr("{kind} files ({pattern})").format(kind=kind.upper(), pattern=f"*.{kind}")
        )
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self._save(path, make))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _save(self, path: str, make: Callable[[], Painting]) -> None:
        self._settings.set(FOLDER_KEY, str(Path(path).parent))
        picture = PaintedFile(make(), self._widget)
        picture.painted.connect(lambda encode: self._write(path, encode))
        picture.failed.connect(self.failed)

    def write(self, path: str, data: bytes) -> None:
        """Write a file; tells that it is there, or why not."""
        self._write(path, lambda: data)

    def _write(self, path: str, make: Callable[[], bytes]) -> None:
        self._calls.call(
            lambda: _write(Path(path), make()),
            lambda saved: self.saved.emit(saved.name),
            self.failed.emit,
        )


def _write(path: Path, data: bytes) -> Path:
    with disk_errors(path):
        write_atomically(path, data)
    return path
