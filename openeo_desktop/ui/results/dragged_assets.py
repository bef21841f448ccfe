"""Drags of assets: small ones are fetched ahead, others at once and before all other downloads."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.errors import AppError, StorageError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.models.assets_table import AssetsTableModel
from openeo_desktop.services.download_order import Move
from openeo_desktop.ui.files.drag_hint import DragHint
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.numbers import count_text

if TYPE_CHECKING:
    from openeo_desktop.services.downloads import DownloadsService
    from openeo_desktop.services.fetch_ahead import FetchAhead
    from openeo_desktop.services.spawner import Spawn


class DraggedAssets(QObject):
    """Fetches what a drag could not give, and says when it can be dragged again."""

    def __init__(
        self,
        service: DownloadsService,
        ahead: FetchAhead,
        model: AssetsTableModel,
        spawn: Spawn,
        messages: MessageBar,
    ) -> None:
        super().__init__(messages)
        self._service = service
        self._ahead = ahead
        self._key: JobKey | None = None
        self._model = model
        self._spawn = spawn
        self._messages = messages
        self._hint = DragHint(messages)
        self.destroyed.connect(ahead.changed.connect(self._on_ahead_changed))

    def bind(self, switch: QAction) -> None:
        """The choice whether small files are fetched ahead."""
        switch.setChecked(self._ahead.enabled)
        switch.toggled.connect(self._ahead.set_enabled)

    def look_at(self, key: JobKey | None, active: bool) -> None:
        """The results of this job are shown; `active`: somebody looks."""
        self._key = key
        self._ahead.look_at(key if active else None)
        self._show_ahead()

    def ask_for(self, job: Job, assets: Sequence[Asset], unreachable: str) -> None:
        """These were dragged: what was fetched ahead is placed, what is not here comes next.

        Args:
            unreachable: Why nothing can be fetched at the moment; empty if it can.
        """
        self._place(job, assets)
        missing = [asset.key for asset in assets if self._model.file_of(asset.key) is None]
        if missing and unreachable:
            self._say_why_not(missing, unreachable)
        elif missing:
            self._hint.wait_for({asset_key: asset_key for asset_key in missing})
            self._spawn(self._fetch(job.key, missing), "fetch the file that was dragged")

    def follow(self) -> None:
        """Downloads have changed."""
        self._hint.follow(self._state_of)

    def forget(self) -> None:
        """Another job is shown."""
        self._hint.forget()

    def _place(self, job: Job, assets: Sequence[Asset]) -> None:
        """Into the job's folder: what opens a dropped file may keep its path."""
        try:
            for asset in assets:
                if self._model.is_ahead(asset.key):
                    self._ahead.place(job, asset.key)
        except StorageError as error:
            self._messages.show_message("warning", str(error))
        self._show_ahead()

    def _on_ahead_changed(self, key: JobKey) -> None:
        if key == self._key:
            self._show_ahead()

    def _show_ahead(self) -> None:
        self._model.set_ahead({} if self._key is None else self._ahead.files(self._key))

    def _say_why_not(self, missing: Sequence[str], unreachable: str) -> None:
        text = self.tr("{count} of these files are not on this computer yet.")
        if len(missing) == 1:
            text = self.tr("«{name}» is not on this computer yet.")
        said = text.format(count=count_text(len(missing)), name=visible_text(missing[0]))
        self._messages.show_message("warning", f"{said} {unreachable}")

    def _state_of(self, key: Hashable) -> DownloadState | None:
        if self._model.file_of(str(key)) is not None:
            return DownloadState.DONE
        download = self._model.download(str(key))
        known = download is not None and download.state is not DownloadState.DONE
        # Not asked for yet, or deleted: it is about to be.
        return download.state if known and download else DownloadState.QUEUED

    async def _fetch(self, key: JobKey, missing: Sequence[str]) -> None:
        try:
            rows = await self._service.download(key, missing)
            await self._service.move([row.id for row in rows], Move.TOP)
        except AppError:
            self._hint.forget()
            raise
