"""JSON text in small pieces, for showing it: tokens of a line, the partner of a bracket.

Text only, no widgets: nothing here parses a document (see `core.process_graph`). Works on text that
is not valid yet, as it is while someone types.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import NamedTuple

STEP = "  "
"""One level of indentation."""

LONGEST_COLOURED_LINE = 20_000
"""Longer lines stay plain: laying out thousands of coloured pieces in one line is slow."""

BRACKETS = {"{": "}", "[": "]"}
CLOSERS = {closer: opener for opener, closer in BRACKETS.items()}
_MAX_SCAN = 200_000
_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*"?)(?P<colon>\s*:)?'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r"|(?P<word>\b(?:true|false|null)\b)"
)
_NOT_A_BRACKET = re.compile(r'"(?:[^"\\\n]|\\.)*"?')


class TokenKind(enum.Enum):
    """What is coloured."""

    KEY = "key"
    STRING = "string"
    NUMBER = "number"
    WORD = "word"


class Token(NamedTuple):
    """A piece of a line: start and length in characters."""

    start: int
    length: int
    kind: TokenKind


def tokens_of(line: str) -> Iterator[Token]:
    """The coloured pieces of one line; a JSON string never spans lines."""
    if len(line) > LONGEST_COLOURED_LINE:
        return
    for match in _TOKEN.finditer(line):
        if match["string"] is not None:
            kind = TokenKind.KEY if match["colon"] else TokenKind.STRING
            yield Token(match.start("string"), len(match["string"]), kind)
        elif match["number"] is not None:
            yield Token(match.start(), len(match.group()), TokenKind.NUMBER)
        else:
            yield Token(match.start(), len(match.group()), TokenKind.WORD)


def find_partner(text: str, position: int) -> int:
    """Position of the bracket that belongs to the one at `position`; -1 if there is none near.

    Brackets within strings do not count. The search ends after 200,000 characters, so that it stays
    quick in a large text.
    """
    char = text[position : position + 1]
    if char in BRACKETS:
        return _scan_forward(text, position, char)
    if char in CLOSERS:
        return _scan_backward(text, position, char)
    return -1


def _scan_forward(text: str, position: int, opener: str) -> int:
    depth = 0
    part = _hide_strings(text[position : position + _MAX_SCAN])
    for match in re.finditer(r"[{}\[\]]", part):
        depth += 1 if match.group() in BRACKETS else -1
        if depth == 0:
            at = position + match.start()
            return at if text[at] == BRACKETS[opener] else -1
    return -1


def _scan_backward(text: str, position: int, closer: str) -> int:
    start = max(0, position + 1 - _MAX_SCAN)
    start = text.rfind("\n", 0, start) + 1 if start else 0
    part = _hide_strings(text[start : position + 1])
    depth = 0
    for match in reversed(list(re.finditer(r"[{}\[\]]", part))):
        depth += 1 if match.group() in CLOSERS else -1
        if depth == 0:
            at = start + match.start()
            return at if text[at] == CLOSERS[closer] else -1
    return -1


def _hide_strings(text: str) -> str:
    return _NOT_A_BRACKET.sub(lambda match: " " * len(match.group()), text)


def indent_after(line: str) -> str:
    """White space for the line that follows `line`: one step deeper after an opening bracket."""
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return indent + STEP if line.rstrip().endswith(("{", "[")) else indent
