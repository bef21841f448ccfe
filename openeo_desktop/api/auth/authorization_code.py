"""Sign-in in the browser of the system, with a redirect to this computer.

Source: RFC 6749, 4.1; RFC 7636 (PKCE, always S256); RFC 8252; RFC 9207; OpenID Connect Core 1.0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from openeo_desktop.api.auth.endpoint import bad_answer, refused, said
from openeo_desktop.api.auth.loopback_listener import LoopbackListener
from openeo_desktop.api.auth.openid import OFFLINE, OpenIdConfiguration, scopes_for
from openeo_desktop.api.auth.pkce import challenge_fields, new_secret
from openeo_desktop.api.auth.providers import loopback_redirects
from openeo_desktop.api.auth.tokens import ask_for_tokens
from openeo_desktop.api.urls import shown_host
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import SignInError, UnsupportedError
from openeo_desktop.core.sign_in import OidcClient, OidcProvider, Tokens

OWN_REDIRECT = urlsplit("http://127.0.0.1/callback")
"""What a client of the person's own has to be registered with (any port, RFC 8252, 7.3)."""


@dataclass(frozen=True, slots=True)
class AuthorizationFlow:
    """A sign-in that waits for the browser; open `url` there. A context manager.

    `finish` closes it; without it, `close` does.
    """

    url: str = field(repr=False)
    redirect_uri: str
    configuration: OpenIdConfiguration
    client: OidcClient
    listener: LoopbackListener = field(repr=False)
    verifier: str = field(repr=False)
    nonce: str = field(repr=False)

    def __enter__(self) -> AuthorizationFlow:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Listen no more; may be called twice."""
        self.listener.close()


def begin(
    configuration: OpenIdConfiguration,
    provider: OidcProvider,
    client: OidcClient,
    token: CancelToken,
) -> AuthorizationFlow:
    """Listen for the redirect, and make the address to open; nothing is sent yet.

    Raises:
        UnsupportedError: The provider has no such flow, or the client no redirect to here.
        SignInError: The port that its redirect demands is taken.
        Cancelled: The token was cancelled.
    """
    token.check()
    host = shown_host(configuration.issuer)
    redirects = loopback_redirects(client) if client.redirect_urls else (OWN_REDIRECT,)
    if not configuration.authorization_endpoint or not redirects:
        raise UnsupportedError(
            f"{host} does not offer the sign-in in the browser for this application.",
            "Choose another way to sign in.",
        )
    state, nonce, verifier = new_secret(), new_secret(), new_secret()
    listener, redirect_uri = _listen(redirects, state)
    own = {"redirect_uri": redirect_uri, "state": state, "nonce": nonce}
    fields = _fields(configuration, provider, client) | own | challenge_fields(verifier)
    url = _with_query(configuration.authorization_endpoint, fields)
    return AuthorizationFlow(url, redirect_uri, configuration, client, listener, verifier, nonce)


def _listen(redirects: tuple[SplitResult, ...], state: str) -> tuple[LoopbackListener, str]:
    """The first of the redirects whose port is free, and its URL with the port filled in."""
    for number, parts in enumerate(redirects, 1):
        try:
            listener = LoopbackListener(state, parts.path, parts.port or 0)
        except SignInError:
            if number == len(redirects):
                raise
        else:
            address = f"{parts.hostname}:{listener.port}"
            return listener, urlunsplit(("http", address, parts.path, "", ""))
    raise AssertionError("no redirect to listen for")


def _fields(
    configuration: OpenIdConfiguration, provider: OidcProvider, client: OidcClient
) -> dict[str, str]:
    scope = scopes_for(provider, configuration, refresh=True)
    # OpenID Connect Core 1.0, 11: without consent `offline_access` is to be ignored.
    consent = {"prompt": "consent"} if OFFLINE in scope.split() else {}
    return {
        **consent,
        **provider.authorization_parameters,
        "response_type": "code",
        "client_id": client.id,
        "scope": scope,
    }


def _with_query(url: str, fields: Mapping[str, str]) -> str:
    """The endpoint may have a query of its own, which stays (RFC 6749, 3.1)."""
    parts = urlsplit(url)
    theirs = {n: v for n, v in parse_qsl(parts.query, keep_blank_values=True) if n not in fields}
    return urlunsplit(parts._replace(query=urlencode({**theirs, **fields}), fragment=""))


def finish(flow: AuthorizationFlow, token: CancelToken) -> Tokens:
    """Wait for the browser, then exchange its code; minutes, so on a lane. Closes the flow.

    Raises:
        SignInRefused: Denied, or not finished in time.
        BadAnswerError: The redirect or the tokens belong to another provider or sign-in.
        Cancelled: The token was cancelled; noticed at once.
        AppError: See `tokens.ask_for_tokens`.
    """
    with flow:
        answer = flow.listener.wait(token)
    _check_issuer(flow.configuration, answer)
    if "error" in answer:
        why = said(answer.get("error_description", ""), (flow.verifier, flow.nonce))
        raise refused(flow.configuration.issuer, said(answer["error"], limit=100), why)
    fields = {
        "grant_type": "authorization_code",
        "code": answer["code"],
        "redirect_uri": flow.redirect_uri,
        "code_verifier": flow.verifier,
    }
    return ask_for_tokens(flow.configuration, flow.client, fields, token, nonce=flow.nonce)


def _check_issuer(configuration: OpenIdConfiguration, answer: Mapping[str, str]) -> None:
    """RFC 9207, 2.4: who mixes up providers gets no code; where it was promised, it must be."""
    promised = configuration.authorization_response_iss_parameter_supported
    given = answer.get("iss")
    if given is None and not promised:
        return
    if (given or "").rstrip("/") != configuration.issuer.rstrip("/"):
        raise bad_answer(configuration.issuer, "the answer in the browser came from somebody else")
