"""What some keys do in the JSON editor: indentation, line breaks, closing brackets.

Each function is one step of undo.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from openeo_desktop.ui.editor.json_tokens import STEP, indent_after


def change_indent(cursor: QTextCursor, *, deeper: bool) -> None:
    """Indent or un-indent every line the selection touches."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
    last_number = last.blockNumber()
    edit = QTextCursor(document)
    edit.beginEditBlock()
    while block.isValid() and block.blockNumber() <= last_number:
        edit.setPosition(block.position())
        if deeper:
            edit.insertText(STEP)
        else:
            for _ in range(_removable(block.text())):
                edit.deleteChar()
        block = block.next()
    edit.endEditBlock()


def _removable(line: str) -> int:
    if line.startswith("\t"):
        return 1
    return min(len(STEP), len(line) - len(line.lstrip(" ")))


def break_line(cursor: QTextCursor) -> QTextCursor:
    """A new line, indented; between brackets the closing one gets a line of its own."""
    line, at = cursor.block().text(), cursor.positionInBlock()
    indent = indent_after(line[:at])
    opened = line[:at].rstrip().endswith(("{", "["))
    closing = line[at:].lstrip().startswith(("}", "]"))
    cursor.beginEditBlock()
    cursor.insertText("\n" + indent)
    if opened and closing:
        cursor.insertText("\n" + indent[: -len(STEP)])
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.endEditBlock()
    return cursor


def close_bracket(cursor: QTextCursor, bracket: str) -> None:
    """Type a closing bracket; alone on its line it steps back one level."""
    cursor.beginEditBlock()
    before = cursor.block().text()[: cursor.positionInBlock()]
    if not cursor.hasSelection() and before.endswith(STEP) and not before.strip():
        for _ in STEP:
            cursor.deletePreviousChar()
    cursor.insertText(bracket)
    cursor.endEditBlock()
