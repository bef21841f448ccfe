"""The packaged app: one folder with a program, Python, Qt and all libraries, by PyInstaller.

What goes in and what stays out is told by packaging/pyinstaller; here it is run, and made smaller.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from devtool.build_icu import make_icu_smaller
from devtool.build_rpath import forget_places
from devtool.build_strip import strip
from devtool.console import run_condensed
from devtool.desktop_files import project_version
from devtool.icons import make_icons
from devtool.licences import write_licences, write_sbom
from devtool.paths import ROOT

NAME = "openeo-desktop"
_ADDED = "resources"
SPEC = ROOT / "packaging" / "pyinstaller" / "openeo_desktop.spec"


def make_bundle(work: Path, epoch: int, python: Path) -> Path:
    """Make `work`/bundle/openeo-desktop anew and return it (on macOS the .app lies beside it).

    Raises:
        ToolError: PyInstaller did not succeed.
    """
    icons = make_icons(work / "icons", python)
    _add_resources(work / _ADDED, epoch, python)
    target = work / "bundle"
    shutil.rmtree(target, ignore_errors=True)
    folders = ("--distpath", target, "--workpath", work / "pyinstaller")
    run_condensed(
        [python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", *folders, SPEC],
        failure="The app could not be packaged",
        cwd=work,
        env=_environment(work, icons, epoch),
    )
    bundle = target / NAME
    if sys.platform.startswith("linux"):
        forget_places(bundle)
        strip(bundle)
        make_icu_smaller(bundle / "_internal" / "PySide6" / "Qt" / "lib", work)
    return bundle


def bill_of_materials(work: Path) -> Path:
    """Where `make_bundle` leaves it."""
    return work / _ADDED / "sbom.cdx.json"


def _add_resources(folder: Path, epoch: int, python: Path) -> None:
    """What only a packaged app has among its resources: the licences and the bill of materials."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    licences = folder / "licences.json"
    write_licences(python, licences)
    write_sbom(python, licences, folder / "sbom.cdx.json", project_version(), epoch)


def _environment(work: Path, icons: Path, epoch: int) -> dict[str, str]:
    """Equal for each build of one commit, and with a cache of its own: no build sees another."""
    return {
        **os.environ,
        "OPENEO_DESKTOP_ICONS": str(icons),
        "OPENEO_DESKTOP_ADDED": str(work / _ADDED),
        "PYINSTALLER_CONFIG_DIR": str(work / "pyinstaller-cache"),
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(epoch),
    }
