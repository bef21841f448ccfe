"""Saves and copies the picture of a raster view: asks for the file, tells what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.file_names import safe_file_name
from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.preview.raster_export import picture_of, write_png
from openeo_desktop.ui.preview.raster_view import RasterView

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn

FOLDER_KEY = "preview.save_folder"


class RasterSaving(QObject):
    """What is seen, without marks, at the raster's own resolution."""

    def __init__(
        self, view: RasterView, messages: MessageBar, settings: Settings, spawn: Spawn
    ) -> None:
        super().__init__(view)
        self._view = view
        self._messages = messages
        self._settings = settings
        self._spawn = while_there(self, spawn)
        self._calls = BackgroundCalls(self)
        self.title = "raster"

    def copy(self) -> None:
        """The picture to the clipboard."""
        self._spawn(self._copy(), "copy the picture")

    def ask_where(self) -> None:
        """Choose a file; then it is saved."""
        folder = Path(start_folder(self._settings.get(FOLDER_KEY, "")))
        stem = Path(self.title).stem.replace(".", "_")  # a name of a server
        name = safe_file_name(stem, "image/png", "raster")
        dialog = QFileDialog(self._view, self.tr("Save the picture"), str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PNG pictures (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, name: str) -> None:
        """Save it there."""
        self._settings.set(FOLDER_KEY, str(Path(name).parent))
        self._spawn(self._save(Path(name)), "save the picture")

    async def _picture(self) -> QImage | None:
        session = self._view.session
        if session is None:
            return None
        try:
            return await picture_of(session, self._view.canvas.sight.seen())
        except AppError as error:
            self._tell(error)
        return None

    async def _copy(self) -> None:
        image = await self._picture()
        if image is not None:
            QGuiApplication.clipboard().setImage(image)
            self._messages.show_message("success", self.tr("The picture is on the clipboard."))

    async def _save(self, path: Path) -> None:
        image = await self._picture()
        if image is not None:
            done = self.tr("Saved as «{name}».").format(name=path.name)
            self._calls.call(
                lambda: write_png(image, path),
                lambda _done: self._messages.show_message("success", done),
                self._tell,
            )

    def _tell(self, error: AppError) -> None:
        self._messages.show_message("error", f"{error.message} {error.hint}".strip())
