"""Pieces of JSON text: tokens, brackets, layout; on text that is valid, half typed or hostile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from openeo_desktop.core.errors import InputError, StorageError
from openeo_desktop.ui.editor.json_layout import has_long_line, lay_out, read_json_text, readable
from openeo_desktop.ui.editor.json_tokens import TokenKind, find_partner, indent_after, tokens_of


def test_tokens_tell_keys_from_strings() -> None:
    found = [(kind, start) for start, _length, kind in tokens_of('"a": ["b", -1.5e3, true, null]')]
    assert found == [
        (TokenKind.KEY, 0),
        (TokenKind.STRING, 6),
        (TokenKind.NUMBER, 11),
        (TokenKind.WORD, 19),
        (TokenKind.WORD, 25),
    ]


def test_an_escaped_quote_does_not_end_a_string() -> None:
    line = r'"say \"true\" 12": 3'
    kinds = [kind for _start, _length, kind in tokens_of(line)]
    assert kinds == [TokenKind.KEY, TokenKind.NUMBER]


def test_a_string_that_is_not_closed_yet_is_coloured_to_the_end() -> None:
    (token,) = tokens_of('  "half typed true 12')
    assert (token.start, token.start + token.length) == (2, 21)


@pytest.mark.parametrize(
    ("text", "position", "partner"),
    [
        ('{"a": [1, {"b": 2}]}', 0, 19),
        ('{"a": [1, {"b": 2}]}', 18, 6),
        ('{"a": "}"}', 0, 9),
        ('{"a": "}"}', 9, 0),
        ("{\n]", 0, -1),
        ("{", 0, -1),
        ('"x"', 0, -1),
    ],
)
def test_brackets_find_their_partner(text: str, position: int, partner: int) -> None:
    assert find_partner(text, position) == partner


def test_a_line_after_an_opening_bracket_is_indented() -> None:
    assert indent_after('    "a": {') == " " * 6
    assert indent_after('    "a": 1,') == " " * 4


def test_layout_keeps_the_values_and_short_lists_in_one_line() -> None:
    raw = {"bbox": [1, 2.5, 3, 4], "text": "[ 1,\n 2 ]", "deep": [{"a": []}]}
    pretty = lay_out(json.dumps(raw))
    assert json.loads(pretty) == raw
    assert '"bbox": [1, 2.5, 3, 4]' in pretty


def test_text_of_machines_is_broken_into_lines() -> None:
    raw = {f"node{number}": {"process_id": "x", "arguments": {}} for number in range(400)}
    text = json.dumps(raw)
    assert has_long_line(text)
    assert not has_long_line(readable(text))
    assert json.loads(readable(text)) == raw


def test_a_long_line_that_is_no_json_stays_as_it_is() -> None:
    text = "x" * 10_000
    assert readable(text) == text


def test_files_are_read_whatever_their_line_ends_and_marks(tmp_path: Path) -> None:
    file = tmp_path / "graph.json"
    file.write_bytes(b'\xef\xbb\xbf{\r\n"a": 1\r}')
    assert read_json_text(file) == '{\n"a": 1\n}'
    file.write_text('{"ä": 1}', encoding="utf-16")
    assert read_json_text(file) == '{"ä": 1}'


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    file = tmp_path / "picture.json"
    file.write_bytes(b"\x89PNG\xff\xfe\x00\x01")
    with pytest.raises(InputError, match="holds no text"):
        read_json_text(file)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"gone\.json.*cannot be read"):
        read_json_text(tmp_path / "gone.json")
    with pytest.raises(StorageError, match="cannot be read"):
        read_json_text(tmp_path)
