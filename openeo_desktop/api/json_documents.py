"""Hostile JSON into Python values without stopping the window.

One `json.loads` of 16 MB holds the interpreter lock for half a second, and the window with it; so
large documents are decoded member by member, and long arrays in portions (`api.json_arrays`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from openeo_desktop.api.json_arrays import DECODER, LENIENT, ArrayReader, after_space, read_array

SMALL = 200_000
"""Up to this many characters a document is decoded in one call (a few milliseconds)."""
TAIL = 10_000
"""Within so many characters at the end of a listing its links are looked for."""
DEPTH = 3
"""So many levels of objects are read member by member: assets, nodes of a process graph."""


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

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def read_document(self) -> dict[str, Any]:
        """The whole text, which must be one object."""
        result = self._object(1)
        self._finish()
        return result

    def _finish(self) -> None:
        if self._peek():
            raise ValueError("text after the end of the document")

    def _object(self, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        self._expect("{")
        if self._skip("}"):
            return result
        while True:
            key = self._key()
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


Item = tuple[dict[str, Any], str]


class ListingReader(_Reader):
    """A JSON object whose array `member` is long: its items come portion by portion.

    `rest` are the other members, complete after the last portion. `found`: the member is there, and
    an array. `size`: characters of the text. Memory and the collector of garbage never see all of
    the items at once.
    """

    def __init__(self, text: str, member: str) -> None:
        super().__init__(text)
        self.size = len(text)
        self.rest: dict[str, Any] = {}
        self.found = False
        self._member = member

    def likely(self, member: str) -> Any:
        """What a member that stands at the end of the text is likely to hold; None if not found.

        A guess that costs no reading of all the items before it, to be held against `rest`.
        """
        at = self._text.rfind(f'"{member}"', max(0, len(self._text) - TAIL))
        if at < 0:
            return None
        at = after_space(self._text, at + len(member) + 2)
        try:
            return DECODER.raw_decode(self._text, after_space(self._text, at + 1))[0]
        except (ValueError, RecursionError):
            return None

    def portions(self, size: int) -> Iterator[list[Item]]:
        """The objects of the array, each with its text as it came; what is no object is left out.

        Args:
            size: A portion holds at least so many, and not many more; the last one may hold fewer.

        Raises:
            ValueError: Not valid JSON, no object, or nested too deeply.
        """
        try:
            yield from self._members(size)
        except RecursionError:
            raise ValueError("nested too deeply") from None

    def _members(self, size: int) -> Iterator[list[Item]]:
        self._expect("{")
        more = not self._skip("}")
        while more:
            key = self._key()
            if key == self._member and self._peek() == "[":
                yield from self._items(size)
            else:
                self.rest[key] = self._value(1)
            more = self._skip(",")
            if not more:
                self._expect("}")
        self._finish()

    def _items(self, size: int) -> Iterator[list[Item]]:
        self.found = True
        array = ArrayReader(self._text, self._at)
        while not array.done:
            values: list[Any] = []
            texts: list[str] = []
            while len(values) < size and not array.done:
                array.read(values, texts)
            pairs = zip(values, texts, strict=True)
            yield [(value, text) for value, text in pairs if isinstance(value, dict)]
        self._at = array.at
