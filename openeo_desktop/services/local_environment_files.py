"""Where the environment of the embedded back-end lies, and what says that it is whole.

Each set-up makes a folder of its own; the stamp is its last file, so a folder without one is what
a kill has left, and may go. Blocking; no process is started here.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openeo_desktop
from openeo_desktop.core.disk import disk_errors, sync_folder
from openeo_desktop.core.errors import LocalBackEndError
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.core.process_lock import ProcessLock
from openeo_desktop.core.resources import resource_path
from openeo_desktop.core.words import error_text

STAMP = "ready.json"
KEEP_DOWNLOADED = 7 * 86400.0
"""Seconds for which what a broken-off set-up has downloaded waits for the next try."""
_PREFIX = "env-"
"""Short: paths below it are long, and Windows has a limit."""


SETS_UP = error_text("Another copy of the app is setting up «This computer».")
RUNS = error_text("Another copy of the app works with «This computer».")


@dataclass(frozen=True, slots=True)
class Environment:
    """A whole one.

    Attributes:
        requirements: Digest of the list it was made from.
        python_version: Such as "3.13.1".
    """

    folder: Path
    requirements: str
    python_version: str

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return python_of(self.folder)


@dataclass(frozen=True, slots=True)
class DiskUse:
    """Bytes of the environments, of what was downloaded for them, and of the back-end's jobs."""

    environment: int = 0
    downloaded: int = 0
    jobs: int = 0


class EnvironmentFiles:
    """The folder `local-back-end` in the data of the person.

    Args:
        root: That folder; it is made when it is needed.
        lists: Folder with `requirements.txt` and `pip.txt`; None: those of the app.
    """

    def __init__(self, root: Path, lists: Path | None = None) -> None:
        self.root = root
        self._lists = lists

    @property
    def cache(self) -> Path:
        """pip's own cache: a second try goes on with it."""
        return self.root / "downloaded"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def in_use(self) -> Path:
        """Locked while a back-end runs out of it."""
        return self.root / "in-use"

    @property
    def requirements(self) -> Path:
        """Every package with its version and hashes."""
        return self._list("requirements.txt")

    @property
    def installer(self) -> Path:
        """The pip that installs them."""
        return self._list("pip.txt")

    def _list(self, name: str) -> Path:
        return self._lists / name if self._lists else resource_path("local_back_end", name)

    def digest(self) -> str:
        """Changes with the list of packages."""
        return hashlib.sha256(self.requirements.read_bytes()).hexdigest()

    def current(self) -> Environment | None:
        """The newest whole environment whose Python is still there."""
        found = [(stamp.stat().st_mtime, one) for one, stamp in self._whole()]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def _whole(self) -> list[tuple[Environment, Path]]:
        found = []
        for folder in self._folders():
            environment = _read_stamp(folder)
            if environment is not None and environment.python.exists():
                found.append((environment, folder / STAMP))
        return found

    def _folders(self) -> list[Path]:
        with contextlib.suppress(OSError):
            return sorted(one for one in self.root.iterdir() if one.name.startswith(_PREFIX))
        return []

    def new_folder(self) -> Path:
        """A name that is not taken."""
        return self.root / f"{_PREFIX}{secrets.token_hex(4)}"

    def stamp(self, folder: Path, python_version: str) -> Environment:
        """The folder is whole from now on, also after a power cut.

        Raises:
            StorageError: It cannot be written.
        """
        whole = Environment(folder, self.digest(), python_version)
        values = {"requirements": whole.requirements, "python": python_version}
        part = folder / f"{STAMP}.part"
        with disk_errors(part), part.open("w", encoding="utf-8") as file:
            json.dump(values | {"app": openeo_desktop.__version__}, file)
            file.flush()
            os.fsync(file.fileno())
            part.replace(folder / STAMP)
        sync_folder(folder)
        return whole

    def tidy(self) -> None:
        """Remove what is not the current environment; only while the lock is held.

        A back-end may still run out of an earlier whole one: that goes another time.
        """
        current = self.current()
        in_use = ProcessLock(self.in_use)
        is_free = in_use.take()
        for folder in self._folders():
            is_other = current is None or folder != current.folder
            if is_other and (is_free or _read_stamp(folder) is None):
                remove_tree(folder)
        in_use.release()
        with contextlib.suppress(OSError):
            if time.time() - self.cache.stat().st_mtime > KEEP_DOWNLOADED:
                remove_tree(self.cache)

    def remove(self) -> None:
        """All of it but the lock, which is held.

        Raises:
            StorageError: Something cannot be removed.
        """
        for folder in self._folders():
            if not folder.is_symlink():
                (folder / STAMP).unlink(missing_ok=True)  # from here on it is not taken for whole
            remove_tree(folder)
        remove_tree(self.cache)
        left = [folder for folder in (*self._folders(), self.cache) if folder.exists()]
        for folder in left:
            with disk_errors(folder):
                shutil.rmtree(folder)

    def disk_use(self, jobs: Path) -> DiskUse:
        """How much is there now; takes a moment."""
        environment = sum(size_of(folder) for folder in self._folders())
        return DiskUse(environment, size_of(self.cache), size_of(jobs))


@contextlib.contextmanager
def held(path: Path, words: str) -> Iterator[None]:
    """Hold a lock meanwhile.

    Raises:
        LocalBackEndError: Another process has it; `words` say what that is doing.
        StorageError: Its file cannot be made.
    """
    lock = ProcessLock(path)
    with disk_errors(path):
        taken = lock.take()
    if not taken:
        raise LocalBackEndError(words, "Close it first, or wait until it is ready.")
    try:
        yield
    finally:
        lock.release()


def python_of(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    inside = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
    return folder.joinpath(*inside)


def remove_tree(folder: Path) -> None:
    """As much of it as can be removed; on Windows a virus scanner may hold a file for a moment.

    A file goes as well, and of a link the link alone.
    """
    for _attempt in range(3):
        if folder.is_symlink() or not folder.is_dir():
            with contextlib.suppress(OSError):
                folder.unlink()
        else:
            shutil.rmtree(folder, ignore_errors=True)
        if not os.path.lexists(folder):
            return
        if sys.platform == "win32":
            time.sleep(0.5)


def size_of(folder: Path) -> int:
    """Bytes of all files below; links are not followed."""
    total = 0
    for at, _folders, names in os.walk(folder):
        for name in names:
            with contextlib.suppress(OSError):
                total += os.lstat(os.path.join(at, name)).st_size  # noqa: PTH118 - 50,000 files
    return total


def _read_stamp(folder: Path) -> Environment | None:
    try:
        values = as_dict(json.loads((folder / STAMP).read_text("utf-8")))
    except (OSError, ValueError):
        return None
    digest = as_text(values.get("requirements"))
    return Environment(folder, digest, as_text(values.get("python"))) if digest else None
