"""A scriptable HTTP server on loopback, for the faults that an honest back-end never shows.

Answers are set per path (a list is used up one by one, its last one stays); every request is kept.
A stalled answer waits for `release` or the end of the server, never for a time.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Request:
    """What came in; `path` without the query, header names in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Reply:
    """What goes out. `length`: a Content-Length of its own (a lie), None for none at all.

    `cut`: close the connection after so many bytes. `stall`: after the bytes, keep it open.
    `reset`: end it so that the other side hears of a reset, not of an end.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = -1
    cut: int | None = None
    stall: bool = False
    reset: bool = False

    @property
    def told_length(self) -> int | None:
        """The Content-Length that goes out, true or not."""
        return len(self.body) if self.length == -1 else self.length

    @property
    def is_last(self) -> bool:
        """Whether the connection ends with it."""
        return self.length != -1 or self.cut is not None or self.stall or self.reset


Answer = Reply | Callable[[Request], "Reply"]


def json_reply(document: Any, status: int = 200, **headers: str) -> Reply:
    """A JSON document; underscores in header names become hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = json.dumps(document).encode()
    return Reply(status, body, {"Content-Type": "application/json"} | named)


class FaultServer:
    """A context manager; `url` has no trailing slash."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.arrived = threading.Condition()
        self.released = threading.Event()
        self._answers: dict[str, list[Answer]] = {}
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._server.handle_error = _quiet  # type: ignore[method-assign] # who was killed has gone
        self.port: int = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    def __enter__(self) -> FaultServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Listen no more; who still waits for an answer is cut off."""
        self.released.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def on(self, path: str, *answers: Answer) -> None:
        """Answer this path (of any method, or `"POST /path"`) so from now on."""
        with self._lock:
            self._answers[path] = list(answers)

    def answer(self, request: Request) -> Reply:
        """The next answer of a path, 404 where there is none."""
        with self._lock:
            found = self._answers.get(f"{request.method} {request.path}")
            found = found or self._answers.get(request.path) or [Reply(404)]
            answer = found.pop(0) if len(found) > 1 else found[0]
        return answer if isinstance(answer, Reply) else answer(request)

    def note(self, request: Request) -> None:
        """Keep what came in."""
        with self.arrived:
            self.requests.append(request)
            self.arrived.notify_all()

    def to(self, path: str, method: str = "") -> list[Request]:
        """The requests to this path, in order."""
        with self.arrived:
            return [r for r in self.requests if r.path == path and method in ("", r.method)]

    def wait_for(self, path: str, count: int = 1, deadline: float = 10.0) -> None:
        """Until this path was asked so often."""
        with self.arrived:
            asked = self.arrived.wait_for(
                lambda: sum(r.path == path for r in self.requests) >= count, deadline
            )
        assert asked, f"{path} was not asked {count} times: {[r.path for r in self.requests]}"


def _end_with_reset(connection: socket.socket) -> None:
    no_linger = struct.pack("ii", 1, 0)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_linger)


def _quiet(*_: Any) -> None:
    """A client that goes in the middle of a request is what these tests are about."""


def _handler(owner: FaultServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            parts = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            owner.note(request := Request(self.command, parts.path, parts.query, headers, body))
            try:
                self._send(owner.answer(request))
            except OSError:
                self.close_connection = True  # the other side has gone

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.reset:
                _end_with_reset(self.connection)
            if reply.is_last:
                self.close_connection = True
                self.send_header("Connection", "close")
            if reply.length is not None and reply.status not in (204, 304):
                self.send_header("Content-Length", str(reply.told_length))
            self.end_headers()
            self.wfile.write(reply.body[: reply.cut])
            self.wfile.flush()
            if reply.stall:
                owner.released.wait(60)

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):  # every method: do_GET, do_POST and so on
                return self.handle_any
            raise AttributeError(name)

        def log_message(self, *args: Any) -> None:
            """Nothing on stderr."""

    return Handler


def ranged(body: bytes, etag: str, **changes: Any) -> Callable[[Request], Reply]:
    """An honest file: Range with If-Range as RFC 9110 says. `changes` go into each Reply."""

    def answer(request: Request) -> Reply:
        wanted = request.headers.get("range", "")
        if not wanted or request.headers.get("if-range", etag) != etag:
            return Reply(200, body, {"ETag": etag}, **changes)
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        start = int(first)
        if start >= len(body):
            return Reply(416, b"", {"Content-Range": f"bytes */{len(body)}"})
        part = body[start : int(last) + 1 if last else None]
        span = f"bytes {start}-{start + len(part) - 1}/{len(body)}"
        return Reply(206, part, {"ETag": etag, "Content-Range": span}, **changes)

    return answer
