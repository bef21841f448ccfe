"""What can still be read of a damaged history is carried over into a new one.

The damaged file itself is only copied, and kept. Tables are read by row, past the pages that cannot
be read; indexes are not used, they may be what is damaged. Rows get new numbers: those of a damaged
file may be anything.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)
BATCH = 500
MAX_ROW = 2**62
MAX_GAPS = 10_000
_MAGIC = b"SQLite format 3\0"
TABLES = (
    *("accounts", "jobs", "transitions", "logs", "results", "fetches", "actions", "downloads"),
    *("auto_downloads", "own_stops"),
)
"""In an order in which each finds what it refers to; the index of the search is made anew."""
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Salvage:
    """A damaged history: where it is kept, how much of it could be saved, and whether that is all.

    `path` is the damaged file.
    """

    path: Path
    jobs: int = 0
    log_entries: int = 0
    complete: bool = False


def salvage(damaged: Path, into: sqlite3.Connection) -> Salvage:
    """Carry over what can be read of `damaged` into a new and empty history."""
    try:
        with tempfile.TemporaryDirectory(prefix=".salvage-", dir=damaged.parent) as folder:
            copy = _copy(damaged, Path(folder))
            with contextlib.closing(_open(copy)) as source:
                return _Work(damaged, source, into).done()
    except (OSError, *_UNREADABLE) as error:
        log.warning("Nothing of %s could be read: %s", damaged, error)
        return Salvage(damaged)


def _copy(damaged: Path, folder: Path) -> Path:
    copy = folder / "history.sqlite3"
    shutil.copyfile(damaged, copy)
    tail = damaged.with_name(f"{damaged.name}-wal")
    if tail.exists():
        shutil.copyfile(tail, copy.with_name(f"{copy.name}-wal"))
    _mend_header(copy)
    _mend_length(copy)
    return copy


def _mend_header(copy: Path) -> None:
    """Without its first hundred bytes nothing of a file is read; ours are nearly all known.

    Source: SQLite file format, section 1.3.
    """
    with copy.open("r+b") as file:
        header = bytearray(file.read(100))
        if len(header) < 100 or header.startswith(_MAGIC):
            return
        pages = copy.stat().st_size // 4096
        header[:16] = _MAGIC
        header[16:24] = bytes([0x10, 0x00, 1, 1, 0, 64, 32, 32])  # 4 KiB pages, no log
        header[28:32] = pages.to_bytes(4, "big")
        header[32:40] = bytes(8)  # no free pages: they are not needed for reading
        header[44:48] = (4).to_bytes(4, "big")
        header[56:60] = (1).to_bytes(4, "big")  # UTF-8
        file.seek(0)
        file.write(header)


def _mend_length(copy: Path) -> None:
    """A file that was cut off is refused as a whole: what is missing becomes empty pages."""
    with copy.open("r+b") as file:
        header = file.read(100)
        size = 4096 * int.from_bytes(header[28:32], "big")
        if copy.stat().st_size < size < 4 * copy.stat().st_size + 2**26:
            file.truncate(size)


def _open(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.execute("PRAGMA writable_schema = ON")  # passes over what is wrong in the schema
    return connection


_UNREADABLE = (sqlite3.Error, OverflowError, UnicodeError)
"""Even the words of an error may hold what is damaged, and then cannot be decoded."""


class _Work:
    """One salvage: reads `source`, writes `into`, counts."""

    def __init__(self, damaged: Path, source: sqlite3.Connection, into: sqlite3.Connection) -> None:
        self._damaged = damaged
        self._source = source
        self._into = into
        self._rows: dict[int, int] = {}  # of jobs: old number -> new number
        self._complete = True

    def done(self) -> Salvage:
        kept = {table: self._carry(table) for table in TABLES}
        return Salvage(self._damaged, kept["jobs"], kept["logs"], self._complete)

    def _carry(self, table: str) -> int:
        """How many rows were kept."""
        columns = self._common_columns(table)
        if not columns:
            return 0
        before = self._into.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        batch: list[Row] = []
        for row in self._read(table, columns):
            batch.append(row)
            if len(batch) >= BATCH:
                self._write(table, columns, batch)
                batch = []
        self._write(table, columns, batch)
        after = self._into.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        return int(after - before)

    def _common_columns(self, table: str) -> list[str]:
        try:
            there = self._source.execute(f"PRAGMA table_info({table})").fetchall()
        except _UNREADABLE:
            there = []
        here = {row[1] for row in self._into.execute(f"PRAGMA table_info({table})")}
        columns = [row[1] for row in there if row[1] in here]
        if not columns and table in ("accounts", "jobs"):
            self._complete = False
        return columns

    def _read(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """All rows that can be read, with their number first."""
        names = ", ".join(columns)

        def after(number: int, limit: int) -> list[Row]:
            return self._source.execute(
                f"""SELECT rowid, {names} FROM {table} NOT INDEXED WHERE rowid > ?
                    ORDER BY rowid LIMIT ?""",  # noqa: S608 - names of our own tables
                (number, limit),
            ).fetchall()

        position, limit, gaps = -1, BATCH, 0
        while True:
            try:
                rows = after(position, limit)
            except _UNREADABLE:
                if limit > 1:
                    limit = 1
                    continue
                self._complete = False
                gaps += 1
                beyond = _readable_beyond(after, position)
                if beyond is None or gaps > MAX_GAPS:
                    return
                position = beyond
                continue
            yield from rows
            if not rows or rows[-1][0] <= position:  # a damaged tree may lead in a circle
                self._complete = self._complete and not rows
                return
            position, limit = rows[-1][0], min(BATCH, limit * 2)

    def _write(self, table: str, columns: Sequence[str], batch: list[Row]) -> None:
        rows = [row for row in (self._fitted(table, columns, row) for row in batch) if row]
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
        self._into.execute("BEGIN IMMEDIATE")
        for row in rows:
            try:
                if self._into.execute(statement, row).rowcount == 0:
                    self._complete = False
            except sqlite3.IntegrityError:  # of a job that is lost
                self._complete = False
        self._into.execute("COMMIT")

    def _fitted(self, table: str, columns: Sequence[str], row: Row) -> Row | None:
        """The row with the new numbers; None if what it belongs to is lost."""
        number, values = row[0], dict(zip(columns, row[1:], strict=True))
        if table == "jobs":
            self._keep_account(values.get("account_id"))
            values["row"] = self._rows[number] = len(self._rows) + 1
        elif "row" in values or table == "actions":
            values["row" if "row" in values else "id"] = None
        if "job_row" in values:
            values["job_row"] = self._rows.get(values["job_row"])
            if values["job_row"] is None:
                self._complete = False
                return None
        return tuple(values.values())

    def _keep_account(self, account_id: object) -> None:
        """A job whose account is lost stays readable."""
        if not isinstance(account_id, str):
            return
        added = self._into.execute(
            """INSERT OR IGNORE INTO accounts
               (id, title, user_url, api_base, provider, user, history_only)
               VALUES (?, ?, '', '', '', '', 1)""",
            (account_id, account_id),
        )
        if added.rowcount:
            self._complete = False


def _readable_beyond(after: Callable[[int, int], list[Row]], position: int) -> int | None:
    """A number beyond which a row can be read, close behind what cannot; None if there is none."""

    def works(number: int) -> bool:
        try:
            return bool(after(number, 1))
        except _UNREADABLE:
            return False

    step = 1
    while not works(position + step):
        step *= 2
        if position + step > MAX_ROW:
            return None
    low, high = position + step // 2, position + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle, high)
    return high
