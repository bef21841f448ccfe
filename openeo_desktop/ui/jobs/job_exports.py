"""What a person takes away of jobs: ids, code, process graphs, a link, the web editor.

Nothing here changes a job. Rules are in `job_rules` and `web_editor`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from openeo_desktop.core.app_links import job_link
from openeo_desktop.core.errors import AppError, NotFoundError
from openeo_desktop.core.formatting import format_moment, visible_text
from openeo_desktop.core.javascript_code import javascript_code
from openeo_desktop.core.job_code import CodeLanguage
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.python_code import python_code
from openeo_desktop.core.r_code import r_code
from openeo_desktop.core.times import utc_now
from openeo_desktop.services.job_processes import job_with_process
from openeo_desktop.services.result_shares import ResultShare, share_results
from openeo_desktop.services.spawner import Spawn, raising
from openeo_desktop.ui.accounts.web_pages import open_page
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.jobs.confirm import ask
from openeo_desktop.ui.jobs.copy_questions import editor_question, share_question
from openeo_desktop.ui.jobs.exported_graphs import Exported, graph_file_name, write_graphs
from openeo_desktop.ui.jobs.read_process import read_process
from openeo_desktop.ui.jobs.web_editor import editor_address, why_no_editor
from openeo_desktop.ui.kit.late_progress import LateProgress
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.loop.background import BackgroundCalls

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

FOLDER_KEY = "jobs.export_folder"
EXPORT = "export the job"
_WRITERS = {
    CodeLanguage.PYTHON: python_code,
    CodeLanguage.R: r_code,
    CodeLanguage.JAVASCRIPT: javascript_code,
}
_INSTALL = {
    CodeLanguage.PYTHON: "pip install openeo",
    CodeLanguage.R: 'install.packages("openeo")',
    CodeLanguage.JAVASCRIPT: "npm install @openeo/js-client",
}


class JobExports(QObject):
    """Signals: `noticed(str)`, a short word on what was done."""

    noticed = Signal(str)

    def __init__(self, services: Services, spawn: Spawn, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        self._calls = BackgroundCalls(self)

    def copy_ids(self, jobs: Sequence[Job]) -> None:
        """One id a line."""
        copy_to_clipboard("\n".join(job.id for job in jobs))
        if len(jobs) == 1:
            self.noticed.emit(self.tr("The job ID was copied."))
        elif jobs:
            self.noticed.emit(self.tr("{count} job IDs were copied.").format(count=len(jobs)))

    def copy_links(self, jobs: Sequence[Job]) -> None:
        """One link a line, for whoever has an account there and the job in the list."""
        accounts = self._services.accounts
        pairs = [(accounts.account(job.account_id), job) for job in jobs]
        links = [job_link(account, job) for account, job in pairs if account is not None]
        copy_to_clipboard("\n".join(links))
        if len(links) == 1:
            self.noticed.emit(self.tr("The link was copied. It selects the job in openEO Desktop."))
        elif links:
            self.noticed.emit(self.tr("{count} links were copied.").format(count=len(links)))

    # -- Code ----------------------------------------------------------------------------------

    def copy_code(self, language: CodeLanguage, jobs: Sequence[Job]) -> None:
        """The job as a script for the openEO client of a language, on the clipboard."""
        for job in jobs[:1]:
            self._spawn(self._copy_code(language, job), "copy the job as code")

    async def _copy_code(self, language: CodeLanguage, job: Job) -> None:
        account = self._services.accounts.account(job.account_id)
        if account is None:
            raise NotFoundError(
                "The account of this job is no longer there.", "Export the process graph instead."
            )
        whole = await read_process(self._services.jobs, job.key, self.noticed.emit)
        write = _WRITERS[language]
        done = partial(self._on_code, language)
        self._calls.call(lambda: write(whole, account), done, self._fail_code)

    def _on_code(self, language: CodeLanguage, code: str) -> None:
        copy_to_clipboard(code)
        text = self.tr("The {language} code was copied. It needs «{install}».")
        self.noticed.emit(text.format(language=language, install=_INSTALL[language]))

    def _fail_code(self, error: AppError) -> None:
        self._spawn(raising(error), "copy the job as code")

    # -- Process graphs ------------------------------------------------------------------------

    def export_graphs(self, jobs: Sequence[Job]) -> None:
        """One into a file, several into a folder, one file each."""
        if len(jobs) == 1:
            self._ask_file(jobs[0])
        elif jobs:
            self._ask_folder(jobs)

    def _ask_file(self, job: Job) -> None:
        folder = start_folder(self._services.settings.get(FOLDER_KEY, ""))
        dialog = QFileDialog(self._window, self.tr("Export the process graph"), folder)
        dialog.setObjectName("exportGraphDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("JSON files (*.json)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(graph_file_name(job))
        dialog.fileSelected.connect(lambda path: self.export_to_file(job, Path(path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_folder(self, jobs: Sequence[Job]) -> None:
        folder = start_folder(self._services.settings.get(FOLDER_KEY, ""))
        dialog = QFileDialog(self._window, self.tr("Export process graphs into a folder"), folder)
        dialog.setObjectName("exportGraphsDialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.export_into(jobs, Path(path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def export_to_file(self, job: Job, path: Path) -> None:
        """Write one process graph; what was there is replaced, as the file dialog has asked."""
        self._export([job], path.parent, path.name)

    def export_into(self, jobs: Sequence[Job], folder: Path) -> None:
        """Write each process graph to a file of its own; nothing is replaced."""
        self._export(jobs, folder, "")

    def _export(self, jobs: Sequence[Job], folder: Path, name: str) -> None:
        self._services.settings.set(FOLDER_KEY, str(folder))
        progress = LateProgress(self.tr("Export process graphs"), len(jobs), self._window)
        task = self._spawn(self._read_and_write(jobs, folder, name, progress), EXPORT)
        task.add_done_callback(lambda _task: progress.end())
        progress.canceled.connect(task.cancel)
        progress.canceled.connect(self._on_canceled)

    def _on_canceled(self) -> None:
        self.noticed.emit(self.tr("The export was cancelled. Nothing was saved."))

    async def _read_and_write(
        self, jobs: Sequence[Job], folder: Path, name: str, progress: LateProgress
    ) -> None:
        """What can be read is written, even if some process is not known."""
        found: list[Job] = []
        failed: AppError | None = None
        for done, job in enumerate(jobs):
            text = self.tr("Reading the processes: {done} of {total} jobs")
            counts = {"done": count_text(done), "total": count_text(len(jobs))}
            progress.set_done(done, text.format(**counts))
            try:
                found.append(await job_with_process(self._services.jobs, job.key))
            except AppError as error:
                error.subject = job.shown_title
                failed = failed or error
        if found:
            work = partial(write_graphs, found, folder, name)
            self._calls.call(work, lambda done: self._tell_exported(done, len(jobs)), self._fail)
        if failed is not None:
            raise failed

    def _tell_exported(self, exported: Exported, wanted: int) -> None:
        if wanted == 1:
            name = visible_text(exported.paths[0].name)
            self.noticed.emit(self.tr("Saved as {name}.").format(name=name))
            return
        text = self.tr("{count} of {all} process graphs were saved in {folder}.")
        folder = visible_text(exported.paths[0].parent.name)
        self.noticed.emit(text.format(count=len(exported.paths), all=wanted, folder=folder))

    # -- Links ---------------------------------------------------------------------------------

    def share(self, jobs: Sequence[Job]) -> None:
        """Copy the link by which anybody can read the results, after saying so."""
        if jobs:
            ask(self._window, share_question(jobs[0]), partial(self._share_now, jobs[0]))

    def _share_now(self, job: Job) -> None:
        self._spawn(self._share(job), "copy a link to the results")

    async def _share(self, job: Job) -> None:
        share = await share_results(self._services.results, job.key)
        copy_to_clipboard(share.url)
        self.noticed.emit(self._shared_text(share))

    def _shared_text(self, share: ResultShare) -> str:
        if share.expires is None:
            return self.tr("The link was copied.")
        until = format_moment(share.expires, utc_now())
        return self.tr("The link was copied. It is good until {time}.").format(time=until)

    def open_web_editor(self, jobs: Sequence[Job]) -> None:
        """The official web editor with this back-end, after the host was shown."""
        account = self._services.accounts.account(jobs[0].account_id) if jobs else None
        if account is not None and not why_no_editor(account):
            question = editor_question(jobs[0], account)
            ask(self._window, question, partial(self._open, jobs[0], editor_address(account)))

    def _open(self, job: Job, address: str) -> None:
        copy_to_clipboard(job.id)
        if not open_page(address):
            self.noticed.emit(self.tr("No browser could be opened."))

    def _fail(self, error: AppError) -> None:
        self._spawn(raising(error), EXPORT)
