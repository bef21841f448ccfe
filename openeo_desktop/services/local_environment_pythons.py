"""The Pythons of this computer: where they usually are, and what each says of itself.

Each is asked in a process of its own, in a bounded time. Blocking; nothing is changed.
"""

from __future__ import annotations

import contextlib
import glob
import json
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.services.local_environment_sources import foreign_variables

log = logging.getLogger(__name__)
OLDEST, NEWEST = (3, 11), (3, 14)
"""Versions for which there are wheels of everything."""
ASKED_WITHIN = 10.0
ALL_ASKED_WITHIN = 40.0
"""Seconds for one, and for all: a home on a slow net must not hold the person up."""
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_QUESTION = """
import importlib.util, json, struct, sys, sysconfig
there = [n for n in ("venv", "ensurepip") if importlib.util.find_spec(n)]
print(json.dumps({"version": list(sys.version_info[:3]), "level": sys.version_info[3],
  "bits": struct.calcsize("P") * 8, "name": sys.implementation.name, "there": there,
  "free": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
  "path": getattr(sys, "_base_executable", "") or sys.executable}))
"""
_POSIX_PLACES = (
    "/usr/bin/python3*",
    "/usr/local/bin/python3*",
    "/opt/homebrew/bin/python3*",
    "/Library/Frameworks/Python.framework/Versions/3.*/bin/python3",
    "/opt/conda/bin/python",
    "~/.pyenv/versions/3.*/bin/python",
    "~/.local/share/uv/python/cpython-3.*/bin/python3",
    "~/*conda3/bin/python",
    "~/m*forge3/bin/python",
    "~/mambaforge/bin/python",
)
_WINDOWS_PLACES = (
    "{LOCALAPPDATA}/Programs/Python/Python3*/python.exe",
    "{PROGRAMFILES}/Python3*/python.exe",
    "{USERPROFILE}/*conda3/python.exe",
    "{USERPROFILE}/m*forge3/python.exe",
    "{APPDATA}/uv/python/cpython-3.*/python.exe",
)


class Unfit(StrEnum):
    """Why a Python cannot be used."""

    NO_PYTHON = "no_python"
    TOO_OLD = "too_old"
    TOO_NEW = "too_new"
    NO_VENV = "no_venv"
    NOT_64_BIT = "not_64_bit"
    OTHER_KIND = "other_kind"


@dataclass(frozen=True, slots=True)
class Python:
    """One interpreter, and why not, if it is of no use."""

    path: Path
    version: tuple[int, ...] = ()
    is_final: bool = True
    unfit: Unfit | None = None

    @property
    def version_text(self) -> str:
        """Such as "3.13.1"."""
        return ".".join(str(number) for number in self.version)


def find_pythons(token: CancelToken | None = None) -> list[Python]:
    """All there are, the best first; those that cannot be used are last.

    Raises:
        Cancelled: The token is.
    """
    found: dict[Path, Python] = {}
    asked: set[Path] = set()
    until = time.monotonic() + ALL_ASKED_WITHIN
    for path in _candidates():
        if token is not None:
            token.check()
        real = _real(path)
        if real in asked or time.monotonic() > until:
            continue
        asked.add(real)
        python = ask_python(path)
        if python.unfit is not Unfit.NO_PYTHON:
            found.setdefault(_real(python.path), python)
    return sorted(found.values(), key=_rank, reverse=True)


def _rank(python: Python) -> tuple[bool, bool, tuple[int, ...]]:
    return python.unfit is None, python.is_final, python.version


def ask_python(path: Path) -> Python:
    """What this program says of itself; `unfit` is None if it can be used."""
    command = [str(path), "-I", "-c", _QUESTION]
    try:
        answer = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ASKED_WITHIN,
            env=foreign_variables(),
            creationflags=NO_WINDOW,
            check=False,
        )
        said = as_dict(json.loads(answer.stdout.decode("utf-8", "replace").strip() or "{}"))
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        log.debug("%s is no Python that can be used: %s", path, type(error).__name__)
        said = {}
    return _judged(path, said)


def _judged(path: Path, said: dict[str, object]) -> Python:
    given = said.get("version")
    version = tuple(n for n in given if isinstance(n, int)) if isinstance(given, list) else ()
    if len(version) != 3:
        return Python(path, unfit=Unfit.NO_PYTHON)
    at = Path(str(said.get("path") or path))
    at = at if at.is_file() else path
    return Python(at, version, said.get("level") == "final", _unfit(version, said))


def _unfit(version: tuple[int, ...], said: dict[str, object]) -> Unfit | None:
    if version[:2] < OLDEST:
        return Unfit.TOO_OLD
    if version[:2] > NEWEST:
        return Unfit.TOO_NEW
    if said.get("name") != "cpython" or said.get("free"):
        return Unfit.OTHER_KIND
    if said.get("bits") != 64:
        return Unfit.NOT_64_BIT
    return None if said.get("there") == ["venv", "ensurepip"] else Unfit.NO_VENV


def _candidates() -> Iterator[Path]:
    if not getattr(sys, "frozen", False):
        yield Path(getattr(sys, "_base_executable", "") or sys.executable)
    suffix = ".exe" if sys.platform == "win32" else ""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    for name in (*names, "python3", "python"):
        found = shutil.which(f"{name}{suffix}")
        # Windows looks into the current folder first: what lies there is not of this computer.
        if found and Path(found).is_absolute() and not _opens_the_store(Path(found)):
            yield Path(found)
    if sys.platform == "win32":
        yield from _registered()
    yield from _usual_places()


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        known = {name: os.environ.get(name, "-") for name in _WINDOWS_VARIABLES}
        patterns = [place.format(**known) for place in _WINDOWS_PLACES]
    else:
        patterns = [os.path.expanduser(place) for place in _POSIX_PLACES]  # noqa: PTH111
    for pattern in patterns:
        for place in sorted(glob.glob(pattern), reverse=True):  # noqa: PTH207 - an absolute pattern
            path = Path(place)
            if _is_python_name(path) and os.access(path, os.X_OK):
                yield path


_WINDOWS_VARIABLES = ("LOCALAPPDATA", "PROGRAMFILES", "USERPROFILE", "APPDATA")


def _is_python_name(path: Path) -> bool:
    """Not `python3-config` and the like."""
    rest = path.stem.removeprefix("python") if sys.platform == "win32" else path.name[6:]
    return path.name.startswith("python") and not rest.strip("0123456789.")


def _opens_the_store(path: Path) -> bool:
    """Windows has a `python.exe` of no bytes that opens its store."""
    try:
        return "WindowsApps" in path.parts and path.lstat().st_size == 0
    except OSError:
        return True


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path


def _registered() -> Iterator[Path]:
    """What installers of Python on Windows write down (PEP 514)."""
    yield from ()  # elsewhere there is nothing of the kind
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            for company in _keys(root, r"Software\Python"):
                for tag in _keys(root, rf"Software\Python\{company}"):
                    try:
                        place = rf"Software\Python\{company}\{tag}\InstallPath"
                        path = Path(winreg.QueryValue(root, place) or "-") / "python.exe"
                    except OSError:
                        continue
                    if path.is_file() and not _opens_the_store(path):
                        yield path


def _keys(root: int, place: str) -> list[str]:
    names: list[str] = []
    if sys.platform == "win32":
        import winreg

        with contextlib.suppress(OSError), winreg.OpenKey(root, place) as key:
            names = [winreg.EnumKey(key, number) for number in range(winreg.QueryInfoKey(key)[0])]
    return names
