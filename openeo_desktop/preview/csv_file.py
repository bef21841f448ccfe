"""CSV files: a plot if they have dates and numbers, and a table of any length."""

from __future__ import annotations

import csv
import io
import itertools
import math
from collections.abc import Iterator, Sequence

from openeo_desktop.core.words import error_text
from openeo_desktop.preview.csv_index import RowIndex
from openeo_desktop.preview.file_bytes import FileBytes, encoding_of, is_binary
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.ranges import Source
from openeo_desktop.preview.records import MOST_COLUMNS, MOST_PAGE, cell
from openeo_desktop.preview.series_csv import series_of
from openeo_desktop.preview.text_file import beginning_of, open_text
from openeo_desktop.preview.values import (
    Column,
    Content,
    Opened,
    PreviewKind,
    Table,
    TablePage,
)

_HEAD = 256 * 1024
_SAMPLE = 200
MOST_PLOTTED = 200_000
"""Rows of a file that is plotted, too."""


def open_csv(source: Source) -> OpenedFile:
    """Open a CSV file.

    Raises:
        PreviewError: It is binary, or too large on a server.
    """
    data = FileBytes(source)
    head = data.read(0, _HEAD)
    if is_binary(head) or not head.strip():
        data.close()
        return open_text(source)
    try:
        return CsvFile(data, head)
    except csv.Error:
        data.close()
        return open_text(source)
    except BaseException:
        data.close()
        raise


class CsvFile(OpenedFile):
    """A CSV file that is open."""

    def __init__(self, data: FileBytes, head: bytes) -> None:
        super().__init__(Opened(PreviewKind.TEXT, beginning_of(data)))
        self._data = data
        self._encoding = encoding_of(head)
        if self._encoding in ("utf-16", "utf-32"):
            raise csv.Error("no bytes for single signs")
        self._delimiter = _delimiter(self._decoded(head))
        self._index = RowIndex(data, lambda: None)
        names, sample = self._sample()
        columns = _columns(names, sample, self._delimiter)
        rows = max(0, self._index.rows - 1)
        note = "" if self._index.complete else error_text(f"The first {rows:,} rows are shown.")
        self._views: dict[PreviewKind, Content] = {}
        if 0 < rows <= MOST_PLOTTED:
            found = series_of(names, list(self._parsed(1, rows)), self._delimiter)
            if found is not None:
                self._views[PreviewKind.SERIES] = found
        self._views[PreviewKind.TABLE] = Table(columns, rows, note)
        self._views[PreviewKind.TEXT] = self.opened.content
        kind, *also = self._views
        self.opened = Opened(kind, self._views[kind], tuple(also))

    def _decoded(self, data: bytes) -> str:
        return data.decode(self._encoding, "replace").removeprefix("\ufeff")

    def _sample(self) -> tuple[list[str], list[list[str]]]:
        rows = list(self._parsed(0, _SAMPLE))
        if not rows:
            raise csv.Error("no rows")
        return [name.strip()[:200] for name in rows[0][:MOST_COLUMNS]], rows[1:]

    def _parsed(self, first: int, count: int) -> Iterator[list[str]]:
        """Rows of the file (0: the header), in portions."""
        while count > 0:
            part = min(count, 20_000)
            data, skipped = self._index.text_of(first, part)
            text = self._decoded(data)
            reader = csv.reader(
                io.StringIO(text, newline=""),
                delimiter=self._delimiter,
                quoting=csv.QUOTE_MINIMAL if self._index.quotes else csv.QUOTE_NONE,
            )
            rows = list(itertools.islice(_bounded(reader), skipped, skipped + part))
            yield from rows
            if len(rows) < part:
                return
            first, count = first + part, count - part
            self.between_blocks()

    def view(self, kind: PreviewKind) -> Opened:
        """One of the ways; see `OpenedFile.view`."""
        content = self._views.get(kind)
        if content is None:
            return super().view(kind)
        return Opened(kind, content, tuple(one for one in self._views if one != kind))

    def page(self, first: int, count: int) -> TablePage:
        """Rows of the table; short ones are filled up, long ones cut."""
        table = self._views[PreviewKind.TABLE]
        assert isinstance(table, Table)
        first, width = max(0, first), len(table.columns)
        count = min(count, MOST_PAGE, max(0, table.rows - first))
        rows = []
        for row in self._parsed(first + 1, count):
            cells = [cell(one) for one in row[:width]]
            rows.append((*cells, *("" for _ in range(width - len(cells)))))
        return TablePage(first, tuple(rows))

    def close(self) -> None:
        """Close the file."""
        self._data.close()


def _bounded(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """Rows as they come; one that the reader refuses (a cell of megabytes) is empty."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield []


def _delimiter(text: str) -> str:
    """The sign that cuts the first line into most columns."""
    line = next((one for one in text.splitlines() if one.strip()), "")
    return max(",;\t|", key=lambda sign: (line.count(sign), sign == ","))


def _columns(
    names: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str
) -> tuple[Column, ...]:
    width = min(MOST_COLUMNS, max([len(names), *(len(row) for row in rows)]))
    found = []
    for at in range(width):
        cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
        numeric = bool(cells) and all(not math.isnan(as_number(one, delimiter)) for one in cells)
        found.append(Column(names[at] if at < len(names) else f"Column {at + 1}", numeric))
    return tuple(found)


def as_number(text: str, delimiter: str = ",") -> float:
    """A number as CSV files write it (a decimal comma where the delimiter is another sign)."""
    text = text.strip()
    if delimiter == ";" and "," in text and "." not in text:
        text = text.replace(",", ".")
    if not text or len(text) > 60 or "_" in text:
        return math.nan
    try:
        return float(text)
    except ValueError:
        return math.nan
