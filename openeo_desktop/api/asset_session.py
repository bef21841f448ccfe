"""HTTP sessions for result files: no credentials, no cookies, no redirects by themselves.

A request can be woken at any moment (`asset_waking`), also while it connects.
"""

from __future__ import annotations

import threading
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests

from openeo_desktop.api.asset_waking import POOLS
from openeo_desktop.api.back_end_session import BackEndSession, TrustAdapter

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


class _WakeableAdapter(TrustAdapter):
    """Verified as everywhere, and with connections that can be woken, directly or by a proxy."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = POOLS

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **proxy_kwargs)
        manager.pool_classes_by_scheme = POOLS
        return manager
