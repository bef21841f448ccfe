"""What a reader remembers of the jobs between two listings: their states, orders and searches.

Valid for one state of the file; the first question after a commit reads anew. A million jobs take
a megabyte for their states and each search, and eight for each order.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.store.row_sets import split_ids

T = TypeVar("T")
MAX_ORDERS = 4
MAX_SETS = 10
STATUSES = tuple(JobStatus)
_CODES = " ".join(f"WHEN '{status}' THEN '{chr(97 + n)}'" for n, status in enumerate(STATUSES))
_UNKNOWN = chr(97 + STATUSES.index(JobStatus.UNKNOWN))


class ListingCache:
    """Remembers for the present state of the file.

    Attributes:
        statuses: One byte for each row: 0 where there is no job, else see `code_of`.
        was_loaded: Something was asked before.
    """

    def __init__(self) -> None:
        self.statuses = b""
        self.was_loaded = False
        self._owners = b""
        self._accounts: dict[str, int] = {}
        self._version: tuple[int, int] | None = None
        self._orders: OrderedDict[Hashable, array[int]] = OrderedDict()
        self._sets: OrderedDict[Hashable, bytes] = OrderedDict()
        self._loaded = False

    @property
    def size(self) -> int:
        """One more than the highest row."""
        return len(self.statuses)

    def look(self, connection: sqlite3.Connection) -> None:
        """Forget everything if something was written since the last look."""
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        now = (version, connection.total_changes)  # what others wrote, what we did
        if now != self._version:
            self._version = now
            self._loaded = False
            self._orders.clear()
            self._sets.clear()

    def load(self, connection: sqlite3.Connection) -> None:
        """Read the states, unless they are known."""
        if self._loaded:
            return
        accounts = [row[0] for row in connection.execute("SELECT id FROM accounts LIMIT 90")]
        cases = " ".join(f"WHEN ? THEN '{chr(33 + n)}'" for n in range(len(accounts)))
        owner = f"CASE account_id {cases} ELSE '~' END" if accounts else "'~'"
        ids, codes, owners = connection.execute(
            f"""SELECT group_concat(row), group_concat(code, ''), group_concat(owner, '') FROM (
                SELECT row, CASE status {_CODES} ELSE '{_UNKNOWN}' END AS code, {owner} AS owner
                FROM jobs INDEXED BY jobs_listing ORDER BY row LIMIT -1)""",  # noqa: S608 - ours
            accounts,
        ).fetchone()
        rows = split_ids(ids or "")
        self.statuses = _by_row(rows, (codes or "").encode())
        self._owners = _by_row(rows, (owners or "").encode())
        self._accounts = {account_id: 33 + n for n, account_id in enumerate(accounts)}
        self._loaded = self.was_loaded = True

    def of_account(self, account_id: str) -> bytes | None:
        """The rows of an account; None if there are more accounts than are told apart here."""
        code = self._accounts.get(account_id)
        if code is None:
            return None
        return self._owners.translate(bytes(255 if byte == code else 0 for byte in range(256)))

    def order(self, name: Hashable, read: Callable[[], array[int]]) -> array[int]:
        """All rows in this order."""
        return _remember(self._orders, name, read, MAX_ORDERS)

    def knows_order(self, name: Hashable) -> bool:
        """Whether this order need not be read."""
        return name in self._orders

    def knows_set(self, name: Hashable) -> bool:
        """Whether this search need not be asked."""
        return name in self._sets

    def row_set(self, name: Hashable, read: Callable[[], bytes]) -> bytes:
        """The rows of this search or filter."""
        return _remember(self._sets, name, read, MAX_SETS)


def code_of(status: JobStatus) -> int:
    """The byte of a status in `ListingCache.statuses`."""
    return 97 + STATUSES.index(status)


def _by_row(ids: array[int], codes: bytes) -> bytes:
    if not ids:
        return b""
    if ids[-1] - ids[0] + 1 == len(ids):
        return bytes(ids[0]) + codes
    marks = bytearray(ids[-1] + 1)
    for row, code in zip(ids, codes, strict=True):
        marks[row] = code
    return bytes(marks)


def _remember(
    known: OrderedDict[Hashable, T], name: Hashable, read: Callable[[], T], most: int
) -> T:
    if name not in known:
        known[name] = read()
        while len(known) > most:
            known.popitem(last=False)
    known.move_to_end(name)
    return known[name]
