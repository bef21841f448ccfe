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
    """Insert rows of values in the order of `names`.

    A value that is the same in all rows of a statement is bound once: of the columns of a listing
    that is every other one.
    """
    size = min(MAX_ROWS, MAX_VALUES // len(names))
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        columns = dict(zip(names, zip(*part, strict=True), strict=True))
        same = {name: col[0] for name, col in columns.items() if col.count(col[0]) == len(col)}
        others = [columns[name] for name in names if name not in same]
        order = [*same, *(name for name in names if name not in same)]
        # A bare mark is the number after the highest one so far, in each row anew.
        marks = ", ".join([*(f"?{n + 1}" for n in range(len(same))), *("?" * len(others))])
        statement = f"INSERT INTO {table} ({', '.join(order)}) VALUES "  # noqa: S608 - our own
        statement += ", ".join([f"({marks})"] * len(part))
        values = chain(same.values(), chain.from_iterable(zip(*others, strict=True)))
        connection.execute(statement, list(values))
