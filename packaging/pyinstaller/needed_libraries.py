"""Which of the system's libraries the packaged app takes along: those that something still needs.

PyInstaller collects what every plugin links to before a plugin is left out: GTK alone is 40 MB.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from PyInstaller.depend.bindepend import get_imports

Entry = tuple[str, str, str]
"""Place in the bundle, file, kind: PyInstaller's table of contents."""

# Older ones would take the place of the system's, which its graphics drivers need.
OF_THE_SYSTEM = ("libstdc++.so.", "libgcc_s.so.")


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without libraries of the system that nothing in the bundle links to any more."""
    all_of_them = [entry for entry in entries if not entry[0].startswith(OF_THE_SYSTEM)]
    spare = {entry[0]: entry for entry in all_of_them if _is_spare(entry)}
    kept = [entry for entry in all_of_them if entry[0] not in spare]
    waiting = [source for _, source, kind in kept if kind != "SYMLINK"]
    while waiting:
        for name, _ in get_imports(waiting.pop()):
            entry = spare.pop(name, None)
            if entry is not None:
                kept.append(entry)
                waiting.append(entry[1])
    places = {PurePosixPath(place) for place, _, _ in kept}
    return [entry for entry in kept if entry[2] != "SYMLINK" or _leads_to(entry, places)]


def _is_spare(entry: Entry) -> bool:
    """A library of the system lies at the top; what wheels and Python bring lies in folders."""
    place, _, kind = entry
    return kind == "BINARY" and "/" not in place and not place.startswith("libpython")


def _leads_to(entry: Entry, places: set[PurePosixPath]) -> bool:
    place, target, _ = entry
    return PurePosixPath(place).parent / target in places
