"""All downloads, grouped by job: progress, state, and what can be done with them.

Shows `DownloadsTableModel`, sends intents to the service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.models.download_rows import DownloadColumn
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.ui.downloads import downloads_text
from openeo_desktop.ui.downloads.downloads_actions import DownloadsActions
from openeo_desktop.ui.downloads.downloads_bar import DownloadsBar
from openeo_desktop.ui.downloads.downloads_columns import WIDTHS, DownloadsColumns
from openeo_desktop.ui.downloads.downloads_view import DownloadsView
from openeo_desktop.ui.downloads.dragged_downloads import DraggedDownloads
from openeo_desktop.ui.downloads.folded_jobs import FoldedJobs
from openeo_desktop.ui.downloads.queue_actions import QueueActions
from openeo_desktop.ui.downloads.removed_rows import RemovedRows
from openeo_desktop.ui.downloads.task_bar import TaskBar
from openeo_desktop.ui.files.file_handling import FileHandling
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.selections import selected_ranges
from openeo_desktop.ui.kit.table_state import remember_columns
from openeo_desktop.ui.look.icons import Icon

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.download_queue import DownloadsChanged
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

COLUMNS_KEY = "downloads.columns.grouped"
TICK_MS = 1000


class DownloadsPane(QWidget):
    """The downloads pane.

    Signals:
        open_count_changed(int): Files still to come, for the tab's count.
        job_requested(JobKey): The person wants to see the job of a file.
    """

    open_count_changed = Signal(int)
    job_requested = Signal(object)

    def __init__(self, services: Services, spawn: Spawn, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("downloads_pane")
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._service = services.downloads
        self._accounts = services.accounts
        self._spawn = spawn
        self._open_count = -1
        self.model = DownloadsTableModel(
            downloads_text.headers(),
            downloads_text.cell_text,
            downloads_text.cell_tool_tip,
            self._back_end_of,
            self,
        )
        self._make_parts(settings)
        self._lay_out()
        self._connect()
        self.model.set_downloads(self._service.all())
        self._render()

    @property
    def open_count(self) -> int:
        """Files still to come."""
        return max(0, self._open_count)

    def select(self, download_id: DownloadId) -> None:
        """Choose a row and bring it into view; its job is opened for that."""
        download = self.model.queue.downloads.get(download_id)
        if download is None:
            return
        self.model.set_collapsed(download.job, collapsed=False)
        if not self.model.queue.is_shown(download):
            self.bar.show_all()
        row = self.model.row_of(download_id)
        if row is not None:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def chosen(self) -> list[Download]:
        """The selected downloads, in order; a selected job stands for its files."""
        return self.model.downloads_in(selected_ranges(self.table))

    def clear_finished(self) -> None:
        """Take finished files off the list; the files stay."""
        done = [d.id for d in self.model.queue.downloads.values() if d.state is DownloadState.DONE]
        self.removed.remove(done)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pace()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pace()

    def _make_parts(self, settings: Settings) -> None:
        service, spawn, model = self._service, self._spawn, self.model
        self.messages = MessageBar(self)
        self.files = FileHandling(self, self.messages)
        self.actions_ = DownloadsActions(self, service, model, spawn, self.files)
        self.queue_actions = QueueActions(self, service, spawn, settings)
        self.bar = DownloadsBar(self.actions_, self.queue_actions, self)
        self.table = self._make_table(settings)
        self.content = ContentStack(self.table, self)
        self.removed = RemovedRows(self, service, model, spawn)
        self.dragged = DraggedDownloads(service, model, spawn, self.messages)
        self._folded = FoldedJobs(model, settings, self)
        self._task_bar = TaskBar(model.queue, self)
        self._tick = QTimer(self, interval=TICK_MS)

    def _make_table(self, settings: Settings) -> DownloadsView:
        table = DownloadsView(self.model, self)
        table.setObjectName("downloads_table")
        table.setAccessibleName(self.tr("Downloads"))
        table.set_stretch_column(DownloadColumn.FILE)
        table.set_required_columns([DownloadColumn.FILE])
        table.set_column_widths(WIDTHS)
        remember_columns(table, settings, COLUMNS_KEY)
        self._columns = DownloadsColumns(table, self.model)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.addActions(self.actions_.all())
        return table

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.messages)
        layout.addWidget(self.content, 1)

    def _connect(self) -> None:
        table, actions = self.table, self.actions_
        self.destroyed.connect(self._service.changed.connect(self._on_changed))
        self.destroyed.connect(self._accounts.changed.connect(self._on_accounts_changed))
        actions.job_requested.connect(self.job_requested)
        actions.remove_requested.connect(self.removed.remove)
        self.removed.changed.connect(self._render)
        self.bar.clear_requested.connect(self.clear_finished)
        self.bar.filter_changed.connect(self._on_filter_changed)
        self.content.action_triggered.connect(self.bar.show_all)
        table.row_activated.connect(lambda index: self._on_activated(index.row()))
        table.space_pressed.connect(actions.toggle)
        table.delete_pressed.connect(actions.discard)
        table.folded.connect(self._folded.fold)
        table.drag_began.connect(lambda: self.dragged.ask_for(self.chosen()))
        table.customContextMenuRequested.connect(self._on_menu_requested)
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._tick.timeout.connect(self._on_tick)

    def _back_end_of(self, account_id: AccountId) -> str:
        account = self._accounts.account(account_id)
        return account.title if account is not None else ""

    def _on_changed(self, event: DownloadsChanged) -> None:
        if event.reordered:
            self.model.set_downloads(self._service.all())
        else:
            self.model.apply(event.upserted, event.removed)
        self.dragged.follow()
        self.files.follow()
        self.actions_.set_chosen(self.chosen())
        self._render()

    def _on_accounts_changed(self, _change: object) -> None:
        self.model.rename_back_ends()

    def _on_activated(self, row: int) -> None:
        if self.table.is_group(row):
            self.table.toggle_fold(row)
        else:
            self.actions_.activate()

    def _on_selection_changed(self) -> None:
        self.actions_.set_chosen(self.chosen())

    def _on_menu_requested(self, at: QPoint) -> None:
        self.actions_.menu(self).popup(self.table.viewport().mapToGlobal(at))

    def _on_filter_changed(self) -> None:
        self.model.set_filter(self.bar.states())
        self.actions_.set_chosen(self.chosen())
        self._render()

    def _on_tick(self) -> None:
        """Only what counts down by itself: the rows that wait for their next try."""
        self.model.touch(DownloadState.WAITING, DownloadColumn.STATE)

    def _pace(self) -> None:
        """The clock runs only while somebody looks and something waits."""
        wanted = self.isVisible() and self.model.count(DownloadState.WAITING) > 0
        if wanted != self._tick.isActive():
            self._tick.start() if wanted else self._tick.stop()

    def _render(self) -> None:
        self.bar.follow(self.model)
        self._show_content()
        self._columns.update()
        self._task_bar.follow()
        self._pace()
        count = self.model.queue.open
        if count != self._open_count:
            self._open_count = count
            self.open_count_changed.emit(count)

    def _show_content(self) -> None:
        if self.model.rowCount():
            self.content.show_content()
        elif self.model.count():
            self.content.show_empty(
                Icon.FILTER, self.tr("No file is in this state"), "", self.tr("Show all")
            )
        else:
            self.content.show_empty(
                Icon.DOWNLOAD,
                self.tr("No downloads"),
                self.tr("Result files that you download appear here, with their progress."),
            )
