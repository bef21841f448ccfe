"""What only debuggers read is taken out of the libraries of the packaged app: 40 MB."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from devtool.console import run_condensed

_MOVED = ("rasterio.libs",)
"""Given new places by patchelf, which `strip` may damage («not page-aligned»): each is tried."""
_NEVER = ("Qt", "numpy.libs", *_MOVED)
_TRY = "import ctypes, sys; ctypes.CDLL(sys.argv[1])"


def strip(bundle: Path) -> None:
    """Strip everything that stands it.

    Raises:
        ToolError: `strip` is not there, or failed.
    """
    inside = bundle / "_internal"
    run_condensed(
        ["strip", "--strip-unneeded", *_sound(inside)], failure="Nothing could be stripped"
    )
    for name in _MOVED:
        for file in sorted((inside / name).glob("*.so*")):
            _strip_if_it_loads(file)


def _sound(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*.so*")):
        parts = file.relative_to(folder).parts[:-1]
        own = bool(parts) or file.name.startswith("libpython")
        never = any(part in _NEVER for part in parts)
        if own and not never and file.is_file() and not file.is_symlink():
            yield file


def _strip_if_it_loads(file: Path) -> None:
    smaller = file.with_name(f"{file.name}.stripped")
    shutil.copy2(file, smaller)
    run_condensed(
        ["strip", "--strip-unneeded", smaller], failure=f"{file.name} could not be stripped"
    )
    env = os.environ | {"LD_LIBRARY_PATH": f"{file.parent}:{file.parent.parent}"}
    command = [sys.executable, "-c", _TRY, str(smaller)]
    if subprocess.run(command, check=False, capture_output=True, env=env).returncode == 0:
        smaller.replace(file)
    else:
        smaller.unlink()
