"""Saving the log to a file: where to, as what, which entries; progress, the end, a failure."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.file_names import safe_file_name
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.log_formats import LogFormat
from openeo_desktop.services.log_export import LogExport, export_log
from openeo_desktop.services.logs import LogQuery
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.log.log_export_bar import LogExportBar

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.logs import LogsService
    from openeo_desktop.services.spawner import Spawn

FOLDER_KEY = "log.folder"
FORMAT_KEY = "log.format"


class LogSaving(QObject):
    """One export at a time.

    Signals: `said(str, str)` with a level and a text: it is saved, it was canceled, it failed.
    """

    said = Signal(str, str)

    def __init__(
        self,
        owner: QWidget,
        bar: LogExportBar,
        logs: LogsService,
        spawn: Spawn,
        settings: Settings,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._bar = bar
        self._logs = logs
        self._spawn = spawn
        self._settings = settings
        self._task: asyncio.Task[tuple[str, str]] | None = None
        bar.cancel_requested.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """Whether a log is being saved."""
        return self._task is not None

    def ask(self, key: JobKey, query: LogQuery, title: str) -> None:
        """Ask for a file, then write the entries of this query there."""
        dialog = QFileDialog(self._owner, self.tr("Save the log"))
        dialog.setObjectName("save_log")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {
            LogFormat.TEXT: self.tr("Text (*.txt)"),
            LogFormat.JSON: self.tr("JSON (*.json)"),
            LogFormat.CSV: self.tr("Table, CSV (*.csv)"),
        }
        dialog.setNameFilters(list(filters.values()))
        form = LogFormat.of_name(f".{self._settings.get(FORMAT_KEY, '')}")
        dialog.selectNameFilter(filters[form])
        dialog.setDefaultSuffix(form.value)
        endings = {text: ending for ending, text in filters.items()}
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(endings[text].value))
        dialog.setDirectory(start_folder(self._settings.get(FOLDER_KEY, "")))
        name = safe_file_name(title.replace(".", "_"), fallback="job")
        dialog.selectFile(f"{name} log.{form.value}")
        dialog.fileSelected.connect(
            lambda chosen: self.save(LogExport(key=key, path=Path(chosen), query=query))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, export: LogExport) -> None:
        """Write it now; the folder and the kind of file are remembered."""
        if self._task is not None:
            return
        self._settings.set(FOLDER_KEY, str(export.path.parent))
        self._settings.set(FORMAT_KEY, LogFormat.of_name(export.path.name).value)
        self._bar.begin()
        self._task = self._spawn(self._write(export), "save the log")
        self._task.add_done_callback(self._on_done)

    def cancel(self) -> None:
        """End it; nothing of the file is left."""
        if self._task is not None:
            self._task.cancel()

    async def _write(self, export: LogExport) -> tuple[str, str]:
        """Returns what is to be said: a level and a text."""
        try:
            count = await export_log(self._logs, export, self._bar.set_progress)
        except AppError as error:
            return "error", error.full_text()
        text = self.tr("{count} entries were saved as {path}.")
        return "success", text.format(count=count_text(count), path=export.path)

    def _on_done(self, task: asyncio.Task[tuple[str, str]]) -> None:
        """Also of one that was ended before it began. The next one may begin when this is said."""
        self._task = None
        self._bar.end()
        if task.cancelled():
            self.said.emit("info", self.tr("The log was not saved."))
        elif task.exception() is None:  # else it is a bug, and reported
            self.said.emit(*task.result())
