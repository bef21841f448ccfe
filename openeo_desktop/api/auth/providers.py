"""The OpenID providers of a back-end, their clients, and which ways to sign in come of them.

Source: openEO API 1.2 and 1.3, `GET /credentials/oidc`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from openeo_desktop.api.auth.endpoint import bad_answer, is_acceptable, said
from openeo_desktop.api.auth.openid import OpenIdConfiguration
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.json_values import as_dict, as_dicts, as_text, as_texts
from openeo_desktop.core.sign_in import OidcClient, OidcProvider, SignInMethod

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
CODE_GRANT = "authorization_code"
PKCE = "+pkce"
REFRESH_GRANT = "refresh_token"
MAX_PROVIDERS = MAX_CLIENTS = 50
_ID = re.compile(r"\w{1,20}", re.ASCII)
_GRANTS = {
    SignInMethod.DEVICE_CODE: (DEVICE_GRANT, DEVICE_GRANT + PKCE),
    SignInMethod.AUTHORIZATION_CODE: (CODE_GRANT, CODE_GRANT + PKCE),
}
_RESERVED = {
    "client_id",
    "client_secret",
    "client_assertion",
    "redirect_uri",
    "response_type",
    "response_mode",
    "state",
    "nonce",
    "scope",
    "code_challenge",
    "code_challenge_method",
    "code_verifier",
    "request",
    "request_uri",
}
"""What the protocol itself decides; a back-end must not bend it by `authorization_parameters`."""


def list_providers(connection: Connection, token: CancelToken) -> tuple[OidcProvider, ...]:
    """The providers that can be used, the back-end's first choice first.

    Raises:
        BadAnswerError: The answer is no list of providers.
        AppError: See `Connection.request`.
    """
    raw = connection.get("/credentials/oidc", token)
    if not isinstance(raw.get("providers"), list):
        raise bad_answer(connection.api_base, "it does not name its providers")
    found: dict[str, OidcProvider] = {}
    for item in as_dicts(raw["providers"])[:MAX_PROVIDERS]:
        provider = _provider(item)
        if provider is not None:
            found.setdefault(provider.id, provider)
    return tuple(found.values())


def _provider(raw: Mapping[str, Any]) -> OidcProvider | None:
    """None for one that cannot be used."""
    provider_id, issuer = as_text(raw.get("id")), as_text(raw.get("issuer")).rstrip("/")
    if not _ID.fullmatch(provider_id) or not is_acceptable(issuer):
        return None
    clients = (_client(item) for item in as_dicts(raw.get("default_clients"))[:MAX_CLIENTS])
    return OidcProvider(
        id=provider_id,
        issuer=issuer,
        title=said(as_text(raw.get("title")), limit=200) or provider_id,
        description=visible_text(as_text(raw.get("description"))[:5000]),
        scopes=as_texts(raw.get("scopes")),
        default_clients=tuple(client for client in clients if client is not None),
        authorization_parameters=_parameters(raw.get("authorization_parameters")),
    )


def _client(raw: Mapping[str, Any]) -> OidcClient | None:
    """None without grant types: that would look like a client of the person's own."""
    client_id, grants = as_text(raw.get("id")), as_texts(raw.get("grant_types"))
    if not client_id or len(client_id) > 1000 or not grants:
        return None
    redirects = as_texts(raw.get("redirect_urls"))
    return OidcClient(client_id, grant_types=grants, redirect_urls=redirects)


def _parameters(raw: object) -> dict[str, str]:
    texts = {name: as_text(value) for name, value in list(as_dict(raw).items())[:50]}
    return {n: v for n, v in texts.items() if v and n not in _RESERVED and len(n + v) < 1000}


def choose_client(provider: OidcProvider, method: SignInMethod) -> OidcClient | None:
    """The default client to sign in with, preferably one that may refresh; None: own one needed."""
    usable = [client for client in provider.default_clients if _is_usable(client, method)]
    lasting = [client for client in usable if REFRESH_GRANT in client.grant_types]
    return next(iter(lasting or usable), None)


def _is_usable(client: OidcClient, method: SignInMethod) -> bool:
    if not set(_GRANTS.get(method, ())) & set(client.grant_types):
        return False
    return method is not SignInMethod.AUTHORIZATION_CODE or bool(loopback_redirects(client))


def loopback_redirects(client: OidcClient) -> tuple[SplitResult, ...]:
    """The redirect URLs that lead to this computer, those with a free choice of port first.

    RFC 8252, section 7.3: `http://127.0.0.1[:port][/path]`; `localhost` is met as well.
    """
    found = [parts for url in client.redirect_urls if (parts := _loopback(url)) is not None]
    return tuple(sorted(found, key=lambda parts: parts.port is not None))


def _loopback(url: str) -> SplitResult | None:
    if not is_acceptable(url):
        return None
    parts = urlsplit(url)
    bare = not parts.query and not parts.fragment and "*" not in parts.path and parts.port != 0
    local = parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1")
    return parts if bare and local else None


def offered_methods(
    provider: OidcProvider, configuration: OpenIdConfiguration | None = None
) -> tuple[SignInMethod, ...]:
    """The ways that the provider can do, those that need no client of the person's own first.

    Whether one is needed tells `choose_client`. Without a configuration only the back-end's word
    is known, so nothing is ruled out.
    """
    methods = [
        SignInMethod.DEVICE_CODE,
        SignInMethod.AUTHORIZATION_CODE,
        SignInMethod.CLIENT_CREDENTIALS,
    ]
    offered = [m for m in methods if configuration is None or _is_offered(configuration, m)]
    return tuple(sorted(offered, key=lambda method: choose_client(provider, method) is None))


def _is_offered(configuration: OpenIdConfiguration, method: SignInMethod) -> bool:
    if method is SignInMethod.DEVICE_CODE:
        return bool(configuration.device_authorization_endpoint)
    if method is SignInMethod.AUTHORIZATION_CODE:
        return bool(configuration.authorization_endpoint)
    grants = configuration.grant_types_supported
    return not grants or "client_credentials" in grants
