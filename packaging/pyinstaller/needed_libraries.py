"""Which of the system's libraries the packaged app takes along: those that something still needs.

PyInstaller collects what every plugin links to before a plugin is left out: GTK alone is 40 MB.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""Place in the bundle, file, kind: PyInstaller's table of contents."""
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")

OF_THE_SYSTEM = (
    # Older ones would take the place of the system's, which its graphics drivers need.
    *("libstdc++.so.", "libgcc_s.so."),
    # No desktop is without them, and they talk to its own services and settings.
    *("libglib-2.0.", "libgthread-2.0.", "libdbus-1.", "libsystemd.", "libfontconfig."),
    *("libfreetype.", "libX11.", "libX11-xcb.", "libXau.", "libXdmcp."),
    "libgssapi_krb5.",
)


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without libraries of the system that nothing in the bundle links to any more."""
    all_of_them = [entry for entry in entries if not entry[0].startswith(OF_THE_SYSTEM)]
    spare = {entry[0]: entry for entry in all_of_them if _is_spare(entry)}
    kept = [entry for entry in all_of_them if entry[0] not in spare]
    waiting = [source for _, source, kind in kept if kind != "SYMLINK"]
    while waiting:
        for name in _linked_to(waiting.pop()):
            entry = spare.pop(name, None)
            if entry is not None:
                kept.append(entry)
                waiting.append(entry[1])
    places = {PurePosixPath(place) for place, _, _ in kept}
    return [entry for entry in kept if entry[2] != "SYMLINK" or _leads_to(entry, places)]


def _linked_to(file: str) -> list[str]:
    """What a file itself names (PyInstaller's own list holds what those need in turn)."""
    told = subprocess.run(["readelf", "-d", file], capture_output=True, text=True, check=False)
    return _NEEDED.findall(told.stdout)


def _is_spare(entry: Entry) -> bool:
    """A library of the system lies at the top; what wheels and Python bring lies in folders."""
    place, _, kind = entry
    return kind == "BINARY" and "/" not in place and not place.startswith("libpython")


def _leads_to(entry: Entry, places: set[PurePosixPath]) -> bool:
    place, target, _ = entry
    return PurePosixPath(place).parent / target in places
