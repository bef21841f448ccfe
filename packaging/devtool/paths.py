"""Where things lie in the checkout; it creates nothing."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "locks"
SHARED = ROOT.parent / "shared"
"""Test data and foreign servers beside the checkout; tests that need them are skipped without."""


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment, on every system."""
    if os.name == "nt":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def shown(path: Path) -> str:
    """A path as a person reads it: relative to the checkout where it lies in there."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
