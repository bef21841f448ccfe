"""Which of Debian's packages the packaged app needs: worked out from what its files link to."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from devtool import system
from devtool.console import ToolError

ALWAYS = (
    # Not linked to, but read: certificates, fonts, keyboards; and what opens a folder or a page.
    "ca-certificates",
    "fontconfig-config",
    "xdg-utils",
    "xkb-data",
)
_MORE_LIBRARIES: Mapping[str, str] = {
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libcrypt.so.1": "libcrypt1",
    "libdrm.so.2": "libdrm2",
    "libgbm.so.1": "libgbm1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libOpenGL.so.0": "libopengl0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}
_RENAMED: Mapping[str, str] = {
    # Newer releases carry 64-bit times in the name of the package.
    "libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64",
}
_GLIBC = re.compile(r"^(ld-linux|lib(c|m|dl|rt|pthread|util|resolv|anl|nsl)\.so\.)")
_GLIBC_MINOR = re.compile(rb"GLIBC_2\.(\d+)\x00")
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")


def depends(bundle: Path) -> list[str]:
    """The packages in the form of a control file's `Depends`, sorted.

    Raises:
        ToolError: Something is linked to that no package of our table brings.
    """
    packages = {_RENAMED.get(name, name) for name in (*ALWAYS, *map(_package, outside(bundle)))}
    return sorted({f"libc6 (>= {_glibc(bundle)})", *packages})


def outside(bundle: Path) -> list[str]:
    """The names of the libraries that must come from the system, without those of the C library."""
    files = list(_binaries(bundle))
    inside = {file.name for file in bundle.rglob("*")}
    command = ["readelf", "--dynamic", "--wide", *map(str, files)]
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    needed = set(_NEEDED.findall(listing))
    return sorted(name for name in needed - inside if not _GLIBC.match(name))


def _package(library: str) -> str:
    known = {**system.LIBRARIES, **_MORE_LIBRARIES}
    if library not in known:
        raise ToolError(
            f"The packaged app links to {library}, which is not in it. Please add the package that "
            "brings it to devtool/build_depends.py, or leave out what needs it."
        )
    return known[library]


def _glibc(bundle: Path) -> str:
    """The newest version of the C library that something in the bundle asks for."""
    minors = (_GLIBC_MINOR.findall(file.read_bytes()) for file in _binaries(bundle))
    return f"2.{max(int(minor) for found in minors for minor in found)}"


def _binaries(bundle: Path) -> Iterator[Path]:
    for file in sorted(bundle.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    yield file
