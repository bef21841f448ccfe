"""All downloads, of every job: progress, state, and what can be done with them.

Shows `DownloadsTableModel`, sends intents to the service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.models.downloads_table import DownloadColumn, DownloadsTableModel
from openeo_desktop.ui.downloads import downloads_text
from openeo_desktop.ui.downloads.downloads_actions import DownloadsActions
from openeo_desktop.ui.downloads.downloads_columns import WIDTHS, DownloadsColumns
from openeo_desktop.ui.downloads.downloads_delegate import DownloadsDelegate
from openeo_desktop.ui.files.file_handling import FileHandling
from openeo_desktop.ui.kit.buttons import action_button, quiet_button, show_words
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.selections import selected_ranges
from openeo_desktop.ui.kit.table_state import remember_columns
from openeo_desktop.ui.kit.table_view import DataTable
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import ROW_ASSETS

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.download_queue import DownloadsChanged
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

COLUMNS_KEY = "downloads.columns"
TICK_MS = 1000
WORDS_FROM = 900


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
        self._spawn = spawn
        self._settings = settings
        self._open_count = -1
        self.model = DownloadsTableModel(
            downloads_text.headers(), downloads_text.cell_text, downloads_text.cell_tool_tip, self
        )
        self._build()
        self._connect()
        self.model.set_downloads(self._service.all())
        self._render()

    @property
    def open_count(self) -> int:
        """Files still to come."""
        return max(0, self._open_count)

    def select(self, download_id: DownloadId) -> None:
        """Choose a row and bring it into view."""
        row = self.model.row_of(download_id)
        if row is not None:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def chosen(self) -> list[Download]:
        """The selected downloads, in order."""
        rows = self.model.downloads()
        return [d for first, last in selected_ranges(self.table) for d in rows[first : last + 1]]

    def clear_finished(self) -> None:
        """Take finished files off the list; the files stay."""
        done = [d.id for d in self.model.downloads() if d.state is DownloadState.DONE]
        if done:
            self._spawn(self._service.remove(done), "clear the list of downloads")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pace()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pace()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words on the buttons only where the totals keep their room."""
        super().resizeEvent(event)
        for button in self._worded:
            show_words(button, beside=self.width() >= WORDS_FROM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.actions_.delete()
            event.accept()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.messages = MessageBar(self)
        self.files = FileHandling(self, self.messages)
        self.actions_ = DownloadsActions(self, self._service, self._spawn, self.files)
        self.table = self._make_table()
        self.content = ContentStack(self.table, self)
        self._totals = ElidedLabel("", self, muted=True, font=fonts.tabular_font())
        self._totals.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.clear_button = quiet_button(self.tr("Clear finished"), None, self)
        self.clear_button.setObjectName("clear_finished")
        self._tick = QTimer(self, interval=TICK_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_bar())
        layout.addWidget(self.messages)
        layout.addWidget(self.content, 1)

    def _make_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        acts = self.actions_
        self._worded = [
            action_button(action, self)
            for action in (acts.pause, acts.resume, acts.retry, acts.cancel)
        ]
        for button in self._worded:
            row.addWidget(button)
        row.addSpacing(8)
        for action in (acts.open, acts.show_in_folder):
            row.addWidget(action_button(action, self, icon_only=True))
        row.addWidget(self._totals, 1)
        row.addSpacing(8)
        row.addWidget(self.clear_button)
        return row

    def _make_table(self) -> DataTable:
        table = DataTable(self, row_height=ROW_ASSETS)
        table.setObjectName("downloads_table")
        table.setAccessibleName(self.tr("Downloads"))
        table.setItemDelegate(DownloadsDelegate(table))
        table.setModel(self.model)
        table.set_stretch_column(DownloadColumn.FILE)
        table.set_required_columns([DownloadColumn.FILE])
        table.set_column_widths(WIDTHS)
        remember_columns(table, self._settings, COLUMNS_KEY)
        self._columns = DownloadsColumns(table, self.model)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return table

    def _connect(self) -> None:
        forget = self._service.changed.connect(self._on_changed)
        self.destroyed.connect(forget)
        self.actions_.job_requested.connect(self.job_requested)
        self.clear_button.clicked.connect(self.clear_finished)
        self.table.row_activated.connect(lambda _index: self.actions_.activate())
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._tick.timeout.connect(self._on_tick)

    def _on_changed(self, event: DownloadsChanged) -> None:
        if event.reordered:
            self.model.set_downloads(self._service.all())
        else:
            self.model.apply(event.upserted, event.removed)
        self.actions_.set_chosen(self.chosen())
        self._render()

    def _on_selection_changed(self) -> None:
        self.actions_.set_chosen(self.chosen())

    def _on_menu_requested(self, at: QPoint) -> None:
        self.actions_.menu(self).popup(self.table.viewport().mapToGlobal(at))

    def _on_tick(self) -> None:
        """Only what counts down by itself: the rows that wait for their next try."""
        self.model.touch(DownloadState.WAITING, DownloadColumn.STATE)

    def _pace(self) -> None:
        """The clock runs only while somebody looks and something waits."""
        wanted = self.isVisible() and self.model.count(DownloadState.WAITING) > 0
        if wanted != self._tick.isActive():
            self._tick.start() if wanted else self._tick.stop()

    def _render(self) -> None:
        summary = self._service.summary()
        self._totals.setText(
            downloads_text.totals_text(
                summary.open, summary.failed, summary.rate, summary.seconds_left
            )
        )
        self.clear_button.setVisible(self.model.count(DownloadState.DONE) > 0)
        if self.model.rowCount():
            self.content.show_content()
        else:
            self.content.show_empty(
                Icon.DOWNLOAD,
                self.tr("No downloads"),
                self.tr("Result files that you download appear here, with their progress."),
            )
        self._columns.update()
        self._pace()
        if summary.open != self._open_count:
            self._open_count = summary.open
            self.open_count_changed.emit(summary.open)
