"""Marks a file as fetched from the network, as browsers do: the system warns before it runs one.

Linux: the attributes of freedesktop.org (origin and referrer). Windows: the stream
`Zone.Identifier`. macOS: `com.apple.quarantine`. Those of Windows and macOS are written as
documented, but were never run there. A disk that keeps no such marks goes without.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from openeo_desktop.api.urls import is_loopback

_INTERNET = 3
_QUARANTINED = "0081"


def mark_origin(path: Path, url: str, referrer: str) -> None:
    """Note where the file comes from; without what may be secret in a signed link.

    What this computer has made itself (the embedded back-end) gets no warning.
    """
    origin, base = _bare(url), _bare(referrer)
    if not origin:
        return
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "linux":
            for name, value in (("origin", origin), ("referrer", base)):
                mark = f"user.xdg.{name}.url"
                if value:
                    os.setxattr(path, mark, value.encode(), follow_symlinks=False)
        elif is_loopback(urlsplit(origin).hostname or ""):
            return
        elif sys.platform == "win32":
            Path(f"{path}:Zone.Identifier").write_text(
                f"[ZoneTransfer]\nZoneId={_INTERNET}\nReferrerUrl={base}\nHostUrl={origin}\n",
                "utf-8",
            )
        elif sys.platform == "darwin":
            _quarantine(path)


def _quarantine(path: Path) -> None:
    """By the system's own function: Python has none for it on macOS."""
    import ctypes

    value = f"{_QUARANTINED};{int(time.time()):x};openEO Desktop;".encode()
    size, position = ctypes.c_size_t(len(value)), ctypes.c_uint32(0)
    ctypes.CDLL(None).setxattr(
        os.fsencode(path), b"com.apple.quarantine", value, size, position, ctypes.c_int(0)
    )


def _bare(url: str) -> str:
    """The address without user, password, query and fragment; empty if it is none of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
