"""The assets of one result as rows, joined with their downloads: filter and order in memory.

No text of its own, no widgets: words come from `ui` through `text` and `headers`.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.natural_order import NaturalKey, natural_key
from openeo_desktop.models.dragged_files import is_here
from openeo_desktop.models.row_ranges import row_ranges

Index = QModelIndex | QPersistentModelIndex

ASSET_ROLE = int(Qt.ItemDataRole.UserRole)
"""The `Asset` of a row."""
DOWNLOAD_ROLE = ASSET_ROLE + 1
"""The `Download` of a row's asset, or None."""


class AssetColumn(enum.IntEnum):
    """The columns, in their order at first sight."""

    NAME = 0
    TYPE = 1
    SIZE = 2
    STATE = 3
    ROLES = 4


CellText = Callable[[Asset, Download | None, AssetColumn], str]
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
# What has arrived comes first, then what is nearest to it.
_STATE_ORDER = {
    DownloadState.DONE: 0,
    DownloadState.RUNNING: 1,
    DownloadState.WAITING: 2,
    DownloadState.PAUSED: 3,
    DownloadState.QUEUED: 4,
    DownloadState.FAILED: 5,
    DownloadState.WAITING_AUTH: 2,
    DownloadState.WAITING_DISK: 2,
    DownloadState.VERIFYING: 1,
}


class AssetsTableModel(QAbstractTableModel):
    """Assets by key; the filter looks into key, title, media type, roles and description.

    Args:
        headers: One word for each `AssetColumn`.
        text: What a cell shows.
        tool_tip: What a cell tells on hover; already escaped.
    """

    def __init__(
        self,
        headers: Sequence[str],
        text: CellText,
        tool_tip: CellText,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._text = text
        self._tool_tip = tool_tip
        self._assets: tuple[Asset, ...] = ()
        self._shown: list[Asset] = []
        self._downloads: dict[str, Download] = {}
        self._ahead: dict[str, Path] = {}
        self._filter = ""
        self._sort: tuple[AssetColumn, bool] | None = None

    def set_assets(self, assets: Sequence[Asset], downloads: Iterable[Download]) -> None:
        """Show the assets of another job, or of a newer result document."""
        self.beginResetModel()
        self._assets = tuple(assets)
        self._downloads = {download.asset_key: download for download in downloads}
        self._ahead = {}
        self._shown = self._arranged()
        self.endResetModel()

    def set_downloads(self, downloads: Iterable[Download]) -> None:
        """Take over all present downloads of this job; the order stays."""
        before = self._downloads
        self._downloads = {download.asset_key: download for download in downloads}
        changed = {key for key in before.keys() | self._downloads if self._differs(before, key)}
        self._tell(changed)

    def apply(self, upserted: Iterable[Download]) -> bool:
        """Some downloads of this job look different; True if a state did, not only progress."""
        states = False
        keys = set()
        for new in upserted:
            old = self._downloads.get(new.asset_key)
            states = states or old is None or old.state is not new.state
            self._downloads[new.asset_key] = new
            keys.add(new.asset_key)
        self._tell(keys)
        return states

    def set_ahead(self, files: Mapping[str, Path]) -> None:
        """Files by asset key that can be dragged though nobody has asked for their download."""
        changed = files.keys() ^ self._ahead.keys()  # one that moved looks the same
        self._ahead = dict(files)
        self._tell(changed)

    def is_ahead(self, asset_key: str) -> bool:
        """Whether a file can be dragged though nobody has asked for its download."""
        return asset_key in self._ahead

    def _tell(self, keys: Set[str]) -> None:
        rows = [row for row, asset in enumerate(self._shown) if asset.key in keys] if keys else []
        for first, last in row_ranges(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(AssetColumn) - 1))

    def set_filter(self, text: str) -> None:
        """Show only assets in which every word of `text` occurs."""
        if text.casefold() == self._filter:
            return
        self._filter = text.casefold()
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 is the order of the back-end."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sort = (AssetColumn(column), descending) if column >= 0 else None
        self._rearrange()

    def asset(self, row: int) -> Asset:
        """The asset in `row`."""
        return self._shown[row]

    def download(self, asset_key: str) -> Download | None:
        """The download of an asset, None if it was never asked for."""
        return self._downloads.get(asset_key)

    @property
    def total(self) -> int:
        """Number of assets without the filter."""
        return len(self._assets)

    @property
    def total_size(self) -> int | None:
        """Sum of the sizes in bytes, None if one of them is unknown."""
        sizes = [asset.size for asset in self._assets if asset.size is not None]
        return sum(sizes) if len(sizes) == len(self._assets) else None

    def count(self, *states: DownloadState) -> int:
        """How many assets of this result have a download in one of these states."""
        found = (self._downloads.get(asset.key) for asset in self._assets)
        return sum(1 for download in found if download and download.state in states)

    def _differs(self, before: dict[str, Download], key: str) -> bool:
        return before.get(key) is not self._downloads.get(key)

    def _rearrange(self) -> None:
        """New rows for the same assets; indexes that views hold (the selection) move along."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [(index.column(), self._shown[index.row()].key) for index in old]
        self._shown = self._arranged()
        rows = {asset.key: row for row, asset in enumerate(self._shown)}
        new = [
            self.index(rows[key], column) if key in rows else QModelIndex() for column, key in held
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _arranged(self) -> list[Asset]:
        words = self._filter.split()
        shown = [asset for asset in self._assets if _matches(asset, words)]
        if self._sort:
            column, descending = self._sort
            shown.sort(key=lambda asset: self._sort_key(asset, column), reverse=descending)
        return shown

    def _sort_key(self, asset: Asset, column: AssetColumn) -> tuple[float, str, NaturalKey]:
        name = natural_key(asset.key)
        if column is AssetColumn.SIZE:
            return (-1 if asset.size is None else asset.size, "", name)
        if column is AssetColumn.STATE:
            download = self._downloads.get(asset.key)
            return (_STATE_ORDER[download.state] if download else len(_STATE_ORDER), "", name)
        if column is AssetColumn.ROLES:
            return (0 if asset.roles else 1, " ".join(asset.roles).casefold(), name)
        return (0, f"{asset.media_type}" if column is AssetColumn.TYPE else "", name)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(AssetColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(self._text, index)
        if role == ASSET_ROLE:
            return self._shown[index.row()]
        if role == DOWNLOAD_ROLE:
            return self._downloads.get(self._shown[index.row()].key)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() == AssetColumn.SIZE else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._cell(self._tool_tip, index)
        return None

    def _cell(self, say: CellText, index: Index) -> str:
        asset = self._shown[index.row()]
        return say(asset, self._downloads.get(asset.key), AssetColumn(index.column()))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == AssetColumn.SIZE else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be dragged: of what is not here yet, a drag asks for it."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The files of these rows that are here, as `text/uri-list`."""
        rows = sorted({index.row() for index in indexes})
        files = [path for path in (self.file_of(self._shown[row].key) for row in rows) if path]
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        return mime

    def file_of(self, asset_key: str) -> Path | None:
        """Where an asset lies on this computer; None if it does not, or not whole."""
        download = self._downloads.get(asset_key)
        if download is not None and is_here(download):
            return download.path
        return self._ahead.get(asset_key)


def _matches(asset: Asset, words: Sequence[str]) -> bool:
    if not words:
        return True
    roles = " ".join(asset.roles)
    hay = f"{asset.key}\n{asset.title}\n{asset.media_type}\n{roles}\n{asset.description[:1000]}"
    hay = hay.casefold()
    return all(word in hay for word in words)
