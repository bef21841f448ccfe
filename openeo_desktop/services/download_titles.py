"""The titles of jobs as the download list shows them: a job that is renamed is so there too."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.download_queue import DownloadQueue
from openeo_desktop.services.jobs import JobsChanged, JobsService

Later = Callable[[Coroutine[Any, Any, Any], str], Any]


class DownloadTitles:
    """Follows the jobs whose files are on the list; `later` does something beside."""

    def __init__(self, queue: DownloadQueue, jobs: JobsService, later: Later) -> None:
        self._queue = queue
        self._jobs = jobs
        self._later = later
        jobs.changed.connect(self._on_jobs_changed)

    def _on_jobs_changed(self, change: JobsChanged) -> None:
        ours = self._queue.jobs_among(change.upserted)
        if ours:
            self._later(self._follow(ours), "follow job titles")

    async def _follow(self, keys: Iterable[JobKey]) -> None:
        for key in keys:
            job = await self._jobs.get(key)
            if job is None:
                continue
            title = job.shown_title
            rows = [row.id for row in self._queue.of_job(key) if row.job_title != title]
            await self._queue.update_many(rows, job_title=title)
