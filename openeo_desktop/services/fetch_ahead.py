"""Small files of results that somebody looks at, fetched before they are asked for.

So that they can be dragged at once. They lie in the cache of the app, not among the person's files:
looking at a job shall not fill a folder. A drag puts the file into the job's folder, as a download
would, because a program that opens what is dropped (QGIS) keeps its path.
"""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import time
from collections.abc import Coroutine, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from openeo_desktop.api.download import Arrived, Transfer, download
from openeo_desktop.api.origin_mark import mark_origin
from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.assets import Asset, Results
from openeo_desktop.core.bandwidth import Bandwidth
from openeo_desktop.core.cancel import Cancelled
from openeo_desktop.core.disk import disk_errors, free_target, rename_for_good
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState, Verification
from openeo_desktop.core.errors import AppError, InputError, NotFoundError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.paths import make_private_folder
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_links import DownloadLinks
from openeo_desktop.services.downloads import LIMIT, DownloadsService
from openeo_desktop.services.jobs import JobsService, JobTransition
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.result_folder import file_names
from openeo_desktop.services.results import ResultsService

log = logging.getLogger(__name__)
FETCH_AHEAD = "downloads/fetch_ahead"
MOST_BYTES = 10_000_000
MOST_PER_JOB = 60_000_000
MOST_FILES = 30
MOST_OF_UNKNOWN_SIZE = 5
OLD_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class AheadFile:
    """A file that is here; `placed`: in the job's folder already."""

    asset: Asset
    path: Path
    size: int
    verified: Verification
    placed: bool = False


