"""Whether the back-end did what was asked: by reading the job, never by asking for it twice.

Jobs lag behind: 202 does not mean that the job is queued already (openEO API 1.2, «Batch jobs»).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from openeo_desktop.core.errors import AppError, BusyError, NotFoundError, UnreachableError
from openeo_desktop.core.job_actions import ActionKind, JobAction
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.core.times import format_time
from openeo_desktop.services.jobs import JobsService

log = logging.getLogger(__name__)
SEEN_AFTER = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each look at a job whose action was accepted, until it shows."""
LOOKS = (0.0, 3.0, 10.0)
"""The same where the answer was lost: it may still be done."""


class ActionChecks:
    """Reads jobs after actions."""

    def __init__(self, jobs: JobsService) -> None:
        self._jobs = jobs

    async def see(self, action: JobAction) -> Job:
        """The job after an accepted action, as soon as that shows; as it is after a while."""
        waits = (0.0,) if action.kind is ActionKind.UPDATING else SEEN_AFTER
        for wait in waits:
            await asyncio.sleep(wait)
            try:
                job = await self._jobs.refresh(action.key)
            except AppError as error:
                log.info("Not read after «%s»: %s", action.kind, error.message)
                break
            if is_done(action, job):
                return job
        return await self._jobs.require(action.key)

    async def was_done(self, action: JobAction, error: AppError) -> bool:
        """After a lost answer (`error`): whether it was done all the same.

        Raises:
            UnreachableError: That cannot be told now.
        """
        reason: AppError = error
        for wait in LOOKS:
            await asyncio.sleep(wait)
            try:
                if is_done(action, await self._jobs.refresh(action.key)):
                    return True
            except NotFoundError:
                return action.kind is ActionKind.DELETING
            except BusyError as busy:
                reason = busy
                break  # it wants to be left alone
            except AppError as failed:
                reason = failed
            else:
                reason = error
        if reason is not error:
            raise UnreachableError(
                f"{error.message} It is not known yet whether the back-end did what was asked.",
                "The job is looked at as soon as the back-end answers again.",
                details=reason.full_text(),
            )
        return False


def is_done(action: JobAction, job: Job) -> bool:
    """Whether the job shows that the action was carried out."""
    match action.kind:
        case ActionKind.STARTING:
            return has_moved(action, job)
        case ActionKind.STOPPING:
            return not job.status.is_active
        case ActionKind.UPDATING:
            return _tells(job.raw, action.body)
    return False


def has_moved(action: JobAction, job: Job) -> bool:
    """Whether the job is another than before: it runs, or has run once more."""
    if job.status.is_active or job.status.value != action.known.get("status"):
        return True
    return job.status.is_terminal and format_time(job.updated) != action.known.get("updated")


def _tells(raw: Mapping[str, Any], body: Mapping[str, Any]) -> bool:
    """Whether all that was changed and that the back-end tells of is as it was asked."""
    told = {name: value for name, value in body.items() if name in raw}
    return bool(told) and all(_same(raw[name], value) for name, value in told.items())


def _same(told: Any, asked: Any) -> bool:
    if isinstance(asked, Mapping):  # a process: back-ends add fields of their own
        graph = as_dict(asked).get("process_graph")
        return bool(as_dict(told).get("process_graph") == graph)
    return bool(told == asked)
