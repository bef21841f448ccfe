"""What the OpenID providers say about themselves, remembered for a while."""

from __future__ import annotations

import threading
import time

from openeo_desktop.api.auth.openid import OpenIdConfiguration, get_configuration
from openeo_desktop.core.cancel import CancelToken

FRESH_FOR = 3600.0
"""Seconds; endpoints hardly ever move, and a refresh must not need two requests each time."""


class Issuers:
    """Configurations by issuer; blocking, for workers of any lane."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[float, OpenIdConfiguration]] = {}

    def get(self, issuer: str, token: CancelToken) -> OpenIdConfiguration:
        """The configuration, fetched if it is not known or no longer fresh.

        Raises:
            AppError: See `get_configuration`.
        """
        with self._lock:
            known = self._known.get(issuer)
        if known is not None and time.monotonic() - known[0] < FRESH_FOR:
            return known[1]
        configuration = get_configuration(issuer, token)
        with self._lock:
            self._known[issuer] = (time.monotonic(), configuration)
        return configuration
