"""Runs the real application in this process and hands its running window to a coroutine."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from openeo_desktop.app import Desktop, run_window
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.demo.examples import local_account, until

Script = Callable[[Desktop, Account], Coroutine[Any, Any, None]]


def run_app(profile: Path, script: Script, within: float = 120.0) -> None:
    """Start the app, run the script on it, close it; what the script raises is raised here.

    A bug the app reports meanwhile fails the test, whatever the script says.
    """
    raised: list[BaseException] = []

    async def drive(desktop: Desktop) -> int:
        try:
            account = await local_account(desktop.services)
            await asyncio.wait_for(script(desktop, account), within)
        except BaseException as error:  # noqa: BLE001 - handed to the test
            raised.append(error)
        return 0

    with BugTrap() as bugs:
        assert run_window(profile_paths(profile), driver=drive) == 0
    # The window is one large cycle: a later test's worker thread must not be who collects it.
    gc.collect()
    assert not bugs.reports, bugs.reports
    if raised:
        raise raised[0]


class BugTrap(logging.Handler):
    """Collects what the app logs as an error: its bug reports, and failed listeners."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.reports: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message with its traceback."""
        self.reports.append(logging.Formatter().format(record))

    def __enter__(self) -> BugTrap:
        logging.getLogger("openeo_desktop").addHandler(self)
        return self

    def __exit__(self, *_ended: object) -> None:
        logging.getLogger("openeo_desktop").removeHandler(self)


async def create(desktop: Desktop, account: Account, request: JobRequest, *, start: bool) -> JobKey:
    """A job made past the dialog's checks, selected in the window."""
    job = await desktop.services.actions.create(account.id, request, start=start)
    desktop.window.select_job(job.key)
    return job.key


async def until_job(desktop: Desktop, key: JobKey, condition: Callable[[Job], bool]) -> Job:
    """Wait until the watching of the app has brought the job into a state."""
    found: list[Job] = []

    async def look() -> None:
        while True:
            job = await desktop.services.jobs.get(key)
            if job is not None and condition(job):
                found.append(job)
                return
            await asyncio.sleep(0.05)

    await asyncio.wait_for(look(), 90)
    return found[0]


__all__ = ["Script", "create", "run_app", "until", "until_job"]
