"""Whether anything that a window shows is read as markup: labels, tool tips, models, documents."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGraphicsItem,
    QGraphicsTextItem,
    QGraphicsView,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

MARKUP = (
    '<img src="file:///etc/hostname" alt="seen"><b>bold</b> <a href="https://evil.example">x</a>'
)
"""A text as a hostile server may send it for any name."""
_TAG = "<img"
_MOST_ROWS = 40
_TIP_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole)


def assert_plain(window: QWidget) -> None:
    """Nothing under `window`, and none of its models, would be drawn as rich text."""
    found = rich_texts(window)
    assert not found, "\n".join(found)


def rich_texts(window: QWidget) -> list[str]:
    """What would be drawn as rich text, described, each once."""
    found = [line for part in (window, *window.findChildren(QWidget)) for line in _rich(part)]
    for action in window.findChildren(QAction):
        found += [f"action {action.text()}"] * _is_markup(action.toolTip())
    return list(dict.fromkeys(found))


def shows(window: QWidget, text: str) -> bool:
    """Whether a label or a model under `window` has the text: that it was not left out."""
    labels = any(text in label.text() for label in window.findChildren(QLabel))
    return labels or any(
        text in str(index.data() or "")
        for view in window.findChildren(QAbstractItemView)
        for index in _cells(view.model())
    )


def _rich(part: QWidget) -> Iterator[str]:
    name = f"{type(part).__name__} {part.objectName()}"
    if _is_markup(part.toolTip()) or _is_markup(part.whatsThis()):
        yield f"tool tip of {name}"
    if isinstance(part, QLabel) and part.textFormat() is not Qt.TextFormat.PlainText:
        if "<" in part.text():
            yield f"{name}: {part.text()[:80]}"
    elif isinstance(part, QMessageBox) and part.textFormat() is not Qt.TextFormat.PlainText:
        yield name
    elif isinstance(part, QTextEdit) and not isinstance(part, QPlainTextEdit):
        if _TAG in part.toHtml() or "evil.example" in _addresses(part):
            yield f"document of {name}"
    elif isinstance(part, QGraphicsView):
        for item in part.items():
            if _is_markup(item.toolTip()) or _is_markup(_html(item)):
                yield f"{type(item).__name__} in {name}"
    elif isinstance(part, QAbstractItemView) and not isinstance(part.parent(), QComboBox):
        for index in _cells(part.model()):
            if any(_is_markup(str(index.data(role) or "")) for role in _TIP_ROLES):
                yield f"tip of {name}, column {index.column()}"


def _html(item: QGraphicsItem) -> str:
    """What a text in a drawing is made of, where it is rich text at all."""
    return item.toHtml() if isinstance(item, QGraphicsTextItem) else ""


def _addresses(part: QTextEdit) -> str:
    """The links that a click would follow."""
    html = part.toHtml()
    return " ".join(piece.split('"', 1)[0] for piece in html.split('href="')[1:])


def _is_markup(text: str) -> bool:
    """Tool tips are always guessed at: what is escaped has no tag of the server's left."""
    return _TAG in text


def _columns(model: QAbstractItemModel) -> int:
    """How many; a list does not tell in Python."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _cells(model: QAbstractItemModel | None) -> Iterator[QModelIndex]:
    if model is None:
        return
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(_columns(model)):
            yield model.index(row, column)
