"""Names of files and folders made from foreign text: safe on Windows, macOS and Linux at once.

No traversal, no device names, no control or direction characters, at most 200 bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MAX_BYTES = 200
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789¹²³"]
)
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


def safe_file_name(raw: str, media_type: str = "", fallback: str = "file") -> str:
    """One path segment for `raw`; the media type gives a missing extension."""
    text = unicodedata.normalize("NFC", raw)
    text = "".join(char for char in text if unicodedata.category(char)[0] != "C")
    text = _FORBIDDEN.sub("_", text).strip(" .")
    text = text or fallback
    if "." not in text[1:]:
        text += _EXTENSIONS.get(media_type.partition(";")[0].strip().lower(), "")
    if text.split(".", 1)[0].strip().lower() in _DEVICES:
        text = f"_{text}"
    return _shorten(text)


def unique_names(names: Iterable[str]) -> list[str]:
    """The same names in order, those that would meet on any system told apart by ` (2)`."""
    taken: set[str] = set()
    return [take_name(name, taken) for name in names]


def take_name(name: str, taken: set[str]) -> str:
    """A name not in `taken` (compared without case), which it joins."""
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem} ({number}){dot}{suffix}"
    taken.add(candidate.casefold())
    return candidate


def _shorten(name: str) -> str:
    if len(name.encode()) <= MAX_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix) > 16:
        stem, dot, suffix = name, "", ""
    room = MAX_BYTES - len((dot + suffix).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + dot + suffix
