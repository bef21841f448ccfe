"""Connections whose waiting ends when a token is cancelled: connecting, TLS, headers and body.

Knows sockets and urllib3's connections; nothing of what is asked. Looking up a name is the one
thing that nothing can end: it is left behind, on a thread of its own.
"""

from __future__ import annotations

import contextlib
import errno
import os
import queue
import selectors
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import (
    ConnectTimeoutError,
    LocationParseError,
    NameResolutionError,
    NewConnectionError,
)

from openeo_desktop.core.cancel import CancelToken

LOOK_EVERY = 0.1
"""Seconds between two looks at the token while connecting."""
_local = threading.local()
_UNDER_WAY = {errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", 0)} - {0}


class _Waker:
    """Shuts down the socket of one request when its token is cancelled, until it is let go."""

    def __init__(self, token: CancelToken) -> None:
        self.token = token
        self._socket: socket.socket | None = None
        self._twin: socket.socket | None = None
        self._lock = threading.Lock()

    def watch(self, sock: socket.socket | None) -> None:
        """This socket waits for an answer now."""
        with self._lock:
            self._socket = sock
            self._close_twin()
        self.token.on_cancel(self._wake)

    def watch_twin(self, sock: socket.socket) -> None:
        """This one may be wrapped in TLS, which takes it away: a duplicate stays reachable."""
        with self._lock:
            self._close_twin()
            self._socket = self._twin = sock.dup()
        self.token.on_cancel(self._wake)

    def _wake(self) -> None:
        with self._lock, contextlib.suppress(OSError):
            if self._socket is not None:
                # Of the plain class: that of TLS would change its state under the reading thread.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def let_go(self) -> None:
        """The connection may serve another request from now on."""
        with self._lock:
            self._socket = None
            self._close_twin()

    def _close_twin(self) -> None:
        twin, self._twin = self._twin, None
        if twin is not None:
            twin.close()


@contextlib.contextmanager
def waking(token: CancelToken) -> Iterator[None]:
    """Within, cancelling `token` ends this thread's connecting and waiting for an answer."""
    waker = _local.waker = _Waker(token)
    try:
        yield
    finally:
        _local.waker = None
        waker.let_go()


def _waker() -> _Waker | None:
    waker: _Waker | None = getattr(_local, "waker", None)
    return waker


def _watch(sock: socket.socket | None) -> None:
    waker = _waker()
    if waker is not None:
        waker.watch(sock)


def connected(
    place: tuple[str, int],
    timeout: float | None,
    options: Sequence[tuple[Any, ...]],
    token: CancelToken,
) -> socket.socket:
    """A socket to the first address of a host that answers, in `timeout` seconds each.

    Raises:
        Cancelled: The token was cancelled meanwhile.
        TimeoutError: Nothing came back.
        OSError: No address of this name, or all refuse.
    """
    failure = OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))
    for family, kind, protocol, _, address in _addresses(place, token):
        sock = None
        try:
            sock = socket.socket(family, kind, protocol)
            for option in options:
                sock.setsockopt(*option)
            _reach(sock, address, timeout, token)
            return sock
        except BaseException as error:
            if sock is not None:
                sock.close()
            if not isinstance(error, OSError):
                raise
            failure = error
    raise failure


def _addresses(place: tuple[str, int], token: CancelToken) -> Sequence[tuple[Any, ...]]:
    """Of a host; a look-up that hangs is left to end by itself, and what it finds is dropped."""
    found: queue.SimpleQueue[Sequence[tuple[Any, ...]] | Exception] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            found.put(socket.getaddrinfo(*place, type=socket.SOCK_STREAM))
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            found.put(error)

    threading.Thread(target=look_up, name="look up host", daemon=True).start()
    while True:
        with contextlib.suppress(queue.Empty):
            answer = found.get(timeout=LOOK_EVERY)
            if isinstance(answer, Exception):
                raise answer
            return answer
        token.check()


def _reach(sock: socket.socket, address: Any, timeout: float | None, token: CancelToken) -> None:
    sock.setblocking(False)
    ends = time.monotonic() + timeout if timeout is not None else None
    error = sock.connect_ex(address)
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_WRITE)
        while error in _UNDER_WAY:
            token.check()
            if selector.select(LOOK_EVERY):
                error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                break
            if ends is not None and time.monotonic() >= ends:
                raise TimeoutError
    if error:
        raise OSError(error, os.strerror(error))
    sock.settimeout(timeout)


def _connect(connection: HTTPConnection, waker: _Waker) -> socket.socket:
    """With the errors that urllib3 wants to hear (as its `contrib.socks` does it)."""
    place, timeout = (connection.host, connection.port), connection.timeout
    options = connection.socket_options or ()
    try:
        sock = connected(place, timeout, options, waker.token)
    except UnicodeError:  # a name that no look-up takes: a part of it is empty or too long
        raise LocationParseError(connection.host) from None
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
    except TimeoutError as error:
        text = f"Connection to {connection.host} timed out. (connect timeout={timeout})"
        raise ConnectTimeoutError(connection, text) from error
    except OSError as error:
        text = f"Failed to establish a new connection: {error}"
        raise NewConnectionError(connection, text) from error
    waker.watch_twin(sock)
    return sock


class _WakeableHTTP(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        waker = _waker()
        return super()._new_conn() if waker is None else _connect(self, waker)

    def getresponse(self) -> Any:
        _watch(self.sock)
        return super().getresponse()


class _WakeableHTTPS(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        waker = _waker()
        return super()._new_conn() if waker is None else _connect(self, waker)

    def getresponse(self) -> Any:
        _watch(self.sock)
        return super().getresponse()


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _WakeableHTTP


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _WakeableHTTPS


POOLS = {"http": _HTTPPool, "https": _HTTPSPool}
"""For the `pool_classes_by_scheme` of a pool manager."""
