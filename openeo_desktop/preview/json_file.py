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
from openeo_desktop.preview.vector_file import (
    VectorFile,
    is_geojson,
    of_document,
    of_text,
    projection_of,
    table_of,
)

MOST_BYTES = 32 * 2**20
"""Of a document that is read whole; a larger one is shown as text."""
MOST_TREE = 4 * 2**20
"""Of one that is given on as a tree: reading it again must not hold the window up."""
MOST_FEATURES = 48 * 2**20
"""Of a collection of features, which is read one by one."""
MOST_DEPTH = 200
MOST_PLOTTED = 200_000
_COLLECTION = re.compile(rb'"type"\s*:\s*"FeatureCollection"')
_HEAD = 4096
_BRACKETS = re.compile(rb'[\[\]{}]|"(?:[^"\\]|\\.)*"')


def open_json(source: Source) -> OpenedFile:
    """Open a JSON file.

    Raises:
        PreviewError: It is binary, or too large.
    """
    data = FileBytes(source)
    try:
        text = beginning_of(data)
        found = _features(data)
        document, why_not = (None, "") if found is not None else _document(data)
    finally:
        data.close()
    if why_not:
        return OpenedFile(Opened(PreviewKind.TEXT, Text(text.text, why_not)))
    views = JsonViews()
    if found is not None:
        views.add_features(*found)
    else:
        views.add_document(document, as_tree=data.size <= MOST_TREE)
    return JsonFile(views, text)


def _features(data: FileBytes) -> tuple[VectorFile, str] | None:
    """The features of a large collection and their EPSG code; None: it is read another way."""
    large = MOST_TREE < data.size <= MOST_FEATURES
    if not large or _COLLECTION.search(data.read(0, _HEAD)) is None:
        return None
    try:
        found, others = of_text(text_of(data.read(0, MOST_FEATURES)))
    except (ValueError, RecursionError):
        return None  # said in words by the other way
    return found, projection_of(others)


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


class JsonViews:
    """The ways to look at a document, the best one first.

    Attributes:
        contents: What each of them shows.
        records: The rows of its table.
    """

    def __init__(self) -> None:
        self.contents: dict[PreviewKind, Content] = {}
        self.records: Records | None = None

    def add_document(self, document: Any, *, as_tree: bool) -> None:
        """All that it can be looked at as."""
        series = series_of(document)
        if series is not None:
            self.contents[PreviewKind.SERIES] = series
        if is_geojson(document):
            self._add_vector(of_document(document), projection_of(document))
        elif isinstance(document, list):
            self.records = table_of(document)
            self._find_columns()
        self._add_table()
        if as_tree:
            self.contents[PreviewKind.TREE] = Tree(document)

    def add_features(self, found: VectorFile, epsg: str) -> None:
        """A map and a table."""
        self._add_vector(found, epsg)
        self._add_table()

    def _add_vector(self, found: VectorFile, epsg: str) -> None:
        with contextlib.suppress(PreviewError):
            self.contents[PreviewKind.VECTOR] = found.shapes(epsg)
        self.records = found.records()

    def _add_table(self) -> None:
        if self.records is not None:
            self.contents[PreviewKind.TABLE] = self.records.table

    def _find_columns(self) -> None:
        """A list of objects with a date each is a series, too."""
        if self.records is None or len(self.records.rows) > MOST_PLOTTED:
            return
        names = [column.name for column in self.records.table.columns]
        found = columns_series(names, self.records.rows, ",")
        if found is not None:
            self.contents[PreviewKind.SERIES] = found


class JsonFile(OpenedFile):
    """A document that is open, with all the ways to look at it."""

    def __init__(self, views: JsonViews, text: Text) -> None:
        self._records = views.records
        self._views = {**views.contents, PreviewKind.TEXT: text}
        kind, *also = self._views
        super().__init__(Opened(kind, self._views[kind], tuple(also)))

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
