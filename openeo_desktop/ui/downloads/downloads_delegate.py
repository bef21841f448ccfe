"""Draws the rows of downloads: jobs with their totals, files with progress as a bar, and state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.models.download_groups import DownloadGroup
from openeo_desktop.models.download_rows import NUMBERS, DownloadColumn
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.ui.files.file_icons import file_icon, state_icon
from openeo_desktop.ui.kit.cell_painting import (
    ICON_GAP,
    ICON_SIDE,
    PADDING,
    inner,
    paint_ground,
    paint_icon_at,
    paint_icon_text,
    paint_text,
)
from openeo_desktop.ui.kit.progress import paint_progress
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.icons import Icon, role_color

PERCENT_WIDTH = 42
BAR_HEIGHT = 6
INDENT = ICON_SIDE + ICON_GAP
"""Files stand under the title of their job."""
CARET_WIDTH = PADDING + ICON_SIDE + ICON_GAP // 2
"""A click left of here, in the row of a job, opens or closes it."""


class DownloadsDelegate(QStyledItemDelegate):
    """Cells of `DownloadsTableModel`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = fonts.tabular_font()
        self._strong = fonts.strong_font()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, DownloadsTableModel):
            return
        column, line = DownloadColumn(index.column()), model.line(index.row())
        # Not `initStyleOption`: it asks the model eight times for each cell.
        cell = QStyleOptionViewItem(option)
        cell.text = model.text(line, column)
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        across = right if column in NUMBERS else left
        cell.displayAlignment = across | Qt.AlignmentFlag.AlignVCenter
        if isinstance(line, Download):
            paint_ground(painter, cell)
            self._paint_file(painter, cell, line, column)
            return
        if not cell.state & _LIT:
            painter.fillRect(cell.rect, QColor(theme.tokens().raised))
        paint_ground(painter, cell)
        self._paint_group(painter, cell, line, column, shut=model.is_collapsed(line.key))

    def _paint_group(
        self,
        painter: QPainter,
        cell: QStyleOptionViewItem,
        group: DownloadGroup,
        column: DownloadColumn,
        *,
        shut: bool,
    ) -> None:
        if column is DownloadColumn.FILE:
            self._paint_title(painter, cell, group, shut=shut)
        elif column is DownloadColumn.PROGRESS:
            if not group.is_whole:
                running = group.states[DownloadState.RUNNING] > 0
                state = DownloadState.RUNNING if running else group.state
                self._paint_progress(painter, cell, group.fraction, state)
        elif column is DownloadColumn.STATE:
            trouble = group.state is DownloadState.FAILED or group.state.needs_person
            role = "error" if group.state is DownloadState.FAILED else "warning"
            colour = role_color(role if trouble else "muted")
            paint_text(painter, cell, inner(cell.rect), cell.text, colour=colour)
        else:
            self._paint_number(painter, cell, column)

    def _paint_title(
        self, painter: QPainter, cell: QStyleOptionViewItem, group: DownloadGroup, *, shut: bool
    ) -> None:
        rect = inner(cell.rect)
        paint_icon_at(painter, rect, (Icon.CARET_RIGHT if shut else Icon.CARET_DOWN, "muted"))
        rect.setLeft(rect.left() + ICON_SIDE + ICON_GAP)
        beside = f"  ·  {visible_text(group.back_end)}" if group.back_end else ""
        room = rect.width() - cell.fontMetrics.horizontalAdvance(beside)
        width = QFontMetrics(self._strong).horizontalAdvance(cell.text) + 2
        plain = QFont(cell.font)
        cell.font = self._strong
        if room < min(width, rect.width() // 2):  # the title alone
            paint_text(painter, cell, rect, cell.text)
            return
        left, right = QRect(rect), QRect(rect)
        left.setWidth(min(width, room))
        right.setLeft(left.right() + 1)
        paint_text(painter, cell, left, cell.text)
        cell.font = plain
        paint_text(painter, cell, right, beside, colour=role_color("muted"))

    def _paint_file(
        self,
        painter: QPainter,
        cell: QStyleOptionViewItem,
        download: Download,
        column: DownloadColumn,
    ) -> None:
        if column is DownloadColumn.FILE:
            cell.rect.setLeft(cell.rect.left() + INDENT)
            mark = (file_icon(download.media_type, download.path.name), "muted")
            paint_icon_text(painter, cell, mark, cell.text, Qt.TextElideMode.ElideMiddle)
        elif column is DownloadColumn.STATE:
            mark = state_icon(download)
            paint_icon_text(painter, cell, mark, cell.text, colour=state_colour(mark[1]))
        elif column is DownloadColumn.PROGRESS:
            # Many finished files would be a wall of full bars.
            if download.state is not DownloadState.DONE:
                self._paint_progress(painter, cell, download.fraction or 0.0, download.state)
        else:
            self._paint_number(painter, cell, column)

    def _paint_number(
        self, painter: QPainter, cell: QStyleOptionViewItem, column: DownloadColumn
    ) -> None:
        if column in NUMBERS:
            cell.font = self._numbers
        muted = column is not DownloadColumn.SIZE
        colour = role_color("muted") if muted else None
        paint_text(painter, cell, inner(cell.rect), cell.text, colour=colour)

    def _paint_progress(
        self,
        painter: QPainter,
        cell: QStyleOptionViewItem,
        fraction: float,
        state: DownloadState,
    ) -> None:
        rect = inner(cell.rect)
        bar = QRect(rect.left(), 0, rect.width() - PERCENT_WIDTH, BAR_HEIGHT)
        bar.moveTop(rect.center().y() - BAR_HEIGHT // 2)
        if bar.width() >= BAR_HEIGHT:
            paint_progress(painter, bar, fraction, bar_colour(state))
        cell.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        cell.font = self._numbers
        rect.setLeft(rect.right() - PERCENT_WIDTH)
        paint_text(painter, cell, rect, cell.text, colour=role_color("muted"))


_LIT = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver


def bar_colour(state: DownloadState) -> QColor:
    """The accent while it goes on, the colour of the outcome afterwards."""
    tokens = theme.tokens()
    colours = {
        DownloadState.FAILED: tokens.error.text,
        DownloadState.PAUSED: tokens.control,
        DownloadState.WAITING: tokens.queued.text,
        DownloadState.WAITING_AUTH: tokens.queued.text,
        DownloadState.WAITING_DISK: tokens.queued.text,
    }
    return QColor(colours.get(state, tokens.accent))


def state_colour(role: str) -> QColor | None:
    """Words of trouble in the colour of their icon, the others as text."""
    return role_color(role) if role in ("error", "warning") else None
