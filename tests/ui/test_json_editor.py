"""The JSON editor, used by keys, clipboard and mouse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.editor.json_editor import JsonEditor
from openeo_desktop.ui.editor.json_marks import EditorMark


@pytest.fixture
def editor(qtbot: QtBot) -> JsonEditor:
    widget = JsonEditor()
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def _large_text() -> str:
    nodes = {f"node{n}": {"process_id": "add", "arguments": {"x": n}} for n in range(14_000)}
    return json.dumps(nodes, indent=2)


def test_enter_between_brackets_opens_an_indented_line(editor: JsonEditor) -> None:
    QTest.keyClicks(editor, "{}")
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, '"a": 1')
    assert editor.toPlainText() == '{\n  "a": 1\n}'


def test_a_closing_bracket_steps_back(editor: JsonEditor) -> None:
    QTest.keyClicks(editor, "{")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "}")
    assert editor.toPlainText() == "{\n}"


def test_tab_and_shift_tab_move_the_selected_lines_in_one_step(editor: JsonEditor) -> None:
    editor.set_text('"a": 1,\n"b": 2')
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == '  "a": 1,\n  "b": 2'
    editor.undo()
    assert editor.toPlainText() == '"a": 1,\n"b": 2'
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.toPlainText() == '"a": 1,\n"b": 2'


def test_replacing_the_text_can_be_undone(editor: JsonEditor) -> None:
    editor.set_text("first")
    editor.set_text("second")
    editor.undo()
    assert editor.toPlainText() == "first"


def test_marks_underline_their_word_and_tint_their_line(editor: JsonEditor) -> None:
    editor.set_text('{\n  "ndvi": {\n  }\n}')
    editor.set_marks([EditorMark(2, "no such process", 3), EditorMark(99, "gone")])
    waves = [
        found.cursor.selectedText()
        for found in editor.extraSelections()
        if found.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    ]
    assert waves == ['"ndvi"']


def test_going_to_a_place_beyond_the_end_of_its_line_is_harmless(editor: JsonEditor) -> None:
    editor.set_text("{\n}")
    editor.go_to(2, 500)
    assert (editor.textCursor().blockNumber(), editor.textCursor().positionInBlock()) == (1, 1)
    editor.go_to(77, 1)
    assert editor.textCursor().blockNumber() == 1


def test_a_pasted_file_is_announced_not_inserted(qtbot: QtBot, editor: JsonEditor) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/data/graph.json")])
    with qtbot.waitSignal(editor.file_dropped) as announced:
        editor.insertFromMimeData(data)
    assert announced.args == [Path("/data/graph.json")]
    assert editor.toPlainText() == ""


def test_pasted_markup_stays_text(editor: JsonEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("<b>bold</b>")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "<b>bold</b>"


def test_only_what_is_in_view_is_coloured(qtbot: QtBot, editor: JsonEditor) -> None:
    text = _large_text()
    assert len(text) > 1_000_000
    editor.set_text(text)
    qtbot.waitUntil(lambda: editor.blockCount() > 50_000)
    document = editor.document()
    assert document.findBlockByNumber(1).layout().formats()
    assert not document.findBlockByNumber(40_000).layout().formats()
    editor.go_to(40_001)
    assert document.findBlockByNumber(40_000).layout().formats()


def test_what_is_typed_is_coloured_anew(editor: JsonEditor) -> None:
    editor.set_text('{"a": 1}')
    before = len(editor.document().firstBlock().layout().formats())
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClicks(editor, " true")
    assert len(editor.document().firstBlock().layout().formats()) == before + 1


def test_tab_does_not_leave_the_editor_but_control_tab_does(qtbot: QtBot) -> None:
    window = QWidget()
    editor, after = JsonEditor(window), QLineEdit(window)
    QVBoxLayout(window).addWidget(editor)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.toPlainText() == "  "
    assert editor.hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert after.hasFocus()
    editor.setFocus()
    editor.set_text("no indentation")
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert after.hasFocus()


def test_invalid_json_is_not_laid_out(editor: JsonEditor) -> None:
    editor.set_text('{"a": }')
    assert not editor.format_text()
    assert editor.toPlainText() == '{"a": }'
