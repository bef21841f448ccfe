"""Refresh tokens that rotate: one refresh at a time per (issuer, client), stored before it is used.

At a time within this process (a lock of asyncio) and among all processes of the app (a file lock).
A provider takes a refresh token that comes twice for theft and ends the session, so within the
locks the keychain is read again: another process may have put a newer token there.
"""

from __future__ import annotations

import asyncio
import dataclasses
import logging
from pathlib import Path

from openeo_desktop.api.auth.openid import OpenIdConfiguration
from openeo_desktop.api.auth.tokens import refresh, revoke
from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import AppError, SignInError, SignInNeeded
from openeo_desktop.core.sign_in import OidcClient, Tokens
from openeo_desktop.credentials.refresh_lock import RefreshLock
from openeo_desktop.credentials.secrets import StoredSecret
from openeo_desktop.services.lanes import NET_GRACE, Lane, Lanes
from openeo_desktop.services.session_secrets import SessionSecrets
from openeo_desktop.services.token_issuers import Issuers

log = logging.getLogger(__name__)
Refreshed = tuple[Tokens, StoredSecret]
CLOSE_WITHIN = 5.0
"""Seconds that the end of the app waits for a refresh: with its answer the session would go."""
REVOKE_WITHIN, FORGET_WITHIN = 10.0, 10.0


class TokenRefresher:
    """Refreshes of all accounts; one for each account at a time, its followers share the result."""

    def __init__(
        self, lanes: Lanes, secrets: SessionSecrets, issuers: Issuers, folder: Path
    ) -> None:
        self._lanes = lanes
        self._secrets = secrets
        self._issuers = issuers
        self._folder = folder
        self._locks: dict[tuple[str, str], asyncio.Lock] = {}
        self._running: dict[AccountId, asyncio.Task[Refreshed]] = {}

    async def refresh(self, account: Account) -> Refreshed:
        """New tokens and the secret that belongs to them, which is stored by then.

        Cancelling does not end a refresh that has begun: the provider may have rotated already.

        Raises:
            SignInError: The session is over.
            AppError: Provider or keychain do not answer; the session goes on.
        """
        task = self._running.get(account.id)
        if task is None:
            task = asyncio.create_task(self._alone(account), name=f"refresh {account.id}")
            self._running[account.id] = task
            task.add_done_callback(lambda _: self._ended(account.id, task))
        return await asyncio.shield(task)

    def _ended(self, account_id: AccountId, task: asyncio.Task[Refreshed]) -> None:
        self._running.pop(account_id, None)
        if not task.cancelled():
            task.exception()  # fetched: whoever waited may have been cancelled

    async def _alone(self, account: Account) -> Refreshed:
        async with self._lock(account):
            lane = self._lanes.net_of(account.id)
            return await lane.call(self._refresh, account, CancelToken())

    def _lock(self, account: Account) -> asyncio.Lock:
        return self._locks.setdefault((account.issuer, account.client_id), asyncio.Lock())

    def _refresh(self, account: Account, token: CancelToken) -> Refreshed:
        configuration = self._issuers.get(account.issuer, token)
        with RefreshLock(self._folder, account.issuer, account.client_id).held(token):
            secret = self._secrets.newest_now(account.id)
            if secret is None or not secret.refresh_token:
                raise SignInNeeded(f"{account.title} asks for sign-in.", "Sign in again.")
            try:
                return self._exchange(account, configuration, secret, token)
            except SignInError:
                kept = self._secrets.kept_now(account.id)
                if kept is None or kept.refresh_token in ("", secret.refresh_token):
                    raise
                log.info("%s: the keychain holds another refresh token", account.title)
                return self._exchange(account, configuration, kept, token)

    def _exchange(
        self,
        account: Account,
        configuration: OpenIdConfiguration,
        secret: StoredSecret,
        token: CancelToken,
    ) -> Refreshed:
        client = OidcClient(secret.client_id, secret.client_secret)
        tokens = refresh(configuration, client, secret.refresh_token, token)
        if tokens.refresh_token != secret.refresh_token:
            secret = dataclasses.replace(secret, refresh_token=tokens.refresh_token)
            self._secrets.replace_now(account.id, secret)
        return tokens, secret

    async def end(self, account: Account) -> None:
        """Forget the secret of an account, then tell the provider.

        Within the locks: a refresh that runs elsewhere must not put a new secret there afterwards.
        """
        lane = self._lanes.net_of(account.id)
        async with self._lock(account):
            secret = await lane.call(self._forget, account, CancelToken())
        if secret is not None:
            await self.revoke(account, secret)

    def _forget(self, account: Account, token: CancelToken) -> StoredSecret | None:
        lock = RefreshLock(self._folder, account.issuer, account.client_id)
        try:
            lock.acquire(token, FORGET_WITHIN)
        except AppError as error:
            log.warning("Forgetting without the lock: %s", error.message)
        try:
            secret = self._secrets.newest_now(account.id)
        except AppError:
            secret = None
        finally:
            self._secrets.forget_now(account.id)
            lock.release()
        return secret

    async def revoke(self, account: Account, secret: StoredSecret) -> None:
        """Tell the provider that the session is over; that it cannot be told is no failure."""
        if not secret.refresh_token:
            return
        lane = Lane("sign-out", grace=NET_GRACE)
        try:
            async with asyncio.timeout(REVOKE_WITHIN):
                await lane.run(self._revoke, account, secret)
        except (AppError, TimeoutError) as error:
            log.warning("%s could not be told of the sign-out: %s", account.issuer, error)
        finally:
            lane.abandon()

    def _revoke(self, account: Account, secret: StoredSecret, token: CancelToken) -> None:
        configuration = self._issuers.get(account.issuer, token)
        client = OidcClient(secret.client_id, secret.client_secret)
        revoke(configuration, client, secret.refresh_token, token)

    async def close(self) -> None:
        """Wait for what runs, but not for ever."""
        if self._running:
            await asyncio.wait(set(self._running.values()), timeout=CLOSE_WITHIN)
