"""Rows gathered into runs, as Qt's models want them announced."""

from __future__ import annotations

from collections.abc import Iterable


def row_ranges(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring rows as (first, last), ascending; repeats count once."""
    ranges: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], row)
        else:
            ranges.append((row, row))
    return ranges
