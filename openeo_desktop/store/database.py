"""The one SQLite file: opened, checked, migrated. Used on the `store` lane's thread alone.

WAL, foreign keys, `synchronous=NORMAL`: a process that is killed loses nothing it has committed.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import StorageError
from openeo_desktop.store.late_check import put_off, unchecked_mark
from openeo_desktop.store.listing_cache import ListingCache
from openeo_desktop.store.reader import (
    Damaged,
    Reader,
    connect,
    damage_mark,
    is_damage,
)
from openeo_desktop.store.salvage import Salvage, salvage
from openeo_desktop.store.schema import MIGRATIONS
from openeo_desktop.store.seen_rows import SeenRows

log = logging.getLogger(__name__)
KEPT_COPIES = 2
WORTH_FOLDING = 40 * 1024 * 1024


class Database(Reader):
    """A connection with its transactions.

    Attributes:
        salvaged: What was saved of a damaged file that was replaced.
        seen: The rows that the listing of an account has shown so far, while it is being read.
    """

    def __init__(self, path: Path) -> None:
        """Open or create the history.

        Raises:
            StorageError: The file cannot be opened, or comes from a newer version of the app.
        """
        self.path = path
        self.listing = ListingCache()
        self.salvaged: Salvage | None = None
        self.seen: dict[AccountId, SeenRows] = {}
        with self.errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            self.connection = self._open()

    @property
    def set_aside(self) -> Path | None:
        """The damaged file that was replaced, if any."""
        return self.salvaged.path if self.salvaged is not None else None

    def _open(self) -> sqlite3.Connection:
        tail = self.path.with_name(f"{self.path.name}-wal")
        met = damage_mark(self.path)
        try:
            if met.exists() and self.path.exists():
                raise Damaged("a part of it could not be read")
            unclean = tail.exists() or unchecked_mark(self.path).exists()
            later = unclean and put_off(self.path)
            connection = self._open_sound(unclean and not later)
            if not later:
                unchecked_mark(self.path).unlink(missing_ok=True)
        except (sqlite3.DatabaseError, UnicodeError) as error:
            if isinstance(error, sqlite3.DatabaseError) and not is_damage(error):
                raise
            log.warning("The history is damaged and is set aside: %s", error)
            connection = self._replace()
        met.unlink(missing_ok=True)
        return connection

    def _open_sound(self, thoroughly: bool) -> sqlite3.Connection:
        connection = connect(self.path)
        try:
            _check(connection, thoroughly or _is_cut_off(self.path))
            _prepare_for_writing(connection)
            migrate(connection, self.path)
        except BaseException:
            connection.close()
            raise
        return connection

    def _replace(self) -> sqlite3.Connection:
        """Begin anew with what can be read of the damaged file."""
        unchecked_mark(self.path).unlink(missing_ok=True)
        damaged = _set_aside(self.path)
        connection = self._open_sound(thoroughly=False)
        self.salvaged = salvage(damaged, connection)
        log.warning("Saved of the damaged history: %s", self.salvaged)
        return connection

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing.

        Raises:
            StorageError: The disk is full or the file cannot be written.
        """
        with self.errors():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    def fold(self) -> None:
        """Fold a long write-ahead log into the file, as far as no reader is in the way."""
        tail = self.path.with_name(f"{self.path.name}-wal")
        with self.errors():
            if not tail.exists() or tail.stat().st_size < WORTH_FOLDING:
                return
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def close(self) -> None:
        """Fold the write-ahead log into the file and close."""
        with contextlib.suppress(sqlite3.Error):
            self.connection.execute("PRAGMA optimize")
        self.connection.close()


def _prepare_for_writing(connection: sqlite3.Connection) -> None:
    """Room for the pages that a long listing comes back to: without it each is written often."""
    connection.execute("PRAGMA cache_size = -8000")  # KiB
    # Pages, 128 MiB: folded in when all is quiet (`fold`), in the middle of a listing only if long.
    connection.execute("PRAGMA wal_autocheckpoint = 32000")
    connection.execute("PRAGMA journal_size_limit = 33554432")


def _check(connection: sqlite3.Connection, thoroughly: bool) -> None:
    """Thoroughly after an unclean end only: that takes three milliseconds per megabyte."""
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if thoroughly:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer != "ok":
            raise Damaged(answer)


def _is_cut_off(path: Path) -> bool:
    """Whether the file is shorter than its header says (SQLite file format, section 1.3)."""
    with path.open("rb") as file:
        header = file.read(100)
    if len(header) < 100:
        return False
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    return path.stat().st_size < page_size * int.from_bytes(header[28:32], "big")


def _set_aside(path: Path) -> Path:
    target = path.with_name(f"{path.stem}.damaged-{int(time.time())}{path.suffix}")
    path.replace(target)
    for tail in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + tail).replace(target.with_name(target.name + tail))
    return target


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the tables to the newest version, after a safety copy of what was there.

    Raises:
        StorageError: The file comes from a newer version of the app.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise StorageError(
            f"The history in {path.parent} was written by a newer version of openEO Desktop.",
            "Update the app, or start it with another --profile.",
        )
    if 0 < version < len(MIGRATIONS):
        _keep_copy(connection, path, version + 1)
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        try:
            connection.executescript(f"BEGIN; {script} PRAGMA user_version = {number}; COMMIT;")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    if version == 0:  # its table is made now, so that the schema stays at the beginning of the file
        connection.execute("ANALYZE")


def _keep_copy(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """A copy of the file as it is; under its name only when it is whole, the two newest are kept.

    Raises:
        StorageError: There is no room for it. The history stays as it is.
    """
    target = path.with_name(f"{path.stem}.before-{version}{path.suffix}")
    part = target.with_name(f"{target.name}.part")
    try:
        with contextlib.closing(sqlite3.connect(part)) as copy:
            connection.backup(copy)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise StorageError(
            f"The history in {path.parent} could not be copied before it is led on ({error}).",
            "Free some space, then start openEO Desktop again; nothing was changed.",
        ) from error
    for old in _copies(path)[:-KEPT_COPIES]:
        with contextlib.suppress(OSError):
            old.unlink()


def _copies(path: Path) -> list[Path]:
    """The safety copies, the oldest version first."""

    def version_of(copy: Path) -> int:
        number = copy.name.removesuffix(path.suffix).rpartition("-")[2]
        return int(number) if number.isdigit() else 0

    return sorted(path.parent.glob(f"{path.stem}.before-*{path.suffix}"), key=version_of)
