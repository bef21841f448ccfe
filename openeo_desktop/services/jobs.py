"""Batch jobs: read from the history, asked for at the back-end, written back as seen.

What panes show comes from the history alone; each answer of a back-end is written there first, and
the event follows from what really changed. So every status change is noticed exactly once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.api import jobs as api
from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import NotFoundError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_query import JobListing, JobQuery, KnownUses
from openeo_desktop.core.jobs import Job, JobKey, JobStatus, parse_job
from openeo_desktop.core.status_history import StatusChange
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.store import job_filters, job_listing
from openeo_desktop.store import jobs as store
from openeo_desktop.store.database import Database
from openeo_desktop.store.fetches import FetchKind, due_of_job
from openeo_desktop.store.job_actions import clear_stale_pending
from openeo_desktop.store.listed_columns import Portion
from openeo_desktop.store.logs import clear_logs
from openeo_desktop.store.results import clear_results
from openeo_desktop.store.status_changes import status_changes

LET_GO = 100


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """Jobs that look different now, and jobs that are forgotten.

    `renamed`: what was being created has its own id now; both are among `upserted`.
    """

    upserted: frozenset[JobKey]
    removed: frozenset[JobKey] = frozenset()
    renamed: Mapping[JobKey, JobKey] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JobTransition:
    """One status change, told once; `before` is None for a job never seen before."""

    job: Job
    before: JobStatus | None


class JobsService:
    """Reads jobs from the history and writes there what back-ends say of them.

    Events: `changed`, `transitioned`, and `acted`: the back-end was just told to do something with
    this job, so a change is to be expected soon even if its status has not moved yet. `restarted`:
    log and results of the run before are gone, there as here.
    """

    def __init__(
        self, history: History, accounts: AccountsService, clock: Clock = SYSTEM_CLOCK
    ) -> None:
        self._clock = clock
        self.changed: Event[JobsChanged] = Event()
        self.transitioned: Event[JobTransition] = Event()
        self.acted: Event[JobKey] = Event()
        self.restarted: Event[JobKey] = Event()
        self._history = history
        self._accounts = accounts
        self._deleted: set[JobKey] = set()
        self._adopted: dict[JobKey, JobKey] = {}

    async def load(self) -> None:
        """At start: what was under way stays so until the back-end was asked about it."""
        await self._history.call(clear_stale_pending)

    async def listing(self, query: JobQuery, *, hurry: bool = False) -> JobListing:
        """Row ids of matching jobs in order, and the counts per status.

        Args:
            hurry: Among very many jobs the first page alone is told, if that is much faster.
        """
        return await self._history.read(job_listing.list_jobs, query, hurry=hurry)

    async def rows(self, row_ids: Sequence[int]) -> dict[int, Job]:
        """Jobs by row id, without process, usage and raw JSON."""
        return await self._history.read(job_listing.load_rows, row_ids)

    async def known_uses(self) -> KnownUses:
        """Processes and collections that jobs can be filtered by."""
        return await self._history.read(job_filters.known_uses)

    async def row_ids_of(self, keys: Iterable[JobKey]) -> dict[JobKey, int]:
        """Row ids of known jobs."""
        return await self._history.read(store.row_ids_of, tuple(keys))

    async def get(self, key: JobKey) -> Job | None:
        """All that is known of a job, None if it was never seen."""
        return await self._history.read(store.load_job, key)

    async def status_changes(self, key: JobKey) -> tuple[StatusChange, ...]:
        """The changes of its status that were seen, oldest first."""
        return await self._history.read(status_changes, key)

    async def active(self, account_id: AccountId) -> list[Job]:
        """Jobs that change by themselves."""
        return await self._history.read(store.active_jobs, account_id)

    async def write(
        self,
        account_id: AccountId,
        documents: Iterable[Mapping[str, Any]],
        *,
        detailed: bool = False,
    ) -> frozenset[JobKey]:
        """Write what a back-end said, then tell what changed. The only way jobs get in."""
        jobs = [parse_job(account_id, document) for document in documents]
        # An answer that was on its way while the job was deleted must not bring it back.
        known = [job for job in jobs if job is not None and job.key not in self._deleted]
        changed, transitions = await self._history.call(
            store.upsert_jobs, known, detailed=detailed, now=self._clock.now()
        )
        return await self._tell(changed, transitions)

    async def write_listed(
        self, account_id: AccountId, portions: list[Portion]
    ) -> frozenset[JobKey]:
        """The same for items of a listing, each with its JSON text; fast for many.

        Args:
            portions: Empty afterwards: so many documents are let go where they were written, as
                that takes a moment as well.
        """
        forgotten = frozenset(self._deleted)
        changed, transitions = await self._history.call(
            _write_and_let_go, account_id, portions, forgotten=forgotten, now=self._clock.now()
        )
        return await self._tell(changed, transitions)

    async def _tell(
        self, changed: Set[JobKey], transitions: list[store.Transition]
    ) -> frozenset[JobKey]:
        keys = frozenset(changed)  # no copy, if it is one already
        for change in transitions:
            if (
                change.before is not None
                and change.before.is_terminal
                and change.job.status.is_active
            ):
                await self.forget_run(change.job.key)
        if keys:
            self.changed.emit(JobsChanged(keys))
        for transition in transitions:
            self.transitioned.emit(JobTransition(transition.job, transition.before))
        return keys

    async def forget_run(self, key: JobKey) -> None:
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
        return await self.require(key)

    async def needs_details(self, key: JobKey) -> bool:
        """Whether the back-end may know more of a job than is here: not of one at rest, twice."""
        job = await self.get(key)
        if job is None or job.gone or key.is_provisional:
            return False
        due = await self._history.read(due_of_job, key)
        return not job.status.is_terminal or any(fetch.kind is FetchKind.DETAILS for fetch in due)

    async def require(self, key: JobKey) -> Job:
        """All that is known of a job; also by the key that it had while it was being created.

        Raises:
            NotFoundError: It was never seen, or it is forgotten.
        """
        job = await self.get(self._adopted.get(key, key))
        if job is None:
            raise NotFoundError(f"The job {key.job_id} is not known here.", "Refresh the list.")
        return job

    async def forget(self, key: JobKey) -> None:
        """Remove a job from the history; what is still under way does not bring it back."""
        self._deleted.add(key)
        await self._history.call(store.remove_job, key)
        self.changed.emit(JobsChanged(frozenset(), frozenset({key})))

    def tell_adopted(self, provisional: JobKey, key: JobKey) -> None:
        """A created job got its real id. Who looked a moment ago may still ask by the other one."""
        self._adopted[provisional] = key
        renamed = {provisional: key}
        self.changed.emit(JobsChanged(frozenset({provisional, key}), renamed=renamed))

    def tell_changed(self, keys: Iterable[JobKey]) -> None:
        """These were written by something else than an answer of a back-end."""
        if found := frozenset(keys):
            self.changed.emit(JobsChanged(found))

    async def unlisted(self, account_id: AccountId) -> list[JobKey]:
        """Jobs that the listing which is being read has not shown so far."""
        return sorted((await self._history.call(store.unlisted_jobs, account_id)).values())

    async def mark_unlisted(self, account_id: AccountId) -> bool:
        """After a complete listing: what it did not hold is gone; whether there was such a job."""
        gone = await self._history.call(store.finish_listing, account_id)
        if gone:
            self.changed.emit(JobsChanged(frozenset(gone)))
        return bool(gone)

    async def begin_listing(self, account_id: AccountId) -> bool:
        """Before reading a whole listing; returns whether it is the first one of its account."""
        return await self._history.call(store.begin_listing, account_id)


def _write_and_let_go(
    database: Database, /, account_id: AccountId, portions: list[Portion], **named: Any
) -> tuple[frozenset[JobKey], list[store.Transition]]:
    """On the lane; a few documents at a time, or nobody else could compute meanwhile."""
    try:
        changed, transitions = store.upsert_portions(database, account_id, portions, **named)
        return frozenset(changed), transitions
    finally:
        while portions:
            portion = portions.pop()
            portion.columns = None
            while portion.items:
                del portion.items[-LET_GO:]
