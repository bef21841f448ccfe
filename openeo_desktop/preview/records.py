"""A table that is in memory: rows of texts, asked for in pages."""

from __future__ import annotations

from collections.abc import Sequence

from openeo_desktop.preview.values import Column, Table, TablePage

MOST_PAGE = 2_000
MOST_CELL = 1_000
MOST_COLUMNS = 1_000


def cell(value: object) -> str:
    """What a cell shows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= MOST_CELL else f"{text[: MOST_CELL - 1]}…"


class Records:
    """Rows under columns; each row has as many cells as there are columns."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Sequence[str]], note: str = ""
    ) -> None:
        self.table = Table(tuple(columns), len(rows), note)
        self.rows = rows

    def page(self, first: int, count: int) -> TablePage:
        """Some rows."""
        first = max(0, first)
        rows = self.rows[first : first + min(count, MOST_PAGE)]
        return TablePage(first, tuple(tuple(row) for row in rows))
