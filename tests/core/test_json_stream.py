"""Large JSON files item by item: whatever the layout, whatever is wrong with them."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openeo_desktop.core import json_stream
from openeo_desktop.core.json_stream import JsonStream

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def members(text: str) -> list[tuple[str, Any]]:
    return list(JsonStream(io.StringIO(text)).members())


def expected(document: dict[str, Any]) -> list[tuple[str, Any]]:
    """What the usual decoder finds, its arrays taken apart."""
    found: list[tuple[str, Any]] = []
    for name, value in document.items():
        found += [(name, item) for item in value] if isinstance(value, list) else [(name, value)]
    return found


@given(
    document=st.dictionaries(st.text(), VALUES, max_size=5),
    chunk=st.integers(1, 9),
    indent=st.sampled_from([None, 2]),
)
def test_it_finds_what_the_usual_decoder_finds(
    document: dict[str, Any], chunk: int, indent: int | None
) -> None:
    before, json_stream.CHUNK = json_stream.CHUNK, chunk
    try:
        assert members(json.dumps(document, indent=indent)) == expected(document)
    finally:
        json_stream.CHUNK = before


BROKEN = ("", "[]", "nonsense", "{", '{"a"', '{"a": [1, 2', '{"a": 1 "b": 2}', "{1: 2}")


@pytest.mark.parametrize("text", [*BROKEN, '{"a": [1 2]}', '{"a":' + "[" * 100_000, '{"a": tru'])
def test_what_is_no_json_object_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        members(text)


def test_a_number_at_the_end_of_a_piece_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "CHUNK", 8)
    assert members('{"a": 1234567890, "b": [123456789012345]}') == [
        ("a", 1234567890),
        ("b", 123456789012345),
    ]


def test_an_item_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "LONGEST_ITEM", 1000)
    monkeypatch.setattr(json_stream, "CHUNK", 100)
    with pytest.raises(ValueError, match="too long"):
        members('{"a": ["' + "x" * 100_000 + '"]}')
