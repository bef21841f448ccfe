"""What an OpenID provider says about itself, and the scopes to ask it for.

Source: OpenID Connect Discovery 1.0; RFC 8414; RFC 8628, section 4; RFC 9207.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.api.auth.endpoint import bad_answer, get_document, is_acceptable
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.json_values import as_text, as_texts
from openeo_desktop.core.sign_in import OidcProvider

WELL_KNOWN = "/.well-known/openid-configuration"
OFFLINE = "offline_access"
_SCOPE = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]{1,200}")
_MAX_SCOPES = 50
_NEEDED = ("token_endpoint", "authorization_endpoint", "device_authorization_endpoint")
"""An unusable address of these is told; of the others it only means that they are not offered."""


@dataclass(frozen=True, slots=True)
class OpenIdConfiguration:
    """Endpoints are https, or http to this computer; empty where there is none."""

    issuer: str
    token_endpoint: str
    authorization_endpoint: str = ""
    device_authorization_endpoint: str = ""
    revocation_endpoint: str = ""
    end_session_endpoint: str = ""
    userinfo_endpoint: str = ""
    scopes_supported: tuple[str, ...] = ()
    grant_types_supported: tuple[str, ...] = ()
    token_endpoint_auth_methods_supported: tuple[str, ...] = ()
    authorization_response_iss_parameter_supported: bool = False


def get_configuration(issuer: str, token: CancelToken) -> OpenIdConfiguration:
    """Fetch and check the configuration of a provider.

    Raises:
        BadAnswerError: It speaks of another issuer, or its endpoints cannot be used.
        AppError: See `endpoint.get_document`.
    """
    base = issuer.rstrip("/")
    if not is_acceptable(base):
        raise bad_answer(base, "its address is not an encrypted one (https)")
    document = get_document(base + WELL_KNOWN, token).document
    if as_text(document.get("issuer")).rstrip("/") != base:
        raise bad_answer(base, "it answers in the name of another provider")
    return _configuration(base, document)


def _configuration(base: str, document: Mapping[str, Any]) -> OpenIdConfiguration:
    def endpoint(name: str) -> str:
        return _endpoint(base, document, name)

    found = OpenIdConfiguration(
        issuer=as_text(document.get("issuer")),
        token_endpoint=endpoint("token_endpoint"),
        authorization_endpoint=endpoint("authorization_endpoint"),
        device_authorization_endpoint=endpoint("device_authorization_endpoint"),
        revocation_endpoint=endpoint("revocation_endpoint"),
        end_session_endpoint=endpoint("end_session_endpoint"),
        userinfo_endpoint=endpoint("userinfo_endpoint"),
        scopes_supported=as_texts(document.get("scopes_supported")),
        grant_types_supported=as_texts(document.get("grant_types_supported")),
        token_endpoint_auth_methods_supported=as_texts(
            document.get("token_endpoint_auth_methods_supported")
        ),
        authorization_response_iss_parameter_supported=document.get(
            "authorization_response_iss_parameter_supported"
        )
        is True,
    )
    if not found.token_endpoint:
        raise bad_answer(base, "it names no address to get a token from")
    return found


def _endpoint(base: str, document: Mapping[str, Any], name: str) -> str:
    url = as_text(document.get(name))
    # A provider elsewhere has no business on this computer.
    if not url or is_acceptable(url, loopback=base.startswith("http:")):
        return url
    if name in _NEEDED:
        raise bad_answer(base, "it names an address that is not an encrypted one (https)")
    return ""


def scopes_for(provider: OidcProvider, configuration: OpenIdConfiguration, refresh: bool) -> str:
    """The scopes to ask for: what the back-end wants and the provider knows, `openid` always.

    `offline_access` only where a refresh token is wanted and the provider lists it (some need it,
    others refuse what they do not know); openEO API 1.2, `GET /credentials/oidc`.
    """
    known = configuration.scopes_supported
    wanted = [s for s in provider.scopes if _SCOPE.fullmatch(s) and (not known or s in known)]
    if refresh and OFFLINE in known:
        wanted.append(OFFLINE)
    elif not refresh:
        wanted = [scope for scope in wanted if scope != OFFLINE]
    return " ".join(list(dict.fromkeys(["openid", *wanted]))[:_MAX_SCOPES])
