"""Creating jobs: seen at once, adopted when the back-end tells the id, never created twice.

`POST /jobs` is not idempotent. After a lost answer the listing is read and compared first; what
cannot be told now stays «Creating…» until it can, also over a restart.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import uuid
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from openeo_desktop.api import jobs as api
from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import AppError, NotFoundError, UnreachableError
from openeo_desktop.core.job_actions import NOT_CREATED, ActionKind, JobAction, may_be_done
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import PROVISIONAL, Job, JobId, JobKey
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.core.times import format_time
from openeo_desktop.core.words import error_text
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.action_record import ActionRecord
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.sync import SyncService
from openeo_desktop.store import created_jobs

log = logging.getLogger(__name__)
LOOKS = (0.0, 3.0, 10.0)
"""Seconds before each look for a job whose creation was not answered: it may come late."""
LATE = dt.timedelta(minutes=1)
"""After so long one look is enough: what the back-end got is there, or will never be."""
SKEW = dt.timedelta(hours=1)
"""So much may the clocks of the two sides differ."""
Relist = Callable[[AccountId], Awaitable[bool]]
"""Reads the whole listing of an account; whether it was complete."""


class JobCreations:
    """One creation at a time for each account, so that none is taken for another."""

    def __init__(
        self,
        history: History,
        accounts: AccountsService,
        jobs: JobsService,
        record: ActionRecord,
        relist: Relist,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._record = record
        self._relist = relist
        self._clock = clock
        self._locks: dict[AccountId, asyncio.Lock] = {}
        self._unwanted: set[JobKey] = set()

    async def create(self, account_id: AccountId, request: JobRequest) -> Job:
        """Create a job.

        Raises:
            UnreachableError: No answer, and it cannot be told now whether there is a job.
            AppError: No job was created.
        """
        now = self._clock.now()
        key = JobKey(account_id, JobId(f"{PROVISIONAL}{uuid.uuid4().hex[:12]}"))
        with self._record.alive(key):
            action = await self._announce(key, request, now)
            async with self._lock(account_id):
                try:
                    job_id = await self._accounts.call(account_id, api.create_job, request.body())
                except AppError as error:
                    job_id = await self._after_error(action, error)
                except asyncio.CancelledError:
                    self._unwanted.add(key)
                    raise
                return await self._adopt(key, job_id)

    async def settle(self, action: JobAction) -> AppError | None:
        """Find out what became of a creation that was left open; the error if there is no job.

        Raises:
            AppError: It cannot be told now.
        """
        key = action.key
        async with self._lock(key.account_id):
            late = self._clock.now() - action.asked_at > LATE
            found = await self._look_for(action, LOOKS[:1] if late else LOOKS)
            if found is not None:
                await self._adopt(key, found)
                return None
        if key in self._unwanted:  # the person stopped it; the draft is still in the dialog
            await self._jobs.forget(key)
            return None
        error = _not_created(action)
        await self._history.call(created_jobs.keep_as_not_created, key)
        await self._record.fail(key, ActionKind.CREATING, error)
        return error

    def _lock(self, account_id: AccountId) -> asyncio.Lock:
        return self._locks.setdefault(account_id, asyncio.Lock())

    async def _announce(self, key: JobKey, request: JobRequest, now: dt.datetime) -> JobAction:
        """The provisional row, and the action that is to be settled whatever happens."""
        seen = {"id": key.job_id, "status": "created", "created": format_time(now)}
        await self._jobs.write(key.account_id, [request.body() | seen], detailed=True)
        job = await self._jobs.require(key)
        return await self._record.begin(job, ActionKind.CREATING, request.body())

    async def _after_error(self, action: JobAction, error: AppError) -> JobId:
        """The id of the job that was created all the same.

        Raises:
            AppError: There is none, or it cannot be told.
        """
        if may_be_done(error):
            found = await self._look_after(action, error)
            if found is not None:
                return found
            error.reword(hint="The list was read again: no job was created. Try again.")
        elif isinstance(error, UnreachableError):
            error.reword(hint=f"No job was created. {error.hint}")
        await self._jobs.forget(action.key)
        raise error

    async def _look_after(self, action: JobAction, error: AppError) -> JobId | None:
        try:
            return await self._look_for(action)
        except AppError as reason:
            log.info("The listing cannot be read: %s", reason.message)
            unknown = UnreachableError(
                f"{error.message} It is not known yet whether the job was created.",
                "It is looked for as soon as the back-end answers; "
                "do not create it again before that.",
                details=error.details,
            )
            raise unknown from error

    async def _look_for(self, action: JobAction, looks: Sequence[float] = LOOKS) -> JobId | None:
        """Compare with the listing, a few times; None where the job is surely not there.

        Raises:
            AppError: The listing cannot be read now, or is not complete.
        """
        complete = False
        for wait in looks:
            await asyncio.sleep(wait)
            complete = await self._relist(action.key.account_id)
            found = await self._compare(action)
            if found is not None:
                return found
        if not complete:
            raise UnreachableError(
                "The listing of the back-end is not complete at the moment.", "Wait a moment."
            )
        return None

    async def _compare(self, action: JobAction) -> JobId | None:
        since = action.asked_at - SKEW
        possible = await self._history.call(created_jobs.possible_jobs, action, since)
        unsure = []
        for key in possible:
            try:
                job = await self._jobs.refresh(key)
            except NotFoundError:
                continue
            if job.process is None:
                unsure.append(key)
            elif _graph(job.process) == _graph(as_dict(action.body.get("process"))):
                return key.job_id
        # A back-end that does not tell the process: one job of this very title is enough.
        return unsure[0].job_id if len(unsure) == 1 and action.body.get("title") else None

    async def _adopt(self, provisional: JobKey, job_id: JobId) -> Job:
        key = JobKey(provisional.account_id, job_id)
        await self._history.call(created_jobs.adopt_job, provisional, job_id)
        self._jobs.tell_adopted(provisional, key)
        try:
            return await self._jobs.refresh(key)
        except AppError as error:  # shown as it was sent until it can be read
            log.info("The new job %s could not be read: %s", job_id, error.message)
            return await self._jobs.require(key)


def _not_created(action: JobAction) -> AppError:
    """What is said when a creation of an earlier run came to nothing."""
    title = str(action.body.get("title") or error_text("The new job"))
    return AppError(
        f"«{title}» was not created: the back-end did not get it, or did not answer.",
        "Duplicate it to create it again.",
        code=NOT_CREATED,
    )


def _graph(process: Any) -> dict[str, Any]:
    return as_dict(as_dict(process).get("process_graph"))


def relister(sync: SyncService) -> Relist:
    """Reads listings through the synchronisation, which tells of those that are complete."""

    async def relist(account_id: AccountId) -> bool:
        listed: list[AccountId] = []
        disconnect = sync.listed.connect(listed.append)
        try:
            await sync.refresh_now(account_id)
        finally:
            disconnect()
        return account_id in listed

    return relist
