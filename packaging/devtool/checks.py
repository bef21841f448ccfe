"""The checks that read the source and run nothing of it: `dev.py lint`, and part of the tests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from devtool.paths import ROOT

SOURCES = ("openeo_desktop", "packaging", "tests")

CHECKS: Mapping[str, tuple[str, ...]] = {
    "ruff check": ("-m", "ruff", "check", *SOURCES),
    "ruff format": ("-m", "ruff", "format", "--check", *SOURCES),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
    "mypy": ("-m", "mypy"),
}
"""Name -> the arguments for the environment's Python."""


def run_check(name: str, python: Path | str) -> tuple[bool, str]:
    """Whether the check is content, and what it printed."""
    done = subprocess.run(
        [python, *CHECKS[name]],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode == 0, done.stdout
