"""Starting with the computer: the entry that each system reads at log-in, and nothing else.

What the entry says is the truth, not what was once wished: it can be changed behind our back, by
hand or in the system's own settings. Blocking, small; belongs on a lane. No Qt here.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.own_command import BACKGROUND, own_command
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.autostart_files import LaunchAgent, XdgEntry
from openeo_desktop.services.autostart_registry import RunKey


@dataclass(frozen=True, slots=True)
class AutostartState:
    """Whether something starts at log-in, and which program that is (empty if it cannot be read).

    `is_ours`: it is this copy of the app, not another one (an older place, a removed folder).
    """

    is_on: bool = False
    program: str = ""
    is_ours: bool = True


class Entry(Protocol):
    """Where a system keeps what starts at log-in."""

    def command(self) -> tuple[str, ...] | None:
        """What would be started; None if nothing is.

        Raises:
            OSError: It cannot be read.
        """
        ...

    def write(self, command: tuple[str, ...]) -> None:
        """Have a command started at log-in.

        Raises:
            OSError: It cannot be written.
        """
        ...

    def remove(self) -> None:
        """Have nothing started any more.

        Raises:
            OSError: It cannot be removed.
        """
        ...


class Autostart:
    """The app's entry. Where the app cannot have one, `why_not` says so and nothing is touched."""

    def __init__(self, entry: Entry | None, command: tuple[str, ...]) -> None:
        self._entry = entry
        self._wanted = command

    @property
    def is_possible(self) -> bool:
        """False for a profile of its own, and where the system keeps the app in a sandbox."""
        return self._entry is not None

    def state(self) -> AutostartState:
        """What happens at the next log-in. What cannot be read starts nothing."""
        try:
            found = self._entry.command() if self._entry is not None else None
        except OSError:
            found = None
        if found is None:
            return AutostartState()
        return AutostartState(True, found[0] if found else "", found == self._wanted)

    def switch(self, *, on: bool) -> AutostartState:
        """Write or remove the entry; returns what is there afterwards.

        Raises:
            StorageError: The system does not let us.
        """
        if self._entry is None:
            return AutostartState()
        try:
            if on:
                self._entry.write(self._wanted)
            else:
                self._entry.remove()
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else str(error)
            raise StorageError(
                f"What starts with the computer could not be changed ({reason}).",
                "Change it in the settings of the system.",
            ) from error
        return self.state()


def make_autostart(paths: AppPaths) -> Autostart:
    """For the ordinary app of this user; a profile of its own never starts by itself."""
    possible = paths.profile is None and not os.environ.get("FLATPAK_ID")
    return Autostart(_system_entry() if possible else None, own_command(BACKGROUND))


def _system_entry() -> Entry | None:
    if sys.platform == "win32":
        import winreg

        return RunKey(winreg)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents")
    return XdgEntry(xdg_folder())


def xdg_folder() -> Path:
    """`autostart` of the XDG configuration folder (Desktop Application Autostart 0.5)."""
    given = os.environ.get("XDG_CONFIG_HOME", "")
    base = Path(given) if given and Path(given).is_absolute() else Path.home() / ".config"
    return base / "autostart"
