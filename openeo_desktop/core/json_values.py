"""Reading single values out of foreign JSON: the wrong type is never an exception."""

from __future__ import annotations

import json
import math
from typing import Any

MAX_TEXT = 1_000_000
"""Longest single text that is kept, in characters; the rest of a hostile one is cut off."""


def as_text(raw: object, default: str = "") -> str:
    """A string (numbers become text), cut at `MAX_TEXT`; anything else is `default`."""
    if isinstance(raw, str):
        return without_surrogates(raw[:MAX_TEXT])
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
