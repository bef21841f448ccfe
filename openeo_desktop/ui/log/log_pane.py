"""The log of the selected job: levels, search, live tail, errors, one entry in full.

Shows what `LogFeed` lists and sends intents. Nothing is fetched or filtered here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.models.log_feed import LogFeed
from openeo_desktop.models.log_table import LogTableModel
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.selections import selected_ranges
from openeo_desktop.ui.log import log_text
from openeo_desktop.ui.log.log_commands import LogCommands
from openeo_desktop.ui.log.log_detail import LogDetail
from openeo_desktop.ui.log.log_header import LogHeader
from openeo_desktop.ui.log.log_reconnect import LogReconnect
from openeo_desktop.ui.log.log_states import LogSituation, show_situation
from openeo_desktop.ui.log.log_view import LogView

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.jobs import JobsChanged
    from openeo_desktop.services.logs import LogListing
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

DETAIL_KEY = "log.detail"
LOADING_AFTER_MS = 200
# A dock at the bottom is wide and low: there the details stand beside the lines.
BESIDE_FROM = 2.2


class LogPane(QWidget):
    """The log pane.

    Signals:
        new_errors(int): Error entries of this log that the person has not had before the eyes.
    """

    new_errors = Signal(int)

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
        self.model = LogTableModel(
            services.logs.rows,
            spawn,
            log_text.headers(),
            log_text.cell_text,
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
        self.feed.set_job(key)
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
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count_errors()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._count_errors()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() > BESIDE_FROM * self.height()
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._splitter.orientation() is not way:
            self._splitter.setOrientation(way)
            self._place_detail()

    def _build(self, services: Services) -> None:
        self.header = LogHeader(self)
        self.messages = MessageBar(self)
        self.view = LogView(self.model, self)
        self.detail = LogDetail(self)
        self.detail.hide()
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.detail)
        self.content = ContentStack(self._splitter, self)
        self.commands = LogCommands(self, services.logs, self._spawn)
        self._loading = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        LogReconnect(self.feed, services.accounts, self.refresh, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addWidget(self.content, 1)

    def _connect(self) -> None:
        self.feed.listed.connect(self._on_listed)
        self.feed.failed.connect(self._on_failed)
        self.feed.fetched.connect(self._on_fetched)
        self.header.filter_changed.connect(self._on_filter_changed)
        self.messages.action_triggered.connect(self.refresh)
        self.content.action_triggered.connect(self._on_empty_action)
        self.view.following_changed.connect(self._on_following_changed)
        self.view.selection_changed.connect(self._show_detail)
        self.view.row_activated.connect(self._on_row_activated)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        self.model.dataChanged.connect(self._show_detail)
        self.detail.closed.connect(self._on_detail_closed)
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
        first = self._listing is None
        self._listing = listing
        self._loading.stop()
        self.view.delegate.needle = listing.query.text
        self.model.set_row_ids(listing.row_ids)
        self.header.set_counts(listing.counts)
        if first and not self._total() and self._status() is not JobStatus.CREATED:
            # The service tells of new entries only; that there are none is known by asking.
            self.feed.refresh()
        self._count_errors()
        self._render()

    def _show_end(self, listing: LogListing) -> None:
        """The newest entries at once; whoever looks back waits for the whole, to stay in place."""
        if self.view.following and len(listing.row_ids):
            self.view.delegate.needle = listing.query.text
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

    def _on_filter_changed(self, levels: frozenset[LogLevel], text: str) -> None:
        self.feed.set_query(levels, text)

    def _on_following_changed(self) -> None:
        self._count_errors()
        self._say_shown()

    def _on_empty_action(self) -> None:
        if self._total():
            self.show_all()
        else:
            self.refresh()

    def _on_row_activated(self) -> None:
        self._settings.set(DETAIL_KEY, True)
        self._show_detail()

    def _on_detail_closed(self) -> None:
        self._settings.set(DETAIL_KEY, False)
        self.detail.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_menu_requested(self, at: QPoint) -> None:
        self.commands.menu().popup(self.view.viewport().mapToGlobal(at))

    def _show_detail(self) -> None:
        ranges = selected_ranges(self.view)
        single = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
        entry = self.model.value(ranges[0][0]) if single else None
        if entry is not None and self._settings.get(DETAIL_KEY, True):
            self.detail.show_entry(entry)
            if self.detail.isHidden():
                self.detail.show()
                self._place_detail()
        elif not single:
            self.detail.hide()

    def _place_detail(self) -> None:
        sideways = self._splitter.orientation() is Qt.Orientation.Horizontal
        whole = self._splitter.width() if sideways else self._splitter.height()
        part = max(160, whole * 35 // 100) if sideways else max(90, whole * 35 // 100)
        self._splitter.setSizes([whole - part, part])

    def _status(self) -> JobStatus | None:
        return self._job.status if self._job else None

    def _total(self) -> int:
        return sum(self._listing.counts.values()) if self._listing else 0

    def _render(self) -> None:
        """Lines, or why there are none."""
        self._say_shown()
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

    def _count_errors(self) -> None:
        """Errors count as seen while the pane is open and follows the newest entry."""
        errors = self._listing.counts.get(LogLevel.ERROR, 0) if self._listing else 0
        if self.isVisible() and self.view.following:
            self._seen_errors = errors
        unseen = max(0, errors - self._seen_errors)
        if unseen != self._told_errors:
            self._told_errors = unseen
            self.new_errors.emit(unseen)
