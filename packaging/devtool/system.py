"""The system's own libraries and programs that Qt and the tests need: looked for, installed, named.

Only Linux has something to do: on macOS and Windows Qt's wheels bring all they need.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from devtool.console import ToolError, run_condensed, say, step

LIBRARIES: Mapping[str, str] = {
    # What libqxcb.so and the platform integration of Qt 6 link to -> Debian's package.
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    # The wheels of rasterio (the embedded back-end) expect the system's.
    "libexpat.so.1": "libexpat1",
}
TEST_PROGRAMS: Mapping[str, str] = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "git": "git",
    "xdotool": "xdotool",
    "openbox": "openbox",  # keyboard focus under Xvfb is given by a window manager
    # The desktops' own checks of the menu entry, its metadata and the file type.
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "update-mime-database": "shared-mime-info",
}
TEST_SERVICES: Mapping[str, str] = {
    # What the session's bus starts by itself -> Debian's package: the eyes of tests/support/desk.
    "/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
}
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".pfb")
_FONT_PACKAGE = "fonts-dejavu-core"
_APT_ENVIRONMENT = {"DEBIAN_FRONTEND": "noninteractive"}


@dataclass(frozen=True, slots=True)
class Missing:
    """A thing that is not on this system, and Debian's package that brings it."""

    thing: str
    package: str


def missing_for_python() -> list[Missing]:
    """What making an environment needs: Debian cuts venv out of Python unless uv is there."""
    if shutil.which("uv") or importlib.util.find_spec("ensurepip"):
        return []
    return [Missing("Python's ensurepip", "python3-venv")]


def missing_for_qt(libraries: Mapping[str, str] = LIBRARIES) -> list[Missing]:
    """What a window needs: libraries and at least one font."""
    known = _known_libraries()
    missing = [
        Missing(name, package)
        for name, package in libraries.items()
        if name not in known and not _loads(name)
    ]
    return missing if _has_font() else [*missing, Missing("a font", _FONT_PACKAGE)]


def missing_for_tests(programs: Mapping[str, str] = TEST_PROGRAMS) -> list[Missing]:
    """The programs that the tests start: a display, a session bus, a keychain, a screen reader."""
    missing = [Missing(name, pkg) for name, pkg in programs.items() if not shutil.which(name)]
    files = TEST_SERVICES.items() if programs is TEST_PROGRAMS else ()
    return [*missing, *(Missing(pkg, pkg) for name, pkg in files if not Path(name).exists())]


def provide(missing: Iterable[Missing]) -> None:
    """Install what is missing where we may, else say the line to type.

    Raises:
        ToolError: something is missing and we may not, or could not, install it.
    """
    wanted = list(missing)
    if not wanted:
        return
    if not (_is_root() and shutil.which("apt-get")):
        raise ToolError(how_to_install(wanted))
    packages = sorted({item.package for item in wanted})
    say(f"- Missing on this system: {', '.join(item.thing for item in wanted)}")
    environment = {**os.environ, **_APT_ENVIRONMENT}
    with step("apt-get update"):
        run_condensed(
            ["apt-get", "update"], failure="apt-get update did not succeed", env=environment
        )
    with step(f"apt-get install {' '.join(packages)}"):
        run_condensed(
            ["apt-get", "install", "--yes", "--no-install-recommends", *packages],
            failure="apt-get could not install them",
            env=environment,
        )


def how_to_install(missing: Iterable[Missing]) -> str:
    """A sentence with the exact line to type on this distribution."""
    wanted = list(missing)
    things = ", ".join(item.thing for item in wanted)
    for tool, line in (
        ("apt-get", ["apt-get", "install", *sorted({item.package for item in wanted})]),
        ("dnf", ["dnf", "install", *_rpm_names(wanted)]),
        ("zypper", ["zypper", "install", *_rpm_names(wanted)]),
    ):
        if shutil.which(tool):
            return f"This system lacks {things}. Please type:\n    sudo {shlex.join(line)}"
    return f"This system lacks {things}. Please install the packages that bring them."


def is_linux() -> bool:
    """Whether there is anything for this module to do."""
    return sys.platform.startswith("linux")


def _rpm_names(missing: Iterable[Missing]) -> list[str]:
    """rpm-based systems install by what a package provides, so no table of names is needed."""
    return [
        f"{item.thing}()(64bit)" if item.thing.startswith("lib") else item.package.lower()
        for item in missing
    ]


def _known_libraries() -> set[str]:
    """The names in the loader's cache; empty where there is none (then each is loaded to see)."""
    for ldconfig in ("/sbin/ldconfig", "/usr/sbin/ldconfig"):
        try:
            listing = subprocess.run([ldconfig, "-p"], check=False, capture_output=True, text=True)
        except OSError:
            continue
        return {line.split()[0] for line in listing.stdout.splitlines()[1:] if line.strip()}
    return set()


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
    return any(file.suffix in _FONT_SUFFIXES for folder in folders for file in folder.rglob("*.*"))


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0
