"""Whether there is a screen to show a window on."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Whether a window can be shown; on Windows and macOS always."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return not os.environ["QT_QPA_PLATFORM"].startswith(("offscreen", "minimal"))
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
