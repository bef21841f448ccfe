"""The log of the selected job: levels, search, live tail, errors, one entry in full.

Shows what `LogFeed` lists and sends intents. Nothing is fetched or filtered here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.models.log_feed import LogFeed
from openeo_desktop.models.log_table import LogTableModel
from openeo_desktop.ui.accounts.back_again import BackAgain
from openeo_desktop.ui.kit.content_stack import LOADING_AFTER_MS, ContentStack
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.log import log_text
from openeo_desktop.ui.log.failure_card import FailureCard
from openeo_desktop.ui.log.log_body import LogBody
from openeo_desktop.ui.log.log_commands import LogCommands
from openeo_desktop.ui.log.log_export_bar import LogExportBar
from openeo_desktop.ui.log.log_header import LogHeader
from openeo_desktop.ui.log.log_options import LogOptions
from openeo_desktop.ui.log.log_states import LogSituation, show_situation
from openeo_desktop.ui.log.log_steps import LogSteps

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.jobs import JobsChanged
    from openeo_desktop.services.logs import LogListing
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn


class LogPane(QWidget):
    """The log pane.

    Signals:
        new_errors(int): Error entries of this log that the person has not had before the eyes.
        node_requested(tuple of str): The node of the process an entry speaks of: ids, innermost
            first.
    """

    new_errors = Signal(int)
    node_requested = Signal(object)

    def __init__(self, services: Services, spawn: Spawn, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("log_pane")
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs = services.jobs
        self._spawn = spawn
        self._settings = settings
        self._job: Job | None = None
        self._listing: LogListing | None = None
        self._error: AppError | None = None
        self._fetched = False
        self._seen_errors = self._told_errors = 0
        self.feed = LogFeed(services.logs, spawn, self)
        self.options = LogOptions(settings, self)
        self.model = LogTableModel(
            services.logs.rows,
            spawn,
            log_text.headers(),
            self.options.cell_text,
            log_text.cell_tool_tip,
            self,
        )
        self._build(services)
        self._connect()
        self._render()

    def set_job(self, key: JobKey | None) -> None:
        """Show the log of another job; answers for the one before are dropped."""
        if key is not None and key.is_provisional:  # there is nothing before it is created
            key = None
        if key == self.feed.key:
            return
        self._job, self._listing, self._error, self._fetched = None, None, None, False
        self._seen_errors = 0
        self.model.clear()
        self.view.follow()
        self.failure.follow(None, 0)
        self.feed.set_job(key)
        self.steps.look()
        if key is not None:
            self._loading.start()
            self._spawn(self._read_job(key), "read the job")
        self._render()
        self._count_errors()

    def show_errors(self) -> None:
        """Filter to the error entries, as the details of a failed job ask for."""
        self.header.set_filter(frozenset((LogLevel.ERROR,)))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_all(self) -> None:
        """Take every filter away."""
        self.header.set_filter(frozenset())

    def refresh(self) -> None:
        """Ask the back-end for new entries now."""
        self.messages.clear()
        self._error = None
        self.feed.refresh()

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.header.find_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.find_bar.search.selectAll()

    def apply_search(self) -> None:
        """Filter and search by what is in the header now."""
        find = self.header.find_bar
        self.feed.set_query(self.header.levels(), find.filter_text())
        self.steps.look()

    def job_title(self) -> str:
        """The title of the job, or its id."""
        return self._job.shown_title if self._job is not None else ""

    def shut_down(self) -> None:
        """The window closes: hear and ask no more."""
        self.feed.close()
        self.steps.finder.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_errors()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._count_errors()

    def _build(self, services: Services) -> None:
        self.header = LogHeader(self)
        self.messages = MessageBar(self)
        self.failure = FailureCard(services.logs, self._spawn, self)
        self.export_bar = LogExportBar(self)
        self.body = LogBody(self.model, self._settings, self)
        self.view, self.detail = self.body.view, self.body.detail
        self.content = ContentStack(self.body, self)
        self.options.attach(self.view)
        self.steps = LogSteps(self, services.logs, self._spawn)
        self.commands = LogCommands(self, services.logs, self._spawn, self._settings)
        self._loading = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        outcomes = (self.feed.failed, self.feed.fetched)
        BackAgain(self.feed, outcomes, services.accounts, self.refresh, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addWidget(self.failure)
        layout.addWidget(self.export_bar)
        layout.addWidget(self.content, 1)

    def _connect(self) -> None:
        self.feed.listed.connect(self._on_listed)
        self.feed.failed.connect(self._on_failed)
        self.feed.fetched.connect(self._on_fetched)
        self.header.changed.connect(self.apply_search)
        self.commands.saving.said.connect(self.messages.show_message)
        self.failure.entry_requested.connect(self.steps.go_to_entry)
        for part in (self.failure, self.detail):
            part.node_requested.connect(self.node_requested)
        self.messages.action_triggered.connect(self.refresh)
        self.content.action_triggered.connect(self._on_empty_action)
        self.view.following_changed.connect(self._on_following_changed)
        self.view.find_requested.connect(self.focus_search)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        self._loading.timeout.connect(self._render)
        forget = self._jobs.changed.connect(self._on_jobs_changed)
        self.destroyed.connect(forget)

    async def _read_job(self, key: JobKey) -> None:
        job = await self._jobs.get(key)
        if key == self.feed.key:
            self._job = job
            self._render()

    def _on_jobs_changed(self, event: JobsChanged) -> None:
        if self.feed.key is not None and self.feed.key in event.upserted:
            self._spawn(self._read_job(self.feed.key), "read the job")

    def _on_listed(self, listing: LogListing) -> None:
        if listing.partial:
            self._show_end(listing)
            return
        self._listing = listing
        self._loading.stop()
        place = self.view.place()
        self.model.set_row_ids(listing.row_ids)
        self.view.return_to(place)
        self.header.set_counts(listing.counts)
        self.steps.follow_listing()
        self._count_errors()
        self._render()

    def _show_end(self, listing: LogListing) -> None:
        """The newest entries at once; whoever looks back waits for the whole, to stay in place."""
        if self.view.following and len(listing.row_ids):
            self.model.give(listing.entries)
            self.model.set_row_ids(listing.row_ids)
            self._loading.stop()
            self._render()

    def _on_failed(self, error: AppError) -> None:
        self._error = error
        self._loading.stop()
        self._render()

    def _on_fetched(self) -> None:
        self._fetched = True
        if self._error is not None:
            self._error = None
            self.messages.clear()
        self._render()

    def _on_following_changed(self) -> None:
        self._count_errors()
        self._say_shown()

    def _on_empty_action(self) -> None:
        if self._total():
            self.show_all()
        else:
            self.refresh()

    def _on_menu_requested(self, at: QPoint) -> None:
        self.commands.menu().popup(self.view.viewport().mapToGlobal(at))

    def _status(self) -> JobStatus | None:
        return self._job.status if self._job else None

    def _total(self) -> int:
        return sum(self._listing.counts.values()) if self._listing else 0

    def _render(self) -> None:
        """Lines, or why there are none."""
        self._say_shown()
        self._sum_up_failure()
        now = LogSituation(
            chosen=self.feed.key is not None,
            shown=self.model.rowCount() or (0 if self._listing else None),
            total=self._total(),
            fetched=self._fetched,
            status=self._status(),
            error=self._error,
        )
        if now.shown is None and now.error is None and self._loading.isActive():
            return  # it is here in a moment: no flicker
        show_situation(self.content, now)
        if now.shown and now.error is not None:
            self.messages.show_message("warning", str(now.error), self.tr("Try again"))

    def _say_shown(self) -> None:
        status = self._status()
        live = status is not None and status.is_active
        shown = self.model.rowCount()
        self.header.set_shown(
            following=live and self.view.following, shown=shown, total=self._total()
        )

    def _sum_up_failure(self) -> None:
        failed = self._status() is JobStatus.ERROR
        errors = self._listing.counts.get(LogLevel.ERROR, 0) if self._listing else 0
        self.failure.follow(self.feed.key if failed else None, errors)

    def _count_errors(self) -> None:
        """Errors count as seen while the pane is open and follows the newest entry."""
        errors = self._listing.counts.get(LogLevel.ERROR, 0) if self._listing else 0
        if self.isVisible() and self.view.following:
            self._seen_errors = errors
        unseen = max(0, errors - self._seen_errors)
        if unseen != self._told_errors:
            self._told_errors = unseen
            self.new_errors.emit(unseen)
