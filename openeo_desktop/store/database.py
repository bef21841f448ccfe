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
from openeo_desktop.store.listing_cache import ListingCache
from openeo_desktop.store.reader import Reader, connect, is_environment
from openeo_desktop.store.schema import MIGRATIONS
from openeo_desktop.store.seen_rows import SeenRows

log = logging.getLogger(__name__)


class Database(Reader):
    """A connection with its transactions.

    Attributes:
        set_aside: A damaged file that was replaced.
        seen: The rows that the listing of an account has shown so far, while it is being read.
    """

    def __init__(self, path: Path) -> None:
        """Open or create the history.

        Raises:
            StorageError: The file cannot be opened, or comes from a newer version of the app.
        """
        self.path = path
        self.listing = ListingCache()
        self.set_aside: Path | None = None
        self.seen: dict[AccountId, SeenRows] = {}
        with self.errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            self.connection = self._open()

    def _open(self) -> sqlite3.Connection:
        unclean = self.path.with_name(f"{self.path.name}-wal").exists()
        try:
            connection = _open_checked(self.path, unclean)
        except sqlite3.DatabaseError as error:
            if is_environment(error):
                raise
            log.warning("The history is damaged and is set aside: %s", error)
            self.set_aside = _set_aside(self.path)
            connection = connect(self.path)
        try:
            _prepare_for_writing(connection)
            migrate(connection, self.path)
        except BaseException:
            connection.close()
            raise
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

    def close(self) -> None:
        """Fold the write-ahead log into the file and close."""
        with contextlib.suppress(sqlite3.Error):
            self.connection.execute("PRAGMA optimize")
        self.connection.close()


def _open_checked(path: Path, unclean: bool) -> sqlite3.Connection:
    connection = connect(path)
    try:
        _check(connection, unclean or _is_cut_off(path))
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare_for_writing(connection: sqlite3.Connection) -> None:
    """Room for the pages that a long listing comes back to: without it each is written often."""
    connection.execute("PRAGMA cache_size = -8000")  # KiB
    connection.execute("PRAGMA wal_autocheckpoint = 4000")  # pages: 16 MiB
    connection.execute("PRAGMA journal_size_limit = 33554432")


def _check(connection: sqlite3.Connection, thoroughly: bool) -> None:
    """Thoroughly after an unclean end only: that takes three milliseconds per megabyte."""
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if thoroughly:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer != "ok":
            raise sqlite3.DatabaseError(answer)


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
        _copy(connection, path.with_name(f"{path.stem}.before-{version + 1}{path.suffix}"))
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.executescript(f"BEGIN; {script} PRAGMA user_version = {number}; COMMIT;")


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
