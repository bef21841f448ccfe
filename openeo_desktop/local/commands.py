"""How the back-end starts programs of its own, and how it ends them with all their children."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_GRACE_S = 2.0
_NEW_GROUP_NO_WINDOW = 0x00000200 | 0x08000000  # names that subprocess has on Windows only


def own_command(module: str, *arguments: str) -> list[str]:
    """Command line that runs a module of this package with this interpreter.

    Without the current folder on its path: the app may have been started where files came to.
    """
    return [sys.executable, "-P", "-m", f"openeo_desktop.local.{module}", *arguments]


def start_group(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a program as the head of a process group of its own.

    Its standard input is a pipe that we hold: when this process dies, however that happens, the
    child reads the end of the file and can end itself. What it has to say is in the log of the job.
    """
    windows = sys.platform == "win32"
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,  # ours belongs to the ready line
        start_new_session=not windows,
        creationflags=_NEW_GROUP_NO_WINDOW if windows else 0,
    )


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a program and its children: kindly, then by force; returns when it is gone."""
    _signal_group(process, force=False)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE_S)
    _signal_group(process, force=True)
    process.wait()


def _signal_group(process: subprocess.Popen[bytes], *, force: bool) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            # By its whole path: Windows looks into the current folder before its own.
            folder = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32")
            command = [str(folder / "taskkill.exe"), "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, check=False, capture_output=True)
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL if force else signal.SIGTERM)
