"""A drag of assets that are not here yet: fetched at once, before all other downloads."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.models.assets_table import AssetsTableModel
from openeo_desktop.services.download_order import Move
from openeo_desktop.ui.files.drag_hint import DragHint
from openeo_desktop.ui.kit.message_bar import MessageBar

if TYPE_CHECKING:
    from openeo_desktop.services.downloads import DownloadsService
    from openeo_desktop.services.spawner import Spawn


class DraggedAssets(QObject):
    """Fetches what a drag could not give, and says when it can be dragged again."""

    def __init__(
        self,
        service: DownloadsService,
        model: AssetsTableModel,
        spawn: Spawn,
        messages: MessageBar,
    ) -> None:
        super().__init__(messages)
        self._service = service
        self._model = model
        self._spawn = spawn
        self._messages = messages
        self._hint = DragHint(messages)

    def ask_for(self, key: JobKey, assets: Sequence[Asset], unreachable: str) -> None:
        """These were dragged; those that are not here come next.

        Args:
            unreachable: Why nothing can be fetched at the moment; empty if it can.
        """
        missing = [asset.key for asset in assets if self._model.file_of(asset.key) is None]
        if missing and unreachable:
            self._say_why_not(missing, unreachable)
        elif missing:
            self._hint.wait_for({asset_key: asset_key for asset_key in missing})
            self._spawn(self._fetch(key, missing), "fetch the file that was dragged")

    def follow(self) -> None:
        """Downloads have changed."""
        self._hint.follow(self._state_of)

    def forget(self) -> None:
        """Another job is shown."""
        self._hint.forget()

    def _say_why_not(self, missing: Sequence[str], unreachable: str) -> None:
        text = self.tr("{count} of these files are not on this computer yet.")
        if len(missing) == 1:
            text = self.tr("“{name}” is not on this computer yet.")
        said = text.format(count=f"{len(missing):,}", name=visible_text(missing[0]))
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
