"""Virtual environments made from lock files: created once, completed when a lock changes.

Nothing but what a lock names (with its hash) is ever fetched, and nothing is compiled or removed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from devtool.console import ToolError, run_condensed, say, step
from devtool.paths import LOCKS, ROOT, python_of, shown

_STAMP = "openeo-desktop.json"
_LEVELS = ("app", "local", "test")
"""Each of these locks holds the one before it, with the same versions."""


@dataclass(frozen=True, slots=True)
class Environment:
    """One virtual environment: its folder, its lock's name, whether the project itself is in it."""

    folder: Path
    lock: str
    with_project: bool = False
    locks: Path = LOCKS

    @property
    def python(self) -> Path:
        """Its interpreter (which exists only after `ensure`)."""
        return python_of(self.folder)

    def ensure(self) -> Path:
        """Bring the environment up to its lock and return its interpreter.

        Takes some milliseconds when there is nothing to do: the stamp in the folder says so.

        Raises:
            ToolError: it could not be made; the text says why.
        """
        if not self._lock_file(self.lock).is_file():
            raise ToolError(f"The lock file {shown(self._lock_file(self.lock))} is missing.")
        if self._is_current():
            return self.python
        with _only_one(self.folder):
            if not self._is_current():
                self._bring_up()
        return self.python

    def _bring_up(self) -> None:
        self._make()
        stamp = self._stamp_file()
        stamp.unlink(missing_ok=True)
        with step(f"Installing what {shown(self.folder)} needs ({self.lock}.txt)"):
            run_condensed(
                [*_installer(self.python), *_LOCKED, "-r", self._lock_file(self.lock)],
                failure="The packages could not be installed",
                cwd=ROOT,
            )
        if self.with_project:
            run_condensed(
                [*_installer(self.python), "--no-deps", "--no-build-isolation", "-e", ROOT],
                failure="The project could not be installed into its environment",
                cwd=ROOT,
            )
        stamp.write_text(json.dumps(self._wanted(self.lock)), encoding="utf-8")

    def _make(self) -> None:
        if _works(self.python):
            return
        if self.folder.exists():
            say(f"- {shown(self.folder)} has no Python that runs; it is made again")
            shutil.rmtree(self.folder)
        uv = shutil.which("uv")
        with step(f"Making {shown(self.folder)} with {'uv' if uv else 'venv'}"):
            run_condensed(
                [uv, "venv", "--quiet", "--python", sys.executable, self.folder]
                if uv
                else [sys.executable, "-m", "venv", self.folder],
                failure=f"{shown(self.folder)} could not be made",
            )

    def _lock_file(self, lock: str) -> Path:
        return self.locks / f"{lock}.txt"

    def _stamp_file(self) -> Path:
        return self.folder / _STAMP

    def _is_current(self) -> bool:
        try:
            stamp = json.loads(self._stamp_file().read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        enough = _LEVELS[_LEVELS.index(self.lock) :] if self.lock in _LEVELS else (self.lock,)
        return self.python.exists() and any(stamp == self._wanted(level) for level in enough)

    def _wanted(self, lock: str) -> dict[str, str]:
        """What a finished environment writes down; a difference in any of it means work to do."""
        file = self._lock_file(lock)
        content = file.read_bytes() if file.is_file() else b""
        return {
            "lock": lock,
            "sha256": hashlib.sha256(content).hexdigest(),
            "folder": str(self.folder),  # a moved environment does not work: its scripts hold paths
            "config": _version_line(self.folder),
            "project": _project_digest() if self.with_project else "",
        }


_LOCKED = ("--require-hashes", "--no-deps", "--only-binary", ":all:")


def _installer(python: Path) -> list[str | Path]:
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--python", python]
    return [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]


def _works(python: Path) -> bool:
    """Whether the interpreter is there and starts (its base may have been removed or upgraded)."""
    try:
        probe = subprocess.run([python, "-c", "import sys"], check=False, capture_output=True)
    except OSError:
        return False
    return probe.returncode == 0


def _version_line(folder: Path) -> str:
    """The Python version as the environment's own pyvenv.cfg states it."""
    try:
        lines = (folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line for line in lines if line.startswith("version")), "")


def _project_digest() -> str:
    """Changes with what an editable install writes down: metadata, entry points, the builder."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {name: table[name] for name in ("project", "build-system")}
    return hashlib.sha256(json.dumps(installed, sort_keys=True).encode()).hexdigest()


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """Hold off a second set-up of the same folder; the system drops the lock if we are killed."""
    with folder.with_name(folder.name + ".lock").open("w") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
