"""Servers, and waits that are short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openeo_desktop.services import download_disk, download_waits
from tests.support.fault_server import FaultServer


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download_waits, "LONGEST_WAIT", 0.01)
    monkeypatch.setattr(download_disk, "LOOK_EVERY", 0.02)
