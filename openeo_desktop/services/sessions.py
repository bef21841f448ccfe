"""Signed-in connections, one per account, and how to get them back without asking the person.

Access tokens live in memory alone. They are renewed ahead of their end and when a back-end refuses
them; a fault of the network ends no session.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from openeo_desktop.api.connection import Connection
from openeo_desktop.core.accounts import Account, AccountId, KeychainNotice
from openeo_desktop.core.errors import (
    AppError,
    SignInError,
    SignInNeeded,
    UnreachableError,
)
from openeo_desktop.core.events import Event
from openeo_desktop.core.sign_in import SignInMethod, SignInPrompts, SignInRequest
from openeo_desktop.core.times import utc_now
from openeo_desktop.credentials.keychain import Keychain
from openeo_desktop.credentials.secrets import StoredSecret
from openeo_desktop.services.lanes import NET_GRACE, Lane, Lanes
from openeo_desktop.services.session_methods import BackEnd, OpenedSession, session_methods
from openeo_desktop.services.session_secrets import SessionSecrets
from openeo_desktop.services.token_issuers import Issuers
from openeo_desktop.services.token_refresh import TokenRefresher

AHEAD = 60.0
"""Seconds before its end that a token is renewed; for short-lived ones half of their life."""


@dataclass(frozen=True, slots=True)
class _Live:
    """A session in use. Times aware UTC; None: until the back-end refuses the token."""

    connection: Connection
    renew_at: dt.datetime | None
    expires_at: dt.datetime | None

    @classmethod
    def of(cls, opened: OpenedSession) -> _Live:
        now, end = utc_now(), opened.expires_at
        if end is None:
            return cls(opened.connection, None, None)
        ahead = min(dt.timedelta(seconds=AHEAD), (end - now) / 2)
        return cls(opened.connection, end - ahead, end)


class Sessions:
    """Keeps the sessions; secrets in the keychain, or in memory where there is none."""

    def __init__(self, lanes: Lanes, keychain: Keychain, folder: Path) -> None:
        """`folder`: of the profile's data, for the lock among processes."""
        self._lanes = lanes
        self._secrets = SessionSecrets(lanes, keychain)
        self._refresher = TokenRefresher(lanes, self._secrets, issuers := Issuers(), folder)
        self._methods = session_methods(issuers, self._refresher)
        self._live: dict[AccountId, _Live] = {}
        self._ended: dict[AccountId, StoredSecret] = {}
        self.keychain_noticed: Event[KeychainNotice] = self._secrets.noticed

    def get(self, account_id: AccountId) -> Connection | None:
        """The signed-in connection, None if there is none or its token is about to end."""
        live = self._live.get(account_id)
        if live is None or (live.renew_at is not None and utc_now() >= live.renew_at):
            return None
        return live.connection

    def is_live(self, account_id: AccountId) -> bool:
        """Whether there is a session, if only one that is to be renewed."""
        return account_id in self._live

    async def begin(
        self, back_end: BackEnd, request: SignInRequest, prompts: SignInPrompts | None
    ) -> OpenedSession:
        """Sign in with a person; nothing is kept yet. On a thread of its own: it may wait long.

        Raises:
            AppError: See `Session.connect`.
        """
        lane = Lane("sign-in", grace=NET_GRACE)
        try:
            return await self._methods[request.method].connect(lane, back_end, request, prompts)
        finally:
            lane.abandon()

    async def adopt(
        self, account: Account, opened: OpenedSession, *, keep: bool, alone: bool = False
    ) -> None:
        """Use a session from now on.

        Args:
            keep: Whether its secret goes into the keychain; otherwise an older one leaves it.
            alone: For this run alone; the keychain stays as it is.
        """
        if alone:
            self._secrets.hold(account.id, opened.secret)
        else:
            await self._secrets.put(account.id, opened.secret, keep=keep)
        self._ended.pop(account.id, None)
        self._live[account.id] = _Live.of(opened)

    async def connect(self, account: Account, back_end: BackEnd) -> Connection:
        """The signed-in connection, renewed with the kept secret where that is due.

        Raises:
            SignInNeeded: No secret is known, or the session is over.
            SignInRefused: The known secret is no longer accepted.
            KeychainError: It cannot be read just now.
            UnreachableError: No answer; or it is the embedded back-end, and that does not run.
            AppError: The back-end or the provider cannot be asked.
        """
        known = self.get(account.id)
        if known is not None:
            return known
        secret = await self._secret(account)
        method = self._methods[SignInMethod(secret.method)]
        try:
            opened = await method.renew(self._lanes.net_of(account.id), back_end, account, secret)
        except SignInError:
            await self._end(account)
            raise
        except AppError:
            live = self._live.get(account.id)
            if live is None or live.expires_at is None or utc_now() >= live.expires_at:
                raise
            return live.connection  # not renewed in advance, but good for a while yet
        self._live[account.id] = _Live.of(opened)
        return opened.connection

    async def _end(self, account: Account) -> None:
        """The session is over; its secret is not tried again, only another one."""
        self._live.pop(account.id, None)
        tried = await self.secret(account)
        if tried is not None:
            self._ended[account.id] = tried

    async def _secret(self, account: Account) -> StoredSecret:
        secret = await self._secrets.newest(account.id, ask_keychain=not account.is_local)
        if secret is None and account.is_local:
            raise UnreachableError(
                "The back-end of this computer is not running.",
                "Choose «Start the back-end again» in the menu of «This computer».",
            )
        if secret is None:
            raise SignInNeeded(f"{account.title} asks for sign-in.", "Sign in again.")
        if secret == self._ended.get(account.id):  # asking again by itself could lock the account
            raise SignInNeeded(f"{account.title} refused the sign-in.", "Sign in again.")
        return secret

    async def secret(self, account: Account) -> StoredSecret | None:
        """What is known for the next sign-in, None if nothing is or it cannot be read."""
        try:
            return await self._secrets.newest(account.id, ask_keychain=not account.is_local)
        except AppError:
            return None

    async def is_known(self, account: Account) -> bool:
        """Whether there is a secret for it.

        Raises:
            KeychainError: The keychain cannot be read now.
        """
        return await self._secrets.newest(account.id, ask_keychain=not account.is_local) is not None

    def drop(self, account_id: AccountId) -> None:
        """The token is no longer valid; what it came from may be."""
        self._live.pop(account_id, None)

    async def forget(self, account: Account) -> None:
        """Sign out: token and secret are gone, also from the keychain, and the provider is told."""
        self._live.pop(account.id, None)
        self._ended.pop(account.id, None)
        if account.is_local:
            self._secrets.drop(account.id)
        elif account.issuer:
            await self._refresher.end(account)
        else:
            await self._secrets.forget(account.id)

    async def revoke(self, account: Account, secret: StoredSecret) -> None:
        """Tell the provider that a session is not used (any more)."""
        await self._refresher.revoke(account, secret)

    async def close(self) -> None:
        """Let a refresh that runs store what it gets."""
        await self._refresher.close()
