"""One GET of a result file: Range with If-Range, redirects by hand, and what the answer says.

Never HEAD: a signed URL allows one method. The token goes only below the API base, and no more
once a redirect has left it. Source: RFC 9110, sections 8.8, 13.1.5, 14 and 15.4.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import email.utils
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openeo_desktop.api.connection import MAX_ERROR_BODY, Connection, NoAuth
from openeo_desktop.api.errors import error_from_answer
from openeo_desktop.api.proxies import proxies_for
from openeo_desktop.api.urls import is_under, leads_inside, resolve, shown_host
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    BadAnswerError,
    DownloadError,
    LinkExpiredError,
    UnsupportedError,
)

if TYPE_CHECKING:
    import requests

    from openeo_desktop.api.connection import Auth

READ_TIMEOUT = (10.0, 30.0)
MAX_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")
_UNSATISFIED = re.compile(r"bytes \*/(\d+)")


@dataclass(frozen=True, slots=True)
class AssetAnswer:
    """A successful answer. `start`: its first byte; `total` size of the whole, None if unknown.

    `is_whole`: nothing is left to fetch, the part has every byte (a 416 that says so).
    """

    response: requests.Response
    start: int
    total: int | None
    validator: str
    is_whole: bool = False


@contextlib.contextmanager
def ask_for_asset(
    connection: Connection, url: str, start: int, validator: str, token: CancelToken
) -> Iterator[AssetAnswer]:
    """GET from byte `start` on; the body is not read yet.

    Raises:
        LinkExpiredError: The URL is not valid (any more); fetch the results again.
        DownloadError: The answer continues at the wrong place; the part is worth nothing.
        AppError: What else the server says.
    """
    from openeo_desktop.api.asset_waking import waking

    check_scheme(url)
    headers = {"Accept-Encoding": "identity", "Accept": "*/*"}
    if start:
        headers |= {"Range": f"bytes={start}-", "If-Range": validator}
    token.check()
    with waking(token), follow(connection, url, headers) as response:
        token.on_cancel(response.raw.shutdown)
        yield _judge(connection, response, start, validator)


@contextlib.contextmanager
def follow(
    connection: Connection, url: str, headers: dict[str, str]
) -> Iterator[requests.Response]:
    """The answer at the end of at most five redirects."""
    auth: Auth = connection.auth_for(url)
    for _ in range(MAX_REDIRECTS + 1):
        _check_place(connection.api_base, url)
        response = _get(url, headers, auth)
        with response:
            if response.status_code not in _REDIRECTS or "Location" not in response.headers:
                yield response
                return
            url = _target(url, response.headers["Location"])
        if not is_under(connection.api_base, url):
            auth = NoAuth()  # and never again, should the next redirect lead back
    raise BadAnswerError(
        f"{shown_host(url)} redirects again and again.", "Tell the back-end's support."
    )


def _get(url: str, headers: dict[str, str], auth: Auth) -> requests.Response:
    from openeo_desktop.api.asset_session import asset_session

    return asset_session().get(
        url,
        headers=headers,
        auth=auth,
        timeout=READ_TIMEOUT,
        stream=True,
        allow_redirects=False,
        proxies=proxies_for(url),
    )


def _target(url: str, location: str) -> str:
    """Where a redirect leads.

    Raises:
        BadAnswerError: To no address, or from an encrypted one to an unencrypted one.
        UnsupportedError: To an address that cannot be fetched.
    """
    target = resolve(url, location)
    if not target or (url.lower().startswith("https:") and target.lower().startswith("http:")):
        raise BadAnswerError(
            f"{shown_host(url)} redirects to an address that is not safe to follow.",
            "Tell the back-end's support.",
        )
    check_scheme(target)
    return target


def _check_place(api_base: str, url: str) -> None:
    """Files of a back-end do not lie on this computer, unless the back-end does.

    Raises:
        UnsupportedError: It says they do.
    """
    if leads_inside(api_base, url):
        raise UnsupportedError(
            f"This file lies at an address that cannot be downloaded ({shown_host(url)}).",
            "Tell the back-end's support.",
        )


def check_scheme(url: str) -> None:
    """Only http and https can be fetched.

    Raises:
        UnsupportedError: It is something else.
    """
    scheme = url.partition("://")[0].lower()
    if scheme not in ("http", "https"):
        raise UnsupportedError(
            f"This file lies at an address that cannot be downloaded ({scheme[:20] or '?'}).",
            "Copy the address and use a tool that knows this kind of storage.",
        )


def _judge(
    connection: Connection, response: requests.Response, start: int, validator: str
) -> AssetAnswer:
    if response.status_code == 206:
        return _partial(response, start, validator)
    if response.status_code == 416 and start:
        return _unsatisfied(response, start, validator)
    if response.status_code != 200:
        raise refused(connection, response)
    return AssetAnswer(response, 0, _announced_length(response), strong_validator(response))


def _partial(response: requests.Response, start: int, validator: str) -> AssetAnswer:
    match = _RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    packed = response.headers.get("Content-Encoding", "identity") != "identity"
    if match is None or int(match[1]) != start or not start or packed:
        raise _wrong_place()
    now = strong_validator(response)
    if now and now.startswith('"') == validator.startswith('"') and now != validator:
        raise _wrong_place()
    total = None if match[3] == "*" else int(match[3])
    return AssetAnswer(response, start, total, validator)


def _unsatisfied(response: requests.Response, start: int, validator: str) -> AssetAnswer:
    match = _UNSATISFIED.fullmatch(response.headers.get("Content-Range", "").strip())
    if match is not None and int(match[1]) == start:
        return AssetAnswer(response, start, start, validator, is_whole=True)
    raise DownloadError(
        "The file on the back-end is not the one that was begun.",
        "Try again: it is fetched from its beginning.",
    )


def _wrong_place() -> DownloadError:
    return DownloadError(
        "The back-end continued the file at the wrong place.",
        "Try again: it is fetched from its beginning.",
    )


def _announced_length(response: requests.Response) -> int | None:
    length = response.headers.get("Content-Length", "")
    packed = response.headers.get("Content-Encoding", "identity") != "identity"
    if packed or response.headers.get("Transfer-Encoding") or not length.isdecimal():
        return None
    return int(length)


def refused(connection: Connection, response: requests.Response) -> AppError:
    """The error for an answer that gives no file."""
    url = response.url
    body = next(response.iter_content(MAX_ERROR_BODY), b"")
    error = error_from_answer(response, body, url)
    if response.status_code in (401, 403, 404, 410):
        ours = is_under(connection.api_base, url) and error.code == "TokenInvalid"
        if not ours:
            return LinkExpiredError(
                f"{shown_host(url)} does not give this file (HTTP {response.status_code}).",
                "Refresh the results and try again.",
                code=error.code,
                reference=error.reference,
                status=response.status_code,
            )
    return error


def strong_validator(response: requests.Response) -> str:
    """What proves later that the file is still the same; empty if nothing does.

    A strong ETag (RFC 9110, 8.8.3), or the text of a Last-Modified at least a minute older than the
    answer (8.8.2.2: then no two versions can share it).
    """
    packed = response.headers.get("Content-Encoding", "identity") != "identity"
    etag = response.headers.get("ETag", "")
    if etag.startswith('"') and not packed:
        return etag
    modified, now = _time(response, "Last-Modified"), _time(response, "Date")
    if etag or packed or modified is None or now is None:
        return ""  # a weak ETag says itself that bytes may differ
    old = now - modified >= dt.timedelta(seconds=60)
    return response.headers["Last-Modified"] if old else ""


def _time(response: requests.Response, header: str) -> dt.datetime | None:
    try:
        found = email.utils.parsedate_to_datetime(response.headers.get(header, ""))
    except (ValueError, TypeError, OverflowError):
        return None
    return found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found


def is_link_expired(error: AppError) -> bool:
    """Whether a fresh link may help."""
    return isinstance(error, LinkExpiredError) or (
        isinstance(error, BackEndError) and error.code == "ResultLinkExpired"
    )
