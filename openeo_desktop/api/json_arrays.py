"""Long JSON arrays in portions: no call of the decoder holds the interpreter lock for long.

Decoding thousands of alike objects together is twice as quick as one by one, but where one ends
is known only after it was decoded. So the ends are guessed from the text, and counted afterwards.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from openeo_desktop.core.json_values import LENIENT_JSON

PORTION = 64_000
"""Characters that are decoded in one call, as long as no single item is longer."""
_SPACE = re.compile(r"[ \t\n\r]*")
_FIRST_KEY = re.compile(r'\{[ \t\n\r]*"([^"\\]*)"')


DECODER = json.JSONDecoder()
LENIENT = LENIENT_JSON
"""Slower; for the documents that `DECODER` refuses because of a number with too many digits."""


def after_space(text: str, at: int) -> int:
    """Where the next character is that is no white space."""
    if text[at : at + 1] not in " \t\n\r":
        return at
    match = _SPACE.match(text, at)
    return match.end() if match else at


def read_array(text: str, at: int) -> tuple[list[Any], int]:
    """Decode the array that begins at `at`; returns its items and where the text goes on.

    Raises:
        ValueError: No valid JSON.
        RecursionError: Nested too deeply.
    """
    reader = ArrayReader(text, at)
    items: list[Any] = []
    while not reader.done:
        reader.read(items, None)
    return items, reader.at


class ArrayReader:
    """An array read portion by portion: `at` is where the text goes on, `done` at its end."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self.at = after_space(text, at + 1)
        self.done = text[self.at : self.at + 1] == "]"
        if self.done:
            self.at += 1
        self._guess = _guess(text, self.at)

    def read(self, items: list[Any], texts: list[str] | None) -> None:
        """Decode some more items (at least one).

        Args:
            texts: Gets the text of each item, as it stands there.

        Raises:
            ValueError: No valid JSON.
            RecursionError: Nested too deeply.
        """
        text = self._text
        if self._guess is not None:
            self.at, right = _read_portion(text, self.at, self._guess, items, texts)
            self._guess = self._guess if right else None
        self.at = _read_item(text, self.at, items, texts)
        mark = text[self.at : self.at + 1]
        if mark == ",":
            self.at = after_space(text, self.at + 1)
        elif mark == "]":
            self.at, self.done = self.at + 1, True
        else:
            raise ValueError(f"expected ']' at character {self.at}")


@dataclass(frozen=True, slots=True)
class _Guess:
    """How the items of an array begin (all with the same member), and what parts them."""

    first_key: str
    between: re.Pattern[str]

    def fits(self, items: list[Any]) -> bool:
        """Whether all decoded items begin like this; without a call for each of them."""
        if set(map(type, items)) != {dict}:
            return False
        return set(map(next, map(iter, items), repeat(None))) == {self.first_key}


def _guess(text: str, at: int) -> _Guess | None:
    match = _FIRST_KEY.match(text, at)
    if match is None:
        return None
    follows = rf'(?=[ \t\n\r]*"{re.escape(match[1])}")'
    return _Guess(match[1], re.compile(r"\}[ \t\n\r]*,[ \t\n\r]*\{" + follows))


def _read_portion(
    text: str, at: int, guess: _Guess, items: list[Any], texts: list[str] | None
) -> tuple[int, bool]:
    """Decode several items at once; where to go on, and whether their ends were guessed rightly.

    If all items begin as guessed no end was missed; then as many items as ends means that none
    is too many either, as it would be in a string, or between two objects within an item.
    """
    matches = list(guess.between.finditer(text, at, at + PORTION))
    if not matches:
        return at, True
    try:
        values = DECODER.decode(f"[{text[at : matches[-1].start() + 1]}]")
    except ValueError:
        return at, False
    if len(values) != len(matches) or not guess.fits(values):
        return at, False
    items.extend(values)
    for match in matches if texts is not None else ():
        texts.append(text[at : match.start() + 1])  # type: ignore[union-attr] # it is one here
        at = match.end() - 1
    return matches[-1].end() - 1, True


def _read_item(text: str, at: int, items: list[Any], texts: list[str] | None) -> int:
    try:
        value, end = DECODER.raw_decode(text, at)
    except json.JSONDecodeError:
        raise
    except ValueError:
        value, end = LENIENT.raw_decode(text, at)
    items.append(value)
    if texts is not None:
        texts.append(text[at:end])
    return after_space(text, end)
