"""Line numbers and marks at the left of the JSON editor. It paints only what is in view."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.editor.json_colours import EditorColours
from openeo_desktop.ui.editor.json_marks import EditorMark

if TYPE_CHECKING:
    from openeo_desktop.ui.editor.json_editor import JsonEditor

_MARK_ROOM = 16


class JsonGutter(QWidget):
    """The strip of line numbers; the lines with a mistake carry a dot and a coloured number."""

    def __init__(self, editor: JsonEditor, colours: EditorColours) -> None:
        super().__init__(editor)
        self._editor = editor
        self._colours = colours
        self._marked: dict[int, bool] = {}
        editor.blockCountChanged.connect(self._on_block_count_changed)
        editor.updateRequest.connect(self._on_update_request)

    def set_colours(self, colours: EditorColours) -> None:
        self._colours = colours
        self.setFont(self._editor.font())
        self._on_block_count_changed()
        self.update()

    def set_marks(self, marks: Iterable[EditorMark]) -> None:
        """Show a dot at each marked line; an error wins over a warning."""
        self._marked = {}
        for mark in marks:
            self._marked[mark.line] = self._marked.get(mark.line, False) or mark.is_error
        self.update()

    def sizeHint(self) -> QSize:
        digits = max(2, len(str(self._editor.blockCount())))
        width = _MARK_ROOM + self.fontMetrics().horizontalAdvance("9") * digits + 10
        return QSize(width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._colours.gutter)
        painter.setPen(self._colours.border)
        painter.drawLine(self.width() - 1, event.rect().top(), self.width() - 1, self.height())
        editor, current = self._editor, self._editor.textCursor().blockNumber()
        block = editor.firstVisibleBlock()
        top = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            height = editor.blockBoundingRect(block).height()
            number = block.blockNumber()
            rect = QRect(0, round(top), self.width() - 9, self.fontMetrics().height())
            self._paint_line(painter, rect, number + 1, is_current=number == current)
            top += height
            block = block.next()

    def _paint_line(self, painter: QPainter, rect: QRect, line: int, *, is_current: bool) -> None:
        colours, is_error = self._colours, self._marked.get(line)
        pen = colours.text if is_current else colours.muted
        if is_error is not None:
            pen = colours.error if is_error else colours.warning
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen)
            painter.drawEllipse(QPointF(9, rect.center().y() + 0.5), 3.5, 3.5)
        painter.setPen(pen)
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._editor.viewport().mapFromGlobal(event.globalPosition().toPoint())
        at.setX(0)
        self._editor.go_to(self._editor.cursorForPosition(at).blockNumber() + 1, scroll=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._editor.wheelEvent(event)

    def _on_block_count_changed(self) -> None:
        self._editor.set_gutter_width(self.sizeHint().width())

    def _on_update_request(self, rect: QRect, dy: int) -> None:
        if dy:
            self.scroll(0, dy)
        else:
            self.update(0, rect.y(), self.width(), rect.height())
