"""The entry for log-in on Windows: a value of the user's `Run` key, nothing for the machine."""

from __future__ import annotations

import contextlib
import re
import subprocess
from typing import Any

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where the Task Manager keeps what the person switched off there."""
VALUE = "openEO Desktop"
_WORD = re.compile(r'"([^"]*)"|(\S+)')


class RunKey:
    """Args: registry: The module `winreg`, or what stands for it where there is no Windows."""

    def __init__(self, registry: Any) -> None:
        self._registry = registry

    def command(self) -> tuple[str, ...] | None:
        """None also where the Task Manager has switched the entry off (an odd first byte)."""
        line = self._read(RUN)
        approved = self._read(APPROVED)
        off = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
        if off or not isinstance(line, str) or not line.strip():
            return None
        return tuple(quoted or plain for quoted, plain in _WORD.findall(line))

    def write(self, command: tuple[str, ...]) -> None:
        registry = self._registry
        with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, RUN, 0, registry.KEY_WRITE) as key:
            line = subprocess.list2cmdline(command)
            registry.SetValueEx(key, VALUE, 0, registry.REG_SZ, line)
        self._delete(APPROVED)

    def remove(self) -> None:
        self._delete(RUN)
        self._delete(APPROVED)

    def _read(self, path: str) -> object:
        registry = self._registry
        with contextlib.suppress(FileNotFoundError):
            with registry.OpenKey(registry.HKEY_CURRENT_USER, path) as key:
                found: object = registry.QueryValueEx(key, VALUE)[0]
            return found
        return None

    def _delete(self, path: str) -> None:
        registry = self._registry
        access = registry.KEY_WRITE
        with (
            contextlib.suppress(FileNotFoundError),
            registry.OpenKey(registry.HKEY_CURRENT_USER, path, 0, access) as key,
        ):
            registry.DeleteValue(key, VALUE)
