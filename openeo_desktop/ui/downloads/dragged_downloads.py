"""A drag of downloads that are not here yet: they are fetched at once, before all others."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.models.dragged_files import is_here
from openeo_desktop.services.download_order import Move
from openeo_desktop.ui.files.drag_hint import DragHint
from openeo_desktop.ui.kit.message_bar import MessageBar

if TYPE_CHECKING:
    from openeo_desktop.services.downloads import DownloadsService
    from openeo_desktop.services.spawner import Spawn


class DraggedDownloads(QObject):
    """Fetches what a drag could not give, and says when it can be dragged again."""

    def __init__(
        self,
        service: DownloadsService,
        model: DownloadsTableModel,
        spawn: Spawn,
        messages: MessageBar,
    ) -> None:
        super().__init__(messages)
        self._service = service
        self._model = model
        self._spawn = spawn
        self._hint = DragHint(messages)

    def ask_for(self, chosen: Sequence[Download]) -> None:
        """These were dragged; those that are not here come next."""
        missing = [download for download in chosen if not is_here(download)]
        if missing:
            self._hint.wait_for({row.id: row.path.name for row in missing})
            self._spawn(self._fetch(missing), "fetch the file that was dragged")

    def follow(self) -> None:
        """Downloads have changed."""
        self._hint.follow(self._state_of)

    def _state_of(self, key: Hashable) -> DownloadState | None:
        download = self._model.queue.downloads.get(cast("DownloadId", key))
        if download is None or download.state is not DownloadState.DONE:
            return download.state if download is not None else None
        # It was deleted, and is not asked for again yet.
        return DownloadState.DONE if is_here(download) else DownloadState.QUEUED

    async def _fetch(self, missing: Sequence[Download]) -> None:
        """Go on with what stands still, fetch anew what was deleted, all of it first."""
        gone: dict[tuple[JobKey, Path], list[str]] = {}
        for row in missing:
            if row.state is DownloadState.DONE:
                gone.setdefault((row.job, row.path.parent), []).append(row.asset_key)
        ids = [row.id for row in missing]
        await self._service.resume(ids)
        await self._service.move(ids, Move.TOP)
        for (job, folder), keys in gone.items():
            await self._service.download(job, keys, folder)
