"""The ways to sign in that a dialog offers: one obvious first, the others behind a menu.

What a back-end offers is known from its providers and their default clients (openEO API 1.2,
`GET /credentials/oidc`); a client of one's own goes with every provider. No widgets here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.sign_in import OidcClient, OidcProvider, SignInMethod

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import BackEndInfo

MAX_PROVIDERS = 12
_GRANTS = {
    SignInMethod.DEVICE_CODE: "urn:ietf:params:oauth:grant-type:device_code",
    SignInMethod.AUTHORIZATION_CODE: "authorization_code",
}
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to sign in. `own_client`: the person gives id and secret of a client."""

    method: SignInMethod
    provider: OidcProvider | None = None
    own_client: bool = False

    @property
    def needs_browser(self) -> bool:
        """Whether the sign-in itself happens on a page of the provider."""
        return self.method in _GRANTS

    @property
    def provider_name(self) -> str:
        """Title (else id) of the provider, made safe to show; empty without one."""
        if self.provider is None:
            return ""
        name = " ".join(visible_text(self.provider.title or self.provider.id).split())
        return name if len(name) <= 60 else name[:59] + "…"


def ways_of(info: BackEndInfo) -> tuple[Way, ...]:
    """All ways a back-end offers, the obvious one first; empty if there is none."""
    providers = tuple(info.providers)[:MAX_PROVIDERS]
    ways = [way for method in info.methods for way in _ready_ways(method, providers)]
    return (*ways, *_own_client_ways(info.methods, providers))


def ways_of_account(account: Account) -> tuple[Way, ...]:
    """How to sign in again: as before; by a code where the browser of this computer fails."""
    if account.method is SignInMethod.BASIC:
        return (Way(SignInMethod.BASIC),)
    title = QUrl(account.issuer).host() or account.provider
    provider = OidcProvider(account.provider, account.issuer, title)
    if account.method is SignInMethod.CLIENT_CREDENTIALS:
        return (Way(account.method, provider, own_client=True),)
    first = Way(account.method, provider)
    if account.method is SignInMethod.AUTHORIZATION_CODE:
        return (first, Way(SignInMethod.DEVICE_CODE, provider))
    return (first,)


def way_label(way: Way) -> str:
    """What a menu calls it."""
    name = way.provider_name
    match way.method:
        case SignInMethod.BASIC:
            return _tr("User name and password")
        case SignInMethod.CLIENT_CREDENTIALS:
            return _tr("Client credentials, for programs")
        case SignInMethod.DEVICE_CODE:
            own, ready = _tr("Own client ID, by a code"), _tr("{provider}, by a code")
        case SignInMethod.AUTHORIZATION_CODE:
            own, ready = _tr("Own client ID, in the browser"), _tr("{provider}, in the browser")
    return own if way.own_client else ready.format(provider=name)


def way_explanation(way: Way) -> str:
    """What will happen, in a sentence or two."""
    name = way.provider_name
    match way.method:
        case SignInMethod.BASIC:
            return ""
        case SignInMethod.CLIENT_CREDENTIALS:
            return _tr("For programs and services: the client itself signs in, no person does.")
        case SignInMethod.DEVICE_CODE:
            text = _tr(
                "You sign in on a page of {provider}, with a code that you get here: in the "
                "browser of this computer or on your phone. This app never sees your password."
            )
        case SignInMethod.AUTHORIZATION_CODE:
            text = _tr(
                "Your browser opens a page of {provider}; sign in there and come back. "
                "This app never sees your password."
            )
    return text.format(provider=name)


def _ready_ways(method: SignInMethod, providers: Sequence[OidcProvider]) -> Iterator[Way]:
    if method is SignInMethod.BASIC:
        yield Way(method)
    for provider in providers:
        if any(_allows(client, method) for client in provider.default_clients):
            yield Way(method, provider)


def _own_client_ways(
    methods: Sequence[SignInMethod], providers: Sequence[OidcProvider]
) -> Iterator[Way]:
    """With a client of one's own, at the first provider (the form offers the others)."""
    if not providers:
        return
    if SignInMethod.DEVICE_CODE in methods:
        yield Way(SignInMethod.DEVICE_CODE, providers[0], own_client=True)
    yield Way(SignInMethod.AUTHORIZATION_CODE, providers[0], own_client=True)
    yield Way(SignInMethod.CLIENT_CREDENTIALS, providers[0], own_client=True)


def _allows(client: OidcClient, method: SignInMethod) -> bool:
    """A default client for this method; in the browser only with a redirect to this computer."""
    grant = _GRANTS.get(method)
    if grant is None or not {grant, f"{grant}+pkce"} & set(client.grant_types):
        return False
    at_home = any(QUrl(url).host() in _LOOPBACK for url in client.redirect_urls)
    return method is SignInMethod.DEVICE_CODE or at_home


def _tr(text: str) -> str:
    return QCoreApplication.translate("SignInWays", text)
