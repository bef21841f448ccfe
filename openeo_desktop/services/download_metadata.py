"""Beside the files of a job: what they are, written as soon as the last of them is there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from pathlib import Path

from openeo_desktop.core.assets import Results
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.download_found import is_same_run, read_record
from openeo_desktop.services.download_queue import DownloadQueue
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.logs import LogsService
from openeo_desktop.services.result_folder import metadata_tail, write_job_metadata, write_log
from openeo_desktop.services.results import ResultsService

log = logging.getLogger(__name__)
WRITE_LOG = "downloads/write_log"


class DownloadMetadata:
    """Writes `job-results.json`, `job.json` and, where that is wanted, `log.json`."""

    def __init__(
        self,
        queue: DownloadQueue,
        lanes: Lanes,
        jobs: JobsService,
        results: ResultsService,
        logs: LogsService,
        settings: Settings,
    ) -> None:
        self._queue = queue
        self._lanes = lanes
        self._jobs = jobs
        self._results = results
        self._logs = logs
        self._settings = settings
        self._one = asyncio.Lock()

    async def write(self, row: Download) -> None:
        """After this row has arrived; nothing while others of its folder are to come.

        One at a time: two that arrive at once would take each other's documents for foreign ones.
        """
        async with self._one:
            await self._write(row)

    async def _write(self, row: Download) -> None:
        folder = row.path.parent
        rows = [r for r in self._queue.of_job(row.job) if r.path.parent == folder]
        if any(r.state.is_open for r in rows):
            return
        job = await self._jobs.get(row.job)
        results = await self._results.get(row.job)
        if job is None or results is None:
            return
        names = {r.asset_key: r.path.name for r in rows if r.state is DownloadState.DONE}
        try:
            await self._lanes.files.call(_write_all, folder, job, results, names)
            if self._settings.get(WRITE_LOG, False):
                await self._write_log(folder, job)
        except AppError as error:
            log.warning("The metadata could not be written: %s", error)

    async def _write_log(self, folder: Path, job: Job) -> None:
        if job.status is not JobStatus.CREATED:
            await self._logs.refresh(job.key)
        entries = await self._logs.export(job.key)
        tail = await self._lanes.files.call(metadata_tail, folder, job)
        await self._lanes.files.call(write_log, folder, entries, tail)


def _write_all(folder: Path, job: Job, results: Results, names: Mapping[str, str]) -> None:
    """Files of this run that lie there still, but are on the list no longer, stay in it.

    Raises:
        StorageError: They cannot be written.
    """
    record, known = read_record(folder, job), {asset.key for asset in results.assets}
    others = {
        key: name
        for key, name in record.names.items()
        if key in known and is_same_run(record, job) and (folder / name).is_file()
    }
    write_job_metadata(folder, job, results, {**others, **names})
