"""Sign-in by a code that the person types at the provider, on whichever device.

Source: RFC 8628; with PKCE where openEO's grant says so (`…:device_code+pkce`).
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.api.auth.endpoint import (
    ProviderAnswer,
    bad_answer,
    error_from,
    is_acceptable,
    is_busy,
    said,
)
from openeo_desktop.api.auth.openid import OpenIdConfiguration, scopes_for
from openeo_desktop.api.auth.pkce import challenge_fields, new_secret
from openeo_desktop.api.auth.providers import DEVICE_GRANT, PKCE
from openeo_desktop.api.auth.tokens import MAX_TOKEN, post_as_client, read_tokens, seconds_of
from openeo_desktop.api.urls import shown_host
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import SignInRefused, UnreachableError, UnsupportedError
from openeo_desktop.core.json_values import as_text
from openeo_desktop.core.sign_in import DeviceCode, OidcClient, OidcProvider, Tokens
from openeo_desktop.core.times import utc_now

DEFAULT_INTERVAL, MIN_INTERVAL, MAX_INTERVAL = 5.0, 1.0, 60.0
SLOWER = 5.0
"""Seconds that each `slow_down` adds, for good (RFC 8628, 3.5)."""
DEFAULT_LIFE, MAX_LIFE = 600.0, 3600.0
MAX_BACK_OFF = 30.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DeviceFlow:
    """A sign-in that waits for the person; `code` is what to show."""

    code: DeviceCode
    configuration: OpenIdConfiguration
    client: OidcClient
    verifier: str = field(default="", repr=False)


def begin_device_code(
    configuration: OpenIdConfiguration,
    provider: OidcProvider,
    client: OidcClient,
    token: CancelToken,
) -> DeviceFlow:
    """Ask for a code (RFC 8628, 3.1 and 3.2).

    Raises:
        UnsupportedError: The provider has no such flow.
        BadAnswerError: Nothing that could be shown, or a page that must not be opened.
        AppError: See `tokens.ask_for_tokens`.
    """
    url = configuration.device_authorization_endpoint
    if not url:
        raise UnsupportedError(
            f"{shown_host(configuration.issuer)} does not offer the sign-in by a code.",
            "Choose another way to sign in.",
        )
    verifier = new_secret() if _wants_pkce(client) else ""
    fields = {
        **provider.authorization_parameters,
        "scope": scopes_for(provider, configuration, refresh=True),
        **(challenge_fields(verifier) if verifier else {}),
    }
    asked_at = utc_now()
    answer = post_as_client(configuration, client, url, fields, token)
    if not answer.ok:
        raise error_from(answer)
    return DeviceFlow(_read_code(answer, asked_at), configuration, client, verifier)


def _wants_pkce(client: OidcClient) -> bool:
    """As the back-end lists it; an own client without a secret gets it too: it does no harm."""
    if not client.grant_types:
        return not client.secret
    return DEVICE_GRANT + PKCE in client.grant_types


def _read_code(answer: ProviderAnswer, asked_at: dt.datetime) -> DeviceCode:
    raw = answer.document
    device_code = raw.get("device_code")
    user_code = said(as_text(raw.get("user_code")), limit=65)
    if not isinstance(device_code, str) or not 0 < len(device_code) <= MAX_TOKEN:
        raise bad_answer(answer.url, "it gave no device code")
    if not 0 < len(user_code) <= 64:
        raise bad_answer(answer.url, "it gave no code to type")
    life = seconds_of(raw.get("expires_in")) or DEFAULT_LIFE
    life = min(life, MAX_LIFE) if life > 0 else DEFAULT_LIFE
    return DeviceCode(
        user_code=user_code,
        verification_uri=_page(answer, raw, "verification_uri", "verification_url"),
        complete_uri=_page(answer, raw, "verification_uri_complete", "verification_url_complete"),
        expires_at=asked_at + dt.timedelta(seconds=life),
        interval=_interval(raw.get("interval")),
        device_code=device_code,
    )


def _page(answer: ProviderAnswer, raw: Mapping[str, Any], name: str, google: str) -> str:
    """A page that may be opened in the browser; only the complete one may be missing.

    Google says `verification_url` instead.
    """
    url = as_text(raw.get(name) or raw.get(google))
    if not url and name != "verification_uri":
        return ""
    if not is_acceptable(url, loopback=answer.url.startswith("http:")):
        raise bad_answer(answer.url, "it names a page that must not be opened")
    return url


def _interval(raw: object) -> float:
    seconds = seconds_of(raw)
    if seconds is None:
        return DEFAULT_INTERVAL
    return min(max(seconds, MIN_INTERVAL), MAX_INTERVAL)


def poll_device_code(flow: DeviceFlow, token: CancelToken) -> Tokens:
    """Wait until the person has signed in (RFC 8628, 3.4 and 3.5); minutes, so on a lane.

    Network faults and failures of the provider end nothing: asked again until the code expires.

    Raises:
        SignInRefused: Denied, expired, or the client may not.
        BadAnswerError: No token that can be used.
        Cancelled: The token was cancelled; noticed at once.
    """
    interval, faults = flow.code.interval, 0
    while True:
        token.sleep(_pause(flow, interval, faults))
        if utc_now() >= flow.code.expires_at:
            raise _expired(flow)
        asked_at = utc_now()
        answer = _ask(flow, token)
        if answer is None:
            faults += 1
            continue
        faults = 0
        if answer.ok:
            return read_tokens(answer, asked_at)
        interval += _slower(flow, answer)


def _pause(flow: DeviceFlow, interval: float, faults: int) -> float:
    """Seconds to the next question, longer after faults, never past the end of the code."""
    wait = max(interval, min(MAX_BACK_OFF, interval * 2.0 ** min(faults, 10)))
    left = (flow.code.expires_at - utc_now()).total_seconds()
    return max(0.0, min(wait, left))


def _ask(flow: DeviceFlow, token: CancelToken) -> ProviderAnswer | None:
    """One question; None where the network or the provider failed."""
    fields = {"grant_type": DEVICE_GRANT, "device_code": flow.code.device_code}
    if flow.verifier:
        fields["code_verifier"] = flow.verifier
    configuration = flow.configuration
    url = configuration.token_endpoint
    try:
        answer = post_as_client(configuration, flow.client, url, fields, token)
    except UnreachableError as error:
        _log.info("device code: %s", error.message)
        return None
    if not is_busy(answer):
        return answer
    _log.info("device code: %s answered %s", shown_host(url), answer.status)
    return None


def _slower(flow: DeviceFlow, answer: ProviderAnswer) -> float:
    """Seconds to add to the interval where the person is not ready; else the end, in words."""
    if answer.error == "authorization_pending":
        return 0.0
    if answer.error == "slow_down":
        return SLOWER
    if answer.error == "expired_token":
        raise _expired(flow)
    raise error_from(answer)


def _expired(flow: DeviceFlow) -> SignInRefused:
    return SignInRefused(
        f"The code for {shown_host(flow.configuration.issuer)} has expired.",
        "Ask for a new code, and type it before its time is over.",
        code="expired_token",
    )
