"""Signing in with a person: a new account, or a new session for one that is there."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from openeo_desktop.api.capabilities import Capabilities
from openeo_desktop.api.discovery import Discovery, discover
from openeo_desktop.core.accounts import Account, AccountId, AccountState
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.sign_in import SignInPrompts, SignInRequest
from openeo_desktop.services.account_calls import AccountCalls
from openeo_desktop.services.account_states import AccountStates
from openeo_desktop.services.back_ends import require_batch_jobs
from openeo_desktop.services.history import History
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.session_accounts import (
    SignedIn,
    make_account,
    make_request,
    require_same_person,
    who_is_it,
)
from openeo_desktop.services.session_methods import BackEnd
from openeo_desktop.services.sessions import Sessions
from openeo_desktop.store import accounts as store


class AccountSignIns:
    """The sign-ins of `AccountsService`, which shares its parts with this."""

    def __init__(
        self,
        states: AccountStates,
        sessions: Sessions,
        lanes: Lanes,
        history: History,
        calls: AccountCalls,
        capabilities: dict[AccountId, Capabilities],
    ) -> None:
        self._states = states
        self._sessions = sessions
        self._lanes = lanes
        self._history = history
        self._calls = calls
        self._capabilities = capabilities

    async def sign_in(
        self,
        url: str,
        request: SignInRequest,
        prompts: SignInPrompts | None,
        title: str,
        *,
        keep: bool,
        alone: bool = False,
        local_id: AccountId | None = None,
    ) -> Account:
        """See `AccountsService.sign_in`; for `keep` and `alone` see `Sessions.adopt`."""
        found = await self._lanes.net.run(discover, url)
        require_batch_jobs(found)
        signed = await self._begin(found, request, prompts)
        account = make_account(found, signed, self._states, title, local_id=local_id)
        await self._keep(account, signed, keep=keep, alone=alone)
        return account

    async def again(
        self, account: Account, request: SignInRequest | None, prompts: SignInPrompts | None
    ) -> None:
        """See `AccountsService.sign_in_again`."""
        with self._signing_in(account):
            secret = await self._sessions.secret(account)
            wanted = make_request(account, request, secret)
            found = await self._lanes.net.run(discover, account.user_url)
            signed = await self._begin(found, wanted, prompts)
            try:
                require_same_person(account, signed)
            except AppError:
                await self._sessions.revoke(account, signed.opened.secret)
                raise
        renewed = make_account(found, signed, self._states, known=account)
        await self._keep(renewed, signed, keep=wanted.remember, alone=account.is_local)

    async def look_for_sessions(self) -> None:
        """See `AccountsService.look_for_sessions`."""
        for status in self._states.all():
            account = status.account
            if not (self._states.paused and self._is_unasked(account.id)):
                continue
            try:
                kept = await self._sessions.is_known(account)
            except AppError as error:
                if self._is_unasked(account.id):
                    self._states.note_failure(account.id, error)
                continue
            if not kept and self._is_unasked(account.id):
                self._states.set_state(account.id, AccountState.SIGNED_OUT)

    def _is_unasked(self, account_id: AccountId) -> bool:
        status = self._states.get(account_id)
        return status is not None and status.state is AccountState.NOT_ASKED

    @contextlib.contextmanager
    def _signing_in(self, account: Account) -> Iterator[None]:
        """Its state meanwhile; afterwards as before if the person gives up."""
        before = self._states.get(account.id)
        self._states.set_state(account.id, AccountState.SIGNING_IN)
        try:
            yield
        except BaseException as error:
            if before is not None:
                self._states.set_state(account.id, before.state, before.message)
            if isinstance(error, AppError):
                self._states.note_failure(account.id, error)
            raise

    async def _begin(
        self, found: Discovery, request: SignInRequest, prompts: SignInPrompts | None
    ) -> SignedIn:
        back_end = BackEnd(found.api_base, found.capabilities)
        opened = await self._sessions.begin(back_end, request, prompts)
        return await self._lanes.net.run(who_is_it, found, request, opened)

    async def _keep(self, account: Account, signed: SignedIn, *, keep: bool, alone: bool) -> None:
        await self._sessions.adopt(account, signed.opened, keep=keep, alone=alone)
        self._calls.signed_out.discard(account.id)
        self._capabilities[account.id] = signed.capabilities
        raw = dict(signed.capabilities.raw)
        await self._history.call(store.save_account, account)
        await self._history.call(store.save_capabilities, account.id, raw)
        old = self._states.get(account.id)
        self._states.put(account, AccountState.ONLINE, old.last_sync if old else None)
