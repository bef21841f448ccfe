"""One question to the page of the releases: which is the latest? It tells nothing of the person.

No cookie, no version, no account goes along; an unchanged answer costs a line (RFC 9110, 13.1.2).
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.api.errors import network_errors
from openeo_desktop.api.json_documents import decode_document
from openeo_desktop.api.proxies import proxies_for
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import AppError, BadAnswerError
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.core.words import error_text

MAX_BODY = 1024 * 1024
TIMEOUT = (5.0, 10.0)
_UNMODIFIED, _DONE = 304, 200


@dataclass(frozen=True, slots=True)
class LatestAnswer:
    """`document` is None if it is the same as the one with the given `etag`."""

    document: Mapping[str, Any] | None
    etag: str


def ask_latest(address: str, etag: str, *, token: CancelToken) -> LatestAnswer:
    """Fetch the document about the latest release.

    Raises:
        AppError: No usable answer.
        Cancelled: The token was cancelled meanwhile.
    """
    from openeo_desktop.api.back_end_session import BackEndSession

    token.check()
    headers = {"User-Agent": "openEO-Desktop", "Accept": "application/json"}
    if etag:
        headers["If-None-Match"] = etag
    with BackEndSession("") as session, network_errors(address):
        session.cookies.clear()
        response = session.get(
            address, headers=headers, timeout=TIMEOUT, stream=True, proxies=proxies_for(address)
        )
        with contextlib.closing(response):
            return _read(response, token)


def _read(response: Any, token: CancelToken) -> LatestAnswer:
    etag = str(response.headers.get("ETag", ""))[:200]
    if response.status_code == _UNMODIFIED:
        return LatestAnswer(None, etag)
    if response.status_code != _DONE:
        raise _unusable(f"HTTP {response.status_code}")
    body = bytearray()
    for chunk in response.iter_content(65_536):
        token.check()
        body += chunk
        if len(body) > MAX_BODY:
            raise _unusable("too long")
    try:
        return LatestAnswer(as_dict(decode_document(body.decode("utf-8"))), etag)
    except (ValueError, RecursionError) as error:
        raise _unusable("no JSON") from error


def _unusable(why: str) -> AppError:
    return BadAnswerError(
        error_text("The page of the releases gives no usable answer."),
        error_text("Look for a newer version there by yourself, or try again later."),
        details=why,
    )
