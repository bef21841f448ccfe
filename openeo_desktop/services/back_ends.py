"""What a back-end tells before anyone signs in: title, version, ways to sign in, links."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openeo_desktop.api.auth.providers import choose_client, list_providers, offered_methods
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.discovery import Discovery, discover
from openeo_desktop.api.urls import is_plain_http
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import AppError, UnsupportedError
from openeo_desktop.core.sign_in import OidcProvider, SignInMethod

log = logging.getLogger(__name__)
_PREFERENCE = (
    SignInMethod.DEVICE_CODE,
    SignInMethod.AUTHORIZATION_CODE,
    SignInMethod.BASIC,
    SignInMethod.CLIENT_CREDENTIALS,
)


@dataclass(frozen=True, slots=True)
class BackEndInfo:
    """What discovery tells. `methods`: the ways in, the one to offer first in front."""

    title: str
    description: str
    user_url: str
    api_base: str
    api_version: str
    production: bool
    basic: bool
    batch_jobs: bool
    plain_http: bool
    links: tuple[Mapping[str, Any], ...] = ()
    methods: tuple[SignInMethod, ...] = ()
    providers: tuple[OidcProvider, ...] = ()

    @property
    def non_production(self) -> bool:
        """The back-end calls itself a test: jobs and results may vanish."""
        return not self.production


def look_at(url: str, token: CancelToken) -> BackEndInfo:
    """Look at a back-end without signing in.

    Raises:
        InputError: The address is none.
        UnreachableError: Nothing (or something else, or too old a version) answers there.
    """
    found = discover(url, token)
    return _info(found, _providers(found, token))


def _providers(found: Discovery, token: CancelToken) -> tuple[OidcProvider, ...]:
    """None where they cannot be had: another way in may still be open."""
    if not found.capabilities.supports("GET", "/credentials/oidc"):
        return ()
    try:
        return list_providers(Connection(found.api_base), token)
    except AppError as error:
        log.warning("%s does not list its OpenID providers: %s", found.user_url, error.message)
        return ()


def require_batch_jobs(found: Discovery) -> None:
    """Refuse, kindly, a back-end that has no batch jobs.

    Raises:
        UnsupportedError: It has none.
    """
    if not found.capabilities.batch_jobs:
        raise UnsupportedError(
            f"{title_of(found)} offers no batch jobs, and this app is for batch jobs.",
            "Use the openEO Web Editor for this back-end, or add another one.",
        )


def title_of(found: Discovery) -> str:
    """Its own title, or its address."""
    return found.capabilities.title or found.user_url.partition("://")[2]


def _methods(basic: bool, providers: Sequence[OidcProvider]) -> tuple[SignInMethod, ...]:
    """In order of preference, those that need a client of the person's own after the others."""
    ready = {SignInMethod.BASIC} if basic else set[SignInMethod]()
    offered = set(ready)
    for provider in providers:
        methods = offered_methods(provider)
        offered.update(methods)
        ready.update(method for method in methods if choose_client(provider, method) is not None)
    first = [method for method in _PREFERENCE if method in ready]
    return (*first, *(method for method in _PREFERENCE if method in offered - ready))


def _info(found: Discovery, providers: tuple[OidcProvider, ...]) -> BackEndInfo:
    capabilities = found.capabilities
    basic = capabilities.supports("GET", "/credentials/basic")
    return BackEndInfo(
        title=title_of(found),
        description=capabilities.description,
        user_url=found.user_url,
        api_base=found.api_base,
        api_version=capabilities.api_version,
        production=capabilities.production,
        basic=basic,
        batch_jobs=capabilities.batch_jobs,
        plain_http=is_plain_http(found.api_base),
        links=capabilities.links,
        methods=_methods(basic, providers),
        providers=providers,
    )
