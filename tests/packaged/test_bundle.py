"""The packaged app as PyInstaller makes it, whole: built here, and asked to look through itself.

Takes a minute or two: `pytest -m "not bundle"` leaves it out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COULD_NOT = 3
"""dev.py's exit code where something is missing that it cannot install here."""

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(
        not sysconfig.get_config_var("Py_ENABLE_SHARED"),
        reason="this Python was built without its shared library: nothing is packaged with it",
    ),
]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have other places")
def test_the_packaged_app_finds_nothing_wrong_with_itself(tmp_path: Path) -> None:
    command = [sys.executable, "packaging/dev.py", "build", "bundle"]
    folders = ["--out", str(tmp_path / "out"), "--work", str(tmp_path / "work")]
    built = subprocess.run(
        [*command, *folders], check=False, capture_output=True, text=True, cwd=ROOT
    )
    if built.returncode == COULD_NOT and not os.environ.get("CI"):
        pytest.skip(built.stderr)
    assert built.returncode == 0, built.stdout + built.stderr
    app = tmp_path / "work" / "bundle" / "openeo-desktop" / "openeo-desktop"
    env = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"}
    looked = subprocess.run(
        [app, "--self-check"], check=False, capture_output=True, text=True, cwd="/", env=env
    )
    assert looked.returncode == 0, looked.stdout + looked.stderr
    assert "WRONG" not in looked.stdout
    assert str(ROOT) not in looked.stdout, "it reads files of the checkout"
    _assert_licences_are_told(app.parent / "_internal" / "resources", tmp_path / "out")


def _assert_licences_are_told(resources: Path, out: Path) -> None:
    """In the app and beside it; the build validates the bill of materials itself."""
    told = json.loads((resources / "licences.json").read_text(encoding="utf-8"))
    bill = json.loads((resources / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert {"Qt 6", "requests", "rasterio"} <= {one["name"] for one in told}
    assert {one["name"] for one in bill["components"]} == {one["name"] for one in told}
    assert bill["specVersion"] == "1.6"
    assert [json.loads(file.read_text()) for file in out.glob("*.cdx.json")] == [bill]
