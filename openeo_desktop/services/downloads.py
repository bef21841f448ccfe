"""Downloads: what a person (or a rule) asks of the queue; the work is done by `download_*`.

The identity of a file is (job, asset key). Links expire: they are fetched fresh when one is
refused, and the file goes on at the same byte.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from openeo_desktop.api.download import Arrived
from openeo_desktop.core.assets import Asset
from openeo_desktop.core.bandwidth import Bandwidth
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.disk import free_space
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_checks import DownloadChecks
from openeo_desktop.services.download_disk import DownloadDisk
from openeo_desktop.services.download_links import DownloadLinks
from openeo_desktop.services.download_metadata import DownloadMetadata
from openeo_desktop.services.download_order import Move, arranged, moved
from openeo_desktop.services.download_queue import DownloadQueue, DownloadSummary
from openeo_desktop.services.download_requests import DISCARDED, DownloadRequests
from openeo_desktop.services.download_runner import ANSWER_WITHIN, DownloadRunner
from openeo_desktop.services.download_slots import PER_HOST, TOTAL, DownloadSlots
from openeo_desktop.services.download_titles import DownloadTitles
from openeo_desktop.services.download_work import DownloadWork
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.logs import LogsService
from openeo_desktop.services.results import ResultsService

LIMIT = "downloads/limit_kib_s"


class DownloadsService:
    """The queue as the faces of the app see it. `changed`: an event of `DownloadsChanged`."""

    def __init__(
        self,
        queue: DownloadQueue,
        work: DownloadWork,
        runner: DownloadRunner,
        requests: DownloadRequests,
        checks: DownloadChecks,
        bandwidth: Bandwidth,
        lanes: Lanes,
        jobs: JobsService,
        settings: Settings,
    ) -> None:
        self.changed = queue.changed
        self._queue = queue
        self._work = work
        self._runner = runner
        self._requests = requests
        self._checks = checks
        self._bandwidth = bandwidth
        self._lanes = lanes
        self._settings = settings
        jobs.restarted.connect(self._on_restarted)
        self.apply_settings()

    async def load(self, job: JobKey | None = None) -> None:
        """Read the queue and go on where the last run ended.

        Args:
            job: Only the rows of this job (the command line leaves the window's queue alone, and
                does not wait for a back-end that is offline).
        """
        await self._queue.load(job)
        self._work.patient = job is None
        self._runner.start()

    def apply_settings(self) -> None:
        """Take over changed settings at once (`downloads/per_host`, `/total`, `/limit_kib_s`)."""
        self._bandwidth.set_rate(max(0, self._settings.get(LIMIT, 0)) * 1024)
        self._runner.fill()

    def set_limits(
        self,
        *,
        per_host: int | None = None,
        total: int | None = None,
        limit_kib_s: int | None = None,
    ) -> None:
        """Remember these and go by them at once; 0 KiB/s is no limit."""
        chosen = {PER_HOST: per_host, TOTAL: total, LIMIT: limit_kib_s}
        for key, value in chosen.items():
            if value is not None:
                self._settings.set(key, value)
        self.apply_settings()

    def all(self) -> tuple[Download, ...]:
        """All rows in order."""
        return self._queue.all()

    def of_job(self, key: JobKey) -> tuple[Download, ...]:
        """The rows of one job."""
        return self._queue.of_job(key)

    def summary(self) -> DownloadSummary:
        """All open downloads together."""
        return self._queue.summary()

    @property
    def root(self) -> Path:
        """The folder of all downloads."""
        return self._requests.root

    async def free_space(self, folder: Path) -> int | None:
        """Bytes free where a folder is (or will be), None if that cannot be said."""
        return await self._lanes.files.call(free_space, folder)

    def folder_for(self, job: Job) -> Path:
        """Where the files of this job go unless another folder is chosen."""
        return self._requests.folder_for(job)

    async def download(
        self, key: JobKey, asset_keys: Sequence[str] | None = None, folder: Path | None = None
    ) -> tuple[Download, ...]:
        """Queue files of a job (None: all); rows already there go on instead of being doubled.

        Raises:
            InputError: There is nothing (of that key) to download.
            StorageError: It does not fit on the disk.
            AppError: The result metadata cannot be fetched.
        """
        return await self._requests.download(key, asset_keys, folder)

    async def adopt(self, job: Job, asset: Asset, arrived: Arrived) -> Download | None:
        """Take a file of a job, which lies in its folder already, onto the list as finished."""
        return await self._requests.adopt(job, asset, arrived)

    async def settled(self, ids: Iterable[DownloadId]) -> tuple[Download, ...]:
        """Wait until none of these goes on by itself, and the metadata lies beside the files."""
        rows = await self._queue.settled(ids)
        await self._runner.ended(row.id for row in rows)
        return rows

    def error_of(self, item: DownloadId) -> AppError | None:
        """Why the last try of this row failed, if it did in this run."""
        return self._work.errors.get(item)

    async def pause(self, ids: Iterable[DownloadId]) -> None:
        """Stop; the bytes that are there stay, and `resume` goes on from them."""
        wanted = [row.id for row in self._rows(ids) if row.state.is_open]
        await self._queue.update_many(wanted, state=DownloadState.PAUSED, reason="", retry_at=None)
        await self._runner.stop(wanted)

    async def resume(self, ids: Iterable[DownloadId]) -> None:
        """Queue again what was paused, failed or waits."""
        rows = [row for row in self._rows(ids) if row.state in _STOPPED]
        await self._runner.ended(row.id for row in rows)
        for row in rows:
            self._work.reset(row.id)
        await self._queue.update_many((row.id for row in rows), attempts=0)
        await self._runner.requeue(row.id for row in rows)

    async def retry(self, ids: Iterable[DownloadId]) -> None:
        """Try failed ones again at once."""
        await self.resume(ids)

    async def pause_all(self) -> None:
        """Stop everything that is open; it stays so after the next start."""
        await self.pause([row.id for row in self.all()])

    async def resume_all(self) -> None:
        """Go on with everything that is paused."""
        await self.resume([row.id for row in self.all() if row.state is DownloadState.PAUSED])

    async def move(self, ids: Iterable[DownloadId], where: Move) -> None:
        """Change the order of the queue; what runs already goes on."""
        positions = moved(self.all(), frozenset(ids), where)
        if positions:
            await self._queue.reorder(positions)

    async def arrange(self, order: Sequence[DownloadId]) -> None:
        """Let these rows stand in this order, on the places they have together."""
        positions = arranged(self.all(), order)
        if positions:
            await self._queue.reorder(positions)

    async def cancel(self, ids: Iterable[DownloadId]) -> None:
        """Stop, delete the part and take the row off the list; finished files stay.

        Killed in between, it is paused at the next start, so that no part is left without its row.
        """
        wanted = self._rows(ids)
        here = [row.id for row in wanted if row.state is DownloadState.DONE]
        coming = [row for row in wanted if row.id not in here]
        await self._queue.remove(here)
        await self.pause(row.id for row in coming)
        if coming:
            discarding = self._runner.later(self._discard(coming), "cancel download")
            await asyncio.wait([discarding], timeout=ANSWER_WITHIN)

    async def _discard(self, rows: Sequence[Download]) -> None:
        await self._runner.ended(row.id for row in rows)
        await self._lanes.files.call(_delete_parts, [row.part_path for row in rows])
        await self._queue.remove([row.id for row in rows])

    async def remove(self, ids: Iterable[DownloadId]) -> None:
        """Take rows off the list that do not go on by themselves; files stay."""
        await self._queue.remove([row.id for row in self._rows(ids) if not row.state.is_open])

    async def verify(self, ids: Iterable[DownloadId]) -> tuple[Download, ...]:
        """Compare files that are here with what the back-end announced."""
        return await self._checks.verify(ids)

    async def delete_files(self, ids: Iterable[DownloadId]) -> None:
        """Delete finished files and take them off the list.

        Raises:
            StorageError: A file cannot be deleted.
        """
        await self._checks.delete_files(ids)

    def _rows(self, ids: Iterable[DownloadId]) -> list[Download]:
        rows = (self._queue.get(item) for item in ids)
        return [row for row in rows if row is not None]

    def _on_restarted(self, key: JobKey) -> None:
        """What is here is of a run whose results are gone; asked for again, it is fetched anew."""
        rows = [row.id for row in self.of_job(key)]
        if rows:
            self._runner.later(
                self._queue.update_many(rows, result_status=DISCARDED), "note restart"
            )

    async def close(self) -> None:
        """Stop all transfers; they go on at the next start."""
        await self._runner.close()


def _delete_parts(parts: Iterable[Path]) -> None:
    for part in parts:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


_STOPPED = frozenset(DownloadState) - {
    DownloadState.QUEUED,
    DownloadState.RUNNING,
    DownloadState.DONE,
    DownloadState.VERIFYING,
}


def make_downloads(
    history: History,
    lanes: Lanes,
    accounts: AccountsService,
    jobs: JobsService,
    results: ResultsService,
    logs: LogsService,
    settings: Settings,
    root: Path,
    clock: Clock = SYSTEM_CLOCK,
) -> DownloadsService:
    """The service with its parts.

    Args:
        root: The folder of downloads, unless the settings name another one.
    """
    queue = DownloadQueue(history, clock)
    slots = DownloadSlots(queue, settings)
    bandwidth = Bandwidth()
    links = DownloadLinks(results, clock)
    work = DownloadWork(queue, slots, lanes, history, accounts, links, bandwidth, clock)
    metadata = DownloadMetadata(queue, lanes, jobs, results, logs, settings)
    disk = DownloadDisk(queue, lanes)
    runner = DownloadRunner(queue, slots, work, disk, accounts, metadata.write)
    requests = DownloadRequests(
        queue, runner, metadata, lanes, accounts, jobs, results, settings, root
    )
    checks = DownloadChecks(queue, lanes)
    DownloadTitles(queue, jobs, runner.later)
    return DownloadsService(queue, work, runner, requests, checks, bandwidth, lanes, jobs, settings)
