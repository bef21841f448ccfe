"""What the tests of the sign-in hand to it where no real provider is wanted; and its canaries."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from openeo_desktop.api.auth.openid import OpenIdConfiguration
from openeo_desktop.api.auth.providers import CODE_GRANT, DEVICE_GRANT, PKCE, REFRESH_GRANT
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.sign_in import OidcClient, OidcProvider

ACCESS, REFRESH, CODE = "CANARY-ACCESS", "CANARY-REFRESH", "CANARY-CODE"
SECRET, DEVICE = "CANARY-SECRET", "CANARY-DEVICE"

DESK = OidcClient(
    "desk",
    grant_types=(DEVICE_GRANT + PKCE, CODE_GRANT + PKCE, REFRESH_GRANT),
    redirect_urls=("http://127.0.0.1/callback",),
)
OWN = OidcClient("own", SECRET)


def provider(issuer: str, **changes: Any) -> OidcProvider:
    values: dict[str, Any] = {"title": "Tests", "scopes": ("openid", "jobs")} | changes
    return OidcProvider("tests", issuer, **values)


def configuration(url: str, **changes: Any) -> OpenIdConfiguration:
    """All endpoints of a `FaultServer`."""
    values: dict[str, Any] = {
        "token_endpoint": f"{url}/token",
        "authorization_endpoint": f"{url}/auth",
        "device_authorization_endpoint": f"{url}/device",
        "revocation_endpoint": f"{url}/revoke",
    }
    return OpenIdConfiguration(url, **(values | changes))


def device_answer(url: str, **changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "device_code": DEVICE,
        "user_code": "ABCD-EFGH",
        "verification_uri": f"{url}/device/page",
        "expires_in": 600,
        "interval": 5,
    }
    return values | changes


def token_answer(**changes: Any) -> dict[str, Any]:
    values = {"access_token": ACCESS, "token_type": "Bearer", "expires_in": 600}
    return values | {"refresh_token": REFRESH} | changes


def id_token(**claims: Any) -> str:
    """An unsigned one; who gets it straight from the provider does not need the signature."""
    parts = [json.dumps(part).encode() for part in ({"alg": "none"}, claims)]
    return ".".join(base64.urlsafe_b64encode(p).rstrip(b"=").decode() for p in parts) + ".x"


class QuickToken(CancelToken):
    """Notes how long it should have slept instead; may do something at the n-th sleep."""

    def __init__(self, then: Mapping[int, Callable[[], object]] | None = None) -> None:
        super().__init__()
        self.slept: list[float] = []
        self._then = then or {}

    def sleep(self, seconds: float) -> None:
        """Return at once."""
        self.check()
        self.slept.append(round(seconds, 1))
        self._then.get(len(self.slept), lambda: None)()
