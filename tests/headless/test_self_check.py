"""`openeo-desktop --self-check`: all of this copy is looked at, and what is broken is found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.api import trust
from openeo_desktop.core.own_command import SELF_CHECK
from openeo_desktop.headless.self_check_imports import lazily_imported, own_modules
from tests.support.command_line import DEADLINE_S, ROOT, CommandLine

CHECKS = {
    "openEO Desktop", "Imports", "Resources", "SQLite", "Certificates", "Keychain", "Download",
    "Preview", "This computer", "Window", "Time",
}  # fmt: skip
Findings = dict[str, dict[str, Any]]


@pytest.fixture
def temporary(bare: CommandLine, tmp_path: Path) -> Path:
    """The folder for temporary files of the checks."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    bare.environment["TMPDIR"] = str(folder)
    return folder


def _check(cli: CommandLine) -> tuple[int, Findings]:
    ended = subprocess.run(
        [sys.executable, "-m", "openeo_desktop", SELF_CHECK, "--json"],
        env=cli.variables(),
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
    )
    document = json.loads(ended.stdout)
    assert document["ok"] is (ended.returncode == 0)
    assert ended.stderr == ""
    return ended.returncode, {check["name"]: check for check in document["checks"]}


def test_all_is_well_and_nothing_is_left(bare: CommandLine, temporary: Path) -> None:
    code, checks = _check(bare)
    assert code == 0, checks
    assert set(checks) == CHECKS
    assert checks["Window"]["fact"].endswith("platform offscreen, because there is no display")
    assert list(temporary.iterdir()) == []
    assert list(bare.home.iterdir()) == []


def test_what_is_missing_is_named(bare: CommandLine, temporary: Path, tmp_path: Path) -> None:
    """A module that only one dialog needs, and a platform of Qt that is not there."""
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "segno.py").write_text("raise ImportError('forgotten by the packager')", "utf-8")
    bare.environment |= {"PYTHONPATH": f"{broken}{os.pathsep}{ROOT}", "QT_QPA_PLATFORM": "nonsense"}
    code, checks = _check(bare)
    assert code == 1
    wrong = {name for name, check in checks.items() if check["verdict"] == "wrong"}
    assert wrong == {"Imports", "Window"}
    assert ": ImportError: forgotten by the packager" in checks["Imports"]["fact"]
    assert "segno" in checks["Imports"]["fact"]
    assert "nonsense" in checks["Window"]["fact"]
    assert list(temporary.iterdir()) == []


def test_imports_within_functions_are_seen() -> None:
    names = set(own_modules())
    assert "openeo_desktop.ui.window.about_dialog" in names
    assert not any(name.startswith("openeo_desktop.local") for name in names)
    assert lazily_imported([trust.__name__]) == {"truststore"}
