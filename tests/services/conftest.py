"""Services as the app wires them, on a scriptable back-end, under plain asyncio."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.null
import pytest

from openeo_desktop.core.paths import AppPaths, profile_paths
from openeo_desktop.services import action_checks, job_creations
from tests.credentials.vaults import Vault
from tests.support.fake_back_end import FakeBackEnd
from tests.support.oidc_back_end import OidcBackEnd
from tests.support.oidc_provider import OidcProviderServer


@pytest.fixture(autouse=True)
def _no_keychain() -> Iterator[None]:
    """The keychain of whoever runs the tests is left alone."""
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.null.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def back_end() -> Iterator[FakeBackEnd]:
    with FakeBackEnd() as running:
        yield running


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return profile_paths(tmp_path / "profile")


@pytest.fixture(scope="session")
def running_provider(oidc_packages: Path) -> Iterator[OidcProviderServer]:
    """A real OpenID provider, one for all tests."""
    with OidcProviderServer(oidc_packages) as provider:
        yield provider


@pytest.fixture
def provider(running_provider: OidcProviderServer) -> OidcProviderServer:
    """The provider without any fault left from another test."""
    running_provider.change(slow_down=0, broken=0, dropped=0, interval=1, access_token_ttl=60)
    return running_provider


@pytest.fixture
def federated(provider: OidcProviderServer) -> Iterator[OidcBackEnd]:
    """A back-end that takes the provider's tokens, with one job, `j`."""
    with OidcBackEnd(provider) as back_end:
        back_end.job("j")
        yield back_end


@pytest.fixture
def vault() -> Iterator[Vault]:
    """A keychain in memory, in place of none."""
    before, own = keyring.get_keyring(), Vault()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def _quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an action did is looked at a few times: here without long waits in between."""
    monkeypatch.setattr(action_checks, "LOOKS", (0.0, 0.01))
    monkeypatch.setattr(action_checks, "SEEN_AFTER", (0.0, 0.01))
    monkeypatch.setattr(job_creations, "LOOKS", (0.0, 0.01))
