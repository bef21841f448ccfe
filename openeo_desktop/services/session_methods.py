"""One `Session` per way to sign in: begun with a person (`connect`), renewed without (`renew`).

Only how tokens come about. Who keeps them, and when they are renewed, is `services.sessions`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Protocol

from openeo_desktop.api.auth.authorization_code import begin, finish
from openeo_desktop.api.auth.basic import sign_in_basic
from openeo_desktop.api.auth.bearer import bearer_for
from openeo_desktop.api.auth.client_credentials import client_credentials
from openeo_desktop.api.auth.device_code import begin_device_code, poll_device_code
from openeo_desktop.api.auth.openid import OpenIdConfiguration
from openeo_desktop.api.auth.providers import choose_client, list_providers
from openeo_desktop.api.capabilities import Capabilities
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import InputError, SignInNeeded
from openeo_desktop.core.sign_in import (
    OidcClient,
    OidcProvider,
    SignInMethod,
    SignInPrompts,
    SignInRequest,
    Tokens,
)
from openeo_desktop.credentials.secrets import StoredSecret
from openeo_desktop.services.lanes import Lane
from openeo_desktop.services.token_issuers import Issuers
from openeo_desktop.services.token_refresh import TokenRefresher


@dataclass(frozen=True, slots=True)
class BackEnd:
    """Where a session is for: the address as resolved, and what is known of its capabilities."""

    api_base: str
    capabilities: Capabilities


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """What came of it. `expires_at` None: the token holds until the back-end refuses it."""

    connection: Connection
    secret: StoredSecret = field(repr=False)
    expires_at: dt.datetime | None = None


class Session(Protocol):
    """A way to sign in."""

    async def connect(
        self, lane: Lane, back_end: BackEnd, request: SignInRequest, prompts: SignInPrompts | None
    ) -> OpenedSession:
        """Begin a session; cancelling the task ends the wait at once.

        Raises:
            SignInRefused: The person, the provider or the back-end said no.
            InputError: Something is missing in the request.
            AppError: Provider or back-end cannot be asked.
        """

    async def renew(
        self, lane: Lane, back_end: BackEnd, account: Account, secret: StoredSecret
    ) -> OpenedSession:
        """A new access token without asking anyone.

        Raises:
            SignInError: The session is over.
            AppError: Nothing is known; try later.
        """


class BasicSession:
    """Name and password for a token of the back-end's own."""

    async def connect(
        self, lane: Lane, back_end: BackEnd, request: SignInRequest, _prompts: SignInPrompts | None
    ) -> OpenedSession:
        """See `Session.connect`."""
        if not request.user:
            raise InputError("There is no user name.", "Give the name for this back-end.")
        secret = StoredSecret(SignInMethod.BASIC.value, password=request.password)
        return await self._open(lane, back_end, request.user, secret)

    async def renew(
        self, lane: Lane, back_end: BackEnd, account: Account, secret: StoredSecret
    ) -> OpenedSession:
        """See `Session.renew`."""
        return await self._open(lane, back_end, account.user, secret)

    async def _open(
        self, lane: Lane, back_end: BackEnd, user: str, secret: StoredSecret
    ) -> OpenedSession:
        bare = Connection(back_end.api_base)
        connection = await lane.run(sign_in_basic, bare, user, secret.password)
        return OpenedSession(connection, secret)


class OidcSession:
    """A person at an OpenID provider, by device code or by browser; refreshed by its token."""

    def __init__(self, issuers: Issuers, refresher: TokenRefresher) -> None:
        self._issuers = issuers
        self._refresher = refresher

    async def connect(
        self, lane: Lane, back_end: BackEnd, request: SignInRequest, prompts: SignInPrompts | None
    ) -> OpenedSession:
        """See `Session.connect`."""
        if prompts is None:
            raise SignInNeeded("This way to sign in needs a person.", "Sign in again.")
        provider, client = await lane.run(_choose, back_end, request)
        configuration = await lane.run(self._issuers.get, provider.issuer)
        if request.method is SignInMethod.DEVICE_CODE:
            flow = await lane.run(begin_device_code, configuration, provider, client)
            prompts.show_device_code(flow.code)
            tokens = await lane.run(poll_device_code, flow)
        else:
            tokens = await _by_browser(lane, configuration, provider, client, prompts)
        return _opened(back_end, _secret(request.method, provider, client, tokens), tokens)

    async def renew(
        self, _lane: Lane, back_end: BackEnd, account: Account, _secret: StoredSecret
    ) -> OpenedSession:
        """See `Session.renew`."""
        tokens, secret = await self._refresher.refresh(account)
        return _opened(back_end, secret, tokens)


