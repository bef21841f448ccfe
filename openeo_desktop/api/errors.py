"""The one border where foreign failures become ours: requests, sockets, openEO error answers.

Nothing of `requests` is seen above this package.
Source of the codes: openEO API 1.2, `errors.json`.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import email.utils
import json
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from openeo_desktop.api.urls import shown_host
from openeo_desktop.core import errors as e
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.core.times import utc_now
from openeo_desktop.core.words import error_text

if TYPE_CHECKING:
    import requests

MAX_SHOWN = 500
_SIGN_IN = {"AuthenticationRequired", "TokenInvalid", "AuthenticationSchemeInvalid"}
_PROCESS = ("Process", "CollectionNotFound", "FormatUnsupported", "FormatArgument")


@contextlib.contextmanager
def network_errors(url: str) -> Iterator[None]:
    """Turn what `requests` raises while talking to `url` into the app's own errors.

    Raises:
        UnreachableError: No connection, unknown name, time-out, TLS failure, proxy failure.
        BadAnswerError: Too many redirects, a broken body.
    """
    from openeo_desktop.api.network_failures import FOREIGN, failure_of

    try:
        yield
    except FOREIGN as error:
        raise failure_of(error, url) from None


def error_from_answer(response: requests.Response, body: bytes, url: str) -> e.AppError:
    """The app's error for an answer with status >= 400 and this (size-limited) body."""
    raw = _error_object(body)
    code = visible_text(as_text(raw.get("code")))[:200]
    message = visible_text(as_text(raw.get("message")))[:2000].strip()
    facts: dict[str, Any] = {
        "code": code,
        "reference": visible_text(_reference(response, raw))[:200],
        "details": "" if message else _excerpt(response.status_code, body),
    }
    return _known_error(response, code, message, facts, url)


def _reference(response: requests.Response, raw: dict[str, Any]) -> str:
    return as_text(raw.get("id")) or response.headers.get("Request-Id", "")


def _known_error(
    response: requests.Response, code: str, message: str, facts: dict[str, Any], url: str
) -> e.AppError:
    status, host = response.status_code, shown_host(url)
    if code in _SIGN_IN or (status == 401 and not code):
        return e.SignInNeeded(f"{host} asks for sign-in.", "Sign in again.", **facts)
    if code == "CredentialsInvalid":
        return e.SignInRefused(
            f"{host} does not accept this user name and password.",
            "Check both and try again.",
            **facts,
        )
    said = message or error_text(f"{host} answered with HTTP status {status}.")
    if status in (404, 410) and (code.endswith("NotFound") or not code or status == 410):
        if code.startswith(_PROCESS):
            return e.BackEndError(said, "Mend the process graph.", status=status, **facts)
        kind = e.LinkExpiredError if status == 410 else e.NotFoundError
        return kind(said, status=status, **facts)
    if status in (429, 502, 503, 504):
        return _busy(response, said, facts)
    if status in (404, 501):
        return e.UnsupportedError(said, "This back-end does not offer it.", status=status, **facts)
    return e.BackEndError(said, _hint(status, code), status=status, **facts)


def _busy(response: requests.Response, said: str, facts: dict[str, Any]) -> e.BusyError:
    error = e.BusyError(
        said, "The back-end is busy; try again later.", status=response.status_code, **facts
    )
    error.retry_after = _asked_wait(response)
    return error


def _asked_wait(response: requests.Response) -> float | None:
    headers = response.headers
    return retry_after(headers.get("Retry-After", ""), headers.get("Date", ""))


def _hint(status: int, code: str) -> str:
    if code.startswith(_PROCESS):
        return error_text("Mend the process graph.")
    if code == "PermissionsInsufficient" or status == 403:
        return error_text("Your account may not do this; ask the back-end's support.")
    if code == "PaymentRequired" or status == 402:
        return error_text("The budget or credits are used up; see your account at the back-end.")
    if code == "JobLocked":
        return error_text("Stop the job first.")
    if code in ("JobNotFinished", "JobNotStarted"):
        return error_text("Results are there once the job has finished.")
    if status == 424:
        return error_text("The job failed; its log tells more.")
    if status >= 500:
        return error_text("This is a failure of the back-end; try again, then tell its support.")
    return ""


def _error_object(body: bytes) -> dict[str, Any]:
    try:
        return as_dict(json.loads(body))
    except (ValueError, RecursionError):
        return {}


def _excerpt(status: int, body: bytes) -> str:
    text = visible_text(body[:MAX_SHOWN].decode("utf-8", "replace"))
    return f"HTTP {status}: {text}"


def retry_after(header: str, date: str = "") -> float | None:
    """Seconds to wait as the server asks (number or HTTP date), 0..3600; None if it does not.

    Args:
        date: The answer's own `Date`. What the server means by a date is told by its clock, and
            ours may be wrong; without it ours has to do.

    Source: RFC 9110, sections 10.2.3 and 6.6.1.
    """
    if not header:
        return None
    try:
        seconds = float(header)
    except ValueError:
        then = _http_date(header)
        if then is None:
            return None
        seconds = (then - (_http_date(date) or utc_now())).total_seconds()
    return None if math.isnan(seconds) else min(3600.0, max(0.0, seconds))


def _http_date(header: str) -> dt.datetime | None:
    parsed = email.utils.parsedate_tz(header)
    if parsed is None:
        return None
    try:
        return dt.datetime.fromtimestamp(email.utils.mktime_tz(parsed), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
