"""Which things in the app's folders are its own, when they go one by one.

The folders of the system are the app's alone. The ones of a profile (`--profile DIR`) are called
`data`, `config` and `cache`: in a folder of the person's they may have been there before, full of
files that nobody may lose. So there only what the app names itself is its own. Blocking; no Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openeo_desktop.core.paths import AppPaths

MARK = "remove-data.json"
_STATE = (
    "jobs",
    "jobs.sqlite*",
    "lock.sqlite*",
    "sample/SAMPLE_*",
    "secret*",
    "password*",
    "server.log*",
    "processes-*",
)
_DATA = (
    "history.sqlite3*",
    "history.before-*.sqlite3*",
    "history.damaged-*.sqlite3*",
    ".salvage-*",
    "locks/refresh-*.lock",
    "logs/openeo-desktop.log*",
    *(f"crashes/{kind}-*.txt" for kind in ("running", "crash", "bug", "offered")),
    *(f"local/{name}" for name in _STATE),
    "local-back-end",
    "window.lock",
    "window.sock*",
    f"{MARK}*",
)
_CONFIG = ("settings.json*",)
_CACHE = ("ahead", "open-with/*.vrt", "sample.tif")


def own_folders(paths: AppPaths) -> tuple[Path, ...]:
    """Where the app's things are; the inner ones first where they lie in others."""
    folders = {paths.data, paths.config, paths.cache}
    return tuple(sorted(folders, key=lambda folder: (-len(folder.parts), folder)))


def own_parts(paths: AppPaths) -> tuple[Path, ...]:
    """Files and folders that are there and are the app's, with all that is in them."""
    if paths.profile is None:
        return tuple(folder for folder in own_folders(paths) if folder.is_dir())
    return tuple(dict.fromkeys(part for _folder, part in _found(paths)))


def state_parts(state: Path) -> tuple[Path, ...]:
    """The same of the embedded back-end's state folder, with what is around its parts."""
    found = [part for pattern in _STATE for part in sorted(state.glob(pattern))]
    return (*found, state / "sample", state)


def folders_between(paths: AppPaths) -> tuple[Path, ...]:
    """Those that go if they are empty when the parts are gone; the inner ones first."""
    between = {part.parent for folder, part in _found(paths) if part.parent != folder}
    named = {
        folder / pattern.partition("/")[0]
        for folder, patterns in _patterns(paths)
        for pattern in patterns
        if "/" in pattern
    }
    return tuple(sorted(between | named, key=lambda folder: (-len(folder.parts), folder)))


def _found(paths: AppPaths) -> Iterator[tuple[Path, Path]]:
    for folder, patterns in _patterns(paths):
        for pattern in patterns:
            yield from ((folder, part) for part in sorted(folder.glob(pattern)))


def _patterns(paths: AppPaths) -> tuple[tuple[Path, tuple[str, ...]], ...]:
    return (paths.data, _DATA), (paths.config, _CONFIG), (paths.cache, _CACHE)
