"""The packaged app: one folder with a program, Python, Qt and all libraries, by PyInstaller.

What goes in and what stays out is told by packaging/pyinstaller; here it is run, and made smaller.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from devtool.build_icu import make_icu_smaller
from devtool.build_rpath import forget_places
from devtool.build_strip import strip
from devtool.console import run_condensed
from devtool.icons import make_icons
from devtool.paths import ROOT

NAME = "openeo-desktop"
SPEC = ROOT / "packaging" / "pyinstaller" / "openeo_desktop.spec"


def make_bundle(work: Path, epoch: int, python: Path) -> Path:
    """Make `work`/bundle/openeo-desktop anew and return it (on macOS the .app lies beside it).

    Raises:
        ToolError: PyInstaller did not succeed.
    """
    icons = make_icons(work / "icons", python)
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
    tell_releases(bundle / "_internal" / "resources")
    if sys.platform.startswith("linux"):
        forget_places(bundle)
        strip(bundle)
        make_icu_smaller(bundle / "_internal" / "PySide6" / "Qt" / "lib", work)
    return bundle


def tell_releases(resources: Path) -> None:
    """Where the app looks for newer versions: OPENEO_DESKTOP_RELEASES, an https address.

    It is that of GitHub's «latest release» of the repository that builds; without it, the app does
    not look.
    """
    address = os.environ.get("OPENEO_DESKTOP_RELEASES", "")
    if address:
        text = json.dumps({"releases": address}) + "\n"
        (resources / "release.json").write_text(text, encoding="utf-8")


def _environment(work: Path, icons: Path, epoch: int) -> dict[str, str]:
    """Equal for each build of one commit, and with a cache of its own: no build sees another."""
    return {
        **os.environ,
        "OPENEO_DESKTOP_ICONS": str(icons),
        "PYINSTALLER_CONFIG_DIR": str(work / "pyinstaller-cache"),
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(epoch),
    }
