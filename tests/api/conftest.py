"""Servers and connections for the tests of `api`; time-outs are short, nothing waits for long."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.api import asset_request as asset_module
from openeo_desktop.api import connection as connection_module
from openeo_desktop.api import discovery as discovery_module
from openeo_desktop.api.connection import BearerAuth, Connection
from openeo_desktop.core.cancel import CancelToken
from tests.support.fault_server import FaultServer
from tests.support.fetch import Fetch


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def other() -> Iterator[FaultServer]:
    """A second origin, which must never see a credential."""
    with FaultServer() as running:
        yield running
        leaked = [r for r in running.requests if "authorization" in r.headers]
        assert not leaked


@pytest.fixture
def connection(server: FaultServer) -> Connection:
    return Connection(f"{server.url}/api", BearerAuth("CANARY-TOKEN"))


@pytest.fixture
def token() -> CancelToken:
    return CancelToken()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time-outs of a fraction of a second."""
    monkeypatch.setattr(connection_module, "TIMEOUT", (0.2, 0.2))
    monkeypatch.setattr(discovery_module, "WELL_KNOWN_TIMEOUT", (0.2, 0.2))
    monkeypatch.setattr(asset_module, "READ_TIMEOUT", (0.2, 0.2))


@pytest.fixture
def fetch(server: FaultServer, connection: Connection, tmp_path: Path) -> Iterator[Fetch]:
    yield Fetch(server, connection, tmp_path)
    assert not [r for r in server.requests if r.method != "GET"]
