"""A set of row ids in a bit of memory: one byte for each row up to the highest."""

from __future__ import annotations

from collections.abc import Iterable


class SeenRows:
    """Rows that were seen; a million take a megabyte.

    `first`: there were no rows at all when this began.
    """

    def __init__(self, *, first: bool = False) -> None:
        self.first = first
        self._marks = bytearray()

    def add(self, row: int) -> None:
        """This row was seen."""
        self._reach(row)
        self._marks[row] = 1

    def add_range(self, first: int, count: int) -> None:
        """These neighbouring rows were seen."""
        self._reach(first + count)
        self._marks[first : first + count] = b"\x01" * count

    def _reach(self, row: int) -> None:
        if row >= len(self._marks):
            self._marks.extend(bytes(row + 1024 - len(self._marks)))

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and row < len(self._marks) and self._marks[row] == 1

    def missing(self, rows: Iterable[int]) -> list[int]:
        """Which of these were not seen, in their order."""
        marks, size = self._marks, len(self._marks)
        return [row for row in rows if row >= size or not marks[row]]
