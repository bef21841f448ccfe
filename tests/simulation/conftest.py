"""Worlds of their own for each simulation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.paths import profile_paths
from tests.simulation.virtual_time import VirtualTime
from tests.simulation.world import World, as_if_far_away, keychain_in_memory


@pytest.fixture(autouse=True)
def _own_keychain() -> Iterator[None]:
    with keychain_in_memory():
        yield


@pytest.fixture(autouse=True)
def _far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    as_if_far_away(monkeypatch)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(VirtualTime(), profile_paths(tmp_path / "profile"))
