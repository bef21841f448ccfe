"""A run of the app that is killed by force at the moment it shows a notice. Not a test itself.

`python -m tests.services.killed_notices PROFILE BASE`: prints the id and status of each job that it
tells of, then kills itself before anything could be noted. POSIX only.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import keyring
import keyring.backends.null

from openeo_desktop.core.notices import NoticeGroup
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services import notices
from tests.support.fake_back_end import PASSWORD
from tests.support.service_runs import DEADLINE, opened


def _die(group: NoticeGroup) -> None:
    """As late as it can be: it was shown, and not yet marked as told."""
    for notice in group.notices:
        print(notice.key.job_id, notice.status.value, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


async def _run(profile: Path, base: str) -> None:
    async with opened(profile_paths(profile)) as services:
        services.notices.told.connect(_die)
        await services.accounts.sign_in_basic(base, "me", PASSWORD, remember=False)
        await services.notices.start()
        services.sync.start()
        await asyncio.sleep(DEADLINE)


if __name__ == "__main__":
    keyring.set_keyring(keyring.backends.null.Keyring())
    notices.SETTLE = 0.0
    asyncio.run(_run(Path(sys.argv[1]), sys.argv[2]))
