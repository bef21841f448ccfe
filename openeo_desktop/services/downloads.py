"""Downloads: puts result files in the queue, runs a few at a time, never loses one.

The identity of a file is (job, asset key). Links expire: they are fetched fresh when one is
refused, and the file goes on at the same byte.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import os
from collections.abc import Coroutine, Iterable, Sequence
from pathlib import Path
from typing import Any

from openeo_desktop.core.assets import Asset, Results
from openeo_desktop.core.disk import require_space
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.errors import AppError, InputError, StorageError
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_queue import DownloadQueue, DownloadSummary
from openeo_desktop.services.download_work import DownloadWork
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.result_folder import file_names, job_folder
from openeo_desktop.services.results import ResultsService

log = logging.getLogger(__name__)
PARALLEL = 3


class DownloadsService:
    """Owner of the queue and of the tasks that work on it."""

    def __init__(
        self,
        queue: DownloadQueue,
        lanes: Lanes,
        accounts: AccountsService,
        jobs: JobsService,
        results: ResultsService,
        settings: Settings,
        root: Path,
    ) -> None:
        self.changed = queue.changed
        self._queue = queue
        self._lanes = lanes
        self._accounts = accounts
        self._work = DownloadWork(queue, lanes, accounts, jobs, results)
        self._jobs = jobs
        self._results = results
        self._settings = settings
        self._root = root
        self._tasks: dict[DownloadId, asyncio.Task[None]] = {}
        self._enqueuing = asyncio.Lock()
        self._background: set[asyncio.Task[Any]] = set()

    async def load(self, job: JobKey | None = None) -> None:
        """Read the queue and go on where the last run ended.

        Args:
            job: Only the rows of this job (the command line leaves the window's queue alone).
        """
        await self._queue.load(job)
        self._background.add(asyncio.create_task(self._queue.pump(), name="download progress"))
        self._fill()

    def all(self) -> tuple[Download, ...]:
        """All rows in order."""
        return self._queue.all()

    def of_job(self, key: JobKey) -> tuple[Download, ...]:
        """The rows of one job."""
        return self._queue.of_job(key)

    def summary(self) -> DownloadSummary:
        """All open downloads together."""
        return self._queue.summary()

    def folder_for(self, job: Job) -> Path:
        """Where the files of this job go unless another folder is chosen."""
        root = Path(self._settings.get("downloads/folder", "") or self._root)
        account = self._accounts.account(job.account_id)
        return job_folder(root, account.title if account else "", job)

    async def download(
        self, key: JobKey, asset_keys: Sequence[str] | None = None, folder: Path | None = None
    ) -> tuple[Download, ...]:
        """Queue files of a job (None: all); rows already there go on instead of being doubled.

        Raises:
            InputError: There is nothing (of that key) to download.
            StorageError: It does not fit on the disk.
            AppError: The result metadata cannot be fetched.
        """
        job = await self._jobs.get(key) or await self._jobs.refresh(key)
        results = await self._results.refresh(key)
        if not results.assets and job.status is JobStatus.CANCELED:
            raise InputError(
                "This job was canceled before it wrote any file.",
                "Run it again to get its results.",
            )
        assets = _chosen(results, asset_keys)
        place = folder or self.folder_for(job)
        async with self._enqueuing:  # twice at once would queue every file twice
            rows = await self._enqueue(job, assets, place)
        self._fill()
        return rows

    async def _enqueue(
        self, job: Job, assets: Sequence[Asset], folder: Path
    ) -> tuple[Download, ...]:
        known = {row.asset_key: row for row in self.of_job(job.key) if row.path.parent == folder}
        there = {key: row for key, row in known.items() if _is_there(row)}
        again = [row for key, row in known.items() if key not in there and _in(key, assets)]
        for row in again:
            await self._end_of_try(row.id)
            await self._requeue(row)
        new = [asset for asset in assets if asset.key not in known]
        needed = sum(asset.size or 0 for asset in new)
        await self._lanes.download.call(require_space, folder, needed)
        taken = await self._lanes.download.call(_existing_names, folder)
        taken |= {row.path.name for row in self.all() if row.path.parent == folder}
        names = file_names(new, taken)
        added = await self._queue.add(_row(job, asset, folder / names[asset.key]) for asset in new)
        rows = {row.asset_key: row for row in (*known.values(), *added)}
        return tuple(self._queue.get(rows[a.key].id) or rows[a.key] for a in assets)

    async def _requeue(self, row: Download) -> None:
        fresh = row.state is DownloadState.DONE
        done = {"done": 0, "etag": ""} if fresh else {}
        await self._queue.update(
            row.id, state=DownloadState.QUEUED, reason="", attempts=0, retry_at=None, **done
        )

    async def settled(self, ids: Iterable[DownloadId]) -> tuple[Download, ...]:
        """Wait until none of these goes on by itself, and the metadata lies beside the files."""
        rows = await self._queue.settled(ids)
        tasks = [self._tasks[row.id] for row in rows if row.id in self._tasks]
        if tasks:
            await asyncio.wait(tasks)
        return rows

    def error_of(self, item: DownloadId) -> AppError | None:
        """Why the last try of this row failed, if it did in this run."""
        return self._work.errors.get(item)

    async def pause(self, ids: Iterable[DownloadId]) -> None:
        """Stop; the bytes that are there stay, and `resume` goes on from them."""
        for row in self._open(ids):
            await self._end_task(row.id)
            if self._open([row.id]):  # it may have come to its end in between
                await self._queue.update(row.id, state=DownloadState.PAUSED, reason="")
        self._fill()

    async def resume(self, ids: Iterable[DownloadId]) -> None:
        """Queue again what was paused, failed or waits."""
        for item in ids:
            row = self._queue.get(item)
            if row is None or row.state in (DownloadState.QUEUED, DownloadState.RUNNING):
                continue
            await self._end_of_try(row.id)
            if row.state is DownloadState.WAITING or not _is_there(row):
                await self._requeue(row)
        self._fill()

    async def retry(self, ids: Iterable[DownloadId]) -> None:
        """Try failed ones again at once."""
        await self.resume(ids)

    async def cancel(self, ids: Iterable[DownloadId]) -> None:
        """Stop, delete the part and take the row off the list; finished files stay."""
        wanted = [row for item in ids if (row := self._queue.get(item)) is not None]
        for row in wanted:
            await self._end_task(row.id)
            if row.state is not DownloadState.DONE:
                await self._lanes.download.call(_delete_part, row.part_path)
        await self._queue.remove([row.id for row in wanted])
        self._fill()

    async def remove(self, ids: Iterable[DownloadId]) -> None:
        """Take rows off the list that do not go on by themselves; files stay."""
        rows = [row for item in ids if (row := self._queue.get(item)) is not None]
        await self._queue.remove([row.id for row in rows if not row.state.is_open])

    def _open(self, ids: Iterable[DownloadId]) -> list[Download]:
        rows = [self._queue.get(item) for item in ids]
        return [row for row in rows if row is not None and row.state.is_open]

    async def _end_of_try(self, item: DownloadId) -> None:
        """A try tells how it ended a moment before its task is over."""
        task = self._tasks.get(item)
        if task is not None:
            await asyncio.wait([task])

    async def _end_task(self, item: DownloadId) -> None:
        task = self._tasks.pop(item, None)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def _fill(self) -> None:
        """Start queued rows as long as there is room."""
        for row in self.all():
            if len(self._tasks) >= PARALLEL:
                return
            if row.state is DownloadState.QUEUED and row.id not in self._tasks:
                task = asyncio.create_task(self._try(row), name=f"download {row.asset_key}")
                self._tasks[row.id] = task
                task.add_done_callback(functools.partial(self._on_done, row.id))

    async def _try(self, row: Download) -> None:
        wait = await self._work.run(row)
        if wait is not None:
            self._later(self._wake(row.id, wait))

    async def _wake(self, item: DownloadId, wait: float) -> None:
        await asyncio.sleep(wait)
        row = self._queue.get(item)
        if row is not None and row.state is DownloadState.WAITING:
            await self._queue.update(item, state=DownloadState.QUEUED, retry_at=None)
            self._fill()

    def _on_done(self, item: DownloadId, task: asyncio.Task[None]) -> None:
        if self._tasks.get(item) is task:
            del self._tasks[item]
        if not task.cancelled():
            if (error := task.exception()) is not None:
                self._later(self._note_failure(item, error))
            self._fill()

    async def _note_failure(self, item: DownloadId, error: BaseException) -> None:
        """What `DownloadWork` did not foresee: a history that cannot be written, or a bug."""
        if not isinstance(error, AppError):
            log.error("A download ended with a bug", exc_info=error)
        reason = str(error) if isinstance(error, AppError) else f"A bug: {error!r}"
        with contextlib.suppress(AppError):
            await self._queue.update(item, state=DownloadState.FAILED, reason=reason)

    def _later(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(coroutine)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def close(self) -> None:
        """Stop all transfers; they go on at the next start."""
        for task in (*self._tasks.values(), *self._background):
            task.cancel()
        await asyncio.gather(*self._tasks.values(), *self._background, return_exceptions=True)


def _chosen(results: Results, asset_keys: Sequence[str] | None) -> list[Asset]:
    if asset_keys is None:
        chosen = list(results.assets)
    else:
        wanted = set(asset_keys)
        chosen = [asset for asset in results.assets if asset.key in wanted]
    if not chosen:
        raise InputError("There is nothing to download.", "The result has no such files.")
    return chosen


def _in(key: str, assets: Sequence[Asset]) -> bool:
    return any(asset.key == key for asset in assets)


def _is_there(row: Download) -> bool:
    if row.state is not DownloadState.DONE:
        return row.state.is_open
    return row.path.exists()


def _row(job: Job, asset: Asset, path: Path) -> Download:
    return Download(
        id=DownloadId(0),
        job=job.key,
        asset_key=asset.key,
        path=path,
        state=DownloadState.QUEUED,
        total=asset.size,
        checksum=asset.checksum,
        job_title=job.shown_title,
        media_type=asset.media_type,
    )


def _existing_names(folder: Path) -> set[str]:
    try:
        return {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return set()
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be read ({os.strerror(error.errno or 0)}).",
            "Choose another folder.",
        ) from error


def _delete_part(part: Path) -> None:
    part.unlink(missing_ok=True)
