"""Facts about the history for `doctor`."""

from __future__ import annotations

import contextlib
import sqlite3

from openeo_desktop.store.reader import Reader


def sqlite_version() -> str:
    """The version of the SQLite library."""
    return sqlite3.sqlite_version


def has_full_text_search() -> bool:
    """Whether this SQLite has FTS5, by which jobs are found."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE found USING fts5 (words)")
        except sqlite3.OperationalError:
            return False
    return True


def describe(database: Reader) -> str:
    """A sound check and the number of rows, in a few words."""
    check = database.connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    counts = {
        name: database.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
        for name in ("accounts", "jobs", "logs", "downloads")
    }
    words = [f"{count} {name[:-1] if count == 1 else name}" for name, count in counts.items()]
    state = "sound" if check == "ok" else f"damaged: {check}"
    return ", ".join([state, *words])
