"""What `requests`, urllib3 and sockets raise, told in the app's own words.

Loaded with the first request (`errors.network_errors`): it needs `requests`.
"""

from __future__ import annotations

from typing import Any

import requests
import urllib3.exceptions as u3

from openeo_desktop.api.urls import is_loopback, shown_host
from openeo_desktop.core import errors as e
from openeo_desktop.core.words import error_text

MAX_SHOWN = 500
FOREIGN = (requests.exceptions.RequestException, u3.HTTPError, OSError)
"""Whatever may come out of a request that found no answer."""
_PROXY = (requests.exceptions.ProxyError, requests.exceptions.InvalidProxyURL)
_UNREADABLE = (
    requests.exceptions.TooManyRedirects,
    requests.exceptions.ContentDecodingError,
    requests.exceptions.InvalidURL,
    requests.exceptions.InvalidSchema,
    requests.exceptions.InvalidHeader,
    u3.LocationValueError,
)


def failure_of(error: Exception, url: str) -> e.AppError:
    """The app's error for one of `FOREIGN`, met while talking to `url`."""
    mine = _network_error(error, shown_host(url))
    if isinstance(mine, e.UnreachableError):
        mine.sent = not _before_sending(error)
        mine.timed_out = mine.sent and isinstance(error, requests.exceptions.Timeout)
    return mine


def _before_sending(error: Exception) -> bool:
    """Whether no connection came about: refused, no such name, no answer to the knock."""
    inner = error.args[0] if error.args else None
    reason = getattr(inner, "reason", None) or inner
    found = (requests.exceptions.ConnectTimeout, u3.NewConnectionError, u3.ConnectTimeoutError)
    return isinstance(error, found) or isinstance(reason, found)


def _network_error(error: Exception, host: str) -> e.AppError:
    if isinstance(error, requests.exceptions.SSLError):
        return e.UnreachableError(
            f"The identity of {host} cannot be verified ({_mistrust(error)}).",
            "Check the address, the date of this computer, and whether a proxy sits in between.",
            details=_root_cause(error),
        )
    if isinstance(error, _PROXY):
        return e.UnreachableError(
            f"The proxy of this computer does not lead to {host}.",
            "Check the proxy settings of the system (or the variable HTTPS_PROXY).",
            details=_root_cause(error),
        )
    if isinstance(error, requests.exceptions.Timeout):
        return e.UnreachableError(
            f"{host} does not answer in time.",
            "Try again in a moment; if it goes on, check the network.",
        )
    if isinstance(error, _UNREADABLE):
        return e.BadAnswerError(
            f"{host} answers with something that cannot be read.",
            "Check the address; tell the back-end's support if it is right.",
            details=type(error).__name__,
        )
    if is_loopback(host.rpartition(":")[0].strip("[]") or host):
        return e.UnreachableError(
            f"{host} cannot be reached ({_reason(error)}).",
            "It is a program on this computer: check that it runs, and its port.",
            details=_root_cause(error),
        )
    return e.UnreachableError(
        f"{host} cannot be reached ({_reason(error)}).",
        "Check the address and the network connection, then try again.",
        details=_root_cause(error),
    )


def _mistrust(error: BaseException) -> str:
    """Why a certificate is not believed, as OpenSSL, Windows or macOS put it."""
    text = str(error).lower()
    if "mismatch" in text or "not valid for" in text or "doesn't match" in text:
        return error_text("its certificate is for another name")
    if "expired" in text:
        return error_text("its certificate has expired")
    if "self-signed" in text or "self signed" in text or "issuer" in text or "trusted" in text:
        return error_text("nobody whom this computer trusts has signed its certificate")
    return "TLS"


def _reason(error: BaseException) -> str:
    text = _root_cause(error)
    if "NameResolution" in text or "Name or service" in text or "getaddrinfo" in text:
        return error_text("there is no such name, or no network")
    if "refused" in text.lower():
        return error_text("nothing listens there")
    if "timed out" in text:
        return error_text("it stopped answering")
    if "Incomplete" in text or "prematurely" in text or "Remote" in text or "reset" in text:
        return error_text("the connection broke")
    return error_text("no connection")


def _root_cause(error: BaseException) -> str:
    """Name and text of the innermost reason, without any URL (it may be signed)."""
    inner: Any = error.args[0] if error.args else error
    inner = getattr(inner, "reason", None) or inner
    text = str(inner).split(": ", 1)[-1] if ": " in str(inner) else str(inner)
    words = [word for word in text.split() if "://" not in word and "?" not in word]
    return f"{type(inner).__name__}: {' '.join(words)}"[:MAX_SHOWN]
