"""One try of one download: the link, the transfer, and what follows from how it ends."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import random
from pathlib import Path

from openeo_desktop.api.connection import Connection
from openeo_desktop.api.download import Transfer, download, is_link_expired
from openeo_desktop.core.assets import Asset
from openeo_desktop.core.cancel import Cancelled
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState, Verification
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    BusyError,
    DownloadError,
    SignInError,
    SignInNeeded,
    UnreachableError,
)
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.times import utc_now
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_queue import DownloadQueue
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.result_folder import write_job_metadata
from openeo_desktop.services.results import ResultsService

log = logging.getLogger(__name__)
TRIES = 8
LONGEST_WAIT = 300.0
_PASSING = (408, 425, 500)


class DownloadWork:
    """Works on one row at a time for each task that calls `run`."""

    def __init__(
        self,
        queue: DownloadQueue,
        lanes: Lanes,
        accounts: AccountsService,
        jobs: JobsService,
        results: ResultsService,
    ) -> None:
        self._queue = queue
        self._lanes = lanes
        self._accounts = accounts
        self._jobs = jobs
        self._results = results
        self.errors: dict[DownloadId, AppError] = {}
        self._locks: dict[JobKey, asyncio.Lock] = {}

    async def run(self, row: Download) -> float | None:
        """One try; returns the seconds to wait before the next one, None if there is none."""
        await self._queue.update(row.id, state=DownloadState.RUNNING, reason="")
        try:
            transfer, verified = await self._transfer(row)
        except Cancelled:
            return None
        except AppError as error:
            return await self._after_failure(row, error)
        size = await self._lanes.download.call(_size, transfer.target)
        await self._queue.update(
            row.id,
            state=DownloadState.DONE,
            verified=verified,
            done=size,
            total=size,
            path=transfer.target,
        )
        self.errors.pop(row.id, None)
        await self._write_metadata(row)
        return None

    async def _transfer(self, row: Download) -> tuple[Transfer, Verification]:
        """Fetch with the link at hand; once more with a fresh one where it is refused."""
        asset = await self._asset(row)
        try:
            return await self._fetch(row, asset)
        except AppError as error:
            if not is_link_expired(error):
                raise
            return await self._fetch(row, await self._asset(row, refused=asset.href))

    async def _asset(self, row: Download, refused: str = "") -> Asset:
        """The asset with a link other than the refused one; one request for all files of a job."""
        async with self._locks.setdefault(row.job, asyncio.Lock()):
            results = await self._results.get(row.job)
            asset = results.asset(row.asset_key) if results else None
            if asset is None or asset.href in ("", refused):
                asset = (await self._results.refresh(row.job)).asset(row.asset_key)
        if asset is None:
            raise DownloadError("The back-end no longer has this file.", "See the results pane.")
        return asset

    async def _fetch(self, row: Download, asset: Asset) -> tuple[Transfer, Verification]:
        """One transfer; the token is renewed once where the back-end refuses it."""
        account_id = row.job.account_id
        connection = await self._accounts.connection(account_id)
        try:
            return await self._receive(row, asset, connection)
        except SignInNeeded:
            connection = await self._accounts.connection(account_id, refused=connection)
            return await self._receive(row, asset, connection)

    async def _receive(
        self, row: Download, asset: Asset, connection: Connection
    ) -> tuple[Transfer, Verification]:
        current = self._queue.get(row.id) or row
        transfer = Transfer(
            url=asset.href,
            part=row.part_path,
            target=row.path,
            size=asset.size,
            checksum=asset.checksum,
            etag=current.etag,
        )
        loop = asyncio.get_running_loop()

        def on_start(etag: str, total: int | None) -> None:
            # The validator is in the history before the first byte is on the disk.
            saved = asyncio.run_coroutine_threadsafe(
                self._queue.update(row.id, etag=etag, total=total or row.total), loop
            )
            saved.result(30)

        def on_bytes(done: int, total: int | None) -> None:
            self._queue.progress.post(row.id, (done, total))

        verified = await self._lanes.download.run(
            download, connection, transfer, on_start, on_bytes
        )
        return transfer, verified

    async def _after_failure(self, row: Download, error: AppError) -> float | None:
        """Note why; progress since the last try makes the tries count anew."""
        current = self._queue.get(row.id)
        if current is None:
            return None
        self.errors[row.id] = error
        attempts = 1 if current.done > row.done else current.attempts + 1
        if not _may_help(error, attempts):
            await self._queue.update(
                row.id, state=DownloadState.FAILED, reason=str(error), attempts=attempts
            )
            return None
        wait = _wait_before(attempts, error)
        await self._queue.update(
            row.id,
            state=DownloadState.WAITING,
            reason=error.message,
            attempts=attempts,
            retry_at=utc_now() + dt.timedelta(seconds=wait),
        )
        return wait

    async def _write_metadata(self, row: Download) -> None:
        """Beside the files: what they are, as soon as the last of them is there."""
        rows = [r for r in self._queue.of_job(row.job) if r.path.parent == row.path.parent]
        if any(r.state.is_open for r in rows):
            return
        job = await self._jobs.get(row.job)
        results = await self._results.get(row.job)
        if job is None or results is None:
            return
        names = {r.asset_key: r.path.name for r in rows if r.state is DownloadState.DONE}
        try:
            await self._lanes.download.call(
                write_job_metadata, row.path.parent, job, results, names
            )
        except AppError as error:
            log.warning("The metadata could not be written: %s", error)


def _size(path: Path) -> int:
    return path.stat().st_size


def _may_help(error: AppError, attempts: int) -> bool:
    """Whether trying again by itself makes sense: a damaged file once, the network longer."""
    if isinstance(error, SignInError):
        return False
    if isinstance(error, DownloadError):
        return attempts < 2
    if isinstance(error, BackEndError) and error.status in _PASSING:
        return attempts < 3
    return isinstance(error, (UnreachableError, BusyError)) and attempts < TRIES


def _wait_before(attempts: int, error: AppError) -> float:
    asked = error.retry_after if isinstance(error, BusyError) else None
    spread = random.uniform(0.5, 1.0)  # noqa: S311 - jitter, not a secret
    return max(asked or 0.0, min(LONGEST_WAIT, 2.0**attempts) * spread)
