"""pip as a process: what it is told, what it says while it works, and its failures in words.

Blocking, for a lane. The person's own configuration of pip (an index of their organisation) holds,
and so do the proxies of the system; what would install elsewhere does not.
"""

from __future__ import annotations

import errno
import os
import queue
import re
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.disk import storage_error
from openeo_desktop.core.errors import AppError, LocalBackEndError, UnreachableError
from openeo_desktop.core.words import error_text
from openeo_desktop.services.local_environment_pythons import NO_WINDOW
from openeo_desktop.services.local_environment_sources import foreign_variables

LOOK_EVERY = 0.25
_KEPT_OPTIONS = (
    "PIP_INDEX_URL",
    "PIP_EXTRA_INDEX_URL",
    "PIP_NO_INDEX",
    "PIP_FIND_LINKS",
    "PIP_TRUSTED_HOST",
    "PIP_PROXY",
    "PIP_CERT",
    "PIP_CLIENT_CERT",
    "PIP_CONFIG_FILE",
    "PIP_DEFAULT_TIMEOUT",
    "PIP_RETRIES",
)
"""Where packages come from; others could change where they go to."""
_LOCKED = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
_CALM = ("--no-input", "--disable-pip-version-check", "--no-color")
_BEGUN = re.compile(r"^(?:Collecting|Requirement already satisfied:|Processing) (\S+)")
_IGNORED = re.compile(r"^Ignoring (\S+): markers")
_SIZE = re.compile(r"\((\d+(?:\.\d+)?) (bytes|kB|MB|GB)\)$")
_PROGRESS = re.compile(r"^Progress (\d+) of (\d+)")
_UNITS = {"bytes": 1, "kB": 1000, "MB": 1_000_000, "GB": 1_000_000_000}
_REQUIREMENT = re.compile(r"^[A-Za-z0-9][^\s=]*==", re.MULTILINE)


@dataclass(slots=True)
class PipReport:
    """What pip has said so far. `feed` takes its lines.

    Attributes:
        packages: How many there are for this system and Python.
        begun: How many of them pip has come to.
        fetched: Bytes that came, of this many packages.
        name: The package it is at.
        installs: Everything is there; it is being unpacked.
    """

    packages: int
    begun: int = 0
    fetched: int = 0
    name: str = ""
    installs: bool = False
    last: deque[str] = field(default_factory=lambda: deque(maxlen=40))
    _before: int = 0
    _whole: int = 0

    def feed(self, line: str) -> None:
        """One line of pip's output."""
        if progress := _PROGRESS.match(line):
            self.fetched = self._before + int(progress[1])
            return
        self.last.append(line)
        if began := _BEGUN.match(line):
            self.begun += 1
            self.name = _name(began[1])
        elif _IGNORED.match(line):
            self.packages -= 1
        elif line.startswith("Installing collected packages"):
            self.installs = True
        elif line.lstrip().startswith("Downloading") and (size := _SIZE.search(line)):
            self.fetched = self._before = self._whole
            self._whole += int(float(size[1]) * _UNITS[size[2]])


def _name(said: str) -> str:
    """`scipy==1.17.1`, or the path of a file of that name."""
    return re.split(r"==|-\d", re.split(r"[/\\]", said)[-1])[0].replace("_", "-")


def count_requirements(file: Path) -> int:
    """How many packages a list has, for all systems together."""
    return len(_REQUIREMENT.findall(file.read_text("utf-8")))


def run_pip(
    python: Path,
    arguments: Sequence[str],
    report: PipReport,
    token: CancelToken,
    on_step: Callable[[PipReport], object] = lambda _report: None,
) -> None:
    """Install what a list names, in the environment of `python`.

    Args:
        arguments: Beside those that always hold.
        on_step: Called some times in a second.

    Raises:
        AppError: pip could not; the words say why.
        Cancelled: The token is.
    """
    command = [str(python), "-m", "pip", "install", *_LOCKED, *_CALM, *arguments]
    process = _start(command)
    token.on_cancel(process.kill)
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(process, lines), daemon=True, name="pip output")
    reader.start()
    try:
        _follow(lines, report, on_step)
    finally:
        process.kill()
        process.wait()
    token.check()
    if process.returncode != 0:
        raise pip_error("\n".join(report.last), python.parent.parent)


def _start(command: list[str]) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=pip_variables(),
            creationflags=NO_WINDOW,
        )
    except OSError as error:
        raise LocalBackEndError(
            "The Python that was chosen does not start.",
            "Choose another one.",
            details=os.strerror(error.errno or 0),
        ) from error


def pip_variables() -> dict[str, str]:
    """The environment variables of pip's process."""
    options = {name: os.environ[name] for name in _KEPT_OPTIONS if name in os.environ}
    others = {n: v for n, v in foreign_variables().items() if not n.startswith("PIP_")}
    calm = {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8", "PYTHONSAFEPATH": "1"}
    return others | options | calm | {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}


def _read(process: subprocess.Popen[str], lines: queue.SimpleQueue[str | None]) -> None:
    with process.stdout or open(os.devnull, encoding="utf-8") as said:  # noqa: PTH123
        for line in said:
            lines.put(line.rstrip("\r\n"))
    process.wait()
    lines.put(None)


def _follow(
    lines: queue.SimpleQueue[str | None],
    report: PipReport,
    on_step: Callable[[PipReport], object],
) -> None:
    while True:
        try:
            line = lines.get(timeout=LOOK_EVERY)
        except queue.Empty:
            on_step(report)
            continue
        if line is None:
            return
        report.feed(line)
        if lines.empty():
            on_step(report)


_OFFLINE = ("NewConnectionError", "NameResolutionError", "Failed to establish", "timed out")
_PROXY = ("ProxyError", "Cannot connect to proxy", "Tunnel connection failed")
_TLS = ("CERTIFICATE_VERIFY_FAILED", "SSLError", "SSLCertVerificationError")
_FULL = ("No space left on device", "Errno 28", "WinError 112")


def pip_error(said: str, folder: Path) -> AppError:
    """What went wrong, in words; what pip said is kept for support."""

    def has(marks: Sequence[str]) -> bool:
        return any(mark in said for mark in marks)

    if has(_FULL):
        return storage_error(folder, OSError(errno.ENOSPC, ""))
    if has(_PROXY):
        return _unreachable(
            error_text("Check the proxy settings of the system, then try again."), said
        )
    if has(_TLS):
        hint = error_text("Choose the certificate file of your organisation in the settings.")
        return _unreachable(hint, said)
    if has(_OFFLINE):
        hint = error_text("Check the network, then try again: what has come already is kept.")
        return _unreachable(hint, said)
    return _other_error(said)


def _unreachable(hint: str, said: str) -> AppError:
    return UnreachableError(
        "The packages for «This computer» cannot be fetched.", hint, details=_tail(said)
    )


def _other_error(said: str) -> AppError:
    if "THESE PACKAGES DO NOT MATCH THE HASHES" in said:
        return LocalBackEndError(
            "A package for «This computer» is not the one that was expected; it was not installed.",
            "Try again; if it stays so, ask who runs the network.",
            details=_tail(said),
        )
    if "No matching distribution" in said:
        return LocalBackEndError(
            "There is no package for this system and this Python.",
            "Choose another Python.",
            details=_tail(said),
        )
    return LocalBackEndError(
        "The packages for «This computer» could not be installed.",
        "Try again, or choose another Python.",
        details=_tail(said),
    )


def _tail(said: str) -> str:
    """The end of it, without names and passwords in addresses."""
    return re.sub(r"//[^/@\s]+@", "//", said)[-2000:]
