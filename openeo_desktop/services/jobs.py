"""Batch jobs: read from the history, acted on at the back-end, written back as seen.

What panes show comes from the history alone; each answer of a back-end is written there first, and
the event follows from what really changed. So every status change is noticed exactly once.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openeo_desktop.api import jobs as api
from openeo_desktop.api.processes import validate
from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError, BackEndError, NotFoundError, UnreachableError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_query import JobListing, JobQuery
from openeo_desktop.core.jobs import Job, JobKey, JobStatus, parse_job
from openeo_desktop.core.process_graph import GraphProblem, ProcessDraft
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.store import job_listing
from openeo_desktop.store import jobs as store
from openeo_desktop.store.logs import clear_logs
from openeo_desktop.store.results import clear_results

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """Jobs that look different now, and jobs that are forgotten."""

    upserted: frozenset[JobKey]
    removed: frozenset[JobKey] = frozenset()


@dataclass(frozen=True, slots=True)
class JobTransition:
    """One status change, told once; `before` is None for a job never seen before."""

    job: Job
    before: JobStatus | None


@dataclass(frozen=True, slots=True)
class JobRequest:
    """What a person wants to create. Empty texts and None are not sent at all."""

    draft: ProcessDraft
    title: str = ""
    description: str = ""
    log_level: str = ""
    plan: str = ""
    budget: float | None = None

    def body(self) -> dict[str, Any]:
        """The body of `POST /jobs` (openEO API 1.2)."""
        fields = {
            "title": self.title,
            "description": self.description,
            "log_level": self.log_level,
            "plan": self.plan,
            "budget": self.budget,
        }
        given = {name: value for name, value in fields.items() if value not in ("", None)}
        return {"process": dict(self.draft.process)} | given


class JobsService:
    """Reads jobs from the history and carries out what the person wants done with them.

    Events: `changed`, `transitioned`, and `acted`: the back-end was just told to do something with
    this job, so a change is to be expected soon even if its status has not moved yet. `restarted`:
    log and results of the run before are gone, there as here.
    """

    def __init__(self, history: History, accounts: AccountsService) -> None:
        self.changed: Event[JobsChanged] = Event()
        self.transitioned: Event[JobTransition] = Event()
        self.acted: Event[JobKey] = Event()
        self.restarted: Event[JobKey] = Event()
        self._history = history
        self._accounts = accounts
        self._deleted: set[JobKey] = set()

    async def load(self) -> None:
        """At start: nothing is pending any more."""
        await self._history.call(store.clear_all_pending)

    async def listing(self, query: JobQuery) -> JobListing:
        """Row ids of matching jobs in order, and the counts per status."""
        return await self._history.call(job_listing.list_jobs, query)

    async def rows(self, row_ids: Sequence[int]) -> dict[int, Job]:
        """Jobs by row id, without process, usage and raw JSON."""
        return await self._history.call(job_listing.load_rows, row_ids)

    async def row_ids_of(self, keys: Iterable[JobKey]) -> dict[JobKey, int]:
        """Row ids of known jobs."""
        return await self._history.call(store.row_ids_of, tuple(keys))

    async def get(self, key: JobKey) -> Job | None:
        """All that is known of a job, None if it was never seen."""
        return await self._history.call(store.load_job, key)

    async def active(self, account_id: AccountId) -> list[Job]:
        """Jobs that change by themselves."""
        return await self._history.call(store.active_jobs, account_id)

    async def write(
        self,
        account_id: AccountId,
        documents: Iterable[Mapping[str, Any]],
        *,
        detailed: bool = False,
    ) -> frozenset[JobKey]:
        """Write what a back-end said, then tell what changed. The only way jobs get in."""
        parsed = [parse_job(account_id, document) for document in documents]
        # An answer that was on its way while the job was deleted must not bring it back.
        jobs = [job for job in parsed if job is not None and job.key not in self._deleted]
        changed, transitions = await self._history.call(store.upsert_jobs, jobs, detailed=detailed)
        for change in transitions:
            if (
                change.before is not None
                and change.before.is_terminal
                and change.job.status.is_active
            ):
                await self._forget_run(change.job.key)
        if changed:
            self.changed.emit(JobsChanged(frozenset(changed)))
        for transition in transitions:
            self.transitioned.emit(JobTransition(transition.job, transition.before))
        return frozenset(changed)

    async def _forget_run(self, key: JobKey) -> None:
        """A restart discards log and results, whoever started it."""
        await self._history.call(clear_logs, key)
        await self._history.call(clear_results, key)
        self.restarted.emit(key)

    async def refresh(self, key: JobKey) -> Job:
        """Ask the back-end about one job.

        Raises:
            NotFoundError: It is not there; the history keeps what is known.
            AppError: See `AccountsService.call`.
        """
        document = await self._accounts.call(key.account_id, api.get_job, key.job_id)
        await self.write(key.account_id, [{**document, "id": key.job_id}], detailed=True)
        return await self._known(key)

    async def _known(self, key: JobKey) -> Job:
        job = await self.get(key)
        if job is None:
            raise NotFoundError(f"The job {key.job_id} is not known here.", "Refresh the list.")
        return job

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
            return await self.refresh(key)
        except AppError as error:
            log.info("The new job %s could not be read: %s", key.job_id, error.message)
        sent = request.body() | {"id": key.job_id, "status": "created"}
        await self.write(key.account_id, [sent], detailed=True)
        return await self._known(key)

    async def start(self, key: JobKey) -> Job:
        """Put a job into the queue.

        Raises:
            BackEndError: Refused, or silently ignored (finished and failed jobs on some servers).
            AppError: See `AccountsService.call`.
        """
        before = await self._known(key)
        await self._act(key, "starting", api.start_job)
        if before.status.is_terminal:
            return await self._after_restart(key, before)
        return await self.refresh(key)

    async def _after_restart(self, key: JobKey, before: Job) -> Job:
        """A restart discards log and results, unless the back-end ignored it (202, no change)."""
        job = await self.refresh(key)
        if job.status is before.status and job.updated == before.updated:
            raise BackEndError(
                f"The back-end ignored the restart: «{job.shown_title}» is still {job.status}.",
                "Create a new job with the same process instead.",
            )
        if not job.status.is_active:  # else it was noticed when the answer was written
            await self._forget_run(key)
        return job

    async def stop(self, key: JobKey) -> Job:
        """Cancel a queued or running job.

        Raises:
            AppError: See `AccountsService.call`.
        """
        await self._act(key, "stopping", api.stop_job)
        return await self.refresh(key)

    async def delete(self, key: JobKey) -> None:
        """Delete a job with its results on the back-end, then forget it here.

        Raises:
            AppError: See `AccountsService.call`; the job stays.
        """
        known = await self._known(key)
        if not known.gone:
            await self._act(key, "deleting", api.delete_job)
        self._deleted.add(key)
        await self._history.call(store.remove_job, key)
        self.changed.emit(JobsChanged(frozenset(), frozenset({key})))

    async def _act(self, key: JobKey, pending: str, action: Any) -> None:
        """Show the action as pending at once; take that back when it was answered."""
        await self._set_pending(key, pending)
        try:
            await self._accounts.call(key.account_id, action, key.job_id)
        finally:
            await self._set_pending(key, "")
            self.acted.emit(key)

    async def _set_pending(self, key: JobKey, pending: str) -> None:
        await self._history.call(store.set_pending, key, pending)
        self.changed.emit(JobsChanged(frozenset({key})))

    async def mark_unlisted(self, account_id: AccountId) -> None:
        """After a complete listing: what it did not hold is no longer on the back-end."""
        gone = await self._history.call(store.finish_listing, account_id)
        if gone:
            self.changed.emit(JobsChanged(frozenset(gone)))

    async def begin_listing(self, account_id: AccountId) -> None:
        """Before reading a whole listing."""
        await self._history.call(store.begin_listing, account_id)
