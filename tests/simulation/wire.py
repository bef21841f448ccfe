"""How answers come over the wire, or do not: real sockets, virtual delays, faults on demand."""

from __future__ import annotations

import contextlib
import datetime as dt
import email.utils
import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.simulation.faults import Fault, Weather
from tests.simulation.virtual_time import EPOCH, VirtualTime

PIECES, SLOW_PIECE = 5, 3.0
BUSY = (5.0, 300.0)
"""Shortest and longest Retry-After, in seconds."""


@dataclass(frozen=True)
class Answer:
    """What the back-end says; `document` None for no body."""

    status: int
    document: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """A request, when it came in, and what became of it: a status, or a fault.

    `until`: the time before which the back-end asked for no further request (Retry-After).
    """

    at: float
    method: str
    path: str
    outcome: str
    until: float = 0.0


class WireServer:
    """Listens on a free port of loopback; each connection has a thread."""

    def __init__(
        self,
        time: VirtualTime,
        weather: Weather,
        answer: Callable[[str, str, Any, Any], Answer],
        expire: Callable[[], None],
    ) -> None:
        self.asked: list[Asked] = []
        self.time, self.weather = time, weather
        self.answer, self.expire = answer, expire
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(owner: WireServer) -> type[BaseHTTPRequestHandler]:
    class Handler(_Handler):
        server_of = owner

    return Handler


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server_of: WireServer

    def serve(self) -> None:
        owner = self.server_of
        self.at = owner.time.now
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"{}")
        self.dice = owner.weather.draw(self.command, self.path)
        fault = owner.weather.fault(self.dice)
        owner.time.sleep(self.dice.uniform(*owner.weather.latency))
        with contextlib.suppress(OSError):  # whoever asked has gone
            if owner.weather.is_out(owner.time.now):
                self._reset("outage")
            else:
                self._meet(fault, body)

    do_GET = do_POST = do_PATCH = do_DELETE = serve  # noqa: N815 - names of http.server

    def _honest(self, body: Any) -> Answer:
        return self.server_of.answer(self.command, self.path, self.headers, body)

    def _meet(self, fault: Fault | None, body: Any) -> None:
        if fault is Fault.RESET:
            self._reset(fault)
        elif fault is Fault.LOST:
            self._honest(body)
            self._reset(fault)
        elif fault in (Fault.TOO_MANY, Fault.UNAVAILABLE, Fault.BAD_GATEWAY, Fault.FAILURE):
            self._refuse(fault)
        else:
            if fault is Fault.EXPIRED:
                self.server_of.expire()
            self._tell(self._honest(body), fault)

    def _reset(self, why: str) -> None:
        self._note(str(why))
        self.close_connection = True
        hard = struct.pack("hh" if self._is_windows() else "ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, hard)
        self.rfile.close()
        self.connection.close()  # with a pending linger of nothing: a reset, not an end

    @staticmethod
    def _is_windows() -> bool:
        return hasattr(socket, "SIO_KEEPALIVE_VALS")

    def _note(self, outcome: str, until: float = 0.0) -> None:
        path = self.path.partition("?")[0]
        self.server_of.asked.append(Asked(self.at, self.command, path, outcome, until))

    def _refuse(self, fault: Fault) -> None:
        now, seconds = self.server_of.time.now, round(self.dice.uniform(*BUSY))
        date = email.utils.format_datetime(EPOCH + dt.timedelta(seconds=now + seconds), usegmt=True)
        content = b'{"code": "Busy", "message": "Later, please."}'
        headers = {"Content-Type": "application/json"}
        if fault is Fault.TOO_MANY:
            headers["Retry-After"] = str(seconds)
        elif fault is Fault.UNAVAILABLE:
            headers["Retry-After"] = date
        elif fault is Fault.BAD_GATEWAY:
            content, headers = b"<html><h1>502 Bad Gateway</h1></html>", {}
        self._note(fault, now + seconds if "Retry-After" in headers else 0.0)
        self._send(int(fault), content, headers)

    def _tell(self, answer: Answer, fault: Fault | None) -> None:
        document = answer.document
        if fault is not None and isinstance(document, dict) and "jobs" in document:
            document = _spoiled(document, fault)
        content = b"" if document is None else json.dumps(document).encode()
        headers = {"Content-Type": "application/json"} | answer.headers
        self._note(fault or str(answer.status))
        if fault is Fault.TRUNCATED:
            content = content[: len(content) // 2]
        self._send(answer.status, content, headers, fault)

    def _send(
        self, status: int, content: bytes, headers: Mapping[str, str], fault: Fault | None = None
    ) -> None:
        self.send_response_only(status)
        now = EPOCH + dt.timedelta(seconds=self.server_of.time.now)
        self.send_header("Date", email.utils.format_datetime(now, usegmt=True))
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        if fault is Fault.CUT:
            self.close_connection = True
            content = content[: len(content) // 2]
        self.end_headers()
        self._write(content, slow=fault is Fault.SLOW)

    def _write(self, content: bytes, *, slow: bool) -> None:
        pieces = PIECES if slow else 1
        size = -(-len(content) // pieces) or 1
        for start in range(0, len(content), size):
            if slow:
                self.server_of.time.sleep(SLOW_PIECE)
            self.wfile.write(content[start : start + size])

    def log_message(self, *_arguments: object) -> None:
        """Silent."""


def _spoiled(listing: dict[str, Any], fault: Fault) -> dict[str, Any]:
    if fault is Fault.WRONG_TOTALS:
        return listing | {"numberMatched": 1, "numberReturned": 10**9, "total": -1}
    if fault is Fault.PARTIAL:
        half = listing["jobs"][::2]
        return listing | {"jobs": half, "federation:missing": ["other"]}
    return listing
