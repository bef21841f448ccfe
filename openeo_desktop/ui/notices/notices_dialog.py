"""The list of what the person was told: newest first, each a way to its job."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import format_exact, format_moment, visible_text
from openeo_desktop.core.notices import Notice
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.notices_table import NoticeColumn, NoticesTableModel
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.status_pill import status_label
from openeo_desktop.ui.kit.table_view import DataTable
from openeo_desktop.ui.look.icons import Icon, icon, status_icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING, ROW_ASSETS
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.notices.notice_texts import shown_title

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class NoticesDialog(QDialog):
    """Not modal. Opening it is reading it: the count of unread ones goes to 0.

    Signals: `job_wanted(JobKey)`.
    """

    job_wanted = Signal(object)

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        parent: QWidget | None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notices_dialog")
        self.setWindowTitle(self.tr("Notices"))
        self._services = services
        self._spawn = while_there(self, spawn)
        self._now = now
        self._make_table()
        self._lay_out()
        self.destroyed.connect(services.notices.told.connect(self._on_told))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Read the list anew."""
        self._spawn(self._load(), "read the notices")

    async def _load(self) -> None:
        try:
            notices = await self._services.notices.earlier()
        except AppError as error:
            self.stack.show_error(self.tr("The notices cannot be shown"), str(error))
            return
        self._show(notices)
        if not notices:
            self.stack.show_empty(
                Icon.BELL,
                self.tr("No notice yet"),
                self.tr("When one of your jobs finishes or fails, it is told and listed here."),
            )
            return
        self.stack.show_content()
        await self._services.notices.mark_all_read()

    def _show(self, notices: Sequence[Notice]) -> None:
        """The selected one stays so, else it is the newest."""
        chosen = {self.model.notice(row) for row in self.table.selected_rows()}
        keys = {notice.id for notice in chosen if notice is not None}
        self.model.set_notices(notices)
        rows = [row for row, notice in enumerate(notices) if notice.id in keys]
        self.table.selectRow(rows[0] if rows else 0)
        self._follow_selection()

    def _make_table(self) -> None:
        headers = (self.tr("Status"), self.tr("Job"), self.tr("Back-end"), self.tr("Time"))
        self.model = NoticesTableModel(headers, self._text, self._tool_tip, _mark, self)
        self.table = DataTable(self, row_height=ROW_ASSETS)
        self.table.setObjectName("notices_table")
        self.table.setAccessibleName(self.tr("Notices"))
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setModel(self.model)
        self.table.set_column_widths((110, 0, 150, 130))
        self.table.set_stretch_column(NoticeColumn.TITLE)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.selectionModel().selectionChanged.connect(self._follow_selection)
        self.stack = ContentStack(self.table, self)

    def _lay_out(self) -> None:
        self.show_button = primary_button(self.tr("&Show job"), None, self)
        self.show_button.clicked.connect(self._on_show_clicked)
        self.close_button = outlined_button(self.tr("Close"), None, self)
        self.close_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Close))
        self.close_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.stack, 1)
        layout.addLayout(buttons)
        self.resize(720, 420)
        self.table.setFocus()
        self._follow_selection()

    def _text(self, notice: Notice, column: NoticeColumn) -> str:
        if column is NoticeColumn.STATUS:
            return status_label(notice.status)
        if column is NoticeColumn.TITLE:
            return shown_title(notice)
        if column is NoticeColumn.BACK_END:
            account = self._services.accounts.account(notice.key.account_id)
            return visible_text(account.title) if account else ""
        return format_moment(notice.at, self._now())

    def _tool_tip(self, notice: Notice, column: NoticeColumn) -> str:
        if column is NoticeColumn.TIME:
            return format_exact(notice.at)
        return visible_text(notice.key.job_id) if column is NoticeColumn.TITLE else ""

    def _follow_selection(self) -> None:
        self.show_button.setEnabled(bool(self.table.selected_rows()))

    def _on_told(self, _group: object) -> None:
        if self.isVisible():
            self.reload()

    def _on_show_clicked(self) -> None:
        for row in self.table.selected_rows():
            self._show_job(row)

    def _on_row_activated(self, index: QModelIndex) -> None:
        self._show_job(index.row())

    def _show_job(self, row: int) -> None:
        notice = self.model.notice(row)
        if notice is not None:
            self.job_wanted.emit(notice.key)
            self.close()  # it would cover the job that it has led to


def _mark(notice: Notice) -> object:
    return icon(status_icon(notice.status), notice.status.value)
