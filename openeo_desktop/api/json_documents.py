"""Hostile JSON into Python values without stopping the window.

One `json.loads` of 16 MB holds the interpreter lock for half a second, and the window with it; so
large documents are decoded member by member, and long arrays in portions (`api.json_arrays`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.api.json_arrays import DECODER, LENIENT, after_space, read_array

SMALL = 200_000
"""Up to this many characters a document is decoded in one call (a few milliseconds)."""
DEPTH = 3
"""So many levels of objects are read member by member: assets, nodes of a process graph."""


@dataclass(slots=True)
class Listing:
    """A document that lists objects in one of its members.

    `items` are these objects, each with its text exactly as it came; `rest` are the other members.
    `found`: the member is there, and an array.
    """

    rest: dict[str, Any] = field(default_factory=dict)
    items: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    found: bool = False


def decode_document(text: str) -> Any:
    """Decode a JSON document; a large object member by member, its large arrays in portions.

    Raises:
        ValueError: Not valid JSON, or nested too deeply.
    """
    try:
        if len(text) <= SMALL or text[after_space(text, 0) : after_space(text, 0) + 1] != "{":
            return _decode_at_once(text)
        return _Reader(text).read_document()
    except RecursionError:
        raise ValueError("nested too deeply") from None


def decode_listing(text: str, member: str) -> Listing:
    """Decode a JSON object whose array `member` is long; what is no object in it is left out.

    Raises:
        ValueError: Not valid JSON, no object, or nested too deeply.
    """
    try:
        reader = _Reader(text, member)
        rest = reader.read_document()
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return Listing(rest, reader.items, reader.found)


def _decode_at_once(text: str) -> Any:
    try:
        return DECODER.decode(text)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a number with thousands of digits, within a document
        if text.strip()[:1] not in ("{", "["):
            raise
        return LENIENT.decode(text)


class _Reader:
    """A cursor over the text; only the outermost objects and their arrays are read by hand."""

    def __init__(self, text: str, listed: str | None = None) -> None:
        self._text = text
        self._at = 0
        self._listed = listed
        self.items: list[tuple[dict[str, Any], str]] = []
        self.found = False

    def read_document(self) -> dict[str, Any]:
        """The whole text, which must be one object."""
        result = self._object(1)
        if self._peek():
            raise ValueError("text after the end of the document")
        return result

    def _object(self, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        self._expect("{")
        if self._skip("}"):
            return result
        while True:
            key = self._key()
            if depth == 1 and key == self._listed and self._peek() == "[":
                self._list()
            else:
                result[key] = self._value(depth)
            if not self._skip(","):
                break
        self._expect("}")
        return result

    def _key(self) -> str:
        if self._peek() != '"':
            raise ValueError("a member without a name")
        key, self._at = DECODER.raw_decode(self._text, self._at)
        self._expect(":")
        return str(key)

    def _list(self) -> None:
        """The array that is asked for; of a member that is there twice the last one counts."""
        texts: list[str] = []
        values, self._at = read_array(self._text, self._at, texts)
        pairs = zip(values, texts, strict=True)
        self.items = [(value, text) for value, text in pairs if isinstance(value, dict)]
        self.found = True

    def _value(self, depth: int) -> Any:
        opening = self._peek()
        if opening == "[":
            values, self._at = read_array(self._text, self._at)
            return values
        if opening == "{" and depth < DEPTH and len(self._text) - self._at > SMALL:
            return self._object(depth + 1)
        try:
            value, self._at = DECODER.raw_decode(self._text, self._at)
        except json.JSONDecodeError:
            raise
        except ValueError:
            value, self._at = LENIENT.raw_decode(self._text, self._at)
        return value

    def _peek(self) -> str:
        self._at = after_space(self._text, self._at)
        return self._text[self._at : self._at + 1]

    def _skip(self, char: str) -> bool:
        if self._peek() != char:
            return False
        self._at += 1
        return True

    def _expect(self, char: str) -> None:
        if not self._skip(char):
            raise ValueError(f"expected {char!r} at character {self._at}")
