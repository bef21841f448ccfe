"""A private place to run windows in: an X server of our own and folders that nobody else uses."""

from __future__ import annotations

import os
import select
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from devtool.console import ToolError

_SCREEN = "1920x1200x24"
_START_S = 15.0
_FOREIGN_PREFIXES = ("QT_", "OPENEO_DESKTOP_", "PYTHONWARNINGS", "PYTEST_", "XDG_", "DBUS_")
"""Settings of the person's own session that would change what the tests see."""


@contextmanager
def private_session() -> Iterator[dict[str, str]]:
    """Environment variables of a session that shares nothing with the person's own.

    Data, settings, cache and sockets lie in a folder that is removed at the end. It is in the
    system's temporary folder, not in the checkout: the path of a socket may have 107 characters.
    """
    env = {k: v for k, v in os.environ.items() if not k.startswith(_FOREIGN_PREFIXES)}
    with tempfile.TemporaryDirectory(prefix="oed-", ignore_cleanup_errors=True) as name:
        for variable in ("RUNTIME_DIR", "CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME"):
            folder = Path(name) / variable.lower()
            folder.mkdir(mode=0o700)
            env[f"XDG_{variable}"] = str(folder)
        if os.name == "nt":
            env["APPDATA"] = env["XDG_CONFIG_HOME"]
            env["LOCALAPPDATA"] = env["XDG_DATA_HOME"]
        yield env


@contextmanager
def virtual_display() -> Iterator[str]:
    """Start Xvfb on a free display and yield its name, such as ":99"; end it afterwards.

    Raises:
        ToolError: Xvfb did not start.
    """
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    try:
        server = subprocess.Popen(
            [*command, "-noreset"], pass_fds=[writer], stderr=subprocess.DEVNULL
        )
    finally:
        os.close(writer)
    try:
        yield f":{_display_number(reader)}"
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(_START_S)


def _display_number(reader: int) -> str:
    """Xvfb writes the number of the display it took, and a line feed, when it is ready."""
    number = b""
    with open(reader, "rb", buffering=0) as pipe:
        while not number.endswith(b"\n"):
            readable, _, _ = select.select([pipe], [], [], _START_S)
            piece = pipe.read(16) if readable else b""
            if not piece:
                raise ToolError("Xvfb did not start, so there is no display for the pictures.")
            number += piece
    return number.decode().strip()