class FetchAhead:
    """One file at a time, of one job at a time; failures are nobody's concern.

    Attributes:
        changed: Other files of this job can be dragged now.
    """

    def __init__(
        self,
        lanes: Lanes,
        accounts: AccountsService,
        jobs: JobsService,
        results: ResultsService,
        downloads: DownloadsService,
        settings: Settings,
        cache: Path,
    ) -> None:
        self.changed: Event[JobKey] = Event()
        self._lanes = lanes
        self._accounts = accounts
        self._jobs = jobs
        self._results = results
        self._downloads = downloads
        self._settings = settings
        self._links = DownloadLinks(results)
        self._root = cache / "ahead"
        self._folder = self._root / str(os.getpid())
        self._bandwidth = Bandwidth()
        self._files: dict[JobKey, dict[str, AheadFile]] = {}
        self._seen: JobKey | None = None
        self._work: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._made = False
        self._one = asyncio.Lock()
        jobs.restarted.connect(self._forget)
        jobs.transitioned.connect(self._on_transitioned)

    @property
    def enabled(self) -> bool:
        """Whether files are fetched ahead; on by default."""
        return self._settings.get(FETCH_AHEAD, True)

    def set_enabled(self, enabled: bool) -> None:
        """Fetch ahead from now on, or not."""
        self._settings.set(FETCH_AHEAD, enabled)
        seen, self._seen = self._seen, None
        self.look_at(seen)

    def look_at(self, key: JobKey | None) -> None:
        """Somebody looks at the results of this job now; None: at none."""
        if key == self._seen:
            return
        self._seen = key
        if self._work is not None:
            self._work.cancel()
            self._work = None
        if key is not None and self.enabled:
            self._work = self._later(self._fetch_all(key))

    def files(self, key: JobKey) -> Mapping[str, Path]:
        """The files of a job that can be dragged without a download, by asset key."""
        return {name: file.path for name, file in self._files.get(key, {}).items()}

    async def fetch(self, key: JobKey, asset_key: str) -> None:
        """Fetch one file now, because somebody wants to see it; also where `enabled` is off.

        Raises:
            NotFoundError: It is no longer among the results.
            InputError: It is too large.
            AppError: It cannot be fetched.
        """
        results = await self._results.get(key)
        asset = results.asset(asset_key) if results is not None else None
        if asset is None:
            raise NotFoundError("This file is no longer among the results.", "Refresh the results.")
        await self._fetch(key, asset)
        if asset_key not in self.files(key):
            raise InputError("This file is too large to be shown here.", "Download it instead.")

    def place(self, job: Job, asset_key: str) -> Path:
        """Put a file into the job's folder, as if it had been downloaded; returns where it is.

        At once, on the caller's thread: it is a link to the file in the cache, or a small copy.

        Raises:
            KeyError: It was not fetched.
            StorageError: The folder cannot be written.
        """
        file = self._files[job.key][asset_key]
        if file.placed:
            return file.path
        path = _put(file, self._downloads.folder_for(job))
        self._files[job.key][asset_key] = replace(file, path=path, placed=True)
        arrived = Arrived(path, file.size, file.verified)
        self._later(self._downloads.adopt(job, file.asset, arrived))
        return path

    async def _fetch_all(self, key: JobKey) -> None:
        job, results = await self._jobs.get(key), await self._results.get(key)
        if job is None or results is None or job.status is not JobStatus.FINISHED:
            return
        status = self._accounts.status(key.account_id)
        if job.gone or status is None or status.state is not AccountState.ONLINE:
            return
        self._bandwidth.set_rate(max(0, self._settings.get(LIMIT, 0)) * 1024)
        try:
            for asset in self._small(key, results):
                await self._fetch(key, asset)
        except AppError as error:
            log.info("No more files are fetched ahead: %s", error)

    def _small(self, key: JobKey, results: Results) -> Iterator[Asset]:
        """Those worth it, in the order of the result."""
        asked = {row.asset_key for row in self._downloads.of_job(key)} | self.files(key).keys()
        files, size, unknown = 0, 0, 0
        for asset in results.assets:
            known = asset.size is not None
            unknown += not known
            files, size = files + 1, size + (asset.size or 0)
            if files > MOST_FILES or size > MOST_PER_JOB:
                return
            if asset.key not in asked and (
                unknown <= MOST_OF_UNKNOWN_SIZE if asset.size is None else asset.size <= MOST_BYTES
            ):
                yield asset

    async def _fetch(self, key: JobKey, asset: Asset) -> None:
        async with self._one:  # a file that is fetched ahead may be asked for at that moment
            if asset.key not in self.files(key):
                await self._fetch_one(key, asset)

    async def _fetch_one(self, key: JobKey, asset: Asset) -> None:
        folder = self._folder / f"{abs(hash(key)):x}"
        await self._lanes.files.call(self._make, folder)
        names = [path.name for path in self.files(key).values()]
        target = folder / file_names([asset], names, folder)[asset.key]
        row = Download(DownloadId(0), key, asset.key, target, DownloadState.QUEUED)
        fresh = await self._links.asset(row)
        connection = await self._accounts.connection(key.account_id)
        part = target.with_name(f"{target.name}.part")
        transfer = Transfer(fresh.href, part, target, asset.size, asset.checksum)
        try:
            arrived = await self._lanes.download.run(
                download, connection, transfer, _SmallOnly(), self._bandwidth
            )
        except Cancelled:  # larger than was announced, if it was
            return
        finally:
            await self._lanes.files.call(part.unlink, missing_ok=True)
        file = AheadFile(asset, arrived.path, arrived.size, arrived.verified)
        self._files.setdefault(key, {})[asset.key] = file
        self.changed.emit(key)

    def _make(self, folder: Path) -> None:
        """The folder of this run; those of earlier runs go."""
        if not self._made:
            self._made = True
            _sweep(self._root, self._folder)
        make_private_folder(folder)

    def _on_transitioned(self, change: JobTransition) -> None:
        self._forget(change.job.key)

    def _forget(self, key: JobKey) -> None:
        """Its results are others now, or will be."""
        if self._files.pop(key, None) is not None:
            self.changed.emit(key)
        if key == self._seen:
            self.look_at(None)

    def _later(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.get_running_loop().create_task(coroutine, name="fetch ahead")
        self._tasks.add(task)
        task.add_done_callback(self._on_done)
        return task

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            level = logging.INFO if isinstance(error, AppError) else logging.ERROR
            log.log(level, "Fetching ahead failed: %s", error, exc_info=level == logging.ERROR)

    async def close(self) -> None:
        """Stop; the cache of this run goes, what was placed stays."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._made:
            await self._lanes.files.call(shutil.rmtree, self._folder, ignore_errors=True)


class _SmallOnly:
    """A `Journal` that keeps nothing and ends a transfer that turns out to be large."""

    def begin(self, validator: str, total: int | None) -> None:  # noqa: ARG002 - Journal
        self.progress(0, total)

    def commit(self, size: int) -> None:
        self.progress(size, None)

    def ready(self, target: Path, verified: Verification, size: int) -> None:  # noqa: ARG002
        self.progress(size, None)

    def progress(self, done: int, total: int | None) -> None:
        if max(done, total or 0) > MOST_BYTES:
            raise Cancelled


def _put(file: AheadFile, folder: Path) -> Path:
    """Into the folder under its name, or the next free one; whole or not at all.

    Raises:
        StorageError: It cannot be written.
    """
    with disk_errors(folder / file.path.name):
        folder.mkdir(parents=True, exist_ok=True)
        there = {entry.name for entry in os.scandir(folder)}
        target = folder / file_names([file.asset], there, folder)[file.asset.key]
        same = folder / file.path.name
        if free_target(file.path, same) == same and same.exists():
            return same  # it has been put there before
        part = target.with_name(f"{target.name}.part")
        part.unlink(missing_ok=True)
        try:
            os.link(file.path, part)
        except OSError:  # another disk, or one that knows no links
            shutil.copyfile(file.path, part)
            mark_origin(part, file.asset.href, "")
            with part.open("rb+") as copied:
                os.fsync(copied.fileno())
        rename_for_good(part, target)
        return target


def _sweep(root: Path, mine: Path) -> None:
    """What runs that were killed have left behind."""
    try:
        others = [entry for entry in root.iterdir() if entry != mine]
    except OSError:
        return
    for folder in others:
        if time.time() - folder.stat().st_mtime > OLD_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(mine, ignore_errors=True)
