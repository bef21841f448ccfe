"""The packaged app as a Debian package: below /usr/lib, with its entry in /usr/bin and the menu.

No maintainer scripts: Debian's own triggers take note of menu entries, icons and file types.
Debian Policy 12.5 (copyright), 12.7 (changelog), Freedesktop menu and icon specifications.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from devtool.build_depends import depends
from devtool.build_tree import copy_tree, lay_out_share
from devtool.console import run_condensed
from devtool.desktop_files import project_version
from devtool.paths import ROOT

PACKAGE = "openeo-desktop"
_SOURCES = ROOT / "packaging" / "linux" / "debian"


def make_deb(bundle: Path, out: Path, work: Path, epoch: int, python: Path) -> Path:
    """Write openeo-desktop_VERSION_ARCHITECTURE.deb into `out`; returns it.

    Raises:
        ToolError: A library is needed that no known package brings, or dpkg-deb did not succeed.
    """
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    library = copy_tree(bundle, root / "usr" / "lib" / PACKAGE)
    lay_out_share(root / "usr", work, python)
    _link(root / "usr" / "bin" / PACKAGE, f"../lib/{PACKAGE}/{PACKAGE}")
    _write_documents(root / "usr" / "share", epoch)
    architecture = _architecture()
    _write_control(root, library, architecture)
    target = out / f"{PACKAGE}_{debian_version()}_{architecture}.deb"
    run_condensed(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target],
        failure="The .deb could not be made",
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
    )
    return target


def debian_version(version: str | None = None) -> str:
    """A version of Python's order (PEP 440) in Debian's: 1.0rc1 comes before 1.0."""
    text = project_version() if version is None else version
    for mark in (".dev", "rc", "b", "a"):
        text = text.replace(mark, f"~{mark.strip('.')}", 1)
    return text


def _architecture() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _link(place: Path, target: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    place.symlink_to(target)


def _write_documents(share: Path, epoch: int) -> None:
    """Copyright, changelog, manual page, and what lintian is told of them."""
    documents = share / "doc" / PACKAGE
    (documents / "LICENSE").unlink(missing_ok=True)  # it stands in `copyright`
    _write(documents / "copyright", (_SOURCES / "copyright").read_bytes())
    _write(documents / "changelog.gz", _packed(_changelog(epoch).encode()))
    manual = (_SOURCES / f"{PACKAGE}.1").read_bytes()
    _write(share / "man" / "man1" / f"{PACKAGE}.1.gz", _packed(manual))
    overrides = (_SOURCES / "lintian-overrides").read_bytes()
    _write(share / "lintian" / "overrides" / PACKAGE, overrides)


def _changelog(epoch: int) -> str:
    """In Debian's form; what changed stands in the project's own changelog."""
    date = format_datetime(datetime.fromtimestamp(epoch, UTC))
    return (
        f"{PACKAGE} ({debian_version()}) unstable; urgency=medium\n\n"
        f"  * Release {project_version()} of openEO Desktop.\n\n"
        f" -- {_maintainer()}  {date}\n"
    )


def _maintainer() -> str:
    lines = (_SOURCES / "control").read_text(encoding="utf-8").splitlines()
    return next(line.partition(": ")[2] for line in lines if line.startswith("Maintainer:"))


def _write_control(root: Path, library: Path, architecture: str) -> None:
    files = sorted(file for file in (root / "usr").rglob("*") if _is_file(file))
    folder = root / "DEBIAN"
    text = (_SOURCES / "control").read_text(encoding="utf-8")
    text = text.format(
        version=debian_version(),
        architecture=architecture,
        depends=", ".join(depends(library)),
        size=sum(-(-file.stat().st_size // 1024) for file in files),
    )
    _write(folder / "control", text.encode())
    sums = [f"{_md5(file)}  {file.relative_to(root).as_posix()}\n" for file in files]
    _write(folder / "md5sums", "".join(sums).encode())


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _md5(file: Path) -> str:
    """What dpkg itself looks for changed files with; it protects nothing."""
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    file.chmod(0o644)
