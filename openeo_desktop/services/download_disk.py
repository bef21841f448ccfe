"""Downloads that wait for space: a full disk stops all its files; they go on by themselves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from openeo_desktop.core.disk import free_space, reserve, volume_of
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.errors import AppError, DiskFullError
from openeo_desktop.services.download_queue import DownloadQueue
from openeo_desktop.services.lanes import Lanes

LOOK_EVERY = 5.0
SOME = 16 * 1024 * 1024
"""Free bytes that are worth a try where nobody knows how large the rest is."""


class DownloadDisk:
    """Looks at the disks now and then, as long as something waits for them."""

    def __init__(self, queue: DownloadQueue, lanes: Lanes) -> None:
        self._queue = queue
        self._lanes = lanes
        self._waits = asyncio.Event()

    async def pause_volume(self, row: Download, error: AppError | None) -> list[DownloadId]:
        """Let everything on the same disk wait; returns the rows whose tries are to be ended.

        A file that is only too large for what is left stops nobody else.
        """
        self._waits.set()
        if isinstance(error, DiskFullError) and error.needed:
            return []
        going = [other for other in self._queue.all() if other.state in _GOING]
        folders = {other.path.parent for other in going} | {row.path.parent}
        volumes = await self._lanes.files.call(_volumes, tuple(folders))
        here = volumes[row.path.parent]
        others = [other.id for other in going if volumes[other.path.parent] == here]
        await self._queue.update_many(others, state=DownloadState.WAITING_DISK, reason=row.reason)
        return others

    async def watch(self, wake: Callable[[], None]) -> None:
        """For as long as the app runs: queue again what fits now, then call `wake`."""
        while True:
            await self._waits.wait()
            await asyncio.sleep(LOOK_EVERY)
            rows = [r for r in self._queue.all() if r.state is DownloadState.WAITING_DISK]
            if not rows:
                self._waits.clear()
                continue
            fitting = await self._lanes.files.call(_fitting, rows)
            if fitting:
                await self._queue.update_many(fitting, state=DownloadState.QUEUED, reason="")
                wake()


_GOING = (DownloadState.QUEUED, DownloadState.RUNNING, DownloadState.WAITING)


def _volumes(folders: Sequence[Path]) -> dict[Path, int | None]:
    return {folder: volume_of(folder) for folder in folders}


def _fitting(rows: Sequence[Download]) -> list[DownloadId]:
    """Those for which there is space, one after the other."""
    left: dict[Path, int] = {}
    fitting: list[DownloadId] = []
    for row in rows:
        folder = row.path.parent
        if folder not in left:
            left[folder] = (free_space(folder) or 0) - reserve(folder)
        rest = SOME if row.total is None else max(0, row.total - row.done)
        if rest <= left[folder]:
            left[folder] -= rest
            fitting.append(row.id)
    return fitting
