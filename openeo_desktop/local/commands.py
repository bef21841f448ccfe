"""How the back-end starts programs of its own, and how it ends them with all their children."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress

_GRACE_S = 2.0


def own_command(module: str, *arguments: str) -> list[str]:
    """Command line that runs a module of this package with this interpreter."""
    return [sys.executable, "-m", f"openeo_desktop.local.{module}", *arguments]


def start_group(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a program as the head of a process group of its own.

    Its standard input is a pipe that we hold: when this process dies, however that happens, the
    child reads the end of the file and can end itself. Its output goes where ours goes.
    """
    windows = {"creationflags": 0x00000200 | 0x08000000}  # NEW_PROCESS_GROUP | NO_WINDOW
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command,
        stdin=subprocess.PIPE,
        stdout=sys.stderr.fileno(),  # our standard output belongs to the ready line
        **(windows if os.name == "nt" else {"start_new_session": True}),  # type: ignore[arg-type]
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
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL if force else signal.SIGTERM)
