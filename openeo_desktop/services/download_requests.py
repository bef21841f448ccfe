"""Putting files of a job into the queue: which, where to, and what is there already."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from weakref import WeakValueDictionary

from openeo_desktop.api.download import Arrived
from openeo_desktop.api.urls import shown_host
from openeo_desktop.core.assets import Asset, Results
from openeo_desktop.core.disk import require_space
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.errors import InputError, StorageError
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_found import find_files, read_record
from openeo_desktop.services.download_metadata import DownloadMetadata
from openeo_desktop.services.download_queue import DownloadQueue
from openeo_desktop.services.download_runner import DownloadRunner
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.result_folder import FOLDER_TEMPLATE, file_names, job_folder
from openeo_desktop.services.results import ResultsService

FOLDER = "downloads/folder"
TEMPLATE = "downloads/folder_template"
DISCARDED = "discarded"
"""`result_status` of a file whose results the back-end has thrown away: the job was restarted."""


class DownloadRequests:
    """One at a time, so that nothing is queued twice.

    Looking whether the files lie there already may take minutes (large ones are hashed); meanwhile
    only requests for the same job wait.
    """

    def __init__(
        self,
        queue: DownloadQueue,
        runner: DownloadRunner,
        metadata: DownloadMetadata,
        lanes: Lanes,
        accounts: AccountsService,
        jobs: JobsService,
        results: ResultsService,
        settings: Settings,
        root: Path,
    ) -> None:
        self._queue = queue
        self._runner = runner
        self._metadata = metadata
        self._lanes = lanes
        self._accounts = accounts
        self._jobs = jobs
        self._results = results
        self._settings = settings
        self._root = root
        self._one = asyncio.Lock()
        self._looking: WeakValueDictionary[JobKey, asyncio.Lock] = WeakValueDictionary()

    @property
    def root(self) -> Path:
        """The folder of all downloads: the one that was chosen, else that of the system."""
        return Path(self._settings.get(FOLDER, "") or self._root)

    def folder_for(self, job: Job) -> Path:
        """Where the files of this job go unless another folder is chosen."""
        account = self._accounts.account(job.account_id)
        template = self._settings.get(TEMPLATE, "") or FOLDER_TEMPLATE
        return job_folder(self.root, account.title if account else "", job, template)

    async def download(
        self, key: JobKey, asset_keys: Sequence[str] | None, folder: Path | None
    ) -> tuple[Download, ...]:
        """See `DownloadsService.download`."""
        job = await self._jobs.get(key) or await self._jobs.refresh(key)
        results = await self._results.refresh(key)
        if not results.assets and job.status is JobStatus.CANCELED:
            raise InputError(
                "This job was canceled before it wrote any file.",
                "Run it again to get its results.",
            )
        assets = _chosen(results, asset_keys)
        place = folder or self.folder_for(job)
        async with self._looking.setdefault(key, asyncio.Lock()):
            found = await self._find(job, assets, place)
            async with self._one:  # twice at once would queue every file twice
                return await self._enqueue(job, assets, place, results, found)

    async def adopt(self, job: Job, asset: Asset, arrived: Arrived) -> Download | None:
        """See `DownloadsService.adopt`."""
        results = await self._results.get(job.key)
        status = str(results.status if results else job.status)
        row = replace(
            _row(job, asset, arrived.path, status), state=DownloadState.DONE, total=arrived.size
        )
        async with self._one:
            # It may have been downloaded since it was fetched ahead: the same bytes, the same path.
            rows = self._queue.of_job(job.key)
            adopted = next((known for known in rows if known.path == arrived.path), None)
            if adopted is None:
                adopted = await self._add_done(row, arrived)
        if adopted is not None:
            await self._metadata.write(adopted)
        return adopted

    async def _add_done(self, row: Download, arrived: Arrived) -> Download | None:
        (added,) = await self._queue.add([row])
        return await self._queue.update(added.id, done=arrived.size, verified=arrived.verified)

    def _known(self, job: Job, folder: Path) -> dict[str, Download]:
        """By asset key, what the list has of a job there."""
        rows = self._queue.of_job(job.key)
        return {row.asset_key: row for row in rows if row.path.parent == folder}

    async def _find(self, job: Job, assets: Sequence[Asset], folder: Path) -> Mapping[str, Arrived]:
        """Files that lie there already, though the list does not have them."""
        known = self._known(job, folder)
        new = [asset for asset in assets if asset.key not in known]
        if not new:
            return {}
        return await self._lanes.hashing.run(find_files, job, new, folder, self._taken(folder))

    async def _take_over(
        self, job: Job, new: Sequence[Asset], found: Mapping[str, Arrived], status: str
    ) -> dict[str, Download]:
        """Files that lie there already go onto the list as they are."""
        listed = {row.path for row in self._queue.all()}
        rows: dict[str, Download] = {}
        for asset in new:
            if (arrived := found.get(asset.key)) is None or arrived.path in listed:
                continue
            row = replace(
                _row(job, asset, arrived.path, status), state=DownloadState.DONE, total=arrived.size
            )
            if (added := await self._add_done(row, arrived)) is not None:
                rows[asset.key] = added
        for added in list(rows.values())[-1:]:
            await self._metadata.write(added)
        return rows

    def _taken(self, folder: Path) -> set[str]:
        """Names that rows of the list have there."""
        return {row.path.name for row in self._queue.all() if row.path.parent == folder}

    async def _enqueue(
        self,
        job: Job,
        assets: Sequence[Asset],
        folder: Path,
        results: Results,
        found: Mapping[str, Arrived],
    ) -> tuple[Download, ...]:
        known = self._known(job, folder)
        wanted = {asset.key: asset for asset in assets}
        rows = [row for key, row in known.items() if key in wanted]
        gone = set(await self._lanes.files.call(_missing, rows))
        again = [
            row for row in rows if row.id in gone or _has_changed(row, wanted[row.asset_key], job)
        ]
        new = [asset for asset in assets if asset.key not in known]
        here = await self._take_over(job, new, found, str(results.status))
        new = [asset for asset in new if asset.key not in here]
        await self._requeue(again, str(results.status))
        await self._note_status([row for row in rows if row not in again], str(results.status))
        added = await self._add(job, new, folder, str(results.status))
        rows_by_key = {row.asset_key: row.id for row in (*known.values(), *here.values(), *added)}
        asked = (self._queue.get(rows_by_key[asset.key]) for asset in assets)
        self._runner.fill()
        return tuple(row for row in asked if row is not None)

    async def _requeue(self, rows: Sequence[Download], status: str) -> None:
        await self._runner.ended(row.id for row in rows)
        for row in rows:
            if row.state is DownloadState.DONE:
                await self._queue.forget_part(row.id)
                await self._queue.update(row.id, done=0, total=None)
            await self._queue.update(row.id, result_status=status, attempts=0)
        await self._runner.requeue(row.id for row in rows)

    async def _note_status(self, rows: Sequence[Download], status: str) -> None:
        """Files that are still the right ones: partial no longer, should the job have finished."""
        here = [row for row in rows if row.result_status != status]
        await self._queue.update_many((row.id for row in here), result_status=status)
        for row in here[-1:]:
            await self._metadata.write(row)

    async def _add(
        self, job: Job, new: Sequence[Asset], folder: Path, status: str
    ) -> tuple[Download, ...]:
        needed = sum(asset.size or 0 for asset in new)
        await self._lanes.files.call(require_space, folder, needed)
        names = await self._lanes.files.call(_names, job, new, folder, self._taken(folder))
        return await self._queue.add(
            _row(job, asset, folder / names[asset.key], status) for asset in new
        )


def _chosen(results: Results, asset_keys: Sequence[str] | None) -> list[Asset]:
    if asset_keys is None:
        chosen = list(results.assets)
    else:
        wanted = set(asset_keys)
        chosen = [asset for asset in results.assets if asset.key in wanted]
    if not chosen:
        raise InputError("There is nothing to download.", "The result has no such files.")
    return chosen


def _missing(rows: Iterable[Download]) -> list[DownloadId]:
    """Those that neither are on their way nor lie on the disk."""
    return [
        row.id
        for row in rows
        if not row.state.is_open
        and (row.state is not DownloadState.DONE or not row.path.exists())
        and row.state is not DownloadState.VERIFYING
    ]


def _has_changed(row: Download, asset: Asset, job: Job) -> bool:
    """Whether what is here is of an earlier run, or of a time when the job had not finished."""
    if row.state is not DownloadState.DONE:
        return False
    if asset.checksum and row.checksum:
        return asset.checksum != row.checksum
    partial = row.is_partial and job.status is JobStatus.FINISHED
    return partial or row.result_status == DISCARDED


def _names(job: Job, assets: Sequence[Asset], folder: Path, taken: set[str]) -> dict[str, str]:
    """A name for each; one that the file had here before, though it may be another one now."""
    try:
        there = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        there = set()
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be read ({os.strerror(error.errno or 0)}).",
            "Choose another folder.",
        ) from error
    before = read_record(folder, job).names
    ours = {name for asset in assets if (name := before.get(asset.key)) and name not in taken}
    return file_names(assets, taken | (there - ours), folder)


def _row(job: Job, asset: Asset, path: Path, status: str) -> Download:
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
        host=shown_host(asset.href) if "://" in asset.href else "",
        result_status=status,
    )
