"""Which servers are believed to be who they say: the certificates of the system, and one file more.

Verification cannot be switched off; `verify=False` of requests has no effect. What `requests`
brings (certifi) is not used: it knows none of the certificates that an organisation installed.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import requests
import requests.adapters
import truststore

from openeo_desktop.core.errors import InputError

_default_ca_file: Path | None = None


def use_ca_file(path: Path | None) -> None:
    """Trust also the certificates (PEM) of this file, in every new connection of the process."""
    global _default_ca_file
    _default_ca_file = path


def ca_file_in_use() -> Path | None:
    """The file of `use_ca_file`."""
    return _default_ca_file


def make_context(ca_file: Path | None) -> ssl.SSLContext:
    """TLS 1.2 or newer, host name checked, certificates of the system and of `ca_file`.

    Raises:
        InputError: `ca_file` cannot be read, or holds no certificate.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
            raise InputError(
                f"The certificate file {ca_file} cannot be used.",
                "Choose another file (certificates in PEM format) in the settings.",
                details=type(error).__name__,
            ) from None
    return context


class TrustAdapter(requests.adapters.HTTPAdapter):
    """Connections verified as this module says, also to and through proxies.

    The context is this adapter's own: truststore holds its lock during a handshake, and a server
    that never ends one must not delay the others. It is made at the first https request.
    """

    def __init__(self) -> None:
        self._context: ssl.SSLContext | None = None
        self._context_ca_file: Path | None = None
        super().__init__()

    def _trusted(self) -> ssl.SSLContext:
        if self._context is None or self._context_ca_file != _default_ca_file:
            self._context_ca_file = _default_ca_file
            self._context = make_context(_default_ca_file)
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
