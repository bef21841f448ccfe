"""The palette of the main window: its menus and the jobs of the history behind Ctrl+K.

Jobs are asked for as the table asks, and only the first few are ever read.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.job_query import JobQuery, SortField
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.times import utc_now
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.palette.commands import Command, menu_commands, view_commands
from openeo_desktop.ui.palette.palette_rows import PaletteRow, job_row, palette_rows

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.palette.command_palette import CommandPalette
    from openeo_desktop.ui.window.main_window import MainWindow

log = logging.getLogger(__name__)
RECENT_KEY = "palette.recent"
MAX_RECENT = 5
MAX_JOBS, MAX_LATEST = 12, 4


class WindowPalette(QObject):
    """Made with the window; the frame itself is made at the first opening."""

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        window: MainWindow,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        self._action = window.actions_.palette
        self._now = now
        self._frame: CommandPalette | None = None
        self._commands: list[Command] = []
        self._views = QObject(self)
        self._jobs: list[PaletteRow] = []
        self._text = ""
        self._finding = False
        self._action.triggered.connect(self.toggle)
        window.actions_.shortcuts.triggered.connect(window.dialogs.open_shortcuts)
        window.search.installEventFilter(self)

    @property
    def frame(self) -> CommandPalette:
        """The frame, whether it is shown or not; its parts are not imported before it is wanted."""
        from openeo_desktop.ui.palette.command_palette import CommandPalette

        if self._frame is None:
            self._frame = CommandPalette(self._window, self._action.shortcuts())
            self._frame.typed.connect(self._on_typed)
            self._frame.chosen.connect(self._on_chosen)
        return self._frame

    def toggle(self) -> None:
        """Open it, or close it where it is open."""
        if self.frame.isVisible():
            self.frame.close_palette()
            return
        found = menu_commands(self._window.menuBar())
        self._commands = [command for command in found if command.action is not self._action]
        self._commands += self._view_commands()
        self._jobs = []
        self.frame.open_palette()

    def _view_commands(self) -> list[Command]:
        self._views.deleteLater()
        self._views = QObject(self)
        views = self._window.jobs_pane.viewing.views.all()
        return view_commands(views, self._window.navigation_pane.go_to, self._views)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """«Delete to the end of the line» is Ctrl+K in fields of Linux and macOS."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if pressed in self._action.shortcuts():
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def recent(self) -> list[str]:
        """Names of the commands that were used last here, the latest first."""
        kept: list[object] = self._services.settings.get(RECENT_KEY, [])
        return [name for name in kept if isinstance(name, str)][:MAX_RECENT]

    def _on_typed(self, text: str) -> None:
        """Commands at once; of the jobs those that surely fit stay until all are found."""
        self._text = text
        wanted = text.strip().casefold()
        self._jobs = [row for row in self._jobs if wanted and wanted in row.text.casefold()]
        self._show()
        self._spawn(self._find_jobs(), "find jobs for the command palette")

    def _show(self) -> None:
        rows = palette_rows(self._text, self._commands, self.recent(), self._jobs)
        self.frame.show_rows(rows)

    async def _find_jobs(self) -> None:
        """One question at a time; what was typed meanwhile is asked next, the rest never."""
        if self._finding:
            return
        self._finding = True
        try:
            found = None
            while found != self._text:
                found = self._text
                await self._find(found)
        finally:
            self._finding = False

    async def _find(self, text: str) -> None:
        query = JobQuery(text=text.strip(), sort=SortField.UPDATED, descending=True)
        try:
            listing = await self._services.jobs.listing(query, hurry=True)
            ids = list(listing.row_ids[: MAX_JOBS if text.strip() else MAX_LATEST])
            jobs = await self._services.jobs.rows(ids) if text == self._text else {}
        except AppError as error:  # the table says what is wrong with the history
            log.info("No jobs in the command palette: %s", error.message)
            return
        if text == self._text and self.frame.isVisible():
            found = [jobs[row_id] for row_id in ids if row_id in jobs]
            self._jobs = [job_row(job, text, self._back_end, self._now()) for job in found]
            self._show()

    def _back_end(self, job: Job) -> str:
        account = self._services.accounts.account(job.account_id)
        return account.title if account else ""

    def _on_chosen(self, row: PaletteRow) -> None:
        if row.job is not None:
            self._window.select_job(row.job)
        elif row.command is not None:
            names = [row.command.name, *(n for n in self.recent() if n != row.command.name)]
            self._services.settings.set(RECENT_KEY, names[:MAX_RECENT])
            row.command.action.trigger()
