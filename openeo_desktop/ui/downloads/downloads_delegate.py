"""Draws the rows of downloads: icon and name, progress as a bar with its percentage, state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.models.downloads_table import DOWNLOAD_ROLE, NUMBERS, DownloadColumn
from openeo_desktop.ui.files.file_icons import file_icon, state_icon
from openeo_desktop.ui.kit.cell_painting import inner, paint_ground, paint_icon_text, paint_text
from openeo_desktop.ui.kit.progress import paint_progress
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.icons import role_color

PERCENT_WIDTH = 42
BAR_HEIGHT = 6


class DownloadsDelegate(QStyledItemDelegate):
    """Cells of `DownloadsTableModel`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = fonts.tabular_font()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text, column = cell.text, DownloadColumn(index.column())
        paint_ground(painter, cell)
        download: Download = index.data(DOWNLOAD_ROLE)
        if column is DownloadColumn.FILE:
            icon = (file_icon(download.media_type, download.path.name), "muted")
            paint_icon_text(painter, cell, icon, text, Qt.TextElideMode.ElideMiddle)
        elif column is DownloadColumn.STATE:
            icon = state_icon(download)
            paint_icon_text(painter, cell, icon, text, colour=state_colour(icon[1]))
        elif column is DownloadColumn.PROGRESS:
            self._paint_progress(painter, cell, download, text)
        else:
            if column in NUMBERS:
                cell.font = self._numbers
            muted = column is not DownloadColumn.SIZE
            colour = role_color("muted") if muted else None
            paint_text(painter, cell, inner(cell.rect), text, colour=colour)

    def _paint_progress(
        self, painter: QPainter, cell: QStyleOptionViewItem, download: Download, text: str
    ) -> None:
        rect = inner(cell.rect)
        bar = QRect(rect.left(), 0, rect.width() - PERCENT_WIDTH, BAR_HEIGHT)
        bar.moveTop(rect.center().y() - BAR_HEIGHT // 2)
        if download.state is DownloadState.DONE:
            return  # many finished files would be a wall of full bars
        if bar.width() >= BAR_HEIGHT:
            paint_progress(painter, bar, download.fraction or 0.0, bar_colour(download.state))
        cell.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        cell.font = self._numbers
        rect.setLeft(rect.right() - PERCENT_WIDTH)
        paint_text(painter, cell, rect, text, colour=role_color("muted"))


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
