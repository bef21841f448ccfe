"""Tokens: asked for at the token endpoint, checked, refreshed, revoked.

Source: RFC 6749, sections 5 and 6; RFC 7009; OpenID Connect Core 1.0, 3.1.3.7.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

from openeo_desktop.api.auth.endpoint import (
    ProviderAnswer,
    bad_answer,
    error_from,
    is_busy,
    post_form,
)
from openeo_desktop.api.auth.openid import OpenIdConfiguration
from openeo_desktop.api.json_documents import decode_document
from openeo_desktop.api.urls import shown_host
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import BadAnswerError, SignInNeeded
from openeo_desktop.core.json_values import as_dict, as_number, as_text
from openeo_desktop.core.sign_in import OidcClient, Tokens
from openeo_desktop.core.times import utc_now

if TYPE_CHECKING:
    from openeo_desktop.api.connection import Auth

MAX_TOKEN = 64 * 1024
"""Longer ones fit into no header."""
MAX_LIFE = 10 * 365 * 24 * 3600.0
"""Seconds; a provider that promises more says nothing."""


def ask_for_tokens(
    configuration: OpenIdConfiguration,
    client: OidcClient,
    fields: Mapping[str, str],
    token: CancelToken,
    nonce: str = "",
) -> Tokens:
    """One request to the token endpoint that must succeed.

    Args:
        nonce: What an id token in the answer must carry; empty if none was sent.

    Raises:
        SignInRefused: The provider says no.
        BusyError: It cannot answer right now.
        BadAnswerError: Its answer is no token that can be used.
        AppError: See `endpoint.post_form`.
    """
    asked_at = utc_now()
    answer = post_as_client(configuration, client, configuration.token_endpoint, fields, token)
    if not answer.ok:
        raise error_from(answer)
    return read_tokens(answer, asked_at, nonce)


def post_as_client(
    configuration: OpenIdConfiguration,
    client: OidcClient,
    url: str,
    fields: Mapping[str, str],
    token: CancelToken,
) -> ProviderAnswer:
    """POST a form in the name of a client; its secret goes the way that the provider knows.

    RFC 6749, 2.3.1: in the form, or as Basic (each part form-encoded first) where nothing else is.
    """
    import requests  # never its parts alone: see tests/api/test_first_requests.py

    auth: Auth | None = None
    sent = {"client_id": client.id, **fields}
    ways = configuration.token_endpoint_auth_methods_supported
    if client.secret and "client_secret_basic" in ways and "client_secret_post" not in ways:
        auth = requests.auth.HTTPBasicAuth(quote_plus(client.id), quote_plus(client.secret))
        del sent["client_id"]
    elif client.secret:
        sent["client_secret"] = client.secret
    answer = post_form(url, sent, token, auth)
    return replace(answer, sent=(*answer.sent, client.secret))


def read_tokens(answer: ProviderAnswer, asked_at: dt.datetime, nonce: str = "") -> Tokens:
    """The tokens of a successful answer (RFC 6749, 5.1).

    Raises:
        BadAnswerError: No bearer token that can be sent, or an id token for somebody else.
    """
    raw = answer.document
    access_token = raw.get("access_token")
    if not isinstance(access_token, str) or not _can_be_sent(access_token):
        raise bad_answer(answer.url, "it gave no token that can be used")
    kind = raw.get("token_type")
    if kind is not None and as_text(kind).lower() != "bearer":
        raise bad_answer(answer.url, "it gave a token of another kind than «bearer»")
    if nonce and raw.get("id_token") is not None:
        _check_nonce(answer, nonce)
    refresh_token = raw.get("refresh_token")
    lasting = isinstance(refresh_token, str) and len(refresh_token) <= MAX_TOKEN
    return Tokens(
        access_token,
        _expiry(raw.get("expires_in"), asked_at),
        str(refresh_token) if lasting else "",
    )


def _can_be_sent(token: str) -> bool:
    return 0 < len(token) <= MAX_TOKEN and all("!" <= char <= "~" for char in token)


def _expiry(raw: object, asked_at: dt.datetime) -> dt.datetime | None:
    """Counted from the question, so never too late; None for what is no sensible life time."""
    seconds = seconds_of(raw)
    if seconds is None or not 0 < seconds <= MAX_LIFE:
        return None
    return asked_at + dt.timedelta(seconds=seconds)


def seconds_of(raw: object) -> float | None:
    """A finite number; some providers send it as text."""
    if isinstance(raw, str):
        try:
            raw = float(raw[:40])
        except ValueError:
            return None
    return as_number(raw)


def _check_nonce(answer: ProviderAnswer, nonce: str) -> None:
    """The id token came straight from the provider, so its signature adds nothing (3.1.3.7)."""
    given = as_text(_payload(answer.document.get("id_token")).get("nonce"))
    if not secrets.compare_digest(given.encode(), nonce.encode()):
        raise bad_answer(answer.url, "its answer belongs to another sign-in")


def _payload(id_token: object) -> dict[str, Any]:
    parts = as_text(id_token).split(".")
    if len(parts) != 3:
        return {}
    try:
        data = base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4))
        return as_dict(decode_document(data.decode()))
    except (binascii.Error, ValueError):
        return {}


def refresh(
    configuration: OpenIdConfiguration, client: OidcClient, refresh_token: str, token: CancelToken
) -> Tokens:
    """New tokens for a refresh token (RFC 6749, 6); without a new refresh token the old one stays.

    The old one may be dead from now on: what is returned has to be stored before it is used.

    Raises:
        SignInNeeded: The session is over.
        UnreachableError, BusyError: Nothing is known; keep the token and try later.
        AppError: See `ask_for_tokens`.
    """
    fields = {"grant_type": "refresh_token", "refresh_token": refresh_token}
    asked_at = utc_now()
    answer = post_as_client(configuration, client, configuration.token_endpoint, fields, token)
    if answer.error == "invalid_grant" and not is_busy(answer):
        raise SignInNeeded(
            f"The session at {shown_host(configuration.issuer)} is over.",
            "Sign in again.",
            code=answer.error,
        )
    if not answer.ok:
        raise error_from(answer)
    tokens = read_tokens(answer, asked_at)
    return tokens if tokens.refresh_token else replace(tokens, refresh_token=refresh_token)


def revoke(
    configuration: OpenIdConfiguration, client: OidcClient, refresh_token: str, token: CancelToken
) -> bool:
    """Tell the provider that a refresh token is no longer needed (RFC 7009).

    Returns:
        Whether the provider says that it is done; False where it does not offer or refuses it.

    Raises:
        UnreachableError, BusyError: It is not known whether the token still works.
    """
    url = configuration.revocation_endpoint
    if not url or not refresh_token:
        return False
    fields = {"token": refresh_token, "token_type_hint": "refresh_token"}
    try:
        answer = post_as_client(configuration, client, url, fields, token)
    except BadAnswerError:  # redirected, or a web page: nobody there revokes
        return False
    if is_busy(answer):
        raise error_from(answer)
    return answer.ok
