"""HTTP sessions for result files: no credentials, no cookies, no redirects by themselves.

A request can be woken at any moment once it is connected, also while it waits for its headers.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from openeo_desktop.api.connection import BackEndSession
from openeo_desktop.api.trust import TrustAdapter
from openeo_desktop.core.cancel import CancelToken

_local = threading.local()


class AssetSession(BackEndSession):
    """One for each thread, for the files of all accounts: it knows nothing of any of them."""

    def __init__(self) -> None:
        super().__init__("")
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        for prefix in ("https://", "http://"):
            self.mount(prefix, _WakeableAdapter())

    def resolve_redirects(self, *_: Any, **__: Any) -> Any:
        """None: whoever asks looks where a redirect leads, and its body is not read at all."""
        return iter(())


def asset_session() -> requests.Session:
    """This thread's session; its connections are kept alive."""
    session: AssetSession | None = getattr(_local, "session", None)
    if session is None:
        session = _local.session = AssetSession()
    return session


class _Waker:
    """Shuts down the socket of one request when its token is cancelled, until it is let go."""

    def __init__(self, token: CancelToken) -> None:
        self._token = token
        self._socket: socket.socket | None = None

    def watch(self, sock: socket.socket | None) -> None:
        """This socket waits for an answer now."""
        self._socket = sock
        self._token.on_cancel(self._wake)

    def _wake(self) -> None:
        sock = self._socket
        if sock is not None:
            # Of the plain class: that of TLS would change its state under the reading thread.
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def let_go(self) -> None:
        """The connection may serve another request from now on."""
        self._socket = None


@contextlib.contextmanager
def waking(token: CancelToken) -> Iterator[None]:
    """Within, cancelling `token` ends this thread's waiting for an answer."""
    waker = _local.waker = _Waker(token)
    try:
        yield
    finally:
        _local.waker = None
        waker.let_go()


def _watch(sock: socket.socket | None) -> None:
    waker: _Waker | None = getattr(_local, "waker", None)
    if waker is not None:
        waker.watch(sock)


class _WakeableHTTP(HTTPConnection):
    def getresponse(self) -> Any:
        _watch(self.sock)
        return super().getresponse()


class _WakeableHTTPS(HTTPSConnection):
    def getresponse(self) -> Any:
        _watch(self.sock)
        return super().getresponse()


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _WakeableHTTP


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _WakeableHTTPS


_POOLS = {"http": _HTTPPool, "https": _HTTPSPool}


class _WakeableAdapter(TrustAdapter):
    """Verified as everywhere, and with connections that can be woken, directly or by a proxy."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **proxy_kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager
