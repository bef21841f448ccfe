"""Folders as they are installed: the packaged app, and what a Linux desktop reads beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from devtool.desktop_files import write_desktop_files
from devtool.icons import make_icons
from devtool.paths import ROOT


def copy_tree(source: Path, target: Path) -> Path:
    """A fresh copy with the rights that a package has, whatever those of the builder are."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
    for item in [target, *target.rglob("*")]:
        if not item.is_symlink():
            item.chmod(_rights(item))
    return target


def lay_out_share(prefix: Path, work: Path, python: Path) -> None:
    """Menu entry, metadata, file type, icons and licence below `prefix`/share."""
    write_desktop_files(prefix)
    icons = make_icons(work / "icons", python)
    shutil.copytree(
        icons / "hicolor", prefix / "share" / "icons" / "hicolor", copy_function=shutil.copyfile
    )
    documents = prefix / "share" / "doc" / "openeo-desktop"
    documents.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "LICENSE", documents / "LICENSE")


def _rights(item: Path) -> int:
    if item.is_dir():
        return 0o755
    return 0o755 if item.name == "openeo-desktop" else 0o644  # the program; a library is read
