"""How this very copy of the app is started again: by the desktop, at log-in, after a restart."""

from __future__ import annotations

import os
import sys
from pathlib import Path

BACKGROUND = "--background"
"""Starts the app in the tray; the window opens when it is asked for."""

PREVIEW_WORKER = "--preview-worker"
"""Makes a packaged app, started by itself, the process that reads result files."""

SELF_CHECK = "--self-check"
"""Has a copy of the app look whether all of it is there and works; for builds."""

QT_PROBE = "--probe-qt"
"""Has a process of its own try Qt: a missing library of the system ends the whole process."""

WINDOW_PROBE = "--probe-window"
"""Opens and closes the window with a folder of its own; for the self-check."""


def own_command(*arguments: str) -> tuple[str, ...]:
    """Program and arguments that start this copy of the app.

    A packaged app is its own program (an AppImage is the file, not the folder it is mounted at);
    an installed one has a script beside the interpreter; a checkout has neither.
    """
    image = os.environ.get("APPIMAGE", "")
    if getattr(sys, "frozen", False):
        return (image or sys.executable, *arguments)
    script = Path(sys.executable).with_name(_script_name())
    if script.is_file():
        return (str(script), *arguments)
    return (_windowless(sys.executable), "-m", "openeo_desktop", *arguments)


def own_process(flag: str, *arguments: str) -> tuple[str, ...]:
    """Program and arguments of a process that does one hidden thing for this one and ends.

    The same interpreter and the same modules as here, whatever scripts lie around.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, flag, *arguments)
    return (sys.executable, "-P", "-m", "openeo_desktop", flag, *arguments)


def _script_name() -> str:
    return "openeo-desktop.exe" if sys.platform == "win32" else "openeo-desktop"


def _windowless(interpreter: str) -> str:
    """On Windows the interpreter that opens no console."""
    other = Path(interpreter).with_name("pythonw.exe")
    return str(other) if sys.platform == "win32" and other.is_file() else interpreter
