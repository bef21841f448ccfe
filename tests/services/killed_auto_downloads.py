"""A run of the app that is killed by force when it has seen the end of a job. Not a test itself.

`python -m tests.services.killed_auto_downloads PROFILE BASE JOB`: the end is in the history then,
and nobody has wished for the job's files yet. POSIX only.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import keyring
import keyring.backends.null

from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.jobs import JobTransition
from tests.support.fake_back_end import PASSWORD
from tests.support.service_runs import opened


def _die(_: JobTransition) -> None:
    """Before any task of the loop can run."""
    os.kill(os.getpid(), signal.SIGKILL)


async def _run(profile: Path, base: str, job_id: str) -> None:
    async with opened(profile_paths(profile)) as services:
        account = await services.accounts.sign_in_basic(base, "me", PASSWORD, remember=False)
        await services.auto_downloads.start()
        services.jobs.transitioned.connect(_die)
        await services.jobs.refresh(JobKey(account.id, JobId(job_id)))


if __name__ == "__main__":
    keyring.set_keyring(keyring.backends.null.Keyring())  # type: ignore[no-untyped-call]
    asyncio.run(_run(Path(sys.argv[1]), *sys.argv[2:]))
