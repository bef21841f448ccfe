"""Which accounts nobody has looked after for some time, so that what changed is told as one.

An account is away from the start of the app, or after sleep, a long time offline or a long pause,
until its listing was read. Should that not come, its changes are not held for ever.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from openeo_desktop.core.accounts import AccountId, AccountState, AccountStatus
from openeo_desktop.core.clock import Clock
from openeo_desktop.core.events import Event
from openeo_desktop.services.account_states import AccountsChanged
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.sync import SyncService

LONG = 600.0
"""Seconds without a look at an account from which on one speaks of having been away."""
HOLD = 60.0
"""Seconds that a change is held while the listing is read, or waited for."""


class Absences:
    """Events: `ended` when the changes of an account are to be told as what happened meanwhile."""

    def __init__(self, accounts: AccountsService, sync: SyncService, clock: Clock) -> None:
        self.ended: Event[AccountId] = Event()
        self._accounts = accounts
        self._sync = sync
        self._clock = clock
        self._away: set[AccountId] = set()
        self._ended: set[AccountId] = set()
        self._timers: dict[AccountId, asyncio.TimerHandle] = {}
        self._silent_since: dict[AccountId, float] = {}
        self._reading: set[AccountId] = set()
        self._proving: set[AccountId] = set()
        self._paused_at: float | None = None
        self._disconnects: list[Callable[[], None]] = []

    def start(self) -> None:
        """Nobody has looked after any account since the last run."""
        for status in self._accounts.statuses():
            (self._ended if status.is_at_rest else self._away).add(status.account.id)
        self._disconnects = [
            self._sync.listed.connect(self._on_listed),
            self._sync.slept.connect(self._on_slept),
            self._sync.paused_changed.connect(self._on_paused_changed),
            self._accounts.changed.connect(self._on_accounts_changed),
        ]

    def close(self) -> None:
        """Hold nothing any more."""
        for disconnect in self._disconnects:
            disconnect()
        for timer in self._timers.values():
            timer.cancel()

    def just_ended(self) -> frozenset[AccountId]:
        """The accounts whose changes are to be told as what happened meanwhile."""
        return frozenset(self._ended)

    def forget_ended(self, told: Iterable[AccountId]) -> None:
        """Their changes were read; from now on they are of the present."""
        self._ended -= set(told)

    def holds(self, account_id: AccountId) -> bool:
        """Whether a change is not to be told yet, but with the others: soon in any case."""
        if account_id not in self._away:
            return False
        if account_id not in self._timers:
            loop = asyncio.get_running_loop()
            self._timers[account_id] = loop.call_later(HOLD, self._end, account_id)
        return True

    def _begin(self, account_id: AccountId) -> None:
        self._ended.discard(account_id)
        self._away.add(account_id)

    def _end(self, account_id: AccountId) -> None:
        timer = self._timers.pop(account_id, None)
        if timer is not None:
            timer.cancel()
        if account_id in self._away:
            self._away.remove(account_id)
            self._ended.add(account_id)
            self.ended.emit(account_id)

    def _on_listed(self, account_id: AccountId) -> None:
        if account_id in self._proving:
            self._end(account_id)

    def _follow_listing(self, status: AccountStatus) -> None:
        """A partial listing is never told as `listed`, but it is all that the account says."""
        account_id = status.account.id
        if status.syncing:
            if account_id not in self._reading:
                self._proving.add(account_id)
            self._reading.add(account_id)
            return
        self._reading.discard(account_id)
        if account_id in self._proving:
            self._proving.remove(account_id)
            if status.state is AccountState.ONLINE:
                self._end(account_id)

    def _on_slept(self, seconds: float) -> None:
        if seconds >= LONG:
            self._begin_all()

    def _on_paused_changed(self, paused: bool) -> None:
        now = self._clock.monotonic()
        if paused:
            self._paused_at = now
        elif self._paused_at is not None and now - self._paused_at >= LONG:
            self._begin_all()

    def _begin_all(self) -> None:
        self._proving.clear()  # a listing that began before may be as old as its first page
        for status in self._accounts.statuses():
            if not status.is_at_rest:
                self._begin(status.account.id)

    def _on_accounts_changed(self, change: AccountsChanged) -> None:
        now = self._clock.monotonic()
        for status in change.statuses:
            account_id = status.account.id
            self._follow_listing(status)
            if status.state is AccountState.ONLINE:
                since = self._silent_since.pop(account_id, None)
                if since is not None and now - since >= LONG:
                    self._begin(account_id)
            elif status.state is not AccountState.SIGNING_IN:
                self._silent_since.setdefault(account_id, now)
