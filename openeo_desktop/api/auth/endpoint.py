"""Requests to an OpenID provider: forms out, JSON objects in, with limits on all that comes back.

Nothing of the back-end's session is sent here, a form is never redirected, and what was sent in
it (codes, tokens, secrets) appears in no error, even if the provider repeats it.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from openeo_desktop.api.connection import NoAuth, decode_body
from openeo_desktop.api.errors import network_errors, retry_after
from openeo_desktop.api.proxies import proxies_for
from openeo_desktop.api.urls import is_loopback, shown_host
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    BadAnswerError,
    BusyError,
    SignInRefused,
    UnreachableError,
)
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.json_values import as_text

if TYPE_CHECKING:
    import requests

    from openeo_desktop.api.connection import Auth

TIMEOUT = (5.0, 20.0)
"""Seconds to connect, and between two pieces of the answer."""
MAX_SECONDS = 60.0
"""For the whole answer: a provider that sends a byte now and then must not hold a lane."""
MAX_BODY = 1024 * 1024
MAX_SAID = 300
MIN_SECRET = 4
"""Shorter values of a form are no secrets; masking them would garble ordinary words."""
_PLAIN_FIELDS = {"grant_type", "client_id", "scope", "token_type_hint", "redirect_uri"}
_BUSY = (408, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class ProviderAnswer:
    """One answer of a provider, of any status below 300 or from 400 on.

    `document` is empty where a failed answer is no JSON object. `sent` are the secrets of the
    request, to be masked in whatever is said about the answer.
    """

    status: int
    url: str
    document: Mapping[str, Any] = field(repr=False)
    retry_after: float | None = None
    sent: tuple[str, ...] = field(default=(), repr=False)

    @property
    def ok(self) -> bool:
        return self.status < 300

    @property
    def error(self) -> str:
        """The OAuth error code (RFC 6749, 5.2), empty if there is none."""
        return "" if self.ok else self._said("error", 100)

    @property
    def description(self) -> str:
        """What the provider says for people: one line of plain text, cut."""
        return self._said("error_description", MAX_SAID)

    def _said(self, name: str, limit: int) -> str:
        return said(as_text(self.document.get(name)), self.sent, limit)


def get_document(url: str, token: CancelToken) -> ProviderAnswer:
    """GET a public JSON object; a few redirects are followed, never to an unencrypted address.

    Raises:
        AppError: See `post_form`; also for any error answer.
    """
    answer = _exchange("GET", url, token, {}, None)
    if not answer.ok:
        raise error_from(answer)
    return answer


def post_form(
    url: str, fields: Mapping[str, str], token: CancelToken, auth: Auth | None = None
) -> ProviderAnswer:
    """POST a form (RFC 6749, appendix B); an error answer is returned, not raised.

    Raises:
        UnreachableError: No answer.
        BadAnswerError: Redirected, too large, or a success that is no JSON object.
        Cancelled: The token was cancelled.
    """
    return _exchange("POST", url, token, fields, auth)


def _exchange(
    method: str, url: str, token: CancelToken, fields: Mapping[str, str], auth: Auth | None
) -> ProviderAnswer:
    from openeo_desktop.api.back_end_session import BackEndSession

    token.check()
    try:
        with (
            network_errors(url),
            BackEndSession(url) as session,
            _send(session, method, url, fields, auth) as response,
        ):
            token.on_cancel(response.raw.shutdown)
            data = _read(response, token)
    except UnreachableError:
        token.check()  # the read was woken by the cancelling, not by the network
        raise
    document = _document(response, data, method)
    headers = response.headers
    wait = retry_after(headers.get("Retry-After", ""), headers.get("Date", ""))
    return ProviderAnswer(response.status_code, url, document, wait, _secrets(fields))


def _send(
    session: requests.Session,
    method: str,
    url: str,
    fields: Mapping[str, str],
    auth: Auth | None,
) -> requests.Response:
    return session.request(
        method,
        url,
        data=dict(fields) or None,
        auth=auth or NoAuth(),
        headers={"Accept": "application/json"},
        timeout=TIMEOUT,
        allow_redirects=method == "GET",
        stream=True,
        proxies=proxies_for(url),
    )


def _read(response: requests.Response, token: CancelToken) -> bytes:
    """The body within its limits; a watch ends a read that one slow byte after another prolongs."""
    parts, size, end = [], 0, time.monotonic() + MAX_SECONDS
    watch = threading.Timer(MAX_SECONDS, _wake, [response])
    watch.daemon = True
    watch.start()
    try:
        for chunk in response.iter_content(65536):
            token.check()
            parts.append(chunk)
            size += len(chunk)
            if size > MAX_BODY:
                raise bad_answer(response.url, "its answer is too large")
    finally:
        watch.cancel()
    token.check()  # a body of unknown length that was cut by the cancelling looks whole
    if time.monotonic() > end:
        raise UnreachableError(
            f"{shown_host(response.url)} does not answer in time.", "Try again in a moment."
        )
    return b"".join(parts)


def _wake(response: requests.Response) -> None:
    with contextlib.suppress(RuntimeError, ValueError, OSError):  # it may have ended by itself
        response.raw.shutdown()


def _document(response: requests.Response, data: bytes, method: str) -> Mapping[str, Any]:
    if 300 <= response.status_code < 400:
        raise bad_answer(response.url, "it redirects a request that must not be redirected")
    if response.status_code >= 400 or (method == "POST" and not data):
        return _object_or_nothing(data, response.url)
    document = decode_body(data, response.url)
    if not isinstance(document, dict):
        raise bad_answer(response.url, "its answer is no JSON object")
    return document


def _object_or_nothing(data: bytes, url: str) -> Mapping[str, Any]:
    try:
        document = decode_body(data, url)
    except BadAnswerError:
        return {}
    return document if isinstance(document, dict) else {}


def _secrets(fields: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(value for name, value in fields.items() if name not in _PLAIN_FIELDS)


def said(text: str, secrets: Collection[str] = (), limit: int = MAX_SAID) -> str:
    """Foreign words made safe to show: one line, no control characters, no secret, cut."""
    for secret in secrets:
        if len(secret) >= MIN_SECRET:
            text = text.replace(secret, "…").replace(quote(secret, safe=""), "…")
    line = visible_text(" ".join(text[: 4 * limit].split()))
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def bad_answer(url: str, why: str) -> BadAnswerError:
    """The error for an answer that breaks the protocol; `why` goes on after the host."""
    return BadAnswerError(
        f"The sign-in at {shown_host(url)} does not work: {why}.",
        "Try again; if it goes on, tell the support of the back-end.",
    )


def is_busy(answer: ProviderAnswer) -> bool:
    """Whether the failure is a passing one: nothing was decided about the sign-in."""
    passing = answer.error in ("server_error", "temporarily_unavailable")
    return passing or answer.status in _BUSY or answer.status > 504


def error_from(answer: ProviderAnswer) -> AppError:
    """The app's error for a failed answer (RFC 6749, 5.2)."""
    host, error = shown_host(answer.url), answer.error
    why = answer.description.rstrip(".")
    facts: dict[str, Any] = {"code": error, "details": f"HTTP {answer.status}"}
    if is_busy(answer):
        busy = BusyError(
            f"{host} cannot sign in anybody right now (HTTP status {answer.status}).",
            "Try again in a moment.",
            status=answer.status,
            **facts,
        )
        busy.retry_after = answer.retry_after
        return busy
    if error in ("invalid_client", "unauthorized_client"):
        return SignInRefused(
            f"{host} does not accept this client: {why}."
            if why
            else f"{host} does not accept this client.",
            "Check the client id and secret, or try another way to sign in.",
            **facts,
        )
    if error:
        return refused(answer.url, error, why)
    return BackEndError(
        f"{host} answered the sign-in with HTTP status {answer.status}.",
        "Try again; if it goes on, tell the support of the back-end.",
        status=answer.status,
        **facts,
    )


def refused(url: str, error: str, why: str) -> SignInRefused:
    """The error for a sign-in that the person or the provider said no to; texts are safe."""
    host, why = shown_host(url), why.rstrip(".")
    if error == "access_denied":
        return SignInRefused(
            f"The sign-in was denied at {host}: {why}."
            if why
            else f"The sign-in was denied at {host}.",
            "Try again, and allow it there, or sign in as somebody else.",
            code=error,
        )
    return SignInRefused(
        f"{host} refused the sign-in: {why or error}.",
        "Try again, or another way to sign in.",
        code=error,
    )


def is_acceptable(url: str, *, loopback: bool = True) -> bool:
    """Whether a URL of a foreign document may be used: https, or http to this computer.

    Args:
        loopback: Whether the latter is allowed.
    """
    if not (url.isascii() and url.isprintable()) or " " in url or "\\" in url or len(url) > 4096:
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if not parts.hostname or "@" in parts.netloc:
        return False
    local = parts.scheme == "http" and loopback and is_loopback(parts.hostname)
    return parts.scheme == "https" or local
