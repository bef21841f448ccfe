"""Who may ask: the address must be this computer's, and most routes need a bearer token.

openEO API 1.2, «Authentication»: `Authorization: Bearer basic//TOKEN`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import request

from openeo_desktop.local.errors import OpenEOError
from openeo_desktop.local.signatures import Signatures

_LOOPBACK = ("127.0.0.1", "localhost")
_PREFIX = "basic//"
_View = Callable[..., Any]


def check_host(port: int) -> None:
    """Refuse a foreign Host header: a web page could have made its name point here (DNS rebinding).

    Browsers send Origin with requests of other pages; nothing of ours does.
    """
    allowed = {f"{name}:{port}" for name in _LOOPBACK}
    if request.host.lower() not in allowed:
        reason = "This server answers only to 127.0.0.1."
        raise OpenEOError("PermissionsInsufficient", reason=reason)


def needs_token(signatures: Signatures) -> Callable[[_View], _View]:
    """Decorator of routes that need a bearer token."""

    def decorate(view: _View) -> _View:
        @wraps(view)
        def guarded(*arguments: Any, **named: Any) -> Any:
            signatures.check_token(_bearer_token())
            return view(*arguments, **named)

        return guarded

    return decorate


def _bearer_token() -> str:
    header = request.headers.get("Authorization", "")
    scheme, _, value = header.partition(" ")
    if not header:
        raise OpenEOError("AuthenticationRequired")
    if scheme.lower() != "bearer" or not value.startswith(_PREFIX):
        raise OpenEOError("AuthenticationSchemeInvalid")
    return value.removeprefix(_PREFIX)


def read_basic_credentials() -> tuple[str, str]:
    """User and password of the header (RFC 7617). Raises AuthenticationRequired or Scheme..."""
    header = request.headers.get("Authorization", "")
    if not header:
        raise OpenEOError("AuthenticationRequired")
    given = request.authorization
    if given is None or given.type != "basic":
        raise OpenEOError("AuthenticationSchemeInvalid")
    return given.username or "", given.password or ""
