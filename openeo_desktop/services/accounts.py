"""Accounts: discovery, sign-in, their visible state, and the door to each back-end.

Every request of every service goes through `AccountsService.call`, so that the state of an account
follows from what really happens, and an invalid token is renewed once in one place.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from openeo_desktop.api.capabilities import Capabilities, parse_capabilities
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.discovery import Discovery, discover
from openeo_desktop.api.urls import is_plain_http
from openeo_desktop.api.user import get_user
from openeo_desktop.core.accounts import (
    Account,
    AccountId,
    AccountState,
    AccountStatus,
    UserInfo,
    make_account_id,
)
from openeo_desktop.core.errors import (
    AppError,
    SignInNeeded,
    UnsupportedError,
)
from openeo_desktop.core.events import Event
from openeo_desktop.core.times import utc_now
from openeo_desktop.services.account_states import AccountsChanged, AccountStates
from openeo_desktop.services.history import History
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.sessions import Sessions
from openeo_desktop.store import accounts as store

T = TypeVar("T")
log = logging.getLogger(__name__)
LOCAL_ACCOUNT = AccountId("local")


@dataclass(frozen=True, slots=True)
class BackEndInfo:
    """What discovery tells before anyone signs in."""

    title: str
    description: str
    user_url: str
    api_base: str
    api_version: str
    production: bool
    basic: bool
    batch_jobs: bool
    plain_http: bool
    links: tuple[Mapping[str, Any], ...] = ()


class AccountsService:
    """Keeps the accounts in memory; the history holds them between runs."""

    def __init__(self, history: History, lanes: Lanes, sessions: Sessions) -> None:
        self._history = history
        self._lanes = lanes
        self._sessions = sessions
        self._states = AccountStates()
        self.changed: Event[AccountsChanged] = self._states.changed
        self._capabilities: dict[AccountId, Capabilities] = {}
        self._renewals: dict[AccountId, asyncio.Lock] = {}
        self._signed_out: set[AccountId] = set()

    async def load(self) -> None:
        """Read the accounts from the history; no request is made."""
        for account in await self._history.call(store.load_accounts):
            raw = await self._history.call(store.load_capabilities, account.id)
            if raw:
                self._capabilities[account.id] = parse_capabilities(raw)
            synced = await self._history.call(store.load_last_sync, account.id)
            self._states.put(account, AccountState.SIGNED_OUT, synced)

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
            UnreachableError: Nothing (or something else) answers there.
        """
        return _info(await self._lanes.net.run(discover, url))

    async def sign_in_basic(
        self, url: str, user: str, password: str, *, title: str = "", remember: bool = True
    ) -> Account:
        """Discover, sign in, and keep the account (and the password in the keychain).

        Raises:
            SignInRefused: Wrong name or password.
            UnsupportedError: The back-end has no batch jobs.
            AppError: It cannot be reached, or is no openEO back-end.
        """
        found = await self._lanes.net.run(discover, url)
        require_batch_jobs(found)
        account_id = make_account_id(found.api_base, "basic", user)
        account = self._new_account(account_id, found, user, title)
        await self._sign_in(account, password, found)
        if remember and not await self._sessions.remember(account_id):
            log.info("There is no keychain: the sign-in lasts as long as the app runs")
        return account

    async def sign_in_local(self, url: str, user: str, password: str, title: str) -> Account:
        """Sign in to the embedded back-end; it is one account whatever its port is.

        Raises:
            AppError: It cannot be reached.
        """
        found = await self._lanes.net.run(discover, url)
        account = self._new_account(LOCAL_ACCOUNT, found, user, title, is_local=True)
        self._sessions.drop(LOCAL_ACCOUNT)
        await self._sign_in(account, password, found)
        return account

    def _new_account(
        self,
        account_id: AccountId,
        found: Discovery,
        user: str,
        title: str,
        *,
        is_local: bool = False,
    ) -> Account:
        known = self.account(account_id)
        return Account(
            id=account_id,
            title=title or (known.title if known else "") or _title(found),
            user_url=found.user_url,
            api_base=found.api_base,
            provider="basic",
            user=user,
            is_local=is_local,
            position=known.position if known else (0 if is_local else self._states.next_position()),
        )

    async def _sign_in(self, account: Account, password: str, found: Discovery) -> None:
        await self._sessions.sign_in(account, password)
        self._signed_out.discard(account.id)
        self._capabilities[account.id] = found.capabilities
        await self._history.call(store.save_account, account)
        await self._history.call(store.save_capabilities, account.id, dict(found.capabilities.raw))
        old = self._states.get(account.id)
        self._states.put(account, AccountState.ONLINE, old.last_sync if old else None)

    async def sign_in_again(
        self, account_id: AccountId, password: str, *, remember: bool = True
    ) -> None:
        """A new session for a known account.

        Raises:
            SignInRefused: Wrong password.
            AppError: The back-end cannot be asked.
        """
        account = self._require(account_id)
        self._sessions.drop(account_id)
        self._signed_out.discard(account_id)
        self._states.set_state(account_id, AccountState.SIGNING_IN)
        try:
            await self._sessions.sign_in(account, password)
        except AppError as error:
            self._states.note_failure(account_id, error)
            raise
        self._states.set_state(account_id, AccountState.ONLINE)
        if remember:
            await self._sessions.remember(account_id)

    async def sign_out(self, account_id: AccountId) -> None:
        """End the session and forget the password; the history stays."""
        self._signed_out.add(account_id)
        await self._sessions.forget(account_id)
        self._states.set_state(account_id, AccountState.SIGNED_OUT)

    async def remove(self, account_id: AccountId) -> None:
        """Sign out and remove the account with its history."""
        self._states.remove(account_id)  # first: from now on nothing is asked or written for it
        self._capabilities.pop(account_id, None)
        self._lanes.end_net_of(account_id)
        await self._sessions.forget(account_id)
        await self._history.call(store.remove_account, account_id)

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
        account = self._require(account_id)
        with self._noting(account_id):
            connection = await self._connection(account)
            lane = self._lanes.net_of(account_id)
            try:
                return await lane.run(fn, connection, *args, **kwargs)
            except SignInNeeded:
                connection = await self._renewed(account, connection)
                return await lane.run(fn, connection, *args, **kwargs)

    @contextlib.contextmanager
    def _noting(self, account_id: AccountId) -> Iterator[None]:
        """The state of the account follows from how a request ends; signed out stays so."""
        try:
            yield
        except AppError as error:
            if account_id not in self._signed_out:
                self._states.note_failure(account_id, error)
            raise
        if account_id not in self._signed_out:
            self._states.set_state(account_id, AccountState.ONLINE)

    async def connection(
        self, account_id: AccountId, refused: Connection | None = None
    ) -> Connection:
        """The signed-in connection, for downloads.

        Args:
            refused: The connection whose token was just refused; it is renewed.

        Raises:
            AppError: See `call`.
        """
        account = self._require(account_id)
        with self._noting(account_id):
            if refused is None:
                return await self._connection(account)
            return await self._renewed(account, refused)

    async def _connection(self, account: Account) -> Connection:
        connection = self._sessions.get(account.id)
        if connection is not None:
            return connection
        if account.id in self._signed_out:
            raise SignInNeeded(f"{account.title} is signed out.", "Sign in again.")
        async with self._renewals.setdefault(account.id, asyncio.Lock()):
            known = self._states.get(account.id)
            if known is None or known.state is not AccountState.OFFLINE:
                # What is offline stays so until it answers: no flicker at each new try.
                self._states.set_state(account.id, AccountState.SIGNING_IN)
            return await self._sessions.connect(account)

    async def _renewed(self, account: Account, old: Connection) -> Connection:
        """One renewal at a time; whoever waited takes its result."""
        async with self._renewals.setdefault(account.id, asyncio.Lock()):
            current = self._sessions.get(account.id)
            if current is not None and current is not old:
                return current
            self._sessions.drop(account.id)
            return await self._sessions.connect(account)

    def _require(self, account_id: AccountId) -> Account:
        account = self.account(account_id)
        if account is None:
            raise SignInNeeded("This account is no longer there.", "Add it again.")
        return account

    def set_syncing(self, account_id: AccountId, syncing: bool) -> None:
        """Note that the listing is being read."""
        self._states.set_syncing(account_id, syncing)

    async def note_synced(self, account_id: AccountId) -> None:
        """The listing was just read whole."""
        now = utc_now()
        self._states.set_last_sync(account_id, now)
        await self._history.call(store.save_last_sync, account_id, now)


def require_batch_jobs(found: Discovery) -> None:
    """Refuse, kindly, a back-end that has no batch jobs.

    Raises:
        UnsupportedError: It has none.
    """
    if not found.capabilities.batch_jobs:
        raise UnsupportedError(
            f"{_title(found)} offers no batch jobs, and this app is for batch jobs.",
            "Use the openEO Web Editor for this back-end, or add another one.",
        )


def _title(found: Discovery) -> str:
    return found.capabilities.title or found.user_url.partition("://")[2]


def _info(found: Discovery) -> BackEndInfo:
    capabilities = found.capabilities
    return BackEndInfo(
        title=_title(found),
        description=capabilities.description,
        user_url=found.user_url,
        api_base=found.api_base,
        api_version=capabilities.api_version,
        production=capabilities.production,
        basic=capabilities.supports("GET", "/credentials/basic"),
        batch_jobs=capabilities.batch_jobs,
        plain_http=is_plain_http(found.api_base),
        links=capabilities.links,
    )
