"""Source archive and wheel of the project, by hatchling: nothing is fetched, nothing compiled."""

from __future__ import annotations

import os
from pathlib import Path

from devtool.console import run_condensed
from devtool.desktop_files import project_version
from devtool.paths import ROOT


def make_wheel(out: Path, epoch: int, python: Path) -> list[Path]:
    """Write both into `out`; returns them. Equal sources and `epoch` give equal bytes.

    Raises:
        ToolError: hatchling did not succeed.
    """
    run_condensed(
        [python, "-m", "build", "--no-isolation", "--outdir", out, ROOT],
        failure="The wheel could not be made",
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
    )
    stem = f"openeo_desktop-{project_version()}"
    return [out / f"{stem}.tar.gz", out / f"{stem}-py3-none-any.whl"]
