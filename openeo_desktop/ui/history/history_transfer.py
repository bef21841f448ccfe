"""Export and import of the history: which jobs, which parts, how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QDateTime, QDir, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.services.history_export import Exported, ExportParts
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.store.history_import import ImportCount
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.card import Card
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

FOLDER_KEY = "window.history_folder"
ALL, SHOWN, SELECTED = "all", "shown", "selected"


class ShownJobs(Protocol):
    """The jobs table, as far as it matters here."""

    @property
    def query(self) -> JobQuery: ...

    def shown_count(self) -> int: ...

    def selected_count(self) -> int: ...

    async def load_selected(self) -> list[Job]: ...


class HistoryTransfer(Card):
    """A card with both ways.

    Signals: `begun()`; `told(level, text)` how it ended; `imported()` the history is another one.
    """

    begun = Signal()
    told = Signal(str, str)
    imported = Signal()

    def __init__(
        self, services: Services, spawn: Spawn, shown: ShownJobs, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._services = services
        self._spawn = spawn
        self._shown = shown
        self._task: asyncio.Task[None] | None = None
        self._closed = False
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._follow()

    # -- doing -----------------------------------------------------------------------------------

    def export_to(self, path: Path) -> None:
        """Write what is chosen to this file."""
        parts = ExportParts(logs=self.with_logs.isChecked(), results=self.with_results.isChecked())
        self._begin(lambda: self._export(path, parts), "export the history")

    def import_from(self, path: Path) -> None:
        """Add what this file holds."""
        self._begin(lambda: self._import(path), "import a history")

    def cancel(self) -> None:
        """End what runs."""
        if self._task is not None:
            self._task.cancel()

    def shut_down(self) -> None:
        """The dialog closes: end what runs, tell nothing any more."""
        self._closed = True
        self.cancel()

    def _begin(self, work: Callable[[], Coroutine[Any, Any, None]], what: str) -> None:
        self.begun.emit()
        self.progress.set_fraction(0.0)
        self._task = self._spawn(self._run(work), what)
        self._task.add_done_callback(self._on_done)
        self._follow()

    async def _run(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await work()
        except AppError as error:
            self.told.emit("error", visible_text(str(error)))

    def _on_done(self, task: asyncio.Task[None]) -> None:
        """Here and not in the coroutine: a task can be cancelled before it has begun."""
        self._task = None
        if self._closed:
            return
        if task.cancelled():
            self.told.emit("info", self.tr("Cancelled."))
        self._follow()

    async def _export(self, path: Path, parts: ExportParts) -> None:
        which = await self._which()
        export = self._services.history_export.export
        done = await export(path, which, parts, self._on_progress)
        self.told.emit("success", self._exported(done))

    async def _which(self) -> JobQuery | Sequence[JobKey]:
        chosen = self.which.currentData()
        if chosen == SHOWN:
            return self._shown.query
        if chosen == SELECTED:
            return [job.key for job in await self._shown.load_selected()]
        return JobQuery()

    async def _import(self, path: Path) -> None:
        done = await self._services.history_import.load(path, self._on_progress)
        self.told.emit("warning" if done.skipped else "success", self._imported(done))
        self.imported.emit()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.set_fraction(done / total if total else None)

    def _exported(self, done: Exported) -> str:
        words = (
            self.tr("1 job exported to {1}.")
            if done.jobs == 1
            else self.tr("{0} jobs exported to {1}.")
        )
        return words.format(count_text(done.jobs), visible_text(done.path.name))

    def _imported(self, done: ImportCount) -> str:
        text = self.tr("Jobs: {0} added, {1} completed, {2} known already.").format(
            count_text(done.added), count_text(done.updated), count_text(done.unchanged)
        )
        if done.skipped:
            words = self.tr("What could not be read of the file: {0} jobs.")
            text += " " + words.format(count_text(done.skipped))
        return text

    # -- files -----------------------------------------------------------------------------------

    def choose_target(self) -> None:
        """Ask where to."""
        dialog = self._file_dialog(self.tr("Export the history"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        today = QDateTime.currentDateTime().toString("yyyy-MM-dd")
        dialog.selectFile(QDir(dialog.directory()).filePath(f"openeo-history-{today}.json"))
        dialog.fileSelected.connect(lambda path: self.export_to(self._chosen(path)))
        dialog.open()

    def choose_source(self) -> None:
        """Ask where from."""
        dialog = self._file_dialog(self.tr("Import a history"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.import_from(self._chosen(path)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        folder = start_folder(self._services.settings.get(FOLDER_KEY, ""))
        dialog = QFileDialog(self, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("JSON files (*.json)"), self.tr("All files (*)")])
        return dialog

    def _chosen(self, path: str) -> Path:
        self._services.settings.set(FOLDER_KEY, str(Path(path).parent))
        return Path(path)

    # -- widgets ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.heading = plain_label(self.tr("Into a file and back"), self)
        self.which = QComboBox(self)
        self.which.setObjectName("whichJobs")
        self.which.setAccessibleName(self.tr("Which jobs are exported"))
        self.which.addItem(self.tr("All jobs"), ALL)
        shown, selected = self._shown.shown_count(), self._shown.selected_count()
        self.which.addItem(self.tr("The jobs in the table ({0})").format(count_text(shown)), SHOWN)
        self.which.addItem(
            self.tr("The selected jobs ({0})").format(count_text(selected)), SELECTED
        )
        self.with_logs = QCheckBox(self.tr("with lo&gs"), self)
        self.with_results = QCheckBox(self.tr("with result &metadata"), self)
        for box in (self.with_logs, self.with_results):
            box.setChecked(True)
        self.export_button = outlined_button(self.tr("&Export…"), Icon.EXPORT, self)
        self.export_button.setObjectName("exportButton")
        self.import_button = outlined_button(self.tr("&Import…"), Icon.FOLDER_OPEN, self)
        self.import_button.setObjectName("importButton")
        self.cancel_button = outlined_button(self.tr("Cancel"), None, self)
        self.cancel_button.setObjectName("cancelTransferButton")
        self.progress = ProgressBar(self)

    def _lay_out(self) -> None:
        self.heading.setFont(fonts.strong_font())
        self.body.setSpacing(GROUP_SPACING)
        self.body.addWidget(self.heading)
        choices = QHBoxLayout()
        choices.setSpacing(16)
        for widget in (self.which, self.with_logs, self.with_results):
            choices.addWidget(widget)
        choices.addStretch(1)
        self.body.addLayout(choices)
        words = self.tr(
            "For safe-keeping, for another computer, or for a program of your own: plain JSON, "
            "without passwords. Importing adds what is missing and overwrites nothing newer."
        )
        self.body.addWidget(MutedLabel(words, self, wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.progress, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(0)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.export_button.clicked.connect(self.choose_target)
        self.import_button.clicked.connect(self.choose_source)
        self.cancel_button.clicked.connect(self.cancel)
        self.which.currentIndexChanged.connect(self._follow)

    def _follow(self) -> None:
        busy = self._task is not None
        empty = self.which.currentData() == SELECTED and not self._shown.selected_count()
        for widget in (self.which, self.with_logs, self.with_results, self.import_button):
            widget.setEnabled(not busy)
        self.export_button.setEnabled(not busy and not empty)
        self.export_button.setToolTip(self.tr("Select jobs in the table first.") if empty else "")
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
