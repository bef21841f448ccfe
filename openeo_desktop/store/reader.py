"""A connection that only reads: what panes ask never waits for what is being written.

In WAL mode a reader sees what was committed when its statement (or snapshot) began. A reader lives
on one thread; only `Interruption.interrupt` may be called from another one.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.disk import storage_error
from openeo_desktop.core.errors import StorageError
from openeo_desktop.store.listing_cache import ListingCache

_ENVIRONMENT = (
    "SQLITE_FULL",
    "SQLITE_READONLY",
    "SQLITE_IOERR",
    "SQLITE_CANTOPEN",
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_PERM",
)

STEPS = 1_000_000
"""Steps of SQLite (some ten milliseconds) between two looks whether an answer is still wanted."""


class Reader:
    """The history as it is read.

    Attributes:
        connection: The thread's own.
        listing: What is remembered between two listings of jobs.
    """

    def __init__(self, path: Path) -> None:
        """Read a history that a `Database` has opened and migrated.

        Raises:
            StorageError: The file cannot be opened.
        """
        self.path = path
        self.listing = ListingCache()
        with self.errors():
            self.connection = connect(path)
            self.connection.execute("PRAGMA query_only=ON")

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Several questions about one and the same state."""
        self.connection.execute("BEGIN")
        try:
            yield self.connection
        finally:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("COMMIT")

    @contextlib.contextmanager
    def interruptible(self, token: CancelToken) -> Iterator[None]:
        """While this is on, cancelling the token ends the statement that runs.

        Raises:
            Cancelled: It was.
        """
        token.check()
        interruption = Interruption(self.connection)
        token.on_cancel(interruption.interrupt)
        # What is interrupted a moment before its statement begins would run on: it looks itself.
        self.connection.set_progress_handler(lambda: token.cancelled, STEPS)
        try:
            yield
        except sqlite3.OperationalError:
            token.check()
            raise
        finally:
            self.connection.set_progress_handler(None, 0)
            interruption.end()

    @contextlib.contextmanager
    def errors(self) -> Iterator[None]:
        """Turn what the environment does to the file into a `StorageError`; bugs stay bugs."""
        try:
            yield
        except OSError as error:
            raise storage_error(self.path, error) from error
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                raise self._damaged(error) from error
            if not is_environment(error):
                raise
            raise StorageError(
                f"The history in {self.path.parent} cannot be written ({error}).",
                "Free some space, check the rights of the folder, then try again.",
            ) from error

    def _damaged(self, error: sqlite3.DatabaseError) -> StorageError:
        """The next start looks through the whole file and saves what can be read."""
        with contextlib.suppress(OSError):
            damage_mark(self.path).touch()
        return StorageError(
            f"The history in {self.path.parent} is damaged ({error}).",
            "Close openEO Desktop and start it again: what can be read will be saved.",
        )

    def close(self) -> None:
        """Read no more."""
        self.connection.close()


class Damaged(sqlite3.DatabaseError):
    """A fault that SQLite itself did not name."""


class Interruption:
    """Ends the statements of one question, and never those of the next one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._lock = threading.Lock()

    def interrupt(self) -> None:
        """From any thread."""
        with self._lock:
            if self._connection is not None:
                self._connection.interrupt()

    def end(self) -> None:
        """The question is answered."""
        with self._lock:
            self._connection = None


def connect(path: Path) -> sqlite3.Connection:
    """A connection in WAL mode, in autocommit.

    Raises:
        sqlite3.Error: What SQLite says.
    """
    connection = sqlite3.connect(path, isolation_level=None, timeout=5.0)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")  # counts for a new file only
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
    except BaseException:
        connection.close()  # Windows does not rename an open file
        raise
    return connection


def is_environment(error: sqlite3.DatabaseError) -> bool:
    """Whether the disk or the rights are at fault, not the file and not us."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(_ENVIRONMENT)


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is at fault."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return (
        isinstance(error, Damaged)
        or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))
        or str(error).startswith("Could not decode to UTF-8")  # what a text should be is known
    )


def damage_mark(path: Path) -> Path:
    """An empty file beside the history: it was seen to be damaged."""
    return path.with_name(f"{path.name}-damaged")
