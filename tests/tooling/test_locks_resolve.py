"""What is locked installs on every system and Python that the app is for, from wheels alone."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from devtool.console import ToolError
from devtool.environments import Environment
from devtool.paths import LOCKS, ROOT

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    # uv's name of it -> the oldest macOS for which there are wheels of everything (rasterio's).
    "x86_64-manylinux_2_34": "",
    "windows": "",
    "aarch64-apple-darwin": "14.0",
    "x86_64-apple-darwin": "15.0",
}


@pytest.fixture(scope="module")
def uv() -> Path:
    """That of the environment for builds, whose lock is then known to install as well."""
    try:
        python = Environment(ROOT / ".venv-build", "build").ensure()
    except ToolError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no package index: {error}")
    return python.with_name("uv.exe" if os.name == "nt" else "uv")


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("lock", ["app", "build"])
def test_there_is_a_wheel_of_everything(
    lock: str, system: str, python: str, uv: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [
            *(uv, "pip", "install", "--dry-run", "--no-deps", "--require-hashes"),
            *("--only-binary=:all:", "--python-platform", system, "--python-version", python),
            *("--target", tmp_path, "--requirements", LOCKS / f"{lock}.txt"),
        ],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": SYSTEMS[system]},
    )
    assert done.returncode == 0, done.stderr
    assert "Would install" in done.stderr
