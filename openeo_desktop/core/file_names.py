"""Names of files and folders made from foreign text: safe on Windows, macOS and Linux at once.

No traversal, no device names, nothing that a file manager acts on by itself, no control or
direction characters, at most 200 bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MAX_BYTES = 200
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#%]')
"""By Windows or in all paths; `#` and `%` would make a relative link ambiguous."""
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789¹²³"]
)
_SHELL = re.compile(
    r"\.(?:lnk|scf|url|local|library-ms|search-ms|searchconnector-ms|\{[0-9a-f-]{36}\})\Z",
    re.IGNORECASE,
)
"""What Windows follows when its folder is looked at, to servers as well; browsers rename it."""
_OF_FOLDERS = frozenset(("desktop.ini", "autorun.inf", "thumbs.db"))
_PART = re.compile(r"(\.[0-9a-f]{8}\.)part\Z", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?=[^.]*[A-Za-z])[A-Za-z0-9_-]{1,16}\Z")
"""What looks like the kind of a file; `.2` of `v1.2` does not."""
_EXTENSIONS = {
    "image/tiff": ".tif",
    "application/x-netcdf": ".nc",
    "application/netcdf": ".nc",
    "application/json": ".json",
    "application/geo+json": ".geojson",
    "text/csv": ".csv",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "text/plain": ".txt",
    "application/zip": ".zip",
}


def safe_file_name(
    raw: str, media_type: str = "", fallback: str = "file", max_bytes: int = MAX_BYTES
) -> str:
    """One path segment for `raw`; the media type gives a missing extension."""
    text = unicodedata.normalize("NFC", raw)
    text = "".join(char for char in text if unicodedata.category(char)[0] != "C")
    text = unicodedata.normalize("NFC", _FORBIDDEN.sub("_", text)).strip(" .")
    if f".{text.lower()}" in _EXTENSIONS.values():  # nothing was left in front of it
        text = f"{fallback}.{text}"
    text = text or fallback
    if not _EXTENSION.search(text[1:]):
        text += _EXTENSIONS.get(media_type.partition(";")[0].strip().lower(), "")
    if text.split(".", 1)[0].strip().lower() in _DEVICES or text.lower() in _OF_FOLDERS:
        text = f"_{text}"
    if _SHELL.search(text):
        text = f"{text}.download"
    return _shorten(_PART.sub(r"\1part_", text), max_bytes)


def unique_names(names: Iterable[str]) -> list[str]:
    """The same names in order, those that would meet on any system told apart by ` (2)`."""
    taken: set[str] = set()
    return [take_name(name, taken) for name in names]


def take_name(name: str, taken: set[str]) -> str:
    """A name that meets none in `taken` (as `meeting_name` says), which it joins."""
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    candidate, number = name, 1
    while meeting_name(candidate) in taken:
        number += 1
        candidate = f"{stem} ({number}){dot}{suffix}"
    taken.add(meeting_name(candidate))
    return candidate


def meeting_name(name: str) -> str:
    """The same text for all names that are one file on any of the three systems."""
    return unicodedata.normalize("NFC", name.upper().casefold())


def _shorten(name: str, max_bytes: int) -> str:
    if len(name.encode()) <= max_bytes:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix) > 16:
        stem, dot, suffix = name, "", ""
    room = max_bytes - len((dot + suffix).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + dot + suffix
