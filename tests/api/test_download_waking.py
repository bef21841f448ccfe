"""A cancelled download lets go of its connection wherever it is: connecting, TLS, headers, body.

No time-out of these tests would ever end the waiting by itself.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from openeo_desktop.api import asset_request, asset_waking
from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import BadAnswerError
from tests.support.fault_server import FaultServer, Reply
from tests.support.fetch import BODY, Fetch

DEADLINE = 60.0


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(asset_request, "READ_TIMEOUT", (3600.0, 3600.0))


def _ends_when_cancelled(fetch: Fetch, waits: Callable[[], object]) -> None:
    """Run it, cancel it when it waits, and let it end."""
    ended: list[BaseException] = []

    def work() -> None:
        try:
            fetch.run()
        except BaseException as error:  # noqa: BLE001 - told by the test
            ended.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    waits()
    fetch.token.cancel()
    thread.join(DEADLINE)
    assert not thread.is_alive()
    assert [type(error) for error in ended] == [Cancelled]


@contextlib.contextmanager
def _listener(backlog: int) -> Iterator[socket.socket]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(backlog)
        yield listener


class _Looked(CancelToken):
    """Tells when a worker that waits for its connection looks at it."""

    def __init__(self) -> None:
        super().__init__()
        self.looked = threading.Event()
        self.looks = 0

    def check(self) -> None:
        self.looks += 1
        if self.looks > 3:  # twice before it connects
            self.looked.set()
        super().check()


def test_while_connecting(fetch: Fetch) -> None:
    """A host that does not answer at all: nobody takes the connection, and there is no room."""
    with _listener(0) as listener, contextlib.ExitStack() as held:
        _fill(listener, held)
        fetch.token = token = _Looked()
        fetch.change(url=f"http://127.0.0.1:{listener.getsockname()[1]}/file")
        _ends_when_cancelled(fetch, lambda: token.looked.wait(DEADLINE))


def _fill(listener: socket.socket, held: contextlib.ExitStack) -> None:
    """Connections until there is no room for one more."""
    waiting = 0
    for _ in range(16):
        try:
            held.enter_context(socket.create_connection(listener.getsockname(), 0.5))
        except TimeoutError:
            waiting += 1
            if waiting == 2:
                return
    pytest.skip("this system takes every connection")


def test_while_a_name_is_looked_up(fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolver that hangs cannot be ended; the download does not wait for it."""
    asked, released = threading.Event(), threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        asked.set()
        released.wait(DEADLINE)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    fetch.change(url="http://slow.example/file")
    _ends_when_cancelled(fetch, lambda: asked.wait(DEADLINE))
    assert not released.is_set()
    released.set()


def test_while_tls_waits_for_a_greeting(fetch: Fetch) -> None:
    with _listener(1) as listener:
        fetch.change(url=f"https://localhost:{listener.getsockname()[1]}/file")
        fetch.change(url=fetch.transfer.url.replace("localhost", "127.0.0.1"))
        taken: list[socket.socket] = []

        def waits() -> None:
            listener.settimeout(DEADLINE)
            taken.append(listener.accept()[0])
            taken[0].settimeout(DEADLINE)
            assert taken[0].recv(1)  # of its greeting

        _ends_when_cancelled(fetch, waits)
        with taken[0]:
            while taken[0].recv(65536):
                pass  # ends with the connection


@pytest.mark.parametrize("body", [None, BODY[:1000]])
def test_while_the_server_stalls(server: FaultServer, fetch: Fetch, body: bytes | None) -> None:
    """Before its headers, or in the middle of the body."""
    stalled = threading.Event()

    def answer(_: object) -> Reply:
        if body is None:
            stalled.set()
            server.released.wait(DEADLINE)
            return Reply(503)
        return Reply(200, body, length=len(BODY), stall=True)

    def waits() -> None:
        if body is None:
            assert stalled.wait(DEADLINE)
        else:
            assert arrived.wait(DEADLINE)

    arrived = threading.Event()
    fetch.on_bytes = lambda: arrived.set() if fetch.seen[-1][0] else None
    server.on("/file", answer)
    _ends_when_cancelled(fetch, waits)


def test_address_that_refuses_is_told_at_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = free.getsockname()
        with pytest.raises(ConnectionRefusedError):
            asset_waking.connected(place, 3600.0, (), CancelToken())


def test_address_that_is_silent_times_out() -> None:
    with _listener(0) as listener, contextlib.ExitStack() as held:
        _fill(listener, held)
        with pytest.raises(TimeoutError):
            asset_waking.connected(listener.getsockname(), 0.05, (), CancelToken())


@pytest.mark.parametrize("host", ["a..example", f"{'a' * 64}.example"])
def test_name_that_cannot_be_looked_up_is_told_in_words(fetch: Fetch, host: str) -> None:
    """A link of a server may hold anything; what no look-up takes is no bug of ours."""
    fetch.change(url=f"https://{host}/file")
    with pytest.raises(BadAnswerError, match="cannot be read"):
        fetch.run()
