"""Reading single values out of foreign JSON: the wrong type is never an exception."""

from __future__ import annotations

import json
import math
from typing import Any

MAX_TEXT = 1_000_000
"""Longest single text that is kept, in characters; the rest of a hostile one is cut off."""
_DIGITS = 4000


def _integer(digits: str) -> int | float:
    """What Python refuses to read as an integer (over 4,300 digits) is beyond every float too."""
    return int(digits) if len(digits) < _DIGITS else float(digits)


LENIENT_JSON = json.JSONDecoder(parse_int=_integer)
"""Reads numbers of any length; slower than the usual decoder, so only where that one refuses."""


def read_json(text: str) -> Any:
    """Decode a JSON text that a back-end sent, whatever its numbers look like.

    Raises:
        ValueError: No valid JSON.
        RecursionError: Nested too deeply.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a number with thousands of digits
        return LENIENT_JSON.decode(text)


def as_text(raw: object, default: str = "") -> str:
    """A string (numbers become text), cut at `MAX_TEXT`; anything else is `default`."""
    if isinstance(raw, str):
        text = raw if len(raw) <= MAX_TEXT else raw[:MAX_TEXT]
        return text if text.isascii() else without_surrogates(text)
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return str(raw)
    return default


def without_surrogates(text: str) -> str:
    """The text without lone surrogates: JSON can spell them, files cannot."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def json_text(value: object, indent: int | None = None) -> str:
    """JSON text that can be written anywhere; foreign documents may hold lone surrogates.

    What is nested too deeply to be written becomes an empty object.
    """
    separators = None if indent else (",", ":")
    try:
        text = json.dumps(
            value, indent=indent, separators=separators, ensure_ascii=False, default=str
        )
        if not text.isascii():
            text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent, separators=separators, default=str)
    except RecursionError:
        return "{}"
    return text


def as_number(raw: object) -> float | None:
    """A finite number, None for anything else; booleans are no numbers."""
    if isinstance(raw, bool) or not isinstance(raw, (int, float)):
        return None
    try:
        value = float(raw)
    except OverflowError:
        return None
    return value if math.isfinite(value) else None


def as_size(raw: object) -> int | None:
    """A byte count >= 0, None for anything else."""
    value = as_number(raw)
    return int(value) if value is not None and value >= 0 else None


def as_dict(raw: object) -> dict[str, Any]:
    """An object, or an empty one."""
    return raw if isinstance(raw, dict) else {}


def as_list(raw: object) -> list[Any]:
    """An array, or an empty one."""
    return raw if isinstance(raw, list) else []


def as_dicts(raw: object) -> list[dict[str, Any]]:
    """The objects within an array, everything else left out."""
    return [item for item in as_list(raw) if isinstance(item, dict)]


def as_texts(raw: object) -> tuple[str, ...]:
    """The strings within an array, everything else left out."""
    return tuple(item for item in as_list(raw) if isinstance(item, str))
