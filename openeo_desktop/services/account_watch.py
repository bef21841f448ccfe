"""Watching the jobs of one account: the listing now and then, what is active more often.

Never gives up on a job because of the network: failures back off and reset at the first success.
The intervals are those of `services.pace`. One account only: `services.sync` has one of these for
each, so that one broken back-end never delays another.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from openeo_desktop.core.accounts import Account, AccountId, AccountState
from openeo_desktop.core.clock import Clock
from openeo_desktop.core.errors import AppError, NotFoundError
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services import pace
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.job_listings import JobListings
from openeo_desktop.services.jobs import JobsService, JobTransition

log = logging.getLogger(__name__)
EXPECT = 60.0
SINGLE_LIMIT = 3
"""Up to this many active jobs are asked for one by one; more are cheaper in one listing."""
STRAY_LIMIT = 10
"""So many active jobs that no listing shows are asked for at one look, in turns."""
NEVER = float("-inf")
_WAITING = (
    AccountState.NOT_ASKED,
    AccountState.OFFLINE,
    AccountState.NEEDS_SIGN_IN,
    AccountState.SIGNED_OUT,
    AccountState.FAILED,
)


@dataclass(slots=True)
class WatchMode:
    """How all accounts are watched: not at all while paused, more slowly while nobody sees it."""

    paused: bool = False
    visible: bool = True

    def is_on(self) -> bool:
        """Whether the back-ends are asked at all."""
        return not self.paused


@dataclass(slots=True)
class _Known:
    """What a watch remembers of its looks. Times are monotonic seconds.

    `moving`: how many jobs were active at the last look. `whole_pages`, `look_pages`: how many
    pages the whole listing has, and how many it took to find the active jobs.
    """

    looked_at: float = NEVER
    listed_at: float = NEVER
    moving: int = 0
    whole_pages: int = 1
    look_pages: int = 1
    turn: int = 0


class AccountWatch:
    """The watching of one account. Waits on the loop alone, so that a test can make time fly."""

    def __init__(
        self,
        account_id: AccountId,
        accounts: AccountsService,
        jobs: JobsService,
        listings: JobListings,
        mode: WatchMode,
        clock: Clock,
    ) -> None:
        self._account_id = account_id
        self._accounts = accounts
        self._jobs = jobs
        self._listings = listings
        self._mode = mode
        self._clock = clock
        self._wake = asyncio.Event()
        self._known = _Known()
        self._interval = 0.0
        self._failures = 0
        self._expected: dict[JobKey, float] = {}
        self._state: AccountState | None = None
        self._looking = False

    async def run(self) -> None:
        """Look again and again until the task is cancelled or the account is no longer there."""
        while (account := self._accounts.account(self._account_id)) is not None:
            await self._allowed()
            self._wake.clear()
            begun = self._clock.monotonic()
            wait = await self._look_safely(account)
            await self._pause(account, begun, wait)

    def look_now(self, *, whole: bool = False) -> None:
        """Look at once, unless that was just done; `whole`: read the listing from end to end."""
        if whole:
            self._known.listed_at = NEVER
        self._failures = 0
        self._wake.set()

    def mode_changed(self) -> None:
        """The watching was paused or goes on; the window was shown or hidden."""
        self._wake.set()

    def note_listed(self) -> None:
        """The whole listing was just read, whoever asked for it."""
        self._known.listed_at = self._clock.monotonic()

    def note_state(self, state: AccountState) -> None:
        """An account that is signed in (again) is looked at once, whatever it was waiting for."""
        if state is AccountState.SIGNING_IN:
            return  # on the way: what counts is where it came from
        before, self._state = self._state, state
        if before in _WAITING and state is AccountState.ONLINE and not self._looking:
            self.look_now(whole=True)

    def note_transition(self, change: JobTransition) -> None:
        """A change is a reason to look again soon; of one job among many it is an everyday thing.

        One that begins to move while nothing else did is not left alone until the next listing.
        """
        self._expected.pop(change.job.key, None)
        if self._known.moving <= SINGLE_LIMIT:
            self._interval = 0.0
        if change.job.status.is_active and not self._known.moving and not self._looking:
            self._wake.set()

    def note_acted(self, key: JobKey) -> None:
        """The back-end was just told to do something with this job."""
        self._expected[key] = self._clock.monotonic() + EXPECT
        self._interval = 0.0
        self._wake.set()

    async def _allowed(self) -> None:
        """Wait while watching is paused, and while the back-end wants to be left alone."""
        while self._mode.paused:
            self._wake.clear()
            await self._wake.wait()
        await self._accounts.listings.patience(self._account_id)

    async def _pause(self, account: Account, begun: float, wait: float) -> None:
        """Until `wait` seconds after the look began, or something wakes; never without a rest."""
        took = self._clock.monotonic() - begun
        rest = pace.first_wait(account) / 5
        await asyncio.sleep(rest)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, wait - took - rest)):
                await self._wake.wait()  # wait_for() of 3.11 may swallow a cancellation

    async def _look_safely(self, account: Account) -> float:
        """Look; returns after how many seconds from its begin to look again."""
        self._looking = True
        try:
            await self._look(account)
            self._failures = 0
            return await self._next_wait(account)
        except AppError as error:
            self._failures += 1
            log.info("%s: %s", account.title, error.message)
            watched = self._known.moving and self._mode.visible
            longest = pace.longest_wait(account) if watched else pace.LISTING_EVERY
            return pace.back_off(self._failures, error, longest)
        except Exception as error:  # noqa: BLE001 - reported as the bug it is; watching goes on
            self._failures += 1
            _report_bug(account, error)
            return pace.LISTING_EVERY
        finally:
            self._looking = False

    async def _look(self, account: Account) -> None:
        now, known = self._clock.monotonic(), self._known
        if now - known.listed_at >= pace.listing_wait(known.whole_pages):
            await self._list_whole()
        elif keys := await self._moving(account):
            await self._look_at(keys)
            self._accounts.listings.note_looked(account.id)
        elif now - known.looked_at >= pace.LISTING_EVERY / 2:
            await self._listings.read(account.id, (), self._mode.is_on)  # the newest jobs
            self._accounts.listings.note_looked(account.id)
        known.looked_at = now

    async def _list_whole(self) -> None:
        reading = await self._listings.read(self._account_id, None, self._mode.is_on)
        self._known.whole_pages = reading.pages
        if self._mode.is_on():  # partial or not: it is no better for being read again at once
            self.note_listed()

    async def _moving(self, account: Account) -> set[JobKey]:
        """Jobs that change by themselves, or are about to."""
        now = self._clock.monotonic()
        self._expected = {key: until for key, until in self._expected.items() if until > now}
        keys = {job.key for job in await self._jobs.active(account.id)} | self._expected.keys()
        self._known.moving = len(keys)
        return keys

    async def _look_at(self, keys: AbstractSet[JobKey]) -> None:
        """In the listing, unless asking for each of them takes fewer requests."""
        if len(keys) <= max(SINGLE_LIMIT, min(STRAY_LIMIT, self._known.look_pages)):
            await self._look_singly(keys)
            return
        reading = await self._listings.read(self._account_id, keys, self._mode.is_on)
        self._known.look_pages = reading.pages
        if self._mode.is_on() and not reading.whole:
            await self._look_singly(reading.missing)

    async def _look_singly(self, keys: AbstractSet[JobKey]) -> None:
        """Not all at one look if they are many: those that were left out come first next time."""
        ordered = sorted(keys)
        start = self._known.turn % max(1, len(ordered))
        chosen = (ordered[start:] + ordered[:start])[:STRAY_LIMIT]
        self._known.turn = start + len(chosen)
        for key in chosen:
            await self._accounts.listings.patience(self._account_id)
            try:
                await self._jobs.refresh(key)
            except NotFoundError:
                await self._list_whole()  # it tells of all that are gone
                return

    async def _next_wait(self, account: Account) -> float:
        """Quick after a change, slower while nothing moves, slowest while nothing is active."""
        slower = 1.0 if self._mode.visible else pace.HIDDEN
        if not await self._moving(account):
            return pace.shortened(pace.LISTING_EVERY) * slower
        longest = pace.longest_wait(account)
        wait = min(longest, max(pace.first_wait(account), self._interval))
        self._interval = min(longest, wait * pace.FACTOR)
        return pace.shortened(wait) * slower


def _report_bug(account: Account, error: Exception) -> None:
    """The loop's handler is where the app hears of bugs in background tasks."""
    asyncio.get_running_loop().call_exception_handler(
        {"message": f"watching {account.title} failed", "exception": error}
    )
