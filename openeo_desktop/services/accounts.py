"""Accounts: who the person is on which back-end, signed in and out, in the person's order.

Every request of every service goes through `AccountsService.call`; how a session comes about and is
renewed is `services.sessions`, what a back-end offers is `services.back_ends`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from openeo_desktop.api.capabilities import Capabilities, parse_capabilities
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.user import get_user
from openeo_desktop.core.accounts import (
    Account,
    AccountId,
    AccountState,
    AccountStatus,
    KeychainNotice,
    UserInfo,
)
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import (
    InputError,
    SignInNeeded,
    UnreachableError,
)
from openeo_desktop.core.events import Event
from openeo_desktop.core.settings import Settings
from openeo_desktop.core.sign_in import SignInMethod, SignInPrompts, SignInRequest
from openeo_desktop.services.account_calls import AccountCalls
from openeo_desktop.services.account_sign_ins import AccountSignIns
from openeo_desktop.services.account_states import AccountsChanged, AccountStates, state_at_rest
from openeo_desktop.services.back_ends import BackEndInfo, look_at
from openeo_desktop.services.history import History
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.listing_states import ListingStates
from openeo_desktop.services.patience import Patience
from openeo_desktop.services.sessions import Sessions
from openeo_desktop.store import accounts as store

__all__ = ["LOCAL_ACCOUNT", "AccountsService", "BackEndInfo"]
T = TypeVar("T")
LOCAL_ACCOUNT = AccountId("local")
MAX_TITLE = 200


class AccountsService:
    """Keeps the accounts in memory; the history holds them between runs.

    `keychain_notice` tells, once in a run, why sign-ins last only as long as the app runs.
    `listings`: what the synchronisation notes of each account.
    """

    def __init__(
        self,
        history: History,
        lanes: Lanes,
        sessions: Sessions,
        clock: Clock = SYSTEM_CLOCK,
        settings: Settings | None = None,
    ) -> None:
        """`settings`: remembers for the next run how long a back-end wants to be left alone."""
        self._history = history
        self._lanes = lanes
        self._sessions = sessions
        self._states = AccountStates(clock, Patience(clock, settings))
        self._capabilities: dict[AccountId, Capabilities] = {}
        self.listings = ListingStates(history, self._states, clock)
        self._calls = AccountCalls(self._states, sessions, lanes, self._capabilities)
        self._sign_ins = AccountSignIns(
            self._states, sessions, lanes, history, self._calls, self._capabilities
        )
        self.changed: Event[AccountsChanged] = self._states.changed
        self.keychain_notice: Event[KeychainNotice] = sessions.keychain_noticed

    async def load(self) -> None:
        """Read the accounts from the history; no request is made."""
        for account in await self._history.call(store.load_accounts):
            raw = await self._history.call(store.load_capabilities, account.id)
            if raw:
                self._capabilities[account.id] = parse_capabilities(raw)
            synced = await self._history.call(store.load_last_sync, account.id)
            self._states.load(account, synced)

    async def close(self) -> None:
        """Let a token that is being renewed be stored, and when the jobs were listed last."""
        await self._sessions.close()
        await self.listings.close()

    def statuses(self) -> tuple[AccountStatus, ...]:
        """All accounts with their states, in the person's order."""
        return self._states.all()

    def status(self, account_id: AccountId) -> AccountStatus | None:
        """One account with its state, None if there is none such."""
        return self._states.get(account_id)

    def account(self, account_id: AccountId) -> Account | None:
        """One account, None if there is none such."""
        status = self._states.get(account_id)
        return None if status is None else status.account

    def supports(self, account_id: AccountId, method: str, path: str) -> bool:
        """Whether the back-end lists this endpoint; True as long as that is not known."""
        capabilities = self._capabilities.get(account_id)
        return capabilities is None or capabilities.supports(method, path)

    def currency(self, account_id: AccountId) -> str:
        """The unit of costs and budget, empty if the back-end has none."""
        capabilities = self._capabilities.get(account_id)
        return capabilities.currency if capabilities else ""

    async def probe(self, url: str) -> BackEndInfo:
        """Look at a back-end without signing in.

        Raises:
            InputError: The address is none.
            UnreachableError: Nothing (or something else, or too old a version) answers there.
        """
        return await self._lanes.net.run(look_at, url)

    async def sign_in(
        self,
        url: str,
        request: SignInRequest,
        prompts: SignInPrompts | None = None,
        *,
        title: str = "",
    ) -> Account:
        """Discover, sign in, and keep the account (and its secret in the keychain).

        Cancelling the task ends it at any moment, with nothing kept.

        Raises:
            SignInRefused: The person, the provider or the back-end said no.
            UnsupportedError: The back-end has no batch jobs.
            InputError: Something is missing in the request.
            AppError: It cannot be reached, or is no openEO back-end.
        """
        return await self._sign_ins.sign_in(url, request, prompts, title, keep=request.remember)

    async def sign_in_basic(
        self, url: str, user: str, password: str, *, title: str = "", remember: bool = True
    ) -> Account:
        """Sign in with name and password; without `remember` the keychain stays as it is.

        Raises:
            AppError: See `sign_in`.
        """
        request = SignInRequest(SignInMethod.BASIC, user=user, password=password)
        return await self._sign_ins.sign_in(
            url, request, None, title, keep=remember, alone=not remember
        )

    async def sign_in_local(self, url: str, user: str, password: str, title: str) -> Account:
        """Sign in to the embedded back-end; it is one account whatever its port is.

        Raises:
            AppError: It cannot be reached.
        """
        request = SignInRequest(SignInMethod.BASIC, user=user, password=password)
        return await self._sign_ins.sign_in(
            url, request, None, title, keep=False, alone=True, local_id=LOCAL_ACCOUNT
        )

    async def sign_in_again(
        self,
        account_id: AccountId,
        request: SignInRequest | None = None,
        prompts: SignInPrompts | None = None,
    ) -> None:
        """A new session for an account that is there.

        Args:
            request: Another way, or another password; None: as before, with what is kept.

        Raises:
            SignInRefused: Not accepted, or it is another person.
            AppError: See `sign_in`.
        """
        await self._sign_ins.again(self._require(account_id), request, prompts)

    async def sign_out(self, account_id: AccountId) -> None:
        """End the session, at the provider too where that is offered, and forget the secret.

        The history stays.
        """
        self._calls.signed_out.add(account_id)
        self._states.set_state(account_id, AccountState.SIGNED_OUT)
        await self._sessions.forget(self._require(account_id))

    async def is_kept(self, account_id: AccountId) -> bool:
        """Whether the account signs in by itself, also at the next start.

        Raises:
            KeychainError: The keychain cannot be read now.
        """
        return await self._sessions.is_known(self._require(account_id))

    async def look_for_sessions(self) -> None:
        """While paused: say «signed out» of what has no session, without asking its back-end."""
        await self._sign_ins.look_for_sessions()

    async def rename(self, account_id: AccountId, title: str) -> None:
        """Give the account another title.

        Raises:
            InputError: It is empty.
        """
        await self._change(dataclasses.replace(self._require(account_id), title=_clean(title)))

    async def reorder(self, account_ids: Sequence[AccountId]) -> None:
        """Put the accounts into this order; those that are not named follow as they were."""
        positions = self._states.positions(account_ids)
        await self._history.call(store.save_positions, positions)
        self._states.reorder(positions)

    async def set_enabled(self, account_id: AccountId, enabled: bool) -> None:
        """Switch an account off (nothing is asked of its back-end) or on; it stays signed in."""
        account = dataclasses.replace(self._require(account_id), enabled=enabled)
        await self._change(account)
        if not account.history_only:
            self._states.set_state(account_id, state_at_rest(account))
            await self.look_for_sessions()

    async def _change(self, account: Account) -> None:
        await self._history.call(store.save_account, account)
        self._states.change(account)

    async def remove(self, account_id: AccountId, *, keep_history: bool = False) -> None:
        """Sign out and remove the account, its history too unless that is to stay readable."""
        account = self._require(account_id)
        if keep_history:
            await self._change(dataclasses.replace(account, history_only=True))
            self._states.set_state(account_id, AccountState.HISTORY)
            await self._sessions.forget(account)
            return
        self._states.remove(account_id)  # first: from now on nothing is asked or written for it
        self._capabilities.pop(account_id, None)
        await self._sessions.forget(account)
        self._lanes.end_net_of(account_id)
        await self._history.call(store.remove_account, account_id)

    async def adopt(self, account: Account) -> Account:
        """Take in, at the end, an account of which only jobs are known, from a file."""
        position = self._states.next_position()
        kept = dataclasses.replace(account, history_only=True, position=position)
        await self._history.call(store.save_account, kept)
        self._states.put(kept, AccountState.HISTORY)
        return kept

    async def user(self, account_id: AccountId) -> UserInfo:
        """Who is signed in (`GET /me`).

        Raises:
            AppError: See `call`.
        """
        return await self.call(account_id, get_user)

    async def call(
        self, account_id: AccountId, fn: Callable[..., T], *args: Any, **kwargs: Any
    ) -> T:
        """Run an API function (connection first, `token=` last) as this account.

        The session is renewed once where the token is no longer valid (the request was refused, so
        that repeating it is safe). The state of the account follows from the outcome.

        Raises:
            SignInNeeded: The person has to sign in.
            UnreachableError: The back-end does not answer.
            AppError: What the back-end says.
        """
        return await self._calls.call(self._require(account_id), fn, *args, **kwargs)

    async def connection(
        self, account_id: AccountId, refused: Connection | None = None
    ) -> Connection:
        """The signed-in connection, for downloads.

        Args:
            refused: The connection whose token was just refused; it is renewed.

        Raises:
            AppError: See `call`.
        """
        return await self._calls.connection(self._require(account_id), refused)

    def _require(self, account_id: AccountId) -> Account:
        account = self.account(account_id)
        if account is None:
            raise SignInNeeded("This account is no longer there.", "Add it again.")
        return account

    def note_offline(self, account_id: AccountId, message: str) -> None:
        """It is known without asking that the back-end is gone."""
        self._states.note_failure(account_id, UnreachableError(message))


def _clean(title: str) -> str:
    text = " ".join(title.split())[:MAX_TITLE]
    if not text:
        raise InputError("An account needs a title.", "Type one.")
    return text
