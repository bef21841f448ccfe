"""Taking rows off the list of downloads with a moment to think again: «Undo»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.downloads import DownloadId
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.toast import Toast

if TYPE_CHECKING:
    from openeo_desktop.services.downloads import DownloadsService
    from openeo_desktop.services.spawner import Spawn


class RemovedRows(QObject):
    """The rows vanish at once; the service hears of it when the notice is gone.

    If the app ends before, they are there again at the next start: nothing is lost.
    Signals: `changed()` when the list has fewer or more rows by this.
    """

    changed = Signal()

    def __init__(
        self, pane: QWidget, service: DownloadsService, model: DownloadsTableModel, spawn: Spawn
    ) -> None:
        super().__init__(pane)
        self._service = service
        self._model = model
        self._spawn = spawn
        self._ids: tuple[DownloadId, ...] = ()
        self.toast = Toast(pane)
        self.toast.action_triggered.connect(self._on_undo)
        self.toast.dismissed.connect(self._on_dismissed)
        # In the whole window, as what was taken off may have had the focus; a field that is
        # written in undoes its own.
        self.undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), pane)
        self.undo_key.setContext(Qt.ShortcutContext.WindowShortcut)
        self.undo_key.setEnabled(False)
        self.undo_key.activated.connect(self._on_undo)

    def remove(self, ids: Sequence[DownloadId]) -> None:
        """Take these off the list; their files stay where they are."""
        if not ids:
            return
        self.toast.dismiss()
        self._ids = tuple(ids)
        self._model.hide(ids)
        self.changed.emit()
        text = self.tr("{count} files were taken off the list. They stay on the disk.")
        if len(ids) == 1:
            text = self.tr("The file was taken off the list. It stays on the disk.")
        self.toast.show_notice(text.format(count=count_text(len(ids))), self.tr("Undo"))
        self.undo_key.setEnabled(True)

    def _on_undo(self) -> None:
        self._ids = ()
        self.undo_key.setEnabled(False)
        self.toast.dismiss()
        self._model.unhide()
        self._model.set_downloads(self._service.all())
        self.changed.emit()

    def _on_dismissed(self) -> None:
        ids, self._ids = self._ids, ()
        self.undo_key.setEnabled(False)
        if ids:
            self._spawn(self._service.remove(ids), "remove from the list")
