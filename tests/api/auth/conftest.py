"""The real provider of the sign-in tests, one for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.api.auth.openid import OpenIdConfiguration, get_configuration
from openeo_desktop.core.cancel import CancelToken
from tests.support.oidc_provider import OidcProviderServer, ScriptedBrowser


@pytest.fixture(scope="session")
def running_provider(oidc_packages: Path) -> Iterator[OidcProviderServer]:
    with OidcProviderServer(oidc_packages) as running:
        yield running


@pytest.fixture
def real(running_provider: OidcProviderServer) -> OidcProviderServer:
    """The provider without any fault left from another test."""
    running_provider.change(slow_down=0, broken=0, dropped=0, interval=1, device_code_ttl=600)
    return running_provider


@pytest.fixture
def real_configuration(real: OidcProviderServer) -> OpenIdConfiguration:
    return get_configuration(real.issuer, CancelToken())


@pytest.fixture
def browser() -> ScriptedBrowser:
    return ScriptedBrowser()
