"""The HTTP sessions of the app: our name, few redirects, the system's certificates, no `~/.netrc`.

Whoever makes one imports this module at that moment: `requests` is loaded with it.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import requests
import requests.adapters

from openeo_desktop import __version__
from openeo_desktop.api.proxies import proxies_for
from openeo_desktop.api.trust import ca_file_in_use, make_context
from openeo_desktop.api.urls import is_under, resolve

_URL = re.compile(r"https?://[\w\-.~:/?\[\]@!$&'()*+,;=%]+", re.ASCII)
USER_AGENT = f"openEO-Desktop/{__version__}"


class BackEndSession(requests.Session):
    """A session with our name, few redirects, the system's certificates and no `~/.netrc`."""

    def __init__(self, api_base: str) -> None:
        super().__init__()
        self._api_base = api_base
        self.trust_env = False
        self.max_redirects = 5
        self.headers["User-Agent"] = USER_AGENT
        mount_trust(self)

    def prepare_request(self, request: requests.Request) -> requests.PreparedRequest:
        """As usual, but a whole URL is sent as it was given: signatures may cover its spelling."""
        prepared = super().prepare_request(request)
        url = str(request.url)
        if not request.params and _URL.fullmatch(url):
            prepared.url = url
        return prepared

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Where a redirect leads; `requests` lets a ValueError out where that is no URL.

        Raises:
            InvalidURL: It is none.
        """
        target = super().get_redirect_target(resp)
        if target is not None and not resolve(resp.url, target):
            resp.close()
            raise requests.exceptions.InvalidURL("redirect to no address")
        return target

    def rebuild_proxies(self, prepared_request: requests.PreparedRequest, *_: Any) -> Any:
        """After a redirect: the proxies for the new address, not those for the first one."""
        found = proxies_for(str(prepared_request.url))
        return super().rebuild_proxies(prepared_request, found)  # type: ignore[no-untyped-call]

    def rebuild_auth(
        self, prepared_request: requests.PreparedRequest, response: requests.Response
    ) -> None:
        """After a redirect: credentials stay only below the API base, encryption stays on.

        `requests` would keep them on the same host whatever the path.

        Raises:
            InvalidURL: From https to http.
        """
        target = str(prepared_request.url)
        if response.url.startswith("https:") and not target.startswith("https:"):
            raise requests.exceptions.InvalidURL("redirect to an unencrypted address")
        if not is_under(self._api_base, target):
            prepared_request.headers.pop("Authorization", None)


class TrustAdapter(requests.adapters.HTTPAdapter):
    """Connections verified as `trust` says, also to and through proxies.

    The context is this adapter's own: truststore holds its lock during a handshake, and a server
    that never ends one must not delay the others. It is made at the first https request.
    """

    def __init__(self) -> None:
        self._context: ssl.SSLContext | None = None
        self._context_ca_file: Path | None = None
        super().__init__()

    def _trusted(self) -> ssl.SSLContext:
        ca_file = ca_file_in_use()
        if self._context is None or self._context_ca_file != ca_file:
            self._context_ca_file = ca_file
            self._context = make_context(ca_file)
        return self._context

    def build_connection_pool_key_attributes(self, request: Any, *_: Any) -> Any:
        """As usual, with our context, whatever `verify` says."""
        host, pool = super().build_connection_pool_key_attributes(request, True)
        if host["scheme"] == "https":
            return host, {**pool, "ssl_context": self._trusted()}
        return host, pool

    def cert_verify(self, conn: Any, *_: Any) -> None:
        """Nothing to do: requests would load its own certificates into our context here."""
        conn.cert_reqs = "CERT_REQUIRED"

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> Any:
        """A proxy that is itself reached by https is verified in the same way."""
        if proxy.lower().startswith("https:"):
            proxy_kwargs["proxy_ssl_context"] = self._trusted()
        return super().proxy_manager_for(proxy, **proxy_kwargs)


def mount_trust(session: requests.Session) -> None:
    """All of the session's connections are verified by the system's certificates."""
    adapters: Mapping[str, requests.adapters.BaseAdapter] = session.adapters
    for prefix in list(adapters):
        session.mount(prefix, TrustAdapter())
