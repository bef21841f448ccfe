"""Many rows in few statements.

Between two statements, and between two rows, sqlite3 gives the interpreter to other threads; while
one of those computes, getting it back takes milliseconds. A thousand rows one by one then take
seconds, in one statement they take what SQLite needs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

MAX_ROWS, MAX_VALUES = 1000, 30_000  # SQLite binds up to 32,766


def insert_columns(
    connection: sqlite3.Connection, table: str, columns: Mapping[str, Sequence[Any]]
) -> None:
    """Insert rows, given as columns of the same length.

    A value that is the same in all rows of a statement is bound once: of the columns of a listing
    that is every other one.
    """
    count = len(next(iter(columns.values())))
    size = min(MAX_ROWS, MAX_VALUES // len(columns))
    for start in range(0, count, size):
        _insert(connection, table, {k: v[start : start + size] for k, v in columns.items()})


def _insert(
    connection: sqlite3.Connection, table: str, columns: Mapping[str, Sequence[Any]]
) -> None:
    same = {name: values[0] for name, values in columns.items() if _all_same(values)}
    others = [values for name, values in columns.items() if name not in same]
    order = [*same, *(name for name in columns if name not in same)]
    # A bare mark is the number after the highest one so far, in each row anew.
    marks = ", ".join([*(f"?{n + 1}" for n in range(len(same))), *("?" * len(others))])
    statement = f"INSERT INTO {table} ({', '.join(order)}) VALUES "  # noqa: S608 - our own
    statement += ", ".join([f"({marks})"] * len(next(iter(columns.values()))))
    values = chain(same.values(), chain.from_iterable(zip(*others, strict=True)))
    connection.execute(statement, list(values))


def _all_same(values: Sequence[Any]) -> bool:
    return bool(values[0] == values[-1]) and values.count(values[0]) == len(values)
