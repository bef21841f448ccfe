"""The licences and the bill of materials (CycloneDX) of what a build ships."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from devtool.console import run_condensed
from devtool.paths import ROOT

_WRITE = """
import sys
from pathlib import Path
from openeo_desktop.core.licences import write_licences
write_licences(Path(sys.argv[1]), sys.argv[2:])
"""
_SBOM = ROOT / "packaging" / "sbom" / "write_sbom.py"


def write_licences(python: Path, target: Path) -> None:
    """Write `licences.json` from what is installed beside the interpreter.

    Raises:
        ToolError: It could not be written.
    """
    run_condensed(
        [python, "-c", _WRITE, target, *_dependencies()],
        failure="The licences could not be listed",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def write_sbom(python: Path, licences: Path, target: Path, version: str, epoch: int) -> None:
    """Write the bill of materials (CycloneDX 1.6, JSON) of the same parts.

    Raises:
        ToolError: It is not valid, or could not be written.
    """
    run_condensed(
        [python, _SBOM, licences, target, version, str(epoch)],
        failure="The bill of materials could not be written",
    )


def _dependencies() -> list[str]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed: list[str] = table["project"]["dependencies"]
    return needed
