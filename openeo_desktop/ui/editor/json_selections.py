"""What is drawn over the text of the JSON editor: the current line, marks, a pair of brackets."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit

from openeo_desktop.ui.editor.json_colours import EditorColours
from openeo_desktop.ui.editor.json_marks import EditorMark
from openeo_desktop.ui.editor.json_tokens import BRACKETS, CLOSERS, find_partner

Selection = QTextEdit.ExtraSelection


def current_line(cursor: QTextCursor, colours: EditorColours) -> Selection:
    """The line of the cursor, over the whole width."""
    looks = QTextCharFormat()
    looks.setBackground(colours.current_line)
    looks.setProperty(QTextFormat.Property.FullWidthSelection, True)
    here = QTextCursor(cursor)
    here.clearSelection()
    return _selection(here, looks)


def mark_selection(
    document: QTextDocument, mark: EditorMark, colours: EditorColours
) -> list[Selection]:
    """A wavy line under the place, and the line tinted; nothing if the line is gone."""
    block = document.findBlockByNumber(mark.line - 1)
    if mark.line < 1 or not block.isValid():
        return []
    tint = QTextCharFormat()
    tint.setBackground(colours.error_fill if mark.is_error else colours.warning_fill)
    tint.setProperty(QTextFormat.Property.FullWidthSelection, True)
    wave = QTextCharFormat()
    wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    wave.setUnderlineColor(colours.error if mark.is_error else colours.warning)
    start, end = _extent(block.text(), mark.column)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return [_selection(QTextCursor(block), tint), _selection(cursor, wave)]


def _extent(line: str, column: int) -> tuple[int, int]:
    """Where a mark starts and ends in its line: from the column to the end of the word."""
    begin = len(line) - len(line.lstrip())
    end = max(len(line.rstrip()), begin)
    if column < 1 or column > len(line):
        return (begin, end) if column < 1 else (max(begin, end - 1), len(line))
    start = column - 1
    if line[start] == '"':
        closing = line.find('"', start + 1)
        return start, closing + 1 if closing > 0 else end
    stop = start + 1
    while stop < end and line[stop].isalnum():
        stop += 1
    return start, stop


def bracket_pair(cursor: QTextCursor, colours: EditorColours) -> list[Selection]:
    """The bracket before or after the cursor together with its partner."""
    block, at = cursor.block(), cursor.positionInBlock()
    line, base = block.text(), block.position()
    for offset in (at, at - 1):
        if 0 <= offset < len(line) and (line[offset] in BRACKETS or line[offset] in CLOSERS):
            text = cursor.document().toPlainText()
            partner = find_partner(text, base + offset)
            if partner >= 0:
                return [_one_bracket(cursor, place, colours) for place in (base + offset, partner)]
    return []


def _one_bracket(cursor: QTextCursor, place: int, colours: EditorColours) -> Selection:
    looks = QTextCharFormat()
    looks.setBackground(colours.bracket)
    looks.setForeground(colours.text)
    here = QTextCursor(cursor)
    here.setPosition(place)
    here.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
    return _selection(here, looks)


def _selection(cursor: QTextCursor, looks: QTextCharFormat) -> Selection:
    selection = Selection()
    selection.cursor = cursor
    selection.format = looks
    return selection
