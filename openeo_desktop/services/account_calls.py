"""The one door to each back-end: every request of every service goes through it.

So the state of an account follows from what really happens, a token is renewed in one place, and
nothing is asked for an account that the person has switched off or signed out.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, TypeVar

from openeo_desktop.api.capabilities import Capabilities, parse_capabilities
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.accounts import Account, AccountId, AccountState
from openeo_desktop.core.errors import (
    AppError,
    BusyError,
    InputError,
    SignInNeeded,
    UnreachableError,
)
from openeo_desktop.services.account_states import AccountStates
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.session_methods import BackEnd
from openeo_desktop.services.sessions import Sessions

T = TypeVar("T")


class AccountCalls:
    """Requests as an account. `capabilities` and `signed_out` are shared with the service."""

    def __init__(
        self,
        states: AccountStates,
        sessions: Sessions,
        lanes: Lanes,
        capabilities: dict[AccountId, Capabilities],
    ) -> None:
        self.signed_out: set[AccountId] = set()
        self._states = states
        self._sessions = sessions
        self._lanes = lanes
        self._capabilities = capabilities
        self._renewals: dict[AccountId, asyncio.Lock] = {}

    async def call(self, account: Account, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """See `AccountsService.call`."""
        _require_active(account)
        with self._noting(account):
            connection = await self._connection(account)
            lane = self._lanes.net_of(account.id)
            try:
                return await lane.run(fn, connection, *args, **kwargs)
            except SignInNeeded:
                connection = await self._renewed(account, connection)
                return await lane.run(fn, connection, *args, **kwargs)

    async def connection(self, account: Account, refused: Connection | None) -> Connection:
        """See `AccountsService.connection`."""
        _require_active(account)
        with self._noting(account):
            if refused is None:
                return await self._connection(account)
            return await self._renewed(account, refused)

    def back_end(self, account: Account) -> BackEnd:
        """Where its sessions are for."""
        return BackEnd(
            account.api_base, self._capabilities.get(account.id) or parse_capabilities({})
        )

    @contextlib.contextmanager
    def _noting(self, account: Account) -> Iterator[None]:
        """The state of the account follows from how a request ends; signed out stays so."""
        try:
            yield
        except AppError as error:
            if account.is_local and isinstance(error, UnreachableError) and not error.sent:
                # No address to check, no network in between: only starting it helps.
                error.reword(
                    message="The back-end of this computer is not running.",
                    hint="Choose «Start the back-end again» in the menu of «This computer».",
                )
            if account.id not in self.signed_out:
                self._states.note_failure(account.id, error)
            raise
        except Exception:
            self._states.note_bug(account.id)
            raise
        if account.id not in self.signed_out:
            self._states.note_success(account.id)

    def _require_session(self, account: Account) -> None:
        if account.id in self.signed_out:
            raise SignInNeeded(f"{account.title} is signed out.", "Sign in again.")

    async def _connection(self, account: Account) -> Connection:
        self._require_session(account)
        connection = self._sessions.get(account.id)
        if connection is not None:
            return connection
        async with self._renewing(account):
            with self._signing_in(account):
                return await self._sessions.connect(account, self.back_end(account))

    @contextlib.contextmanager
    def _signing_in(self, account: Account) -> Iterator[None]:
        """Its state meanwhile; as before if nobody waits for it any more."""
        known = self._states.get(account.id)
        offline = known is not None and known.state is AccountState.OFFLINE
        if known is None or offline or self._sessions.is_live(account.id):
            yield  # what is offline stays so until it answers: no flicker at each new try
            return
        self._states.set_state(account.id, AccountState.SIGNING_IN)
        try:
            yield
        except asyncio.CancelledError:
            self._states.set_state(account.id, known.state, known.message)
            raise

    @contextlib.asynccontextmanager
    async def _renewing(self, account: Account) -> AsyncIterator[None]:
        """One renewal at a time; useless if the back-end asks for patience meanwhile.

        Raises:
            BusyError: It did.
        """
        held_before = self._states.held_for(account.id)
        async with self._renewals.setdefault(account.id, asyncio.Lock()):
            self._require_patience(account, held_before)
            yield
            self._require_patience(account, held_before)

    def _require_patience(self, account: Account, held_before: float) -> None:
        held = self._states.held_for(account.id)
        if held and not held_before:
            error = BusyError(f"{account.title} asks for patience.", "Try again in a moment.")
            error.retry_after = held
            raise error

    async def _renewed(self, account: Account, old: Connection) -> Connection:
        """One renewal at a time; whoever waited takes its result."""
        async with self._renewing(account):
            self._require_session(account)
            current = self._sessions.get(account.id)
            if current is not None and current is not old:
                return current
            self._sessions.drop(account.id)
            return await self._sessions.connect(account, self.back_end(account))


def _require_active(account: Account) -> None:
    """Nothing is asked for what the person has put to rest.

    Raises:
        InputError: It is switched off, or only its history is here.
    """
    if account.history_only:
        raise InputError(f"{account.title} was removed; only its jobs are here.", "Add it again.")
    if not account.enabled:
        raise InputError(f"{account.title} is disabled.", "Enable it first.")
