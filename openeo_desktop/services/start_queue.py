"""Starts that wait for a place: back-ends run only so many jobs of a person at once.

First come, first served, for each account: tried when a job of the account ends, and now and then.
The queue is in the history, so it outlives the app.
Source: `ConcurrentJobLimit` (400) is no code of the openEO API, but met at its large back-ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError, BackEndError, BusyError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_actions import WAITING, ActionKind, JobAction
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.services.action_record import ActionRecord, is_as_known
from openeo_desktop.services.job_actions import JobActions
from openeo_desktop.services.jobs import JobsService, JobTransition

log = logging.getLogger(__name__)
FIRST, FACTOR, LONGEST = 120.0, 1.5, 300.0
"""Seconds between two tries while no job of the account ends."""
PLACE_FREED = 5.0
"""Seconds after a job has ended: back-ends count it for a moment longer."""


@dataclass(frozen=True, slots=True)
class WaitingEnded:
    """A job has left the queue: it is started (`error` None), or it cannot be."""

    job: Job
    error: AppError | None = None


class StartQueue:
    """One task for each account with waiting jobs. Events: `ended`."""

    def __init__(self, jobs: JobsService, record: ActionRecord, actions: JobActions) -> None:
        self.ended: Event[WaitingEnded] = Event()
        self._jobs = jobs
        self._record = record
        self._actions = actions
        self._tasks: dict[AccountId, asyncio.Task[None]] = {}
        self._freed: dict[AccountId, asyncio.Event] = {}
        self._joined: set[AccountId] = set()
        self._disconnects: list[Callable[[], None]] = []

    async def start(self) -> None:
        """Serve what waits, now and from now on."""
        self._disconnects = [
            self._actions.queued.connect(lambda job: self._serve(job.account_id)),
            self._jobs.transitioned.connect(self._on_transitioned),
        ]
        for account_id in {action.key.account_id for action in await self._record.waiting()}:
            self._serve(account_id)
            self._freed[account_id].set()

    async def close(self) -> None:
        """Stop serving; who waits goes on waiting at the next start."""
        for disconnect in self._disconnects:
            disconnect()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _on_transitioned(self, change: JobTransition) -> None:
        freed = self._freed.get(change.job.account_id)
        ran = change.before is not None and change.before.is_active
        if freed is not None and ran and not change.job.status.is_active:
            freed.set()

    def _serve(self, account_id: AccountId) -> None:
        self._joined.add(account_id)
        task = self._tasks.get(account_id)
        if task is None or task.done():
            self._freed[account_id] = asyncio.Event()
            self._tasks[account_id] = asyncio.get_running_loop().create_task(
                self._serve_all(account_id), name=f"start queue of {account_id}"
            )

    async def _serve_all(self, account_id: AccountId) -> None:
        wait = FIRST
        while await self._is_wanted(account_id):
            if await _freed_within(self._freed[account_id], wait):
                wait = FIRST
                await asyncio.sleep(PLACE_FREED)
            try:
                served = await self._start_waiting(account_id)
            except AppError as error:  # its back-end cannot be asked now
                log.info("Waiting jobs are tried later: %s", error.message)
                asked = error.retry_after if isinstance(error, BusyError) else None
                wait = max(asked or 0.0, min(LONGEST, wait * FACTOR))
            else:
                wait = FIRST if served else min(LONGEST, wait * FACTOR)

    async def _is_wanted(self, account_id: AccountId) -> bool:
        """Whether a job waits; one that joins while that is being read counts too."""
        while account_id in self._joined:
            self._joined.discard(account_id)
            if await self._record.waiting(account_id):
                self._joined.add(account_id)
                return True
        return False

    async def _start_waiting(self, account_id: AccountId) -> int:
        """Start one after another until there is no place; how many have left the queue.

        Raises:
            AppError: The back-end cannot be asked now.
        """
        served = 0
        for action in await self._record.waiting(account_id):
            try:
                if not await self._start_one(action):
                    break
            except BackEndError as error:
                if isinstance(error, BusyError) or error.status >= 500:
                    raise
                await self._give_up(action, error)
            served += 1
        return served

    async def _start_one(self, action: JobAction) -> bool:
        """Start a job if it still is as it was when it was to be started; False: no place.

        Raises:
            AppError: It cannot be started, now or ever.
        """
        job = await self._jobs.refresh(action.key)
        if not await self._still_waits(action.key):
            return True
        if job.status.is_active:  # started meanwhile, from elsewhere
            await self._record.end(action.key)
            return True
        if not is_as_known(action, job):
            raise BackEndError(
                f"«{job.shown_title}» was changed elsewhere while it waited; it was not started.",
                "Look at it, then start it again.",
            )
        job = await self._actions.start(action.key)
        if job.pending == WAITING:
            return False
        self.ended.emit(WaitingEnded(job))
        return True

    async def _still_waits(self, key: JobKey) -> bool:
        """The person may have taken it out while its back-end was asked."""
        return any(action.key == key for action in await self._record.waiting(key.account_id))

    async def _give_up(self, action: JobAction, error: AppError) -> None:
        """It will not be started: told, and kept with the job."""
        job = await self._jobs.get(action.key)
        if job is not None:
            await self._record.fail(action.key, ActionKind.STARTING, error)
            self.ended.emit(WaitingEnded(job, error))


async def _freed_within(freed: asyncio.Event, seconds: float) -> bool:
    """Whether a job of the account ends within this time."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await freed.wait()
    ended = freed.is_set()
    freed.clear()
    return ended
