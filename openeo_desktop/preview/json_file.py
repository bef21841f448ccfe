"""JSON files: a plot of a time series, a map of GeoJSON, else a table or a tree."""

from __future__ import annotations

import contextlib
import re
from typing import Any

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.core.json_values import read_json
from openeo_desktop.core.words import error_text
from openeo_desktop.preview.file_bytes import FileBytes, text_of
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.ranges import Source
from openeo_desktop.preview.records import Records
from openeo_desktop.preview.series_csv import series_of as columns_series
from openeo_desktop.preview.series_json import series_of
from openeo_desktop.preview.text_file import beginning_of
from openeo_desktop.preview.values import (
    Content,
    Opened,
    PreviewKind,
    TablePage,
    Text,
    Tree,
)
from openeo_desktop.preview.vector_file import is_geojson, properties_of, shapes_of, table_of

MOST_BYTES = 32 * 2**20
"""Of a document that is read whole; a larger one is shown as text."""
MOST_TREE = 4 * 2**20
"""Of one that is given on as a tree: reading it again must not hold the window up."""
MOST_DEPTH = 200
MOST_PLOTTED = 200_000
_BRACKETS = re.compile(rb'[\[\]{}]|"(?:[^"\\]|\\.)*"')


def open_json(source: Source) -> OpenedFile:
    """Open a JSON file.

    Raises:
        PreviewError: It is binary, or too large.
    """
    data = FileBytes(source)
    try:
        text = beginning_of(data)
        document, why_not = _document(data)
    finally:
        data.close()
    if why_not:
        return OpenedFile(Opened(PreviewKind.TEXT, Text(text.text, why_not)))
    return JsonFile(document, text, data.size)


def _document(data: FileBytes) -> tuple[Any, str]:
    """The document, or why it is shown as text."""
    if data.size > MOST_BYTES:
        return None, error_text("This JSON is too large for anything but text.")
    raw = data.read(0, MOST_BYTES)
    if _is_too_deep(raw):
        return None, error_text("This JSON is nested too deeply for anything but text.")
    try:
        return read_json(text_of(raw)), ""
    except (ValueError, RecursionError):
        return None, error_text("This is no valid JSON.")


def _is_too_deep(raw: bytes) -> bool:
    depth = 0
    for match in _BRACKETS.finditer(raw):
        sign = match[0][:1]
        if sign in b"[{":
            depth += 1
            if depth > MOST_DEPTH:
                return True
        elif sign in b"]}":
            depth -= 1
    return False


class JsonFile(OpenedFile):
    """A document that is open, with all the ways to look at it."""

    def __init__(self, document: Any, text: Text, size: int) -> None:
        self._records: Records | None = None
        self._views: dict[PreviewKind, Content] = {}
        self._find(document)
        if size <= MOST_TREE:
            self._views[PreviewKind.TREE] = Tree(document)
        self._views[PreviewKind.TEXT] = text
        kind, *also = self._views
        super().__init__(Opened(kind, self._views[kind], tuple(also)))

    def _find(self, document: Any) -> None:
        series = series_of(document)
        if series is not None:
            self._views[PreviewKind.SERIES] = series
        if is_geojson(document):
            with contextlib.suppress(PreviewError):
                self._views[PreviewKind.VECTOR] = shapes_of(document)
            self._records = properties_of(document)
        elif isinstance(document, list):
            self._records = table_of(document)
            self._find_columns()
        if self._records is not None:
            self._views[PreviewKind.TABLE] = self._records.table

    def _find_columns(self) -> None:
        """A list of objects with a date each is a series, too."""
        if self._records is None or len(self._records.rows) > MOST_PLOTTED:
            return
        names = [column.name for column in self._records.table.columns]
        found = columns_series(names, self._records.rows, ",")
        if found is not None:
            self._views[PreviewKind.SERIES] = found

    def view(self, kind: PreviewKind) -> Opened:
        """One of the ways; see `OpenedFile.view`."""
        content = self._views.get(kind)
        if content is None:
            return super().view(kind)
        return Opened(kind, content, tuple(one for one in self._views if one != kind))

    def page(self, first: int, count: int) -> TablePage:
        """Rows of its table."""
        return (
            super().page(first, count)
            if self._records is None
            else self._records.page(first, count)
        )
