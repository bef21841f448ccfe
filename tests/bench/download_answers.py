"""How soon a pause or a cancel is answered, and how soon the connection is gone, in ms.

While bytes come in at full speed, while a server says nothing, while nobody takes the connection.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

from openeo_desktop.services.downloads import DownloadsService
from tests.bench.report import Result
from tests.faults.engine import KEY, engine

ANSWER_MS, CLOSED_MS = 200.0, 2000.0
DEADLINE = 60.0
_HEAD = b'HTTP/1.1 200 OK\r\nContent-Length: 109951162777600\r\nETag: "v1"\r\n\r\n'
Measured = tuple[float, float]


def run(small: bool) -> Iterator[Result]:
    """Each several times, pausing and cancelling in turn."""
    runs = 1 if small else 6
    for what, server in (
        ("bytes come in", _sending),
        ("the server says nothing", _silent),
        ("it connects", _full),
    ):
        found = [_measure(server, cancel=bool(number % 2)) for number in range(runs)]
        answers, closed = [one[0] for one in found], [one[1] for one in found]
        yield Result(f"pause or cancel while {what}: answered", "ms", answers, ANSWER_MS)
        yield Result(f"pause or cancel while {what}: connection closed", "ms", closed, CLOSED_MS)


def _measure(server: Callable[[], Any], *, cancel: bool) -> Measured:
    with tempfile.TemporaryDirectory() as folder, server() as port:
        return asyncio.run(_work(Path(folder), port, cancel=cancel))


async def _work(place: Path, port: int, *, cancel: bool) -> Measured:
    document = {"type": "Collection", "links": [], "assets": {"a": _asset(port)}}
    others = _connections(port)
    async with engine(place, document, "http://127.0.0.1:9/api") as downloads:
        await downloads.load()
        (row,) = await downloads.download(KEY)
        await _until(lambda: _connections(port) > others)
        await asyncio.sleep(0.3)  # deep in its waiting, or in the middle of the bytes
        began = time.perf_counter()
        await (downloads.cancel if cancel else downloads.pause)([row.id])
        answered = time.perf_counter() - began
        assert _is_over(downloads)
        await _until(lambda: _connections(port) == others)
        return 1000 * answered, 1000 * (time.perf_counter() - began)


def _asset(port: int) -> dict[str, str]:
    return {"href": f"http://127.0.0.1:{port}/a"}


def _is_over(downloads: DownloadsService) -> bool:
    return not any(row.state.is_open for row in downloads.all())


async def _until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(DEADLINE):
        while not true():  # noqa: ASYNC110 - the system tells nobody
            await asyncio.sleep(0.005)


def _connections(port: int) -> int:
    """Of this process to that port, in whatever state."""
    found = psutil.Process().net_connections("tcp4")
    return sum(bool(one.raddr) and one.raddr.port == port for one in found)


@contextlib.contextmanager
def _sending() -> Iterator[int]:
    """As fast as it can."""

    def serve(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(_HEAD)
        while True:
            connection.sendall(bytes(1 << 18))

    yield from _serving(serve)


@contextlib.contextmanager
def _silent() -> Iterator[int]:
    """Takes the request, and that is all."""

    def serve(connection: socket.socket) -> None:
        while connection.recv(65536):
            pass

    yield from _serving(serve)


def _serving(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """One connection, by the end of which the other side has gone."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def work() -> None:
            with contextlib.suppress(OSError), listener.accept()[0] as connection:
                serve(connection)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        yield int(listener.getsockname()[1])
    thread.join(DEADLINE)


@contextlib.contextmanager
def _full() -> Iterator[int]:
    """A host that does not take any more connections: whoever comes waits."""
    with socket.socket() as listener, contextlib.ExitStack() as held:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(16):
            one = held.enter_context(socket.socket())
            one.settimeout(0.3)
            if one.connect_ex(listener.getsockname()):
                one.close()
                break
        yield int(listener.getsockname()[1])
