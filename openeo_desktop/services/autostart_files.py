"""Entries for log-in that are files: a desktop entry on Linux, a launch agent on macOS."""

from __future__ import annotations

import contextlib
import errno
import plistlib
import re
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from openeo_desktop.core.settings import write_atomically

DESKTOP_FILE = "openeo-desktop.desktop"
AGENT = "org.openeo.desktop"
LONGEST = 64 * 1024
"""Bytes that are read of an entry: ours are short."""

_QUOTED = re.compile(r'(["`$\\])')
_UNQUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')


class XdgEntry:
    """A file in `~/.config/autostart` (Desktop Application Autostart 0.5, Desktop Entry 1.5)."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / DESKTOP_FILE

    def command(self) -> tuple[str, ...] | None:
        """None also where the desktop's own settings have switched the entry off."""
        values = _values(_text(self.path))
        off = values.get("Hidden") == "true"
        off = off or values.get("X-GNOME-Autostart-enabled") == "false"
        return None if off or not values.get("Exec") else parse_exec(values["Exec"])

    def write(self, command: tuple[str, ...]) -> None:
        write_atomically(self.path, desktop_entry(command).encode())

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)


class LaunchAgent:
    """A property list in `~/Library/LaunchAgents` (launchd.plist(5)), read at the next log-in."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"{AGENT}.plist"

    def command(self) -> tuple[str, ...] | None:
        """None also for an agent that is disabled or does not run at load."""
        try:
            values: Any = plistlib.loads(_text(self.path).encode())
        except (ValueError, ExpatError):
            return None
        if not isinstance(values, dict) or not values.get("RunAtLoad") or values.get("Disabled"):
            return None
        words = values.get("ProgramArguments")
        return tuple(map(str, words)) if isinstance(words, list) and words else None

    def write(self, command: tuple[str, ...]) -> None:
        write_atomically(self.path, launch_agent(command))

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)


def desktop_entry(command: tuple[str, ...]) -> str:
    """The text of the desktop entry."""
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Version=1.5\n"
        "Name=openEO Desktop\n"
        "Comment=Watches openEO batch jobs\n"
        "Comment[de]=Beobachtet openEO-Batch-Jobs\n"
        "Comment[fr]=Suit les jobs openEO\n"
        "Icon=org.openeo.Desktop\n"
        f"Exec={' '.join(map(_quoted, command))}\n"
        "Terminal=false\n"
        "StartupNotify=false\n"
        "X-GNOME-Autostart-enabled=true\n"
    )


def launch_agent(command: tuple[str, ...]) -> bytes:
    """The property list; `Aqua`: only where there is a screen."""
    values = {
        "Label": AGENT,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "LimitLoadToSessionType": "Aqua",
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(values)


def parse_exec(line: str) -> tuple[str, ...]:
    """The words of an `Exec` line, without its field codes (Desktop Entry 1.5, «The Exec key»)."""
    line = line.replace("\\\\", "\\")  # the escapes of a string, below those of quoting
    words = []
    for quoted, plain in _UNQUOTED.findall(line):
        word = re.sub(r"\\(.)", r"\1", quoted) if quoted else plain
        if not re.fullmatch("%[a-zA-Z]", word):
            words.append(word.replace("%%", "%"))
    return tuple(words)


def _quoted(word: str) -> str:
    if not word.isprintable():
        raise OSError(errno.EINVAL, "a line break in the path of the app")
    word = word.replace("%", "%%")
    if re.fullmatch(r"[\w@+=:,./%-]+", word, re.ASCII):
        return word
    inside = _QUOTED.sub(r"\\\1", word)
    return '"' + inside.replace("\\", "\\\\") + '"'


def _text(path: Path) -> str:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError), path.open("rb") as file:
        return file.read(LONGEST).decode("utf-8", "replace")
    return ""


def _values(text: str) -> dict[str, str]:
    """Keys of the first group; what is not `key=value` is skipped."""
    values: dict[str, str] = {}
    groups = 0
    for line in text.splitlines():
        groups += line.startswith("[")
        name, equals, value = line.partition("=")
        if groups == 1 and equals:
            values[name.strip()] = value.strip()
    return values
