"""What a person does with jobs: check, create, start, stop, delete; the history is the witness.

Each action is shown as pending at once, then confirmed by what the back-end says or taken back with
its reason. Reading jobs and writing what back-ends say of them is `services.jobs`.
"""

from __future__ import annotations

import logging
from typing import Any

from openeo_desktop.api import jobs as api
from openeo_desktop.api.processes import validate
from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError, BackEndError, UnreachableError
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.process_graph import GraphProblem, ProcessDraft
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsChanged, JobsService
from openeo_desktop.store import jobs as store

log = logging.getLogger(__name__)


class JobActions:
    """Carries out what the person wants done; `JobsService` tells what changed by it."""

    def __init__(self, history: History, accounts: AccountsService, jobs: JobsService) -> None:
        self._history = history
        self._accounts = accounts
        self._jobs = jobs

    async def validate(self, account_id: AccountId, draft: ProcessDraft) -> list[GraphProblem]:
        """Let the back-end check a process; empty means valid.

        Raises:
            AppError: The check itself failed, which says nothing about the process.
        """
        return await self._accounts.call(account_id, validate, dict(draft.process))

    async def create(
        self, account_id: AccountId, request: JobRequest, *, start: bool = False
    ) -> Job:
        """Create a job, and start it if asked to. Never repeated by itself: not idempotent.

        Raises:
            UnreachableError: No answer; if it was `sent`, the job may have been created.
            AppError: What the back-end says.
        """
        try:
            job_id = await self._accounts.call(account_id, api.create_job, request.body())
        except UnreachableError as error:
            if error.sent:
                error.hint = "Refresh the list before trying again: the job may have been created."
            else:
                error.hint = f"No job was created. {error.hint}"
            raise
        key = JobKey(account_id, job_id)
        job = await self._first_seen(key, request)
        return await self.start(key) if start else job

    async def _first_seen(self, key: JobKey, request: JobRequest) -> Job:
        """A job that was just created; if the back-end cannot be asked about it now, as sent."""
        try:
            return await self._jobs.refresh(key)
        except AppError as error:
            log.info("The new job %s could not be read: %s", key.job_id, error.message)
        sent = request.body() | {"id": key.job_id, "status": "created"}
        await self._jobs.write(key.account_id, [sent], detailed=True)
        return await self._jobs.require(key)

    async def start(self, key: JobKey) -> Job:
        """Put a job into the queue.

        Raises:
            BackEndError: Refused, or silently ignored (finished and failed jobs on some servers).
            AppError: See `AccountsService.call`.
        """
        before = await self._jobs.require(key)
        await self._act(key, "starting", api.start_job)
        if before.status.is_terminal:
            return await self._after_restart(key, before)
        return await self._jobs.refresh(key)

    async def _after_restart(self, key: JobKey, before: Job) -> Job:
        """A restart discards log and results, unless the back-end ignored it (202, no change)."""
        job = await self._jobs.refresh(key)
        if job.status is before.status and job.updated == before.updated:
            raise BackEndError(
                f"The back-end ignored the restart: «{job.shown_title}» is still {job.status}.",
                "Create a new job with the same process instead.",
            )
        if not job.status.is_active:  # else it was noticed when the answer was written
            await self._jobs.forget_run(key)
        return job

    async def stop(self, key: JobKey) -> Job:
        """Cancel a queued or running job.

        Raises:
            AppError: See `AccountsService.call`.
        """
        await self._act(key, "stopping", api.stop_job)
        return await self._jobs.refresh(key)

    async def delete(self, key: JobKey) -> None:
        """Delete a job with its results on the back-end, then forget it here.

        Raises:
            AppError: See `AccountsService.call`; the job stays.
        """
        known = await self._jobs.require(key)
        if not known.gone:
            await self._act(key, "deleting", api.delete_job)
        await self._jobs.forget(key)

    async def _act(self, key: JobKey, pending: str, action: Any) -> None:
        """Show the action as pending at once; take that back when it was answered."""
        await self._set_pending(key, pending)
        try:
            await self._accounts.call(key.account_id, action, key.job_id)
        finally:
            await self._set_pending(key, "")
            self._jobs.acted.emit(key)

    async def _set_pending(self, key: JobKey, pending: str) -> None:
        await self._history.call(store.set_pending, key, pending)
        self._jobs.changed.emit(JobsChanged(frozenset({key})))
