"""The results of the selected job: what they cover, their files, downloading and opening them.

Shows what `ResultsFeed` and the downloads service know; sends intents.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.assets_table import AssetColumn, AssetsTableModel
from openeo_desktop.models.results_feed import ResultsFeed, ResultsView
from openeo_desktop.ui.files.drag_table import FileTable
from openeo_desktop.ui.files.file_handling import FileHandling
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.kit.selections import selected_ranges
from openeo_desktop.ui.kit.table_state import hide_when_narrow, remember_columns
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING, ROW_ASSETS
from openeo_desktop.ui.results import assets_text
from openeo_desktop.ui.results.asset_order import AssetOrder
from openeo_desktop.ui.results.asset_preview import AssetPreview
from openeo_desktop.ui.results.assets_delegate import AssetsDelegate
from openeo_desktop.ui.results.dragged_assets import DraggedAssets
from openeo_desktop.ui.results.results_actions import ResultsActions
from openeo_desktop.ui.results.results_footer import ResultsFooter
from openeo_desktop.ui.results.results_header import ResultsHeader
from openeo_desktop.ui.results.results_states import (
    EmptyResults,
    Notice,
    empty_state,
    notice,
    why_no_request,
)

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.download_queue import DownloadsChanged
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

COLUMNS_KEY = "results.columns.2"
FILTER_FROM = 8
MAP_FROM = 460
PREVIEW_FROM = 500
"""Heights of the pane in pixels: below them the rows of the files need the room."""


class ResultsPane(QWidget):
    """The results pane.

    Signals:
        log_requested(): The person wants to know why the job failed.
        count_changed(int): Number of files of this result.
    """

    log_requested = Signal()
    count_changed = Signal(int)

    def __init__(self, services: Services, spawn: Spawn, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("results_pane")
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self._settings = settings
        self._notice: Notice | None = None
        self._empty: EmptyResults | None = None
        self._shown: tuple[JobKey | None, tuple[Asset, ...]] = (None, ())
        self._count, self._unreachable = 0, ""
        self.feed = ResultsFeed(services.jobs, services.results, spawn, self)
        self.model = AssetsTableModel(
            assets_text.headers(), self._cell_text, assets_text.cell_tool_tip, self
        )
        self._build(spawn)
        self._connect()
        self._show_view(self.feed.view)

    def set_job(self, key: JobKey | None) -> None:
        """Show the results of another job; answers for the one before are dropped."""
        if key is not None and key.is_provisional:  # there is nothing before it is created
            key = None
        if key == self.feed.view.key:
            return
        self.search.clear_search()
        self.dragged.forget()
        self.messages.clear()
        self._notice = None
        self.feed.set_job(key)

    def refresh(self) -> None:
        """Ask the back-end for the result document now."""
        self.feed.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a low pane the files come first; the preview takes the place of the map."""
        self.preview.set_room(self.height() >= PREVIEW_FROM)
        self.header.set_map_fits(self.height() >= MAP_FROM and self.preview.area.isHidden())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.feed.set_active(active=True)
        self._look_ahead()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.feed.set_active(active=False)
        self._look_ahead()

    def _build(self, spawn: Spawn) -> None:
        services = self._services
        self.header = ResultsHeader(self, services.accounts.currency, services.settings)
        self.messages = MessageBar(self)
        self._files = FileHandling(self, self.messages)
        self.actions_ = ResultsActions(self, services, spawn, self._files)
        self.search = SearchField(self.tr("Filter files"), None, self)
        self.search.setObjectName("asset_filter")
        self.table = self._make_table()
        self.dragged = DraggedAssets(
            services.downloads, services.fetch_ahead, self.model, spawn, self.messages
        )
        self.dragged.bind(self.actions_.fetch_ahead)
        self.preview = AssetPreview(self, self.model, services, spawn)
        self.actions_.preview = self.preview.switch
        self.footer = ResultsFooter(self.actions_, self)
        page = QWidget(self)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GROUP_SPACING)
        inner.addWidget(self.preview.area)
        inner.addWidget(self.search)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.footer)
        self.content = ContentStack(page, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, 12, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addWidget(self.content, 1)

    def _make_table(self) -> FileTable:
        table = FileTable(self, row_height=ROW_ASSETS)
        table.setObjectName("assets_table")
        table.setAccessibleName(self.tr("Files of the result"))
        table.setItemDelegate(AssetsDelegate(table))
        table.setModel(self.model)
        table.set_stretch_column(AssetColumn.NAME)
        table.set_required_columns([AssetColumn.NAME])
        table.set_column_widths([0, 84, 80, 132, 88])
        remember_columns(table, self._settings, COLUMNS_KEY)
        hide_when_narrow(table, {AssetColumn.TYPE: 460, AssetColumn.ROLES: 560})
        AssetOrder(table)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return table

    def _connect(self) -> None:
        services = self._services
        self.destroyed.connect(services.downloads.changed.connect(self._on_downloads_changed))
        self.destroyed.connect(services.accounts.changed.connect(self._on_accounts_changed))
        self.feed.changed.connect(self._show_view)
        self.search.search_changed.connect(self._on_search_changed)
        self.content.action_triggered.connect(self._on_empty_action)
        self.messages.action_triggered.connect(self.refresh)
        self.table.drag_began.connect(self._on_drag_began)
        self.table.row_activated.connect(lambda _index: self.actions_.activate())
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self.table.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.actions_.link_copied.connect(self._on_link_copied)
        self.actions_.links_missing.connect(self._on_links_missing)
        self.preview.visible_changed.connect(self._fit)

    def _show_view(self, view: ResultsView) -> None:
        now = utc_now()
        self.header.setVisible(view.job is not None)
        if view.job is not None:
            self.header.show_job(view.job, view.results, now)
        self._show_assets(view)
        self._show_notice(notice(view, self._last_sync(view.key), now))
        self._show_content(view)
        self._tell_actions()
        self._look_ahead()

    def _cell_text(self, asset: Asset, download: Download | None, column: AssetColumn) -> str:
        if column is AssetColumn.STATE and download is None and self.model.is_ahead(asset.key):
            return assets_text.ready_text()
        return assets_text.cell_text(asset, download, column)

    def _show_assets(self, view: ResultsView) -> None:
        assets = view.results.assets if view.results else ()
        if (view.key, assets) == self._shown:
            return
        self._shown = (view.key, assets)
        self.model.set_assets(assets, self._downloads(view.key))
        self.search.setVisible(len(assets) >= FILTER_FROM)
        if len(assets) == 1:
            self.table.selectRow(0)  # nothing to choose: the buttons are for this one
        if len(assets) != self._count:
            self._count = len(assets)
            self.count_changed.emit(self._count)

    def _show_notice(self, wanted: Notice | None) -> None:
        """Said once: a notice that the person has closed does not come back by itself."""
        if wanted == self._notice:
            return
        self._notice = wanted
        if wanted is None:
            self.messages.clear()
        else:
            self.messages.show_message(wanted.level, wanted.text, wanted.action_text or None)

    def _show_content(self, view: ResultsView) -> None:
        self._empty = state = empty_state(view)
        if state is None:
            self.content.show_content()
        elif state.loading:
            self.content.show_loading(state.title, state.text, late=view.reading)
        elif state.failed:
            self.content.show_error(state.title, state.text, state.action_text or None)
        else:
            self.content.show_empty(state.icon, state.title, state.text, state.action_text or None)

    def _tell_actions(self) -> None:
        view = self.feed.view
        every = [(asset, self.model.download(asset.key)) for asset in self._shown[1]]
        self._unreachable = why_no_request(view.job, self._services.accounts.status)
        self.actions_.set_job(view.key, every, self._unreachable)
        self._tell_chosen()

    def _on_accounts_changed(self, _change: object) -> None:
        if why_no_request(self.feed.view.job, self._services.accounts.status) != self._unreachable:
            self._tell_actions()

    def _tell_chosen(self) -> None:
        assets = self._chosen()
        self.actions_.set_chosen([(asset, self.model.download(asset.key)) for asset in assets])
        total = self.model.total
        self.preview.look_at(self.feed.view.key, assets, self._unreachable)
        text = assets_text.count_text(self.model.rowCount(), total, self.model.total_size)
        all_here = total > 0 and self.model.count(DownloadState.DONE) == total
        self.footer.update_state(text, all_here=all_here)

    def _chosen(self) -> list[Asset]:
        runs = selected_ranges(self.table)
        return [self.model.asset(row) for first, last in runs for row in range(first, last + 1)]

    def _downloads(self, key: JobKey | None) -> tuple[Download, ...]:
        return self._services.downloads.of_job(key) if key is not None else ()

    def _last_sync(self, key: JobKey | None) -> dt.datetime | None:
        status = self._services.accounts.status(key.account_id) if key is not None else None
        return status.last_sync if status else None

    def _on_downloads_changed(self, event: DownloadsChanged) -> None:
        if (key := self.feed.view.key) is None:
            return
        mine = [download for download in event.upserted if download.job == key]
        if event.removed or event.reordered:
            self.model.set_downloads(self._downloads(key))
            self._tell_actions()
        elif mine and self.model.apply(mine):
            self._tell_actions()
        self.dragged.follow()
        self._files.follow()

    def _look_ahead(self) -> None:
        """Small files come by themselves."""
        view = self.feed.view
        self.dragged.look_at(view.key if view.results else None, self.isVisible())

    def _on_drag_began(self) -> None:
        if self.feed.view.job is not None:
            self.dragged.ask_for(self.feed.view.job, self._chosen(), self._unreachable)

    def _on_search_changed(self, text: str) -> None:
        self.model.set_filter(text)
        self._tell_chosen()

    def _on_menu_requested(self, at: QPoint) -> None:
        self.actions_.menu(self).popup(self.table.viewport().mapToGlobal(at))

    def _on_empty_action(self) -> None:
        if self._empty is not None and self._empty.action == "log":
            self.log_requested.emit()
        else:
            self.refresh()

    def _on_link_copied(self, count: int) -> None:
        self._notice = None
        self.messages.show_message("info", assets_text.links_text(count))

    def _on_links_missing(self) -> None:
        self._notice = None
        self.messages.show_message("warning", assets_text.no_links_text())
