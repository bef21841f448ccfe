"""Goes through a large JSON object member by member, and through one of its arrays item by item.

So that a document of many features never lies in memory as a whole: Python's objects for it are ten
times the text. Only the text is held.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from openeo_desktop.core.json_values import LENIENT_JSON

_SPACE = re.compile(r"[ \t\n\r]*")
_USUAL = json.JSONDecoder()


class JsonItems:
    """One pass over the text of an object.

    Attributes:
        others: The members beside the array, as far as they were met.
    """

    def __init__(self, text: str) -> None:
        self.others: dict[str, Any] = {}
        self._text = text
        self._at = 0

    def of(self, array: str) -> Iterator[Any]:
        """The items of the member `array`, in order; `others` is complete when they have ended.

        Raises:
            ValueError: The text is no JSON object, or not valid up to its end.
            RecursionError: It is nested too deeply.
        """
        self._take("{")
        while not self._sees("}"):
            name = self._value()
            if not isinstance(name, str):
                raise ValueError("the name of a member is missing")  # noqa: TRY004 - of the text
            self._take(":")
            if name == array and self._sees("["):
                yield from self._items()
            else:
                self.others[name] = self._value()
            self._after("}")
        self._take("}")
        if self._at < len(self._text):
            raise ValueError("there is more behind the object")

    def _items(self) -> Iterator[Any]:
        self._take("[")
        while not self._sees("]"):
            yield self._value()
            self._after("]")
        self._take("]")

    def _value(self) -> Any:
        try:
            value, self._at = _USUAL.raw_decode(self._text, self._at)
        except json.JSONDecodeError:
            raise
        except ValueError:  # a number with thousands of digits
            value, self._at = LENIENT_JSON.raw_decode(self._text, self._at)
        self._skip()
        return value

    def _after(self, end: str) -> None:
        """A comma and something behind it, or the end."""
        if not self._sees(end):
            self._take(",")
            if self._sees(end):
                raise ValueError("nothing follows a comma")

    def _sees(self, sign: str) -> bool:
        return self._text.startswith(sign, self._at)

    def _take(self, sign: str) -> None:
        self._skip()
        if not self._sees(sign):
            raise ValueError(f"{sign} is missing")
        self._at += 1
        self._skip()

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at)
        assert match is not None
        self._at = match.end()
