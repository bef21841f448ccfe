"""How it stands with the listing of each account: being read, read last, not to be read now.

When an account was listed is kept for reading offline, but is not worth a write at each listing:
one without news leaves the history alone, and its time is written at the end or with the next news.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.clock import Clock
from openeo_desktop.core.errors import StorageError
from openeo_desktop.services.account_states import AccountStates
from openeo_desktop.services.history import History
from openeo_desktop.store import accounts as store


class ListingStates:
    """What the synchronisation notes in the states of accounts."""

    def __init__(self, history: History, states: AccountStates, clock: Clock) -> None:
        self._history = history
        self._states = states
        self._clock = clock
        self._unsaved: dict[AccountId, dt.datetime] = {}

    def held_for(self, account_id: AccountId) -> float:
        """For how many more seconds this back-end asked, in any answer, to be left alone."""
        return self._states.held_for(account_id)

    async def patience(self, account_id: AccountId) -> None:
        """Wait until the back-end may be asked again; it may ask for more patience meanwhile."""
        while held := self.held_for(account_id):  # noqa: ASYNC110 - time alone ends it
            await asyncio.sleep(held)

    def set_paused(self, paused: bool) -> None:
        """Listings are read only when the person wants it, or by themselves again."""
        self._states.set_paused(paused)

    def set_reading(self, account_id: AccountId, reading: bool) -> None:
        """The listing is being read."""
        self._states.set_syncing(account_id, reading)

    async def note_read(self, account_id: AccountId, *, news: bool) -> None:
        """The listing was just read whole; with `news` the history is written anyway."""
        now = self._clock.now()
        self._states.set_last_sync(account_id, now)
        self._unsaved[account_id] = now
        if news:
            await self._save()

    def note_looked(self, account_id: AccountId) -> None:
        """The back-end has just answered about jobs that change."""
        self._states.set_last_look(account_id, self._clock.now())

    async def close(self) -> None:
        """Write what was not; also where the history was never opened."""
        with contextlib.suppress(RuntimeError, StorageError):
            await self._save()

    async def _save(self) -> None:
        unsaved, self._unsaved = self._unsaved, {}
        for account_id, at in unsaved.items():
            await self._history.call(store.save_last_sync, account_id, at)
