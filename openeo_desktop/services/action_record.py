"""The history as the witness of the person's actions: written before they are sent.

Only notes what is done and tells that jobs look different; sends nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_actions import (
    ActionFailure,
    ActionKind,
    ActionStage,
    JobAction,
    failure_of,
)
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.core.times import format_time
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsChanged, JobsService
from openeo_desktop.store import job_actions as store


class ActionRecord:
    """One action at a time for each job. `left_open`: an account has one to be settled later."""

    def __init__(self, history: History, jobs: JobsService, clock: Clock = SYSTEM_CLOCK) -> None:
        self.left_open: Event[AccountId] = Event()
        self._history = history
        self._jobs = jobs
        self._clock = clock
        self._live: set[JobKey] = set()

    async def begin(
        self,
        job: Job,
        kind: ActionKind,
        body: Mapping[str, Any] | None = None,
        stage: ActionStage = ActionStage.SENT,
    ) -> JobAction:
        """Note an action that is about to be sent, or that waits."""
        await self._history.call(
            store.begin_action,
            job.key,
            kind,
            self._clock.now(),
            body=body,
            known=_known_of(job),
            stage=stage,
        )
        self._tell(job.key)
        action = await self.load(job.key)
        if action is None:  # deleted this very moment
            await self._jobs.require(job.key)
            raise RuntimeError("an action was not noted")
        return action

    async def wait(self, key: JobKey) -> None:
        """There is no place for it at the back-end: it waits here."""
        await self._history.call(store.let_wait, key)
        self._tell(key)

    async def end(self, key: JobKey) -> None:
        """It is confirmed, or no longer wanted."""
        await self._history.call(store.end_action, key)
        self._tell(key)

    async def fail(self, key: JobKey, kind: ActionKind, error: AppError) -> None:
        """It is taken back; the reason stays with the job."""
        await self._history.call(store.fail_action, key, failure_of(kind, error))
        self._tell(key)

    async def load(self, key: JobKey) -> JobAction | None:
        """The action on a job."""
        return await self._history.call(store.load_action, key)

    async def failure(self, key: JobKey) -> ActionFailure | None:
        """Why the last action on a job was taken back; None if it was not."""
        action = await self.load(key)
        return action.failure if action else None

    async def dismiss_failure(self, key: JobKey) -> None:
        """The person has read it."""
        await self._history.call(store.dismiss_failure, key)
        self._tell(key)

    async def open_actions(self, account_id: AccountId | None = None) -> list[JobAction]:
        """Actions that nobody carries out and whose outcome is not known, first come first."""
        actions = await self._history.call(store.load_actions, ActionStage.SENT)
        return [
            action
            for action in actions
            if action.key not in self._live and account_id in (None, action.key.account_id)
        ]

    async def waiting(self, account_id: AccountId | None = None) -> list[JobAction]:
        """Starts that wait for a place, first come first."""
        actions = await self._history.call(store.load_actions, ActionStage.WAITING)
        return [action for action in actions if account_id in (None, action.key.account_id)]

    @contextlib.contextmanager
    def alive(self, key: JobKey) -> Iterator[None]:
        """While an action is carried out; what it leaves open is settled later."""
        try:
            with self.held(key):
                yield
        finally:
            self.left_open.emit(key.account_id)

    @contextlib.contextmanager
    def held(self, key: JobKey) -> Iterator[None]:
        """While somebody is about an action: nobody else settles it."""
        self._live.add(key)
        try:
            yield
        finally:
            self._live.discard(key)

    def _tell(self, key: JobKey) -> None:
        self._jobs.changed.emit(JobsChanged(frozenset({key})))


def _known_of(job: Job) -> dict[str, Any]:
    return {
        "status": job.status.value,
        "updated": format_time(job.updated),
        "process": _digest(job.process),
    }


def is_as_known(action: JobAction, job: Job) -> bool:
    """Whether the job is as it was when the action was asked for, as far as that was known."""
    now, before = _known_of(job), action.known
    told = {name for name in now if now[name] and before.get(name)}
    return now["status"] == before.get("status") and all(now[n] == before[n] for n in told)


def _digest(process: Mapping[str, Any] | None) -> str:
    """Tells process graphs apart; empty where the process is not known."""
    graph = as_dict(process).get("process_graph")
    text = json.dumps(graph, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest() if graph else ""
