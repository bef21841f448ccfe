"""What a Linux desktop is told of the app: menu entry, description for software centres, file type.

    share/applications/org.openeo.Desktop.desktop
    share/metainfo/org.openeo.Desktop.metainfo.xml    with the releases of the changelog
    share/mime/packages/org.openeo.Desktop.xml

The sources lie in packaging/linux; nothing is downloaded here.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from xml.sax.saxutils import escape

from devtool.console import ToolError
from devtool.paths import ROOT

APP_ID = "org.openeo.Desktop"
SOURCES = ROOT / "packaging" / "linux"
PICTURES = {
    # In packaging/pictures -> what it shows.
    "window-light.png": "The jobs of all accounts, with the results of one",
    "window-dark.png": "The same window in dark",
    "raster-light.png": "A raster of a result, with its histogram",
}
_RELEASE = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
_RELEASES = re.compile(r"  <releases>.*</releases>\n", re.DOTALL)


def write_desktop_files(folder: Path, pictures_at: str = "") -> Path:
    """Write the three files below `folder`/share; returns `folder`.

    Args:
        folder: Where `share` is made; /usr of a package.
        pictures_at: Public https address of packaging/pictures of this release. Without one the
            metadata names no pictures: software centres take them from the net alone.

    Raises:
        ToolError: The address is not one of https.
    """
    if pictures_at and not re.fullmatch(r"https://[\w.-]+(/[\w.~%+-]+)*/?", pictures_at):
        raise ToolError(f"Pictures need an https address, not {pictures_at}.")
    share = folder / "share"
    targets = {
        f"{APP_ID}.desktop": share / "applications" / f"{APP_ID}.desktop",
        f"{APP_ID}.mime.xml": share / "mime" / "packages" / f"{APP_ID}.xml",
    }
    for name, target in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SOURCES / name, target)
    target = share / "metainfo" / f"{APP_ID}.metainfo.xml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(metainfo(pictures_at), encoding="utf-8", newline="\n")
    return folder


def metainfo(pictures_at: str = "") -> str:
    """The AppStream metadata (AppStream 1.0, «Desktop applications»)."""
    text = (SOURCES / f"{APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    releases = _releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    if releases:
        text = _RELEASES.sub(lambda _: releases, text)
    return text.replace("  <requires>\n", f"{_screenshots(pictures_at)}  <requires>\n", 1)


def project_version() -> str:
    """The version that pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _releases(changelog: str) -> str:
    """Those of the changelog, newest first; empty before the first one (the source names ours)."""
    lines = [
        f'    <release version="{version}" date="{date}"/>\n'
        for version, date in _RELEASE.findall(changelog)
    ]
    return f"  <releases>\n{''.join(lines)}  </releases>\n" if lines else ""


def _screenshots(pictures_at: str) -> str:
    if not pictures_at:
        return ""
    lines = ["  <screenshots>\n"]
    for name, words in PICTURES.items():
        kind = ' type="default"' if name == next(iter(PICTURES)) else ""
        lines += [
            f"    <screenshot{kind}>\n",
            f"      <caption>{escape(words)}</caption>\n",
            f"      <image>{escape(pictures_at.rstrip('/'))}/{name}</image>\n",
            "    </screenshot>\n",
        ]
    return "".join([*lines, "  </screenshots>\n"])
