"""The process of a job, from the history, else from its back-end: listings carry none."""

from __future__ import annotations

from openeo_desktop.core.errors import NotFoundError, UnsupportedError
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.services.jobs import JobsService


async def job_with_process(jobs: JobsService, key: JobKey) -> Job:
    """The job with its process; asked for at the back-end only where it is not known here.

    Raises:
        NotFoundError: The job is unknown, or gone before its process was ever fetched.
        UnsupportedError: The back-end does not tell the process.
        AppError: See `JobsService.refresh`.
    """
    job = await jobs.get(key)
    if job is None:
        raise NotFoundError(f"The job {key.job_id} is not known here.", "Refresh the list.")
    if job.process is None and not job.gone and not key.is_provisional:
        job = await jobs.refresh(key)
    if job.process is not None:
        return job
    if job.gone:
        raise NotFoundError(
            "The process of this job is not known here, and the job is no longer on the back-end.",
            "Open the process graph from a file, if you have it in one.",
        )
    raise UnsupportedError(
        "The back-end does not tell the process of this job.",
        "Open the process graph from a file, if you have it in one.",
    )
