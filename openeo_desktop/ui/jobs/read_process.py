"""Reads the process of a job for something that the person waits for, and says so if it takes long.

The back-end is asked only where the process is not known here, which most often it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.services.job_processes import job_with_process
from openeo_desktop.services.jobs import JobsService

SLOW_AFTER = 0.7
"""Seconds after which a person wonders whether anything happens."""


async def read_process(jobs: JobsService, key: JobKey, tell: Callable[[str], object]) -> Job:
    """The job with its process; `tell` is called with a short word if the back-end takes long.

    Raises:
        AppError: See `job_with_process`.
    """
    words = QCoreApplication.translate("Jobs", "The back-end is asked for the process of the job…")
    slow = asyncio.get_running_loop().call_later(SLOW_AFTER, tell, words)
    try:
        return await job_with_process(jobs, key)
    finally:
        slow.cancel()
