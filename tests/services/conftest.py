"""Services as the app wires them, on a scriptable back-end, under plain asyncio."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.null
import pytest

from openeo_desktop.core.paths import AppPaths, profile_paths
from tests.support.fake_back_end import FakeBackEnd


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
