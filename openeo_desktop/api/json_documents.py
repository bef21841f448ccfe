"""Hostile JSON into Python values without stopping the window.

One `json.loads` of 16 MB holds the interpreter lock for half a second, and the window with it;
so the members of a document are decoded one by one, long arrays item by item.
"""

from __future__ import annotations

import json
import re
from typing import Any

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
SMALL = 200_000
"""Up to this many characters a document is decoded in one call (a few milliseconds)."""


def decode_document(text: str) -> Any:
    """Decode a JSON document; a large object member by member, its large arrays item by item.

    Raises:
        ValueError: Not valid JSON, or nested too deeply, or numbers too long.
    """
    try:
        if len(text) <= SMALL or not text.lstrip().startswith("{"):
            return json.loads(text)
        return _Reader(text).read_object()
    except RecursionError:
        raise ValueError("nested too deeply") from None


class _Reader:
    """A cursor over the text; just the outermost object and its arrays are read by hand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def read_object(self) -> dict[str, Any]:
        result: dict[str, Any] = {}
        self._expect("{")
        if self._skip("}"):
            return self._finish(result)
        while True:
            key = self._key()
            result[key] = self._array() if self._peek() == "[" else self._value()
            if not self._skip(","):
                break
        self._expect("}")
        return self._finish(result)

    def _key(self) -> str:
        if self._peek() != '"':
            raise ValueError("a member without a name")
        key = self._value()
        self._expect(":")
        return str(key)

    def _finish(self, result: dict[str, Any]) -> dict[str, Any]:
        if self._peek():
            raise ValueError("text after the end of the document")
        return result

    def _array(self) -> list[Any]:
        items: list[Any] = []
        self._expect("[")
        if self._skip("]"):
            return items
        while True:
            items.append(self._value())
            if not self._skip(","):
                break
        self._expect("]")
        return items

    def _value(self) -> Any:
        self._space()
        value, self._at = _DECODER.raw_decode(self._text, self._at)
        return value

    def _space(self) -> None:
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _peek(self) -> str:
        self._space()
        return self._text[self._at : self._at + 1]

    def _skip(self, char: str) -> bool:
        if self._peek() != char:
            return False
        self._at += 1
        return True

    def _expect(self, char: str) -> None:
        if not self._skip(char):
            raise ValueError(f"expected {char!r} at character {self._at}")
