"""Two builds of one commit, in two folders, are the same files with the same bytes."""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from devtool.console import ToolError, run_condensed, say, step
from devtool.paths import ROOT

DIFFERING: frozenset[str] = frozenset()
"""Files (by their place in a build) that may differ, each with its reason beside it. None does."""


def prove_same(work: Path) -> None:
    """Clone the present commit twice into `work`, build each, and compare.

    Raises:
        ToolError: A build failed, or files differ that are not listed.
    """
    folders = [work / name for name in ("first", "second")]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
        run_condensed(["git", "clone", "--quiet", ROOT, folder], failure="git could not clone")
        with step(f"Building in {folder.name}"):
            run_condensed(
                [sys.executable, "packaging/dev.py", "build", "wheel", "bundle"],
                failure="The build failed",
                cwd=folder,
            )
    found = differences(*folders)
    if found - DIFFERING:
        raise ToolError("Two builds of this commit differ:\n" + "\n".join(sorted(found)))
    say("  two builds of this commit are the same")


def differences(first: Path, second: Path) -> set[str]:
    """What is in one only, or not the same in both, of `dist` and `build/bundle`."""
    one, other = _digests(first), _digests(second)
    return {place for place in one.keys() | other.keys() if one.get(place) != other.get(place)}


def _digests(folder: Path) -> dict[str, str]:
    files = [*(folder / "dist").rglob("*"), *(folder / "build" / "bundle").rglob("*")]
    return {file.relative_to(folder).as_posix(): _digest(file) for file in files}


def _digest(file: Path) -> str:
    """Of the content, with what kind of file it is and whether it can be started."""
    if file.is_symlink():
        return f"link to {file.readlink()}"
    if file.is_dir():
        return "folder"
    rights = "program" if file.stat().st_mode & 0o100 else "file"
    return f"{rights} {hashlib.sha256(file.read_bytes()).hexdigest()}"
