"""One back-end over HTTP: blocking, for worker threads, with limits on everything that comes back.

The token goes only to URLs below the API base, and always as an auth object: with a plain header
`~/.netrc` would replace it. Redirects never carry it to another host.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from openeo_desktop.api.errors import error_from_answer, network_errors
from openeo_desktop.api.json_documents import decode_document
from openeo_desktop.api.proxies import proxies_for
from openeo_desktop.api.urls import is_under, join, shown_host
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import BadAnswerError, UnreachableError
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.core.redaction import hide_secret

if TYPE_CHECKING:  # loaded with the first request: it takes longer than anything else of a start
    import requests

    Auth = Callable[[requests.PreparedRequest], requests.PreparedRequest]

TIMEOUT = (5.0, 20.0)
MAX_BODY = 64 * 1024 * 1024
MAX_ERROR_BODY = 64 * 1024


class BearerAuth:
    """`Authorization: Bearer …`; its repr never shows the token."""

    def __init__(self, token: str) -> None:
        self._token = token
        hide_secret(token)
        hide_secret(token.rpartition("/")[2])  # of `oidc/PROVIDER/TOKEN`

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request

    def __repr__(self) -> str:
        return "BearerAuth(…)"


class NoAuth:
    """No credentials at all, and none from `~/.netrc` either."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers.pop("Authorization", None)
        return request


@dataclass(frozen=True, slots=True)
class Answer:
    """A successful answer: status, headers (any case), the JSON document if there is one."""

    status: int
    headers: Mapping[str, str]
    url: str
    document: Any = None


class Connection:
    """Requests to one API base URL, with or without a session.

    Safe to be used from several threads: each has its own `requests.Session`.
    """

    def __init__(self, api_base: str, auth: Auth | None = None) -> None:
        self.api_base = api_base.rstrip("/")
        self._auth = auth or NoAuth()
        self._local = threading.local()

    def url(self, path: str) -> str:
        """The URL of an API path."""
        return join(self.api_base, path)

    def auth_for(self, url: str) -> Auth:
        """The session's credentials below the API base, none anywhere else."""
        return self._auth if is_under(self.api_base, url) else NoAuth()

    def session(self) -> requests.Session:
        """This thread's HTTP session (connections are kept alive)."""
        from openeo_desktop.api.back_end_session import BackEndSession

        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = self._local.session = BackEndSession(self.api_base)
        return session

    def get(
        self, path: str, token: CancelToken, params: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """GET a JSON object by API path or absolute URL.

        Raises:
            AppError: See `request`.
        """
        return as_dict(self.request("GET", path, token, params=params).document)

    def request(
        self,
        method: str,
        path: str,
        token: CancelToken,
        *,
        params: Mapping[str, Any] | None = None,
        body: Any = None,
        auth: Auth | None = None,
        timeout: tuple[float, float] | None = None,
        decode: Callable[[str], Any] = decode_document,
    ) -> Answer:
        """One request, one answer; no retry here.

        Args:
            path: Path below the API base, or an absolute URL.
            auth: Instead of the session's (sign-in itself).
            timeout: Seconds to connect, and between two pieces of the answer.
            decode: From the text of the answer to its document, or ValueError.

        Raises:
            UnreachableError: No answer.
            BackEndError, SignInError: An error answer (openEO API, «Errors»).
            BadAnswerError: Too large, or not JSON.
            Cancelled: The token was cancelled.
        """
        token.check()
        url = path if "://" in path else self.url(path)
        try:
            with network_errors(url):
                response = self._send(method, url, params, body, auth, timeout or TIMEOUT)
                with response:
                    token.on_cancel(response.raw.shutdown)
                    data = _read_body(response, token)
        except UnreachableError:
            token.check()  # the read was woken by the cancelling, not by the network
            raise
        if response.status_code >= 400:
            raise error_from_answer(response, data, url)
        return self._answer(response, data, method, decode)

    def _send(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None,
        body: Any,
        auth: Auth | None,
        timeout: tuple[float, float],
    ) -> requests.Response:
        return self.session().request(
            method,
            url,
            params=params,
            json=body,
            auth=auth or self.auth_for(url),
            headers={"Accept": "application/json"},
            timeout=timeout,
            allow_redirects=method == "GET",
            stream=True,
            proxies=proxies_for(url),
        )

    def _answer(
        self,
        response: requests.Response,
        data: bytes,
        method: str,
        decode: Callable[[str], Any],
    ) -> Answer:
        status = response.status_code
        document = None
        if status == 200 and (data or method == "GET"):  # some say 200 where 202 or 204 is meant
            document = decode_body(data, response.url, decode)
        elif 300 <= status < 400:
            raise BadAnswerError(
                f"{shown_host(response.url)} redirects a request that must not be redirected.",
                "Check the address of the back-end.",
                status=status,
            )
        return Answer(status, response.headers, response.url, document)


def _read_body(response: requests.Response, token: CancelToken) -> bytes:
    failed = response.status_code >= 400
    limit = MAX_ERROR_BODY if failed else MAX_BODY
    parts, size = [], 0
    for chunk in response.iter_content(65536):
        token.check()
        parts.append(chunk)
        size += len(chunk)
        if size > limit:
            if failed:
                break
            raise BadAnswerError(
                f"The answer of {shown_host(response.url)} is too large (over {limit >> 20} MB).",
                "Tell the back-end's support.",
            )
    token.check()  # a body of unknown length that was cut by the cancelling looks whole
    return b"".join(parts)


def decode_body(data: bytes, url: str, decode: Callable[[str], Any] = decode_document) -> Any:
    """The JSON document of a body.

    Raises:
        BadAnswerError: It is none.
    """
    try:
        return decode(data.decode("utf-8-sig"))
    except ValueError:
        raise no_json(url, data[:300].decode("utf-8", "replace")) from None


def no_json(url: str, details: str) -> BadAnswerError:
    """An answer cannot be read."""
    return BadAnswerError(
        f"{shown_host(url)} did not answer in JSON.",
        "Check the address; this may be a web page, not an openEO back-end.",
        details=details,
    )
