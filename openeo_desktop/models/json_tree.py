"""A JSON document as a tree of names and values; children are made when they are looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.json_values import json_text

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
MOST_TEXT = 2_000
PORTION = 1_000
"""Entries of one level that are shown at once; more come when they are scrolled to."""


class _Node:
    """One entry; those below it are made in portions, as far as they are looked at."""

    __slots__ = ("children", "name", "names", "parent", "row", "shown", "value")

    def __init__(self, parent: _Node | None, row: int, name: str, value: Any) -> None:
        self.parent = parent
        self.row = row
        self.name = name
        self.value = value
        self.names: list[str] | None = None
        self.children: list[_Node] = []
        self.shown = min(self.count(), PORTION)

    def child(self, row: int) -> _Node:
        """One of the entries below it."""
        if isinstance(self.value, dict) and self.names is None:
            self.names = list(self.value)
        for at in range(len(self.children), row + 1):
            name = str(at) if self.names is None else self.names[at]
            value = self.value[at if self.names is None else name]
            self.children.append(_Node(self, at, str(name), value))
        return self.children[row]

    def count(self) -> int:
        """How many there are below it, without making them."""
        return len(self.value) if isinstance(self.value, (dict, list)) else 0


class JsonTreeModel(QAbstractItemModel):
    """Two columns: name and value; objects show how many members they have, as lists do.

    Args:
        headers: Titles of the columns.
    """

    def __init__(self, headers: tuple[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = headers
        self._root = _Node(None, 0, "", None)

    def set_document(self, document: Any) -> None:
        """Show another document."""
        self.beginResetModel()
        whole = document if isinstance(document, (dict, list)) else [document]
        self._root = _Node(None, 0, "", whole)
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).child(row))

    def parent(self, index: Index = NO_INDEX) -> Any:
        node = self._node(index).parent if index.isValid() else None
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, 0, node)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.column() > 0 else self._node(parent).shown

    def hasChildren(self, parent: Index = NO_INDEX) -> bool:
        return parent.column() <= 0 and self._node(parent).count() > 0

    def canFetchMore(self, parent: Index) -> bool:
        node = self._node(parent)
        return node.shown < node.count()

    def fetchMore(self, parent: Index) -> None:
        node = self._node(parent)
        more = min(node.shown + PORTION, node.count())
        if more <= node.shown:
            return
        self.beginInsertRows(parent, node.shown, more - 1)
        node.shown = more
        self.endInsertRows()

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        node = self._node(index)
        return visible_text(node.name) if index.column() == 0 else self._text(node)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headers[section] if 0 <= section < 2 else None

    def value_text(self, index: Index) -> str:
        """The value of an entry as it is copied: JSON."""
        return json_text(self._node(index).value, indent=2)

    def pointer(self, index: Index) -> str:
        """Where an entry is (RFC 6901)."""
        names, node = [], self._node(index)
        while node.parent is not None:
            names.append(node.name.replace("~", "~0").replace("/", "~1"))
            node = node.parent
        return "".join(f"/{name}" for name in reversed(names))

    def _node(self, index: Index) -> _Node:
        if not index.isValid():
            return self._root
        node = index.internalPointer()
        assert isinstance(node, _Node)
        return node

    def _text(self, node: _Node) -> str:
        value = node.value
        if isinstance(value, (dict, list)):
            return f"[{len(value)}]" if isinstance(value, list) else f"{{{len(value)}}}"
        if isinstance(value, str):
            return visible_text(value[:MOST_TEXT])
        return json_text(value)[:MOST_TEXT]
