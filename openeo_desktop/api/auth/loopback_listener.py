"""A listener on this computer for the one redirect that ends a sign-in in the browser.

Source: RFC 8252, sections 7.3 and 8.3. It binds 127.0.0.1 alone, takes one answer with the right
state, and shows a page that never changes; whatever else knocks changes nothing.
"""

from __future__ import annotations

import os
import secrets
import socket
import socketserver
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import SignInError, SignInRefused

HOST = "127.0.0.1"
TIME_LIMIT = 300.0
"""Seconds for the person to sign in, from the start of the listener."""
CONNECTION_TIME_LIMIT = 5.0
_PAGE = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>openEO Desktop</title>
</head><body><h1>openEO Desktop</h1><p>%s</p></body></html>
"""
_DONE = _PAGE % b"Thank you. You can close this page and go back to the application."
_IGNORED = _PAGE % b"Nothing waits for this page. Please start the sign-in in the application."


class LoopbackListener:
    """Waits for one redirect; a context manager. Threads of its own, none outlives the process.

    Args:
        state: What the right redirect carries (RFC 6749, 10.12).
        path: The path of the redirect URL.
        port: The one that the redirect URL demands, 0 for any free one.

    Raises:
        SignInError: The port is taken.
    """

    def __init__(self, state: str, path: str = "/callback", port: int = 0) -> None:
        self._state = state.encode()
        self._path = path or "/"
        self._end = time.monotonic() + TIME_LIMIT
        self._lock = threading.Lock()
        self._changed = threading.Event()
        self._answer: Mapping[str, str] | None = None
        self._closed = False
        self._server = _bind(port, _handler(self))
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": 0.1},
            name="sign-in redirect",
            daemon=True,
        )
        self._thread.start()

    def __enter__(self) -> LoopbackListener:
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
        with self._lock:
            closed, self._closed = self._closed, True
        if not closed:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
            self._changed.set()

    def wait(self, token: CancelToken) -> Mapping[str, str]:
        """The parameters of the right redirect (`code` or `error`, …), each at most once.

        Raises:
            SignInRefused: Nothing came within five minutes.
            Cancelled: The token was cancelled; noticed at once.
        """
        token.on_cancel(self._changed.set)
        self._changed.wait(max(0.0, self._end - time.monotonic()))
        token.check()
        with self._lock:
            answer = self._answer
        if answer is None:
            raise SignInRefused(
                "The sign-in in the browser was not finished in time.",
                "Start it again, and sign in within five minutes.",
            )
        return answer

    def take(self, target: str) -> bool:
        """Whether a request is the redirect that is waited for; just the first one is."""
        parameters = _parameters(target, self._path)
        state = parameters.get("state", "").encode("utf-8", "replace")
        if not secrets.compare_digest(state, self._state):
            return False
        if not {"code", "error"} & parameters.keys():
            return False
        with self._lock:
            if self._answer is not None:
                return False
            self._answer = parameters
        self._changed.set()
        return True


def _parameters(target: str, path: str) -> dict[str, str]:
    """The query of a request to this path; empty for another, or if anything is given twice."""
    try:
        parts = urlsplit(target)
        query = parse_qs(parts.query, keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return {}
    if parts.path != path or any(len(values) > 1 for values in query.values()):
        return {}
    return {name: values[0] for name, values in query.items()}


class _Server(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True
    block_on_close = False  # a connection that a browser opened in advance must not hold us
    request_queue_size = 128
    # On Windows «reuse» lets another program take over a port that is in use.
    allow_reuse_address = os.name != "nt"

    def server_bind(self) -> None:
        """Without the look-up of our own name, which may take seconds."""
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        if exclusive is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, exclusive, 1)
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A broken connection is nothing to tell; the page's address holds a code."""


def _bind(port: int, handler: type[BaseHTTPRequestHandler]) -> _Server:
    try:
        return _Server((HOST, port), handler)
    except OSError:
        raise SignInError(
            f"The sign-in needs the port {port} of this computer, which cannot be used now.",
            "Close the program that uses it, or choose another way to sign in.",
        ) from None


def _handler(listener: LoopbackListener) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = CONNECTION_TIME_LIMIT
        server_version, sys_version = "openEO-Desktop", ""

        def do_GET(self) -> None:
            taken = listener.take(self.path)
            page = _DONE if taken else _IGNORED
            self.send_response(200 if taken else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.send_header("Content-Security-Policy", "default-src 'none'")
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_args: Any) -> None:
            """Nothing anywhere: the address holds a code."""

    return Handler
