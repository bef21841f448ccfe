"""Laying JSON out for reading, and reading it from a file: text only, no widgets.

These functions may run on any thread; for large texts they should not run on the GUI's.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from openeo_desktop.core.errors import InputError, StorageError
from openeo_desktop.core.process_graph import MAX_TEXT_BYTES

LONG_LINE = 5_000
"""A longer line was written by a machine; an editor gets slow on it."""

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_SHORT_LIST = re.compile(r"\[\s*([^\[\]{}\"]{1,100}?)\s*\]")


def lay_out(text: str) -> str:
    """The same JSON, one step of two spaces per level, short lists of numbers in one line.

    Raises:
        ValueError: It is not JSON.
        RecursionError: It is nested too deeply.
    """
    pretty = json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    if len(pretty) > 1_000_000:
        return pretty
    return _outside_strings(pretty)


def _outside_strings(pretty: str) -> str:
    pieces = re.split(r'("(?:[^"\\]|\\.)*")', pretty)
    if len(pieces) > 1:
        pieces[::2] = [_SHORT_LIST.sub(_one_line, piece) for piece in pieces[::2]]
        return "".join(pieces)
    return _SHORT_LIST.sub(_one_line, pretty)


def _one_line(match: re.Match[str]) -> str:
    return "[" + re.sub(r"\s+", " ", match[1]) + "]"


def has_long_line(text: str) -> bool:
    """Whether a line is too long to be edited as it is."""
    return len(text) > LONG_LINE and any(len(line) > LONG_LINE for line in text.split("\n"))


def readable(text: str) -> str:
    """Line ends as the editor wants them; text of machines laid out if it is JSON."""
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff")).replace("\0", "\ufffd")
    if not has_long_line(text):
        return text
    try:
        return lay_out(text)
    except (ValueError, RecursionError):
        return text


def read_json_text(path: Path) -> str:
    """The text of a JSON file, ready to be edited.

    Raises:
        InputError: Not text in UTF-8, or too large for a process graph.
        StorageError: The file cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_TEXT_BYTES + 1)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise StorageError(
            f"The file «{path.name}» cannot be read ({reason}).", "Choose another file."
        ) from error
    if len(data) > MAX_TEXT_BYTES:
        raise InputError(
            f"The file «{path.name}» is too large for a process graph (over 16 MB).",
            "Choose another file.",
        )
    return readable(_decode(data, path.name))


def _decode(data: bytes, name: str) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"The file «{name}» holds no text.", "Choose a JSON file in UTF-8."
        ) from error
    if "\0" in text:
        raise InputError(f"The file «{name}» holds no text.", "Choose a JSON file in UTF-8.")
    return text
