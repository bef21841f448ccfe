"""Many rows in few statements.

Between two statements, and between two rows, sqlite3 gives the interpreter to other threads; while
one of those computes, getting it back takes milliseconds. A thousand rows one by one then take
seconds, in one statement they take what SQLite needs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

MAX_ROWS, MAX_VALUES = 500, 30_000  # SQLite binds up to 32,766


def insert_rows(
    connection: sqlite3.Connection, table: str, names: Sequence[str], rows: Sequence[Iterable[Any]]
) -> None:
    """Insert rows of values in the order of `names`."""
    size = min(MAX_ROWS, MAX_VALUES // len(names))
    marks = f"({', '.join('?' * len(names))})"
    head = f"INSERT INTO {table} ({', '.join(names)}) VALUES "  # noqa: S608 - our own names
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        statement = head + ", ".join([marks] * len(part))
        connection.execute(statement, list(chain.from_iterable(part)))
