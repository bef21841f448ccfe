"""From a session that was begun to the account it belongs to, and back for the next sign-in."""

from __future__ import annotations

import dataclasses
import logging
from dataclasses import dataclass

from openeo_desktop.api.capabilities import Capabilities, get_capabilities
from openeo_desktop.api.discovery import Discovery
from openeo_desktop.api.user import get_user
from openeo_desktop.core.accounts import Account, AccountId, make_account_id
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import (
    AppError,
    NotFoundError,
    SignInError,
    SignInNeeded,
    SignInRefused,
    UnsupportedError,
)
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.credentials.secrets import StoredSecret
from openeo_desktop.services.account_states import AccountStates
from openeo_desktop.services.back_ends import title_of
from openeo_desktop.services.session_methods import OpenedSession

log = logging.getLogger(__name__)
BASIC = "basic"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session, whose it is, and what the back-end can do for this person."""

    opened: OpenedSession
    method: SignInMethod
    user: str
    capabilities: Capabilities

    @property
    def provider(self) -> str:
        """ "basic" or the id of an OpenID provider."""
        return self.opened.secret.provider_id or BASIC


def who_is_it(
    found: Discovery, request: SignInRequest, opened: OpenedSession, token: CancelToken
) -> SignedIn:
    """Ask the back-end whose session this is, and again what it can do.

    Raises:
        SignInRefused: It does not accept the provider's token.
        AppError: See `Connection.request`.
    """
    user = request.user
    if request.method is not SignInMethod.BASIC:
        user = _user_of(found, opened, token)
    return SignedIn(opened, request.method, user, _capabilities(found, opened, token))


def _user_of(found: Discovery, opened: OpenedSession, token: CancelToken) -> str:
    """The id at the back-end; the client's, where the back-end does not tell."""
    try:
        user = get_user(opened.connection, token)
    except SignInError as error:
        raise SignInRefused(
            f"{title_of(found)} does not accept this sign-in.",
            "Your account there may not be approved yet; ask the back-end's support.",
            code=error.code,
            reference=error.reference,
        ) from None
    except (NotFoundError, UnsupportedError):
        return opened.secret.client_id
    return user.user_id or opened.secret.client_id


def _capabilities(found: Discovery, opened: OpenedSession, token: CancelToken) -> Capabilities:
    """With the token: some back-ends offer more to those who are signed in."""
    try:
        return get_capabilities(opened.connection, token)
    except AppError as error:
        log.info("%s: capabilities as before the sign-in: %s", found.user_url, error.message)
        return found.capabilities


def make_account(
    found: Discovery,
    signed: SignedIn,
    states: AccountStates,
    title: str = "",
    *,
    local_id: AccountId | None = None,
    known: Account | None = None,
) -> Account:
    """The account of a session; title and place of one that is there already stay.

    Args:
        local_id: It is the embedded back-end, and this is its account.
        known: It is this account, whatever the address says now.
    """
    made = make_account_id(found.api_base, signed.provider, signed.user)
    account_id = known.id if known is not None else (local_id or made)
    status = states.get(account_id)
    old = status.account if status is not None else known
    position = 0 if local_id is not None else states.next_position()
    return Account(
        id=account_id,
        title=title or (old.title if old is not None else "") or title_of(found),
        user_url=found.user_url,
        api_base=found.api_base,
        provider=signed.provider,
        user=signed.user,
        is_local=local_id is not None or (old is not None and old.is_local),
        position=old.position if old is not None else position,
        method=signed.method,
        issuer=signed.opened.secret.issuer,
        client_id=signed.opened.secret.client_id,
    )


def require_same_person(account: Account, signed: SignedIn) -> None:
    """Signing in again is no way to become somebody else: the jobs belong to this person.

    Raises:
        SignInRefused: It is somebody else.
    """
    if (account.provider, account.user) != (signed.provider, signed.user):
        raise SignInRefused(
            f"This sign-in belongs to {signed.user}, but the account is {account.user}'s.",
            f"Sign in as {account.user}, or add a new account for {signed.user}.",
        )


def make_request(
    account: Account, request: SignInRequest | None, secret: StoredSecret | None
) -> SignInRequest:
    """The request for a new session of an account: what was given, filled up with what is known.

    Default clients are chosen anew; a client with a secret is the person's own and stays.

    Raises:
        SignInNeeded: A password or client secret is needed and none is known.
    """
    own = secret is not None and bool(secret.client_secret)
    wanted = request or SignInRequest(account.method)
    if not wanted.client_id and secret is not None and own:
        wanted = dataclasses.replace(
            wanted, client_id=secret.client_id, client_secret=secret.client_secret
        )
    if request is None and secret is not None:
        wanted = dataclasses.replace(wanted, password=secret.password)
    if wanted.method is SignInMethod.BASIC:
        if not wanted.password:
            raise SignInNeeded(f"There is no password for {account.title}.", "Give it.")
        return dataclasses.replace(wanted, user=account.user)
    return dataclasses.replace(wanted, provider_id=wanted.provider_id or account.provider)
