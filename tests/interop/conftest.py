"""Foreign servers and clients in environments of their own (`packaging/dev.py test` makes them)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.driver_server import DriverServer
from tests.support.local_backend import LocalBackend


@pytest.fixture(scope="session")
def backend_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the embedded back-end keeps its things, the sample collection among them."""
    return tmp_path_factory.mktemp("interop")


@pytest.fixture(scope="session")
def backend(backend_state: Path) -> Iterator[LocalBackend]:
    """The embedded back-end with its sample collection."""
    with LocalBackend(backend_state) as started:
        yield started


@pytest.fixture(scope="session")
def driver(
    driver_python: Path, shared_servers: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DriverServer]:
    """VITO's server; its links are good for two seconds."""
    script = shared_servers / "driver_server.py"
    folder = tmp_path_factory.mktemp("driver")
    with DriverServer(driver_python, script, folder, sign_ttl=2) as started:
        yield started


@pytest.fixture
def bare(tmp_path: Path) -> CommandLine:
    """A command line that knows no account and no password."""
    home = tmp_path / "home"
    home.mkdir()
    return CommandLine(profile=tmp_path / "profile", home=home)
