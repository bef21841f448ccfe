"""The accounts in memory with their visible states; tells when one of them changes."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openeo_desktop.core.accounts import Account, AccountId, AccountState, AccountStatus
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    BadAnswerError,
    BusyError,
    KeychainError,
    SignInError,
    UnreachableError,
    UnsupportedError,
)
from openeo_desktop.core.events import Event
from openeo_desktop.core.words import error_text, tr_sentence
from openeo_desktop.services.patience import Patience

PATIENCE = error_text("The back-end asked to be left alone for a while.")
OWN_FAULT = error_text("Something went wrong inside the app: the back-end was not asked.")
FAULTS = 3
"""So many failures of the back-end one after another mean that it is out of order."""


@dataclass(frozen=True, slots=True)
class AccountsChanged:
    """The accounts with their states, in the person's order."""

    statuses: tuple[AccountStatus, ...]


class AccountStates:
    """Statuses by account; every change is told once."""

    def __init__(self, clock: Clock = SYSTEM_CLOCK, patience: Patience | None = None) -> None:
        self._clock = clock
        self._patience = patience or Patience(clock)
        self._paused = False
        self.changed: Event[AccountsChanged] = Event()
        self._statuses: dict[AccountId, AccountStatus] = {}
        self._faults: dict[AccountId, int] = {}

    def all(self) -> tuple[AccountStatus, ...]:
        """All accounts in the person's order."""
        return tuple(sorted(self._statuses.values(), key=lambda s: s.account.position))

    def get(self, account_id: AccountId) -> AccountStatus | None:
        """One account, None if there is none such."""
        return self._statuses.get(account_id)

    def put(
        self, account: Account, state: AccountState, last_sync: dt.datetime | None = None
    ) -> None:
        """Add an account, or replace what is known of it."""
        self._statuses[account.id] = AccountStatus(
            account, state, self._clock.now(), last_sync=last_sync, paused=self._paused
        )
        self._faults.pop(account.id, None)
        self._emit()

    def load(self, account: Account, last_sync: dt.datetime | None) -> None:
        """Add an account of the last run; nothing has been asked of it yet."""
        self.put(account, state_at_rest(account), last_sync)
        if self.held_for(account.id) and not self._statuses[account.id].is_at_rest:
            self.set_state(account.id, state_at_rest(account), tr_sentence(PATIENCE))

    def positions(self, account_ids: Sequence[AccountId]) -> dict[AccountId, int]:
        """The places of all accounts in this order; those not named follow as they were."""
        named = [item for item in dict.fromkeys(account_ids) if item in self._statuses]
        rest = [s.account.id for s in self.all() if s.account.id not in named]
        return {account_id: number for number, account_id in enumerate([*named, *rest])}

    def reorder(self, positions: Mapping[AccountId, int]) -> None:
        """Put the accounts, as far as they are still there, into these places."""
        known = (status.account for status in self._statuses.values())
        moved = (
            dataclasses.replace(a, position=positions[a.id]) for a in known if a.id in positions
        )
        self.change(*moved)

    def change(self, *accounts: Account) -> None:
        """Replace accounts that are there; their states stay. Told once for all of them."""
        for account in accounts:
            old = self._statuses[account.id]
            self._statuses[account.id] = dataclasses.replace(old, account=account)
        self._emit()

    def remove(self, account_id: AccountId) -> None:
        """Forget an account."""
        self._statuses.pop(account_id, None)
        self._patience.forget(account_id)
        self._emit()

    def next_position(self) -> int:
        """After the last one."""
        return 1 + max((status.account.position for status in self._statuses.values()), default=0)

    def set_state(self, account_id: AccountId, state: AccountState, message: str = "") -> None:
        """Note a state; told only if it is a new one."""
        old = self._statuses.get(account_id)
        if old is None or (old.state is state and old.message == message):
            return
        since = old.since if old.state is state else self._clock.now()
        self._replace(old, state=state, since=since, message=message)

    def note_success(self, account_id: AccountId) -> None:
        """The back-end did what was asked."""
        self._faults.pop(account_id, None)
        self._follow(account_id, AccountState.ONLINE)

    def note_failure(self, account_id: AccountId, error: AppError) -> None:
        """The state that follows from an error: any answer at all means online.

        Unless answer after answer is a failure of the back-end's own: then it is out of order.
        """
        if isinstance(error, BusyError) and error.retry_after:
            self._patience.note(account_id, error.retry_after)
        if _is_fault(error):
            self._faults[account_id] = self._faults.get(account_id, 0) + 1
            broken = self._faults[account_id] >= FAULTS
            state = AccountState.ERROR if broken else AccountState.ONLINE
            self._follow(account_id, state, error.message if broken else "")
            return
        self._faults.pop(account_id, None)
        if isinstance(error, SignInError | KeychainError):
            self._follow(account_id, AccountState.NEEDS_SIGN_IN, error.message)
        elif isinstance(error, UnreachableError):
            self._follow(account_id, AccountState.OFFLINE, error.message)
        else:
            self._follow(account_id, AccountState.ONLINE)

    def note_bug(self, account_id: AccountId) -> None:
        """A mistake of the app's own ended the signing in; else it says nothing of the account."""
        old = self._statuses.get(account_id)
        if old is not None and old.state is AccountState.SIGNING_IN:
            self.set_state(account_id, AccountState.FAILED, tr_sentence(OWN_FAULT))

    def held_for(self, account_id: AccountId) -> float:
        """For how many more seconds the back-end asked to be left alone (`Retry-After`)."""
        return self._patience.held_for(account_id)

    def _follow(self, account_id: AccountId, state: AccountState, message: str = "") -> None:
        """A late answer changes nothing for an account that the person has put to rest."""
        old = self._statuses.get(account_id)
        if old is not None and not old.is_at_rest:
            self.set_state(account_id, state, message)

    def set_syncing(self, account_id: AccountId, syncing: bool) -> None:
        """Note that the listing is being read."""
        old = self._statuses.get(account_id)
        if old is not None and old.syncing != syncing:
            self._replace(old, syncing=syncing)

    @property
    def paused(self) -> bool:
        """Whether no account is asked by itself."""
        return self._paused

    def set_paused(self, paused: bool) -> None:
        """Note for all accounts whether they are asked by themselves; told once."""
        if paused != self._paused:
            self._paused = paused
            for account_id, old in self._statuses.items():
                self._statuses[account_id] = dataclasses.replace(old, paused=paused)
            self._emit()

    def set_last_sync(self, account_id: AccountId, at: dt.datetime) -> None:
        """Note when the listing was read whole."""
        old = self._statuses.get(account_id)
        if old is not None:
            self._replace(old, last_sync=at)

    def set_last_look(self, account_id: AccountId, at: dt.datetime) -> None:
        """Note when its jobs were last asked about; that alone is no news that others are told."""
        old = self._statuses.get(account_id)
        if old is not None:
            self._statuses[account_id] = dataclasses.replace(old, last_look=at)

    def _replace(self, old: AccountStatus, **changes: object) -> None:
        new = dataclasses.replace(old, **changes)  # type: ignore[arg-type] # fields checked above
        self._statuses[old.account.id] = new
        self._emit()

    def _emit(self) -> None:
        self.changed.emit(AccountsChanged(self.all()))


def _is_fault(error: AppError) -> bool:
    """The back-end failed in a way that has nothing to do with what was asked."""
    if isinstance(error, BusyError | UnsupportedError) or not isinstance(error, BackEndError):
        return False
    return isinstance(error, BadAnswerError) or error.status >= 500


def state_at_rest(account: Account) -> AccountState:
    """The state while nothing has been asked yet; this computer's back-end is not started yet."""
    if account.history_only:
        return AccountState.HISTORY
    if not account.enabled:
        return AccountState.DISABLED
    return AccountState.SIGNED_OUT if account.is_local else AccountState.NOT_ASKED
