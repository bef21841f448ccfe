"""Paths of the building machine are taken out of the packaged app's libraries.

A Python that was built by hand names the folder it was built for as a place to look for libraries
in. Nothing of it is needed in the bundle, and on another computer somebody else may own that place.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from devtool.console import run_condensed


def forget_places(bundle: Path) -> None:
    """Remove each RUNPATH that is absolute; those beside the library itself ($ORIGIN) stay.

    Raises:
        ToolError: chrpath is not there, or failed.
    """
    for file in _with_absolute_places(bundle):
        run_condensed(
            ["chrpath", "--delete", file], failure=f"{file.name} keeps a path of this computer"
        )


def _with_absolute_places(bundle: Path) -> Iterator[Path]:
    for file in sorted(bundle.rglob("*.so*")):
        if file.is_file() and not file.is_symlink():
            command = ["readelf", "--dynamic", "--wide", str(file)]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            if any("PATH)" in line and "[/" in line for line in said.splitlines()):
                yield file
