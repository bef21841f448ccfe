"""Actions whose outcome is not known, after a kill or a lost answer: settled when that can be told.

Each is compared with what the back-end says; what came to nothing is told once and taken back.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from openeo_desktop.core.accounts import AccountId, AccountState
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_actions import ActionKind, JobAction
from openeo_desktop.services.account_states import AccountsChanged
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.action_checks import ActionChecks
from openeo_desktop.services.action_record import ActionRecord
from openeo_desktop.services.job_creations import JobCreations
from openeo_desktop.services.jobs import JobsService

log = logging.getLogger(__name__)
FIRST, FACTOR, LONGEST = 15.0, 2.0, 600.0


@dataclass(frozen=True, slots=True)
class ActionSettled:
    """It turned out what became of an action; `error` says so if it came to nothing."""

    action: JobAction
    error: AppError | None = None


class UnsettledActions:
    """One task for each account that has something open. Events: `settled`."""

    def __init__(
        self,
        accounts: AccountsService,
        jobs: JobsService,
        record: ActionRecord,
        checks: ActionChecks,
        creations: JobCreations,
    ) -> None:
        self.settled: Event[ActionSettled] = Event()
        self._accounts = accounts
        self._jobs = jobs
        self._record = record
        self._checks = checks
        self._creations = creations
        self._tasks: dict[AccountId, asyncio.Task[None]] = {}
        self._woken: dict[AccountId, asyncio.Event] = {}
        self._states: dict[AccountId, AccountState] = {}
        self._disconnects: list[Callable[[], None]] = []

    async def start(self) -> None:
        """Settle what is open, now and whenever something is left open."""
        self._disconnects = [
            self._accounts.changed.connect(self._on_accounts_changed),
            self._record.left_open.connect(self.look_at),
        ]
        for account_id in {action.key.account_id for action in await self._record.open_actions()}:
            self.look_at(account_id)

    def look_at(self, account_id: AccountId) -> None:
        """See whether something is open there, and settle it."""
        task = self._tasks.get(account_id)
        if task is None or task.done():
            self._woken[account_id] = asyncio.Event()
            self._tasks[account_id] = asyncio.get_running_loop().create_task(
                self._settle_all(account_id), name=f"settle actions of {account_id}"
            )
        else:
            self._woken[account_id].set()

    async def close(self) -> None:
        """Stop; what is open stays so until the next start."""
        for disconnect in self._disconnects:
            disconnect()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _on_accounts_changed(self, change: AccountsChanged) -> None:
        """A back-end that answers again is a reason to look at once."""
        for status in change.statuses:
            account_id = status.account.id
            before = self._states.get(account_id)
            self._states[account_id] = status.state
            known = account_id in self._woken
            if known and status.state is AccountState.ONLINE and before is not status.state:
                self._woken[account_id].set()

    async def _settle_all(self, account_id: AccountId) -> None:
        wait, woken = FIRST, self._woken[account_id]
        while True:
            woken.clear()
            actions = await self._record.open_actions(account_id)
            if not actions and not woken.is_set():  # nothing was left open meanwhile
                return
            try:
                for action in actions:
                    # The back-end asked to be left alone: whoever repeats by itself obeys.
                    await self._accounts.listings.patience(account_id)
                    await self._settle(action)
            except AppError as error:  # not now
                log.info("Not settled yet: %s", error.message)
                await _pause(woken, wait)
                wait = min(LONGEST, wait * FACTOR)

    async def _settle(self, action: JobAction) -> None:
        """One action.

        Raises:
            AppError: It cannot be told now.
        """
        with self._record.held(action.key):
            if action.kind is ActionKind.CREATING:
                error = await self._creations.settle(action)
            else:
                error = await self._compare(action)
        log.info("Settled «%s» of %s: %s", action.kind, action.key.job_id, error or "done")
        self.settled.emit(ActionSettled(action, error))

    async def _compare(self, action: JobAction) -> AppError | None:
        job = await self._jobs.get(action.key)
        if job is None:
            return None
        error = _not_done(action.kind, job.shown_title)
        if not await self._checks.was_done(action, error):
            await self._record.fail(action.key, action.kind, error)
            return error
        if action.kind is ActionKind.DELETING:
            await self._jobs.forget(action.key)
        else:
            await self._record.end(action.key)
        return None


def _not_done(kind: ActionKind, title: str) -> AppError:
    """What is said of an action that came to nothing; of a creation: `job_creations`."""
    match kind:
        case ActionKind.STARTING:
            return AppError(
                f"«{title}» was not started: the back-end did not get it, or did not answer.",
                "Start it again.",
            )
        case ActionKind.STOPPING:
            return AppError(
                f"«{title}» was not stopped: the back-end did not get it, or did not answer.",
                "Stop it again.",
            )
        case ActionKind.DELETING:
            return AppError(
                f"«{title}» was not deleted: the back-end did not get it, or did not answer.",
                "Delete it again.",
            )
    return AppError(
        f"«{title}» was not changed: the back-end did not get it, or did not answer.",
        "Change it again.",
    )


async def _pause(woken: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await woken.wait()
