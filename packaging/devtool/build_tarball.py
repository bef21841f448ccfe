"""The packaged app as .tar.xz, for every Linux without .deb: unpack it and start it."""

from __future__ import annotations

import lzma
import platform
import tarfile
from pathlib import Path

from devtool.build_tree import copy_tree, lay_out_share
from devtool.desktop_files import project_version

_PRESET = 6


def make_tarball(bundle: Path, out: Path, work: Path, epoch: int, python: Path) -> Path:
    """Write openeo-desktop-VERSION-linux-MACHINE.tar.xz into `out`; returns it."""
    name = f"openeo-desktop-{project_version()}-linux-{platform.machine()}"
    folder = work / "tarball" / name
    copy_tree(bundle, folder)
    lay_out_share(folder, work, python)
    target = out / f"{name}.tar.xz"
    with (
        lzma.open(target, "wb", preset=_PRESET) as file,
        tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for item in [folder, *sorted(folder.rglob("*"))]:
            archive.add(
                item,
                arcname=str(item.relative_to(folder.parent)),
                recursive=False,
                filter=lambda info: _equal_for_all(info, epoch),
            )
    return target


def _equal_for_all(info: tarfile.TarInfo, epoch: int) -> tarfile.TarInfo:
    """The same owner, time and rights wherever it is built."""
    info.uid = info.gid = 0
    info.uname = info.gname = "root"
    info.mtime = epoch
    info.mode = 0o755 if info.isdir() or info.issym() or info.mode & 0o100 else 0o644
    return info
