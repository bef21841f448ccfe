"""Ways to sign in, as values: what a back-end offers, what a person chose, what came of it.

Secrets never show in a repr, nor in the log once they are such a value.
Source: openEO API 1.2 and 1.3, «Authentication»; RFC 6749, RFC 8628.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from openeo_desktop.core.redaction import hide_secret


class SignInMethod(enum.StrEnum):
    """How a session comes about; the value is what `--method` takes."""

    BASIC = "basic"
    DEVICE_CODE = "device-code"
    AUTHORIZATION_CODE = "authorization-code"
    CLIENT_CREDENTIALS = "client-credentials"


@dataclass(frozen=True, slots=True)
class OidcClient:
    """A client at a provider: one of its default clients (no secret), or the person's own.

    `grant_types` as the back-end lists them (`authorization_code+pkce`, …); empty for an own
    client, which is taken to be allowed everything.
    """

    id: str
    secret: str = field(default="", repr=False)
    grant_types: tuple[str, ...] = ()
    redirect_urls: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        hide_secret(self.secret)


@dataclass(frozen=True, slots=True)
class OidcProvider:
    """One entry of `GET /credentials/oidc`; `id` is the prefix of classic bearer tokens."""

    id: str
    issuer: str
    title: str
    description: str = ""
    scopes: tuple[str, ...] = ()
    default_clients: tuple[OidcClient, ...] = ()
    authorization_parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignInRequest:
    """What the person chose; empty `provider_id`: the first, empty `client_id`: a default one."""

    method: SignInMethod
    user: str = ""
    password: str = field(default="", repr=False)
    provider_id: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    remember: bool = True

    def __post_init__(self) -> None:
        hide_secret(self.password)
        hide_secret(self.client_secret)


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What the person types at the provider (RFC 8628, 3.2). The codes are in no repr.

    `complete_uri` has the code in it already (for the QR code and the browser), empty if not given.
    `interval` in seconds.
    """

    user_code: str = field(repr=False)
    verification_uri: str
    complete_uri: str = field(repr=False)
    expires_at: dt.datetime
    interval: float
    device_code: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        hide_secret(self.device_code)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a provider gave (RFC 6749, 5.1). `expires_at` None: it did not say. Times aware UTC."""

    access_token: str = field(repr=False)
    expires_at: dt.datetime | None = None
    refresh_token: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        hide_secret(self.access_token)
        hide_secret(self.refresh_token)


class SignInPrompts(Protocol):
    """What a sign-in needs a person for; called on the event loop, returns at once."""

    def show_device_code(self, code: DeviceCode) -> None:
        """Show the code until the sign-in ends."""

    def open_browser(self, url: str) -> None:
        """Open the provider's page (https, or http to this computer)."""
