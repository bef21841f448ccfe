"""The app's icon as every system wants it, drawn anew for each build from resources/icons/*.svg.

hicolor/<side>x<side>/apps/org.openeo.Desktop.png and hicolor/scalable/apps/…svg for Linux
app.ico for Windows, app.icns for macOS
"""

from __future__ import annotations

from pathlib import Path

from devtool.console import run_condensed
from devtool.paths import ROOT

SOURCES = ROOT / "resources" / "icons"
_PROGRAM = ROOT / "packaging" / "icons" / "draw_icons.py"


def make_icons(folder: Path, python: Path) -> Path:
    """Write all icons into `folder`; returns it.

    Args:
        folder: Is made if it is not there; what is in it already stays.
        python: An interpreter that has PySide6, such as that of the app's environment.

    Raises:
        ToolError: They could not be drawn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    command = [python, _PROGRAM, SOURCES, folder]
    run_condensed([str(part) for part in command], failure="The icons could not be drawn")
    return folder
