"""A small openEO back-end that takes tokens of a real OpenID provider, which it asks each time."""

from __future__ import annotations

from typing import Any

import requests

from tests.support.fake_back_end import ENDPOINTS, FakeBackEnd, error
from tests.support.fault_server import Reply, Request, json_reply
from tests.support.oidc_provider import OidcProviderServer

PROVIDER = "tests"
DEVICE = "urn:ietf:params:oauth:grant-type:device_code+pkce"
DESK = {
    "id": "desk",
    "grant_types": [DEVICE, "authorization_code+pkce", "refresh_token"],
    "redirect_urls": ["http://127.0.0.1/callback"],
}
OTHERS = [
    {"path": "/credentials/oidc", "methods": ["GET"]},
    {"path": "/me", "methods": ["GET"]},
]


class OidcBackEnd(FakeBackEnd):
    """Honest like its base. `jwt`: takes bare tokens, and no others; `bearers`: what was sent.

    `refused` counts what was not accepted, `refuse_next` makes it so.
    """

    def __init__(self, provider: OidcProviderServer, *, jwt: bool = False) -> None:
        super().__init__()
        self.provider = provider
        self.jwt = jwt
        self.bearers: list[str] = []
        self.refuse_next = 0
        self.refused = 0
        conforms = ["https://api.openeo.org/1.3.0/authentication/jwt"] if jwt else []
        capabilities: dict[str, Any] = {
            "api_version": "1.2.0",
            "title": "Federated",
            "endpoints": [*ENDPOINTS, *OTHERS],
            "conformsTo": conforms,
        }
        self.on(f"{self.api}/", json_reply(capabilities))
        self.on(f"{self.api}/credentials/oidc", self._providers)
        self.on(f"{self.api}/me", self._me)

    def _providers(self, _request: Request) -> Reply:
        entry = {
            "id": PROVIDER,
            "issuer": self.provider.issuer,
            "title": "The tests' provider",
            "scopes": ["openid", "jobs"],
            "default_clients": [DESK],
        }
        return json_reply({"providers": [entry]})

    def _me(self, request: Request) -> Reply:
        user = self._user(request.headers.get("authorization", ""))
        if not user:
            return error("TokenInvalid", 403)
        links = [{"rel": "payment", "href": "https://pay.example.org"}]
        storage = {"free": 5, "quota": 10}
        return json_reply({"user_id": user, "name": user, "storage": storage, "links": links})

    def accepts(self, authorization: str) -> bool:
        """See `FakeBackEnd.accepts`."""
        return super().accepts(authorization) or bool(self._user(authorization))

    def _user(self, authorization: str) -> str:
        """Whose token it is (RFC 7662), empty if it is nobody's."""
        bearer = authorization.removeprefix("Bearer ")
        self.bearers.append(bearer)
        user = self._introspect(bearer) if self.refuse_next <= 0 else ""
        self.refuse_next -= self.refuse_next > 0
        self.refused += not user
        return user

    def _introspect(self, bearer: str) -> str:
        prefix = "" if self.jwt else f"oidc/{PROVIDER}/"
        if not bearer.startswith(prefix) or (self.jwt and "/" in bearer):
            return ""
        known = requests.post(
            f"{self.provider.issuer}/token/introspection",
            data={
                "token": bearer.removeprefix(prefix),
                "client_id": "own",
                "client_secret": self.provider.secret_of("own"),
            },
            timeout=60,
        ).json()
        return str(known.get("sub") or known.get("client_id")) if known.get("active") else ""
