"""Programs that the back-end starts are its own, wherever it was started."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from openeo_desktop.local.commands import own_command
from openeo_desktop.services.local_environment import LocalEnvironmentService
from openeo_desktop.services.local_environment_files import EnvironmentFiles


def _server(folder: Path) -> list[str]:
    service = LocalEnvironmentService(EnvironmentFiles(folder / "none"), needed=())
    start = service.command()
    assert start is not None
    return start[0]


@pytest.mark.parametrize("kind", ["server", "worker"])
def test_modules_of_the_current_folder_are_not_run(tmp_path: Path, kind: str) -> None:
    """It may hold what came with a file that somebody sent."""
    planted = tmp_path / "openeo_desktop"
    planted.mkdir()
    (planted / "__init__.py").write_text("open('planted', 'w').close()")
    command = _server(tmp_path) if kind == "server" else own_command("worker")
    ended = subprocess.run([*command, "--help"], cwd=tmp_path, check=False, capture_output=True)
    assert not (tmp_path / "planted").exists()
    assert ended.returncode == 0, ended.stderr
