"""Sets of jobs as one byte for each row: 255 where a job is in the set, 0 where it is not.

Row ids come out of SQLite as one text, and are split a portion at a time: that is several times as
fast as fetching rows, and no step holds the interpreter for long.
"""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections.abc import Iterable, Sequence

CHARACTERS = 60_000


def fetch_ids(
    connection: sqlite3.Connection, statement: str, values: Iterable[object] = ()
) -> array[int]:
    """The column `row` of a statement, in its order."""
    # Without a limit SQLite may drop the order of the inner statement.
    text = connection.execute(
        f"SELECT group_concat(row) FROM ({statement} LIMIT -1)",  # noqa: S608 - our own statements
        tuple(values),
    ).fetchone()[0]
    return split_ids(str(text)) if text is not None else array("q")


def split_ids(text: str) -> array[int]:
    """Integers between commas."""
    ids = array("q")
    start = 0
    while start < len(text):
        end = text.find(",", start + CHARACTERS)
        end = len(text) if end < 0 else end
        ids.extend(json.loads(f"[{text[start:end]}]"))  # half the time of int()
        start = end + 1
    return ids


def row_set(ids: Sequence[int], size: int) -> bytearray:
    """A set of these rows, all below `size`."""
    marks = bytearray(size)
    for row in ids:
        marks[row] = 255
    return marks


def rows_of(marks: bytes) -> array[int]:
    """The rows of a set, ascending."""
    return array("q", (match.start() for match in re.finditer(b"\xff", marks)))


def intersection(left: bytes | bytearray, right: bytes | bytearray) -> bytes:
    """What is in both; a byte of the left other than 255 stays as it is where the right has one."""
    both = int.from_bytes(left, "little") & int.from_bytes(right, "little")
    return both.to_bytes(len(left), "little")


def union(left: bytes | bytearray, right: bytes | bytearray) -> bytes:
    """What is in one of them."""
    either = int.from_bytes(left, "little") | int.from_bytes(right, "little")
    return either.to_bytes(len(left), "little")
