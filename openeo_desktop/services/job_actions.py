"""What a person does with jobs: check, create, start, stop, change, delete.

The history is the witness: each action is written there before it is sent and shown as pending,
then confirmed by reading the job again, or taken back with the back-end's reason, which stays with
the job. What was not answered is looked at before anybody repeats it.
Reading jobs and writing what back-ends say of them is `services.jobs`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from openeo_desktop.api import jobs as api
from openeo_desktop.api.processes import validate
from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError, BackEndError, UnsupportedError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_actions import (
    IGNORED_RESTART,
    NO_PLACE,
    WAITING,
    ActionFailure,
    ActionKind,
    JobAction,
    may_be_done,
)
from openeo_desktop.core.job_requests import JobChanges, JobRequest
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.process_graph import GraphProblem, ProcessDraft
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.action_checks import ActionChecks, has_moved
from openeo_desktop.services.action_record import ActionRecord
from openeo_desktop.services.job_creations import JobCreations
from openeo_desktop.services.jobs import JobsService


class JobActions:
    """Carries out what the person wants done; `JobsService` tells what changed by it.

    Events: `queued` when a job waits here for a place at its back-end (`services.start_queue`).
    """

    def __init__(
        self,
        accounts: AccountsService,
        jobs: JobsService,
        record: ActionRecord,
        checks: ActionChecks,
        creations: JobCreations,
    ) -> None:
        self.queued: Event[Job] = Event()
        self._accounts = accounts
        self._jobs = jobs
        self._record = record
        self._checks = checks
        self._creations = creations

    async def validate(self, account_id: AccountId, draft: ProcessDraft) -> list[GraphProblem]:
        """Let the back-end check a process; empty means valid.

        Raises:
            AppError: The check itself failed, which says nothing about the process.
        """
        return await self._accounts.call(account_id, validate, dict(draft.process))

    async def failure_of(self, key: JobKey) -> ActionFailure | None:
        """Why the last action on a job was taken back; None if it was not."""
        return await self._record.failure(key)

    async def dismiss_failure(self, key: JobKey) -> None:
        """The person has read it."""
        await self._record.dismiss_failure(key)

    async def create(
        self, account_id: AccountId, request: JobRequest, *, start: bool = False
    ) -> Job:
        """Create a job, and start it if asked to. Never repeated by itself: not idempotent.

        Raises:
            UnreachableError: No answer, and it cannot be told now whether there is a job.
            AppError: No job was created, or it could not be started.
        """
        job = await self._creations.create(account_id, request)
        return await self.start(job.key) if start else job

    async def start(self, key: JobKey, *, queue: bool = True) -> Job:
        """Put a job into the back-end's queue.

        Args:
            queue: Where the back-end has no place for another job (`ConcurrentJobLimit`), let it
                wait here until there is one, and return it so.

        Raises:
            BackEndError: Refused, or silently ignored (finished and failed jobs on some servers).
            AppError: See `AccountsService.call`.
        """
        before = await self._jobs.require(key)
        try:
            action, job = await self._act(before, ActionKind.STARTING, api.start_job, queue=queue)
        except BackEndError as error:
            job = await self._jobs.require(before.key)
            if error.code != NO_PLACE or job.pending != WAITING:
                raise
            if before.pending != WAITING:
                self.queued.emit(job)
            return job
        if before.status.is_terminal:
            await self._after_restart(action, job)
        return job

    async def _after_restart(self, action: JobAction, job: Job) -> None:
        """A restart discards log and results, unless the back-end ignored it (202, no change)."""
        if not has_moved(action, job):
            error = BackEndError(
                f"The back-end ignored the restart: «{job.shown_title}» is as it was.",
                "Duplicate the job to run the same process as a new one.",
                code=IGNORED_RESTART,
            )
            await self._record.begin(job, ActionKind.STARTING)
            await self._record.fail(job.key, ActionKind.STARTING, error)
            raise error
        if not job.status.is_active:  # else it was noticed when the answer was written
            await self._jobs.forget_run(job.key)

    async def stop(self, key: JobKey) -> Job:
        """Cancel a queued or running job; one that waits for a place here just waits no more.

        Raises:
            AppError: See `AccountsService.call`.
        """
        before = await self._jobs.require(key)
        if before.pending == WAITING:
            await self._record.end(before.key)
            return await self._jobs.require(before.key)
        return (await self._act(before, ActionKind.STOPPING, api.stop_job))[1]

    async def update(self, key: JobKey, changes: JobChanges) -> Job:
        """Change a job that neither waits nor runs (`PATCH /jobs/{job_id}`).

        Raises:
            UnsupportedError: This back-end does not let jobs be changed.
            BackEndError: It is queued or running, or this cannot be changed.
            AppError: See `AccountsService.call`.
        """
        before = await self._jobs.require(key)
        return (await self._act(before, ActionKind.UPDATING, _update, changes.values))[1]

    async def delete(self, key: JobKey) -> None:
        """Delete a job with its results on the back-end, then forget it here.

        Raises:
            AppError: See `AccountsService.call`; the job stays.
        """
        before = await self._jobs.require(key)
        if not before.gone:
            await self._act(before, ActionKind.DELETING, api.delete_job)
        await self._jobs.forget(before.key)

    async def _act(
        self,
        before: Job,
        kind: ActionKind,
        send: Callable[..., None],
        body: Mapping[str, Any] | None = None,
        *,
        queue: bool = False,
    ) -> tuple[JobAction, Job]:
        """Note it, send it, see what came of it.

        Raises:
            AppError: Refused, or surely not done; or it cannot be told, then it stays pending.
        """
        key = before.key
        with self._record.alive(key):
            action = await self._record.begin(before, kind, body)
            try:
                given = () if body is None else (body,)
                await self._accounts.call(key.account_id, send, key.job_id, *given)
            except AppError as error:
                await self._after_error(action, error, queue=queue)
            finally:
                self._jobs.acted.emit(key)
            if kind is ActionKind.DELETING:
                return action, before
            job = await self._checks.see(action)
            await self._record.end(key)
            return action, await self._jobs.require(job.key)

    async def _after_error(self, action: JobAction, error: AppError, *, queue: bool) -> None:
        """Look whether it was done all the same.

        Raises:
            AppError: It was not, and is taken back; or that cannot be told now.
        """
        if may_be_done(error) and await self._checks.was_done(action, error):
            return
        if may_be_done(error):
            error.reword(hint="The job was read again: this was not done. Try again.")
        if queue and error.code == NO_PLACE:
            await self._record.wait(action.key)
        else:
            await self._record.fail(action.key, action.kind, error)
        raise error


def _update(connection: Any, job_id: Any, body: Mapping[str, Any], token: Any) -> None:
    """As `api.update_job`, where the back-end has no such thing in words that help.

    Raises:
        UnsupportedError: It does not let jobs be changed.
    """
    try:
        api.update_job(connection, job_id, body, token=token)
    except BackEndError as error:
        if error.status not in (404, 405, 501) or error.code == "JobNotFound":
            raise
        raise UnsupportedError(
            "This back-end does not let jobs be changed.",
            "Duplicate the job and change the copy.",
            details=error.full_text(),
            status=error.status,
        ) from None
