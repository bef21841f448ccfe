"""Synchronisation of all accounts: each is watched on its own, and its details are caught up.

What the whole app decides is here (paused, hidden, awake again, F5); how one account is watched is
in `services.account_watch`, what is fetched beside the listing in `services.job_details`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.account_states import AccountsChanged
from openeo_desktop.services.account_tasks import AccountTasks
from openeo_desktop.services.account_watch import AccountWatch, WatchMode
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.job_details import JobDetails
from openeo_desktop.services.job_listings import JobListings
from openeo_desktop.services.jobs import JobsService, JobTransition
from openeo_desktop.services.wake_ups import WakeUps

PAUSED = "sync/paused"


class SyncService:
    """Keeps the history up to date.

    Events: `listed` after each whole and complete listing; `paused_changed`; `slept` with the
    seconds that the computer was asleep, before all back-ends are looked at.
    """

    def __init__(
        self,
        accounts: AccountsService,
        jobs: JobsService,
        details: JobDetails,
        settings: Settings,
        clock: Clock = SYSTEM_CLOCK,
        wake_ups: WakeUps | None = None,
    ) -> None:
        self.paused_changed: Event[bool] = Event()
        self._accounts = accounts
        self._jobs = jobs
        self._details = details
        self._settings = settings
        self._clock = clock
        self._wake_ups = wake_ups or WakeUps(clock)
        self.slept: Event[float] = self._wake_ups.slept
        self._mode = WatchMode(paused=settings.get(PAUSED, False))
        self._listings = JobListings(accounts, jobs)
        self.listed: Event[AccountId] = self._listings.listed
        self._watches: dict[AccountId, AccountWatch] = {}
        self._tasks = AccountTasks("watch", accounts, self._watch)
        self._disconnects: list[Callable[[], None]] = []
        self._search: asyncio.Task[None] | None = None

    @property
    def paused(self) -> bool:
        """Whether back-ends are asked only when the person wants it."""
        return self._mode.paused

    def start(self) -> None:
        """Watch every account from now on, also those that are added later."""
        self._note_paused()
        self._disconnects = [
            self._jobs.transitioned.connect(self._on_transitioned),
            self._jobs.acted.connect(self._on_acted),
            self.listed.connect(self._on_listed),
            self._wake_ups.happened.connect(self._on_woken_up),
        ]
        self._tasks.start()
        self._disconnects.append(self._accounts.changed.connect(self._on_accounts_changed))
        self._on_accounts_changed(AccountsChanged(self._accounts.statuses()))
        self._wake_ups.start()
        self._details.start(self._mode)

    async def _watch(self, account_id: AccountId) -> None:
        watch = AccountWatch(
            account_id, self._accounts, self._jobs, self._listings, self._mode, self._clock
        )
        status = self._accounts.status(account_id)
        if status is not None:
            watch.note_state(status.state)
        self._watches[account_id] = watch
        try:
            await watch.run()
        finally:
            if self._watches.get(account_id) is watch:
                del self._watches[account_id]

    def _on_accounts_changed(self, change: AccountsChanged) -> None:
        for status in change.statuses:
            watch = self._watches.get(status.account.id)
            if watch is not None:
                watch.note_state(status.state)

    def _on_transitioned(self, change: JobTransition) -> None:
        watch = self._watches.get(change.job.account_id)
        if watch is not None:
            watch.note_transition(change)

    def _on_acted(self, key: JobKey) -> None:
        watch = self._watches.get(key.account_id)
        if watch is not None:
            watch.note_acted(key)

    def _on_listed(self, account_id: AccountId) -> None:
        watch = self._watches.get(account_id)
        if watch is not None:
            watch.note_listed()
        self._details.search(account_id)

    def _on_woken_up(self, _reason: str) -> None:
        for watch in self._watches.values():
            watch.look_now(whole=True)
        self._details.look_now()

    def set_paused(self, paused: bool) -> None:
        """Ask no back-end any more until this is taken back, or until the person does (F5)."""
        if paused == self._mode.paused:
            return
        self._mode.paused = paused
        self._settings.set(PAUSED, paused)
        self._mode_changed()
        self._note_paused()
        self.paused_changed.emit(paused)

    def _note_paused(self) -> None:
        """While paused no request tells whether there is a session; the keychain may."""
        self._accounts.listings.set_paused(self._mode.paused)
        searching = self._search is not None and not self._search.done()
        if self._mode.paused and not searching:
            search = self._accounts.look_for_sessions()
            self._search = asyncio.get_running_loop().create_task(search, name="sessions")

    def set_visible(self, visible: bool) -> None:
        """A hidden window is watched over more slowly; a shown one is refreshed at once."""
        shown = visible and not self._mode.visible
        self._mode.visible = visible
        if shown:
            self._mode_changed()

    def _mode_changed(self) -> None:
        for watch in self._watches.values():
            watch.mode_changed()
        self._details.look_now()

    async def refresh_now(self, account_id: AccountId | None = None) -> None:
        """Read the whole listing now (F5), of one account or of all; also while paused.

        Raises:
            AppError: The first account that cannot be read; the others are read all the same.
        """
        everyone = [s.account.id for s in self._accounts.statuses() if not s.is_at_rest]
        wanted = [account_id] if account_id else everyone
        outcomes = await asyncio.gather(
            *(self._listings.read(item) for item in wanted), return_exceptions=True
        )
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome

    async def close(self) -> None:
        """Stop watching; nothing that is still told starts a new watch."""
        for disconnect in self._disconnects:
            disconnect()
        if self._search is not None:
            self._search.cancel()
            await asyncio.gather(self._search, return_exceptions=True)
        await asyncio.gather(self._tasks.close(), self._details.close(), self._wake_ups.close())
