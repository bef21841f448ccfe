"""Which columns of the downloads are worth their room: names come first, empty columns give way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView

from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.models.download_rows import DownloadColumn
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.ui.kit.table_view import DataTable

WIDTHS = (0, 116, 140, 84, 84, 130)
"""First widths in pixels, one for each `DownloadColumn`; the name has what is left."""
_TROUBLE = (
    DownloadState.FAILED,
    DownloadState.WAITING,
    DownloadState.WAITING_AUTH,
    DownloadState.WAITING_DISK,
    DownloadState.PAUSED,
)


def worthless(width: int, *, moving: bool, unfinished: bool) -> frozenset[DownloadColumn]:
    """The columns to hide at `width` pixels.

    `moving`: something is queued or on its way. `unfinished`: something is not here yet.
    """
    hidden = {
        DownloadColumn.PROGRESS: not unfinished,
        DownloadColumn.SPEED: not moving or width < 840,
        DownloadColumn.LEFT: not moving or width < 700,
    }
    return frozenset(column for column, hide in hidden.items() if hide)


class DownloadsColumns(QObject):
    """Shows and hides columns when the answer changes: what the person chose in between stays."""

    def __init__(self, table: DataTable, model: DownloadsTableModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._hidden: frozenset[DownloadColumn] | None = None
        self._shared: bool | None = None
        table.installEventFilter(self)

    def update(self) -> None:
        """The downloads or the width changed."""
        count = self._model.count
        hidden = worthless(
            self._table.width(),
            moving=any(count(state) for state in DownloadState if state.is_open),
            unfinished=count() > count(DownloadState.DONE),
        )
        before = frozenset(DownloadColumn) if self._hidden is None else hidden ^ self._hidden
        self._hidden = hidden
        for column in before - {DownloadColumn.FILE, DownloadColumn.SIZE, DownloadColumn.STATE}:
            self._table.setColumnHidden(column, column in hidden)
        self._share(any(count(state) for state in _TROUBLE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.update()
        return False

    def _share(self, shared: bool) -> None:
        """Reasons of trouble share the spare width with the names; «Verified» needs none."""
        if shared == self._shared:
            return
        self._shared = shared
        header, modes = self._table.horizontalHeader(), QHeaderView.ResizeMode
        mode = modes.Stretch if shared else modes.Interactive
        header.setSectionResizeMode(DownloadColumn.STATE, mode)
        if not shared:
            header.resizeSection(DownloadColumn.STATE, WIDTHS[DownloadColumn.STATE])