class ClientCredentialsSession:
    """A client of the person's own, with its secret, in nobody's name but its own."""

    def __init__(self, issuers: Issuers) -> None:
        self._issuers = issuers

    async def connect(
        self, lane: Lane, back_end: BackEnd, request: SignInRequest, _prompts: SignInPrompts | None
    ) -> OpenedSession:
        """See `Session.connect`."""
        if not request.client_id or not request.client_secret:
            raise InputError(
                "Client credentials are a client id and a client secret.", "Give both of them."
            )
        provider, client = await lane.run(_choose, back_end, request)
        return await self._open(lane, back_end, provider, client)

    async def renew(
        self, lane: Lane, back_end: BackEnd, account: Account, secret: StoredSecret
    ) -> OpenedSession:
        """See `Session.renew`."""
        provider = OidcProvider(account.provider, account.issuer, account.provider)
        client = OidcClient(secret.client_id, secret.client_secret)
        return await self._open(lane, back_end, provider, client)

    async def _open(
        self, lane: Lane, back_end: BackEnd, provider: OidcProvider, client: OidcClient
    ) -> OpenedSession:
        configuration = await lane.run(self._issuers.get, provider.issuer)
        tokens = await lane.run(client_credentials, configuration, provider, client)
        secret = _secret(SignInMethod.CLIENT_CREDENTIALS, provider, client, Tokens(""))
        return _opened(back_end, secret, tokens)


async def _by_browser(
    lane: Lane,
    configuration: OpenIdConfiguration,
    provider: OidcProvider,
    client: OidcClient,
    prompts: SignInPrompts,
) -> Tokens:
    """Authorization code: the listener is there before the browser is."""
    with await lane.run(begin, configuration, provider, client) as flow:
        prompts.open_browser(flow.url)
        return await lane.run(finish, flow)


def _choose(
    back_end: BackEnd, request: SignInRequest, token: CancelToken
) -> tuple[OidcProvider, OidcClient]:
    """Provider and client, read anew at each sign-in: default clients come and go.

    Raises:
        InputError: There is no such provider, or it needs a client of the person's own.
    """
    providers = list_providers(Connection(back_end.api_base), token)
    wanted = [p for p in providers if request.provider_id in ("", p.id)]
    if not wanted:
        names = ", ".join(provider.id for provider in providers)
        raise InputError(
            f"The back-end has no provider «{request.provider_id}»."
            if providers
            else "The back-end has no OpenID provider.",
            f"It has: {names}." if providers else "Sign in with name and password.",
        )
    if request.client_id:
        return wanted[0], OidcClient(request.client_id, request.client_secret)
    for provider in wanted:
        client = choose_client(provider, request.method)
        if client is not None:
            return provider, client
    raise InputError(
        f"{wanted[0].title} offers no client for this way to sign in.",
        "Choose another way, or give the id of a client of your own.",
    )


def _secret(
    method: SignInMethod, provider: OidcProvider, client: OidcClient, tokens: Tokens
) -> StoredSecret:
    return StoredSecret(
        method=method.value,
        provider_id=provider.id,
        issuer=provider.issuer,
        client_id=client.id,
        client_secret=client.secret,
        refresh_token=tokens.refresh_token,
    )


def _opened(back_end: BackEnd, secret: StoredSecret, tokens: Tokens) -> OpenedSession:
    bearer = bearer_for(back_end.capabilities, secret.provider_id, tokens.access_token)
    return OpenedSession(Connection(back_end.api_base, bearer), secret, tokens.expires_at)


def session_methods(issuers: Issuers, refresher: TokenRefresher) -> dict[SignInMethod, Session]:
    """Every way to sign in."""
    oidc = OidcSession(issuers, refresher)
    return {
        SignInMethod.BASIC: BasicSession(),
        SignInMethod.DEVICE_CODE: oidc,
        SignInMethod.AUTHORIZATION_CODE: oidc,
        SignInMethod.CLIENT_CREDENTIALS: ClientCredentialsSession(issuers),
    }
