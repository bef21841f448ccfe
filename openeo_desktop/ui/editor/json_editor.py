"""The editor for a process graph as JSON: line numbers, colours, brackets, marks at mistakes.

It edits text and shows marks it is given; it neither reads nor checks process graphs (see
`process_check`). A text of 1 MB stays fluid: only visible lines are coloured and numbered.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from openeo_desktop.ui.editor.json_colours import current_colours
from openeo_desktop.ui.editor.json_gutter import JsonGutter
from openeo_desktop.ui.editor.json_highlighter import JsonHighlighter
from openeo_desktop.ui.editor.json_layout import lay_out, readable
from openeo_desktop.ui.editor.json_marks import EditorMark
from openeo_desktop.ui.editor.json_selections import bracket_pair, current_line, mark_selection
from openeo_desktop.ui.editor.json_tokens import STEP
from openeo_desktop.ui.editor.json_typing import break_line, change_indent, close_bracket
from openeo_desktop.ui.look.fonts import fixed_font
from openeo_desktop.ui.loop.background import BackgroundCalls

_MAX_MARKS = 200
_QUICK_TEXT = 200_000


class JsonEditor(QPlainTextEdit):
    """A plain text editor that knows JSON's looks.

    Signals:
        file_dropped(Path): A file was dropped on the editor or pasted; it is not read here.
    """

    file_dropped = Signal(Path)

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self._marks: tuple[EditorMark, ...] = ()
        self._colours = current_colours()
        self._layout_calls = BackgroundCalls(self)
        self.setObjectName("jsonEditor")
        self.setAccessibleName(self.tr("Process graph as JSON"))
        self.setAccessibleDescription(self.tr("Tab indents; Ctrl+Tab leaves the editor."))
        self.setFont(fixed_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._gutter = JsonGutter(self, self._colours)
        self._highlighter = JsonHighlighter(self)
        self.setReadOnly(read_only)
        if read_only:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self._apply_looks()

    # -- text ------------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Replace the text as one step that can be undone; text of machines is laid out first."""
        if len(text) > _QUICK_TEXT:
            self._layout_calls.call(lambda: readable(text), self._replace_all)
        else:
            self._layout_calls.drop()
            self._replace_all(readable(text))

    def format_text(self) -> bool:
        """Lay the JSON out with one step of indentation per level; False if it is not valid."""
        text = self.toPlainText()
        try:
            laid_out = lay_out(text)
        except (ValueError, RecursionError):
            return False
        if laid_out != text:
            self._replace_all(laid_out)
        return True

    def go_to(self, line: int, column: int = 1, *, scroll: bool = True) -> None:
        """Put the cursor at a 1-based place, in view, and take the focus."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        if not block.isValid():
            return
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(max(0, column - 1), block.length() - 1))
        self.setTextCursor(cursor)
        if scroll:
            self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace_all(self, text: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    # -- marks -----------------------------------------------------------------------------------

    def marks(self) -> tuple[EditorMark, ...]:
        return self._marks

    def set_marks(self, marks: Sequence[EditorMark]) -> None:
        """Show these marks and no others; at most 200."""
        self._marks = tuple(marks[:_MAX_MARKS])
        self._gutter.set_marks(self._marks)
        self._show_selections()

    # -- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() == Qt.Key.Key_Tab
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self._move_focus(forward=True)
        elif self.isReadOnly() or not self._typed(event):
            super().keyPressEvent(event)

    def _typed(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        cursor = self.textCursor()
        if key == Qt.Key.Key_Tab and plain:
            if cursor.hasSelection():
                change_indent(cursor, deeper=True)
            else:
                cursor.insertText(STEP)
        elif key == Qt.Key.Key_Backtab and _can_unindent(cursor):
            change_indent(cursor, deeper=False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.setTextCursor(break_line(cursor))
            self.ensureCursorVisible()
        elif event.text() in ("}", "]"):
            close_bracket(cursor, event.text())
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab writes; Ctrl+Tab and, where there is nothing to take back, Shift+Tab move on."""
        if forward and not self.isReadOnly():
            return False
        return self._move_focus(forward=forward)

    def _move_focus(self, *, forward: bool) -> bool:
        window = self.window()  # QPlainTextEdit itself would refuse as long as it can be edited
        if window is self:
            return super().focusNextPrevChild(forward)
        return bool(window.focusNextPrevChild(forward))

    # -- paste and drop --------------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if self.isReadOnly():
            return False
        return _local_file(source) is not None or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert_or_open(source)

    def insert_or_open(self, source: QMimeData) -> None:
        """Take what was pasted or dropped: text goes to the cursor, a file is announced."""
        file = _local_file(source)
        if file is not None:
            self.file_dropped.emit(file)
        elif source.hasText() and len(source.text()) > _QUICK_TEXT:
            text = source.text()
            self._layout_calls.call(lambda: readable(text), self._insert)
        elif source.hasText():
            self._insert(readable(source.text()))

    def _insert(self, text: str) -> None:
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    # -- looks -----------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._apply_looks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        width = self._gutter.sizeHint().width()
        self._gutter.setGeometry(QRect(area.left(), area.top(), width, area.height()))
        self._highlighter.colour_visible()

    def set_gutter_width(self, width: int) -> None:
        """Keep `width` pixels free at the left, for the gutter."""
        self.setViewportMargins(width, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tool_tip(event)
            return True
        return super().event(event)

    def _show_tool_tip(self, event: QHelpEvent) -> None:
        at = self.viewport().mapFrom(self, event.pos())
        line = self.cursorForPosition(at).blockNumber() + 1
        messages = [mark.message for mark in self._marks if mark.line == line]
        if messages:
            text = "<br>".join(html.escape(message[:500]) for message in messages[:5])
            QToolTip.showText(event.globalPos(), f"<qt>{text}</qt>", self)
        else:
            QToolTip.hideText()

    def _apply_looks(self) -> None:
        if not hasattr(self, "_highlighter"):  # Qt sends changes while the base class is made
            return
        self._colours = current_colours()
        self._highlighter.set_formats(self._colours.formats())
        self._gutter.set_colours(self._colours)
        self.setTabStopDistance(2 * self.fontMetrics().horizontalAdvance(" "))
        self._show_selections()

    def _on_cursor_moved(self) -> None:
        self._show_selections()
        self._gutter.update()

    def _show_selections(self) -> None:
        cursor, colours = self.textCursor(), self._colours
        selections = [] if self.isReadOnly() else [current_line(cursor, colours)]
        for mark in self._marks:
            selections += mark_selection(self.document(), mark, colours)
        selections += bracket_pair(cursor, colours)
        self.setExtraSelections(selections)


def _can_unindent(cursor: QTextCursor) -> bool:
    return cursor.hasSelection() or cursor.block().text().startswith((" ", "\t"))


def _local_file(source: QMimeData) -> Path | None:
    """The one local file in what was dropped or pasted, else None."""
    urls = source.urls() if source.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
