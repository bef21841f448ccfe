"""Fetching what listings do not tell, once: details, result metadata, the errors of failed jobs.

What just ended comes first. What is old is caught up with slowly, the newest first, and where it
stands follows from the history: the app may be closed at any time. A job at rest is not asked about
again until it moves. What a person opens is fetched by its pane, at once, and not here.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from openeo_desktop.core.accounts import Account, AccountId, AccountState
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    BadAnswerError,
    BusyError,
    UnsupportedError,
)
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services import pace
from openeo_desktop.services.account_tasks import AccountTasks
from openeo_desktop.services.account_watch import WatchMode
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService, JobTransition
from openeo_desktop.services.logs import LogsService
from openeo_desktop.services.results import ResultsService
from openeo_desktop.store import fetches as store
from openeo_desktop.store.fetches import Fetch, FetchKind, Place

log = logging.getLogger(__name__)
TRIES = 5
"""After so many failures a job is left alone until the next start: it stops nobody else."""


@dataclass(slots=True)
class _Backlog:
    """What is due of one account. `urgent`: jobs that just ended; `due`: found in the history.

    `place`: how far the history was searched, None at its end. `whole`: it was searched to its end
    before, so that another search ends where nothing is due.
    """

    wake: asyncio.Event = field(default_factory=asyncio.Event)
    urgent: deque[JobKey] = field(default_factory=deque)
    due: deque[Fetch] = field(default_factory=deque)
    place: Place | None = field(default_factory=Place)
    whole: bool = False
    tried: dict[Fetch, int] = field(default_factory=dict)
    failures: int = 0


class JobDetails:
    """One patient task for each account, one request at a time."""

    def __init__(
        self,
        history: History,
        accounts: AccountsService,
        jobs: JobsService,
        results: ResultsService,
        logs: LogsService,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._results = results
        self._logs = logs
        self._clock = clock
        self._mode = WatchMode()
        self._backlogs: dict[AccountId, _Backlog] = {}
        self._tasks = AccountTasks("details", accounts, self._catch_up)
        self._disconnects: list[Callable[[], None]] = []

    def start(self, mode: WatchMode) -> None:
        """Fetch from now on, as long as `mode` allows it."""
        self._mode = mode
        self._disconnects = [
            self._jobs.transitioned.connect(self._on_transitioned),
            self._accounts.changed.connect(lambda _: self.look_now()),
        ]
        self._tasks.start()

    async def close(self) -> None:
        """Fetch no more; what is left is found again at the next start."""
        for disconnect in self._disconnects:
            disconnect()
        await self._tasks.close()

    def look_now(self) -> None:
        """Something is another way now: the mode, an account, the network."""
        for backlog in self._backlogs.values():
            backlog.wake.set()

    def search(self, account_id: AccountId) -> None:
        """The listing was read: there may be new jobs."""
        backlog = self._backlogs.get(account_id)
        if backlog is not None:
            backlog.place = Place()
            backlog.wake.set()

    def _on_transitioned(self, change: JobTransition) -> None:
        backlog = self._backlogs.get(change.job.account_id)
        if backlog is None or change.before is None or not change.job.status.is_terminal:
            return
        if change.job.key not in backlog.urgent:
            backlog.urgent.append(change.job.key)
        backlog.wake.set()

    async def _catch_up(self, account_id: AccountId) -> None:
        backlog = self._backlogs[account_id] = _Backlog()
        try:
            while (account := self._accounts.account(account_id)) is not None:
                backlog.wake.clear()
                if not self._is_free(account_id):
                    await self._rest(account_id, backlog)
                elif (fetch := await self._next(account_id, backlog)) is None:
                    await backlog.wake.wait()
                else:
                    await asyncio.sleep(await self._fetch(account, backlog, fetch))
        finally:
            if self._backlogs.get(account_id) is backlog:
                del self._backlogs[account_id]

    def _is_free(self, account_id: AccountId) -> bool:
        """Whether something may be asked now; the first to ask after a start is the listing."""
        status = self._accounts.status(account_id)
        online = status is not None and status.state is AccountState.ONLINE
        return online and self._mode.is_on() and not self._accounts.listings.held_for(account_id)

    async def _rest(self, account_id: AccountId, backlog: _Backlog) -> None:
        held = self._accounts.listings.held_for(account_id)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(held or None):
                await backlog.wake.wait()

    async def _next(self, account_id: AccountId, backlog: _Backlog) -> Fetch | None:
        while backlog.urgent:
            due = await self._history.read(store.due_of_job, backlog.urgent[0])
            for fetch in due:
                if backlog.tried.get(fetch, 0) < TRIES:
                    return fetch
            backlog.urgent.popleft()
        while not backlog.due and backlog.place is not None:
            await self._search(account_id, backlog)
        while backlog.due:
            fetch = backlog.due.popleft()
            if fetch in await self._history.read(store.due_of_job, fetch.key):
                return fetch
        return None

    async def _search(self, account_id: AccountId, backlog: _Backlog) -> None:
        """The next portion of the history."""
        place = backlog.place or Place()
        found = await self._history.read(store.due_fetches, account_id, place)
        backlog.due.extend(item for item in found.due if backlog.tried.get(item, 0) < TRIES)
        if backlog.place is not place:
            return  # another search began meanwhile
        backlog.place = None if backlog.whole and not found.due else found.rest
        backlog.whole = backlog.whole or found.rest is None

    async def _fetch(self, account: Account, backlog: _Backlog, fetch: Fetch) -> float:
        """Fetch one thing; returns for how many seconds to leave the back-end alone then."""
        begun = self._clock.monotonic()
        urgent = bool(backlog.urgent)
        try:
            await self._ask(fetch)
        except AppError as error:
            log.info("The %s of %s: %s", fetch.kind.value, fetch.key.job_id, error.message)
            if not _is_final(error):
                backlog.failures += 1
                backlog.tried[fetch] = tries = backlog.tried.get(fetch, 0) + 1
                if not urgent and tries < TRIES:
                    backlog.due.append(fetch)
                return pace.back_off(backlog.failures, error)
        except Exception as error:  # noqa: BLE001 - reported as the bug it is; the others go on
            backlog.tried[fetch] = TRIES
            asyncio.get_running_loop().call_exception_handler(
                {"message": f"fetching of {account.title} failed", "exception": error}
            )
            return pace.LATER
        backlog.failures = 0
        await self._history.call(store.note_fetched, fetch, self._clock.now())
        slower = 1.0 if self._mode.visible else pace.HIDDEN
        took = self._clock.monotonic() - begun
        return pace.fetch_gap(account, urgent=urgent, took=took) * slower

    async def _ask(self, fetch: Fetch) -> None:
        if fetch.kind is FetchKind.DETAILS:
            await self._jobs.refresh(fetch.key)
        elif fetch.kind is FetchKind.RESULTS:
            await self._results.refresh(fetch.key)
        else:
            await self._logs.keep_errors(fetch.key)


def _is_final(error: AppError) -> bool:
    """Whether the back-end would say the same again: this job has no such thing."""
    if isinstance(error, UnsupportedError):
        return True
    if isinstance(error, BusyError | BadAnswerError) or not isinstance(error, BackEndError):
        return False
    return 400 <= error.status < 500 and error.status not in (401, 403, 408, 425, 429)
