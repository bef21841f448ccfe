"""Draws the rows of assets: icon by kind of file, name elided in the middle, state with icon."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from openeo_desktop.core.assets import Asset
from openeo_desktop.models.assets_table import ASSET_ROLE, DOWNLOAD_ROLE, AssetColumn
from openeo_desktop.ui.downloads.downloads_delegate import state_colour
from openeo_desktop.ui.files.file_icons import file_icon, state_icon
from openeo_desktop.ui.kit.cell_painting import inner, paint_ground, paint_icon_text, paint_text
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import role_color


class AssetsDelegate(QStyledItemDelegate):
    """Cells of `AssetsTableModel`."""

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
        text, column = cell.text, AssetColumn(index.column())
        paint_ground(painter, cell)
        if column is AssetColumn.NAME:
            asset: Asset = index.data(ASSET_ROLE)
            icon = (file_icon(asset.media_type, asset.key), "muted")
            paint_icon_text(painter, cell, icon, text, Qt.TextElideMode.ElideMiddle)
        elif column is AssetColumn.STATE:
            icon = state_icon(index.data(DOWNLOAD_ROLE))
            colour = state_colour(icon[1])
            paint_icon_text(painter, cell, icon, text, colour=colour or role_color("muted"))
        elif column is AssetColumn.SIZE:
            cell.font = self._numbers
            paint_text(painter, cell, inner(cell.rect), text)
        else:
            paint_text(painter, cell, inner(cell.rect), text, colour=role_color("muted"))
