"""Watching jobs: the listing now and then, active jobs more often, each account on its own.

Never gives up on a job because of the network: failures back off per account and reset at the first
success, and one broken back-end never delays another. The intervals are those of design, section 4.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from openeo_desktop.api import jobs as api
from openeo_desktop.api.urls import is_loopback
from openeo_desktop.core.accounts import Account, AccountId, AccountState
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import AppError, BusyError, NotFoundError, SignInError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.services.account_states import AccountsChanged
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.jobs import JobsService, JobTransition

log = logging.getLogger(__name__)
FIRST, FACTOR, LONGEST = 5.0, 1.25, 60.0
LOOPBACK_FIRST, LOOPBACK_LONGEST = 0.5, 5.0
LISTING_EVERY = 300.0
FIRST_OF_ALL = 0.0
EXPECT = 60.0
SINGLE_LIMIT = 5
"""Up to this many active jobs are asked for one by one; more are cheaper in one listing."""
_WAITING = (AccountState.OFFLINE, AccountState.NEEDS_SIGN_IN, AccountState.SIGNED_OUT)


@dataclass(slots=True)
class _Watch:
    """The loop of one account.

    `expected`: jobs that were just acted on, with the (monotonic) time until which a change is
    waited for. `listed_at`: when the listing was last read whole, monotonic.
    """

    wake: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None
    listed_at: float = float("-inf")
    interval: float = FIRST
    failures: int = 0
    expected: dict[JobKey, float] = field(default_factory=dict)
    state: AccountState | None = None
    looking: bool = False

    def still_expected(self, now: float) -> set[JobKey]:
        """Forgets what has been waited for long enough."""
        self.expected = {key: until for key, until in self.expected.items() if until > now}
        return set(self.expected)


class SyncService:
    """One watching task per account. Events: `listed` after each whole and complete listing."""

    def __init__(
        self, accounts: AccountsService, jobs: JobsService, clock: Clock = SYSTEM_CLOCK
    ) -> None:
        self.listed: Event[AccountId] = Event()
        self._clock = clock
        self._accounts = accounts
        self._jobs = jobs
        self._watches: dict[AccountId, _Watch] = {}
        self._listings: dict[AccountId, asyncio.Lock] = {}
        self._visible = True
        self._disconnects: list[Callable[[], None]] = []

    def start(self) -> None:
        """Watch every account from now on, also those that are added later."""
        self._disconnects = [
            self._accounts.changed.connect(self._on_accounts_changed),
            self._jobs.transitioned.connect(self._on_transitioned),
            self._jobs.acted.connect(self._on_acted),
        ]
        self._on_accounts_changed(AccountsChanged(self._accounts.statuses()))

    def _on_accounts_changed(self, change: AccountsChanged) -> None:
        watched = [status for status in change.statuses if not status.is_at_rest]
        known = {status.account.id for status in watched}
        for account_id in known - self._watches.keys():
            watch = self._watches[account_id] = _Watch()
            watch.task = asyncio.get_running_loop().create_task(
                self._watch(account_id, watch), name=f"watch {account_id}"
            )
        for account_id in self._watches.keys() - known:
            _cancel(self._watches.pop(account_id))
        for status in watched:
            self._note_state(self._watches[status.account.id], status.state)

    @staticmethod
    def _note_state(watch: _Watch, state: AccountState) -> None:
        """An account that is signed in (again) is looked at once, whatever it was waiting for."""
        if state is AccountState.SIGNING_IN:
            return  # on the way: what counts is where it came from
        before, watch.state = watch.state, state
        waited = before in _WAITING
        if waited and state is AccountState.ONLINE and not watch.looking:
            watch.failures = 0
            watch.listed_at = float("-inf")
            watch.wake.set()

    def _on_transitioned(self, change: JobTransition) -> None:
        """A change is a reason to look again soon."""
        watch = self._watches.get(change.job.account_id)
        if watch is not None:
            watch.expected.pop(change.job.key, None)
            watch.interval = FIRST_OF_ALL

    def _on_acted(self, key: JobKey) -> None:
        watch = self._watches.get(key.account_id)
        if watch is not None:
            watch.expected[key] = self._clock.monotonic() + EXPECT
            watch.interval = FIRST_OF_ALL
            watch.wake.set()

    def set_visible(self, visible: bool) -> None:
        """A hidden window is watched over more slowly; a shown one is refreshed at once."""
        if visible and not self._visible:
            for watch in self._watches.values():
                watch.wake.set()
        self._visible = visible

    async def refresh_now(self, account_id: AccountId | None = None) -> None:
        """Read the whole listing now (F5), of one account or of all.

        Raises:
            AppError: The first account that cannot be read; the others are read all the same.
        """
        everyone = [s.account.id for s in self._accounts.statuses() if not s.is_at_rest]
        wanted = [account_id] if account_id else everyone
        outcomes = await asyncio.gather(
            *(self._list(item) for item in wanted), return_exceptions=True
        )
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome

    async def _watch(self, account_id: AccountId, watch: _Watch) -> None:
        while (account := self._accounts.account(account_id)) is not None:
            watch.wake.clear()
            watch.looking = True
            try:
                await self._look(account, watch)
                watch.failures = 0
                wait = await self._interval(account, watch)
            except AppError as error:
                watch.failures += 1
                log.info("%s: %s", account.title, error.message)
                wait = _back_off(watch.failures, error)
            except Exception as error:  # noqa: BLE001 - reported as the bug it is; watching goes on
                watch.failures += 1
                _report_bug(account, error)
                wait = LISTING_EVERY
            finally:
                watch.looking = False
            await _pause(watch, wait)

    async def _look(self, account: Account, watch: _Watch) -> None:
        if self._clock.monotonic() - watch.listed_at > LISTING_EVERY:
            await self._list(account.id)
            watch.listed_at = self._clock.monotonic()
            return
        keys = await self._moving(account, watch)
        if len(keys) > SINGLE_LIMIT:
            await self._list(account.id, until=keys)
            return
        for key in keys:
            await self._look_at(key)

    async def _moving(self, account: Account, watch: _Watch) -> set[JobKey]:
        """Jobs that change by themselves, or are about to."""
        active = await self._jobs.active(account.id)
        return {job.key for job in active} | watch.still_expected(self._clock.monotonic())

    async def _look_at(self, key: JobKey) -> None:
        try:
            await self._jobs.refresh(key)
        except NotFoundError:
            await self._list(key.account_id)

    async def _interval(self, account: Account, watch: _Watch) -> float:
        """Quick after a change, slower while nothing moves, slowest while nothing is active."""
        first, longest = _intervals(account)
        if not await self._moving(account, watch):
            return LISTING_EVERY
        watch.interval = min(longest, max(first, watch.interval))
        wait = watch.interval * (1.0 if self._visible else 2.0)
        watch.interval = min(longest, watch.interval * FACTOR)
        return wait * random.uniform(0.9, 1.1)  # noqa: S311 - jitter, not a secret

    async def _list(self, account_id: AccountId, until: set[JobKey] | None = None) -> None:
        """Read the listing; only a whole and complete one says which jobs are gone.

        One at a time for each account: what a listing has seen is noted in the history.

        Args:
            until: Stop as soon as these jobs were seen (most back-ends list the newest first).
        """
        async with self._listings.setdefault(account_id, asyncio.Lock()):
            self._accounts.set_syncing(account_id, True)
            try:
                whole = await self._read_pages(account_id, until)
                if whole:
                    await self._jobs.mark_unlisted(account_id)
                if until is None:
                    await self._accounts.note_synced(account_id)
            finally:
                self._accounts.set_syncing(account_id, False)
        if whole:
            self.listed.emit(account_id)

    async def _read_pages(self, account_id: AccountId, until: set[JobKey] | None) -> bool:
        """Whether every page was read and none was partial."""
        await self._jobs.begin_listing(account_id)
        missing, complete = set(until or ()), True
        guard, url = api.PageGuard(), ""
        while True:
            page = await self._accounts.call(account_id, api.get_jobs_page, url)
            await self._jobs.write(account_id, page.jobs)
            complete = complete and not page.partial
            missing -= {JobKey(account_id, JobId(str(raw.get("id")))) for raw in page.jobs}
            url = guard.following(page.url, page.next_url)
            if not url:
                return complete and not page.next_url
            if until is not None and not missing:
                return False

    async def close(self) -> None:
        """Stop watching; nothing that is still told starts a new watch."""
        for disconnect in self._disconnects:
            disconnect()
        tasks = [watch.task for watch in self._watches.values() if watch.task is not None]
        for watch in self._watches.values():
            _cancel(watch)
        self._watches.clear()
        await asyncio.gather(*tasks, return_exceptions=True)


def _report_bug(account: Account, error: Exception) -> None:
    """The loop's handler is where the app hears of bugs in background tasks."""
    asyncio.get_running_loop().call_exception_handler(
        {"message": f"watching {account.title} failed", "exception": error}
    )


def _cancel(watch: _Watch) -> None:
    if watch.task is not None:
        watch.task.cancel()


def _intervals(account: Account) -> tuple[float, float]:
    """Shortest and longest time between two looks, in seconds."""
    host = urlsplit(account.api_base).hostname or ""
    return (LOOPBACK_FIRST, LOOPBACK_LONGEST) if is_loopback(host) else (FIRST, LONGEST)


def _back_off(failures: int, error: AppError) -> float:
    """Seconds to wait after a failure; a person has to act where sign-in is needed."""
    if isinstance(error, SignInError):
        return LISTING_EVERY
    asked = error.retry_after if isinstance(error, BusyError) else None
    wait = min(LISTING_EVERY, FIRST * 2.0 ** min(failures - 1, 6))
    return max(asked or 0.0, wait * random.uniform(0.75, 1.25))  # noqa: S311 - jitter


async def _pause(watch: _Watch, seconds: float) -> None:
    """Wait, but no longer than until something wakes the watch."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):  # wait_for() of 3.11 may swallow a cancellation
            await watch.wake.wait()
