"""Choices that are remembered between runs: a small JSON file, never a secret in it.

Reading and setting touch memory alone; `save` writes and belongs on a lane.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

from openeo_desktop.core.process_lock import ProcessLock

T = TypeVar("T")
log = logging.getLogger(__name__)
LONGEST_WAIT = 2.0
"""Seconds that a save waits for that of another process, which takes milliseconds."""


class Settings:
    """Key-value pairs of JSON values. A damaged file is set aside and the defaults hold."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._values: dict[str, Any] = _read(path) if path else {}
        self._changed: set[str] = set()

    def get(self, key: str, default: T) -> T:
        """The remembered value if it is of the default's type, else the default."""
        with self._lock:
            value = self._values.get(key, default)
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if default is not None and not isinstance(value, type(default)):
            return default
        return cast("T", value)

    def set(self, key: str, value: Any) -> None:
        """Remember a JSON value; written at the next `save`."""
        with self._lock:
            if self._values.get(key) != value:
                self._values[key] = value
                self._changed.add(key)

    @property
    def is_unsaved(self) -> bool:
        """Whether `save` has something to write."""
        return self._path is not None and bool(self._changed)

    def save(self) -> None:
        """Write if anything changed: whole file, then rename, so that a kill leaves old or new.

        What another process (the command line beside the window) has saved meanwhile stays. A full
        disk is logged and tried again at the next save: choices are no reason to stop.
        """
        if self._path is None or not self.is_unsaved:
            return
        with self._lock:
            changed, self._changed = self._changed, set()
            own = {key: self._values[key] for key in changed}
            everything = dict(self._values)
        try:
            with _alone_with(self._path):
                saved = _saved(self._path)
                values = everything if saved is None else saved | own
                text = json.dumps(values, indent=1, sort_keys=True)
                write_atomically(self._path, text.encode())
        except OSError as error:
            with self._lock:
                self._changed |= changed
            log.warning("The settings could not be saved: %s", error)


@contextlib.contextmanager
def _alone_with(path: Path) -> Iterator[None]:
    """Nobody else reads and writes the file meanwhile; after a moment it goes on all the same.

    The lock is a file beside it: the file itself is replaced by each save.

    Raises:
        OSError: The folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = ProcessLock(path.with_name(f"{path.name}.lock"))
    end = time.monotonic() + LONGEST_WAIT
    try:
        while not _is_taken(lock) and time.monotonic() < end:
            time.sleep(0.01)
        yield
    finally:
        lock.release()


def _is_taken(lock: ProcessLock) -> bool:
    try:
        return lock.take()
    except OSError as error:  # a file system without locks: as good as it gets
        log.info("The settings cannot be locked: %s", error)
        return True


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a kill, sees the old content or the new one.

    Raises:
        OSError: The folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _saved(path: Path) -> dict[str, Any] | None:
    """What is in the file now, None if it cannot be read."""
    try:
        return _load(path)
    except (OSError, ValueError, RecursionError):
        return None


def _load(path: Path) -> dict[str, Any]:
    values = json.loads(path.read_text("utf-8"))
    if not isinstance(values, dict):
        raise ValueError("no object")  # noqa: TRY004 - a damaged file, not a caller's mistake
    return values


def _read(path: Path) -> dict[str, Any]:
    try:
        return _load(path)
    except (FileNotFoundError, NotADirectoryError):
        return {}  # where the folder itself is a file, whoever makes the folders says so
    except (OSError, ValueError, RecursionError) as error:
        log.warning("The settings could not be read and start afresh: %s", error)
        _set_aside(path)
        return {}


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".damaged.json"))
    except OSError as error:
        log.warning("The damaged settings could not be set aside: %s", error)
