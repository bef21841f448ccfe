"""A large JSON file read item by item: what is in memory is one item of one array at a time.

No file of a person is trusted: sizes are limited, and what is no JSON ends in a `ValueError`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from openeo_desktop.core.json_values import LENIENT_JSON

CHUNK = 256 * 1024
LONGEST_ITEM = 64 * 1024 * 1024
"""Longest single item in characters: a process graph may hold large geometries."""
UNREAD = 4
"""So near to the end of what was read a number may go on: `1`, `1.`, `1e`, `1e+`."""
_SPACE = " \t\n\r"
_DECODER = json.JSONDecoder()


class JsonStream:
    """The members of one large JSON object, in the order of the file."""

    def __init__(self, file: TextIO) -> None:
        """Read from a text file that stands at its beginning."""
        self._file = file
        self._text = ""
        self._at = 0
        self._ended = False
        self.consumed = 0

    def members(self) -> Iterator[tuple[str, Any]]:
        """(name, value) for each member; a member that is an array comes item by item, as
        (name, item). `consumed` tells how many characters were read so far.

        Raises:
            ValueError: No JSON object, nested too deeply, or an item is too long.
        """
        try:
            yield from self._members()
        except RecursionError:
            raise ValueError("nested too deeply") from None

    def _members(self) -> Iterator[tuple[str, Any]]:
        self._expect("{")
        if self._skip("}"):
            return
        while True:
            name = self._value()
            if not isinstance(name, str):
                raise ValueError("a member without a name")  # noqa: TRY004 - of the file
            self._expect(":")
            if self._skip("["):
                yield from ((name, item) for item in self._items())
            else:
                yield name, self._value()
            if not self._skip(","):
                self._expect("}")
                return

    def _items(self) -> Iterator[Any]:
        if self._skip("]"):
            return
        while True:
            yield self._value()
            if not self._skip(","):
                self._expect("]")
                return

    def _value(self) -> Any:
        """The next value; more of the file is read until it is whole."""
        self._peek()
        wanted = CHUNK
        while True:
            found = self._decoded()
            if found is not None and (self._ended or found[1] + UNREAD <= len(self._text)):
                self._at = found[1]
                return found[0]
            if self._ended:
                raise ValueError("the file ends in the middle of a value")
            if len(self._text) - self._at > LONGEST_ITEM:
                raise ValueError("an item of the file is too long")
            self._fill(wanted)
            wanted *= 2  # else a long value would be decoded again for each piece of it

    def _decoded(self) -> tuple[Any, int] | None:
        try:
            return _DECODER.raw_decode(self._text, self._at)
        except json.JSONDecodeError:
            return None
        except ValueError:  # a number with thousands of digits
            return LENIENT_JSON.raw_decode(self._text, self._at)

    def _fill(self, wanted: int) -> None:
        more = self._file.read(wanted)
        self.consumed += len(more)
        self._ended = not more
        self._text = self._text[self._at :] + more
        self._at = 0

    def _peek(self) -> str:
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._fill(CHUNK)

    def _skip(self, char: str) -> bool:
        if self._peek() != char:
            return False
        self._at += 1
        return True

    def _expect(self, char: str) -> None:
        if not self._skip(char):
            raise ValueError(f"expected {char!r}")
