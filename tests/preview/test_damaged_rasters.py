"""Damaged rasters are shown as far as they go, or refused by a sentence; nothing else happens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.source_tree import ROOT

COUNT = 320


def test_no_damage_ends_the_reader(tmp_path: Path) -> None:
    """In a process of its own: a library that crashes would end all tests with it."""
    command = [sys.executable, "-m", "tests.support.damaged_rasters", str(tmp_path), str(COUNT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, f"after {lines[-1:]}: {done.stderr[-2000:]}"
    assert len(lines) == COUNT
    refused = [line for line in lines if " refused: " in line]
    assert 20 < len(refused) < COUNT
    assert all(line.endswith(".") for line in refused)
