"""One real back-end with a finished and a failed job; each test has a profile of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.local import graphs
from tests.support.command_line import CommandLine
from tests.support.local_backend import LocalBackend

EVIL = "evil\x1b[2J\x9b31m\u202etitle"
QUIET = ["1990-01-01", "1991-01-01"]


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalBackend]:
    """A running back-end with the sample collection."""
    with LocalBackend(tmp_path_factory.mktemp("headless")) as started:
        yield started


@pytest.fixture(scope="session")
def failing() -> dict[str, Any]:
    """A process that is valid, and fails as it runs."""
    return graphs.process(load=graphs.load(temporal_extent=QUIET), save=graphs.save("load"))


@pytest.fixture(scope="session")
def finished_job(backend: LocalBackend) -> str:
    """A finished job with one file, `openEO.tif`."""
    return backend.run(graphs.quick(), title="A finished job")


@pytest.fixture(scope="session")
def failed_job(backend: LocalBackend, failing: dict[str, Any]) -> str:
    """A failed job whose title would take over the terminal."""
    return backend.run(failing, title=EVIL)


@pytest.fixture
def bare(tmp_path: Path) -> CommandLine:
    """A command line that knows no account and no password."""
    home = tmp_path / "home"
    home.mkdir()
    return CommandLine(profile=tmp_path / "profile", home=home)


@pytest.fixture
def cli(bare: CommandLine, backend: LocalBackend) -> CommandLine:
    """A command line with the password of the back-end."""
    bare.password = backend.password
    return bare


@pytest.fixture
def at(backend: LocalBackend) -> tuple[str, ...]:
    """The arguments that name the back-end and the user."""
    return ("--backend", backend.url, "--user", backend.user)


@pytest.fixture
def process_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a process (or any text or bytes) to a file."""

    def write(content: Any, name: str = "process.json") -> Path:
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return path

    return write
