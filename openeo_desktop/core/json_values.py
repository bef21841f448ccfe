"""Reading single values out of foreign JSON: the wrong type is never an exception."""

from __future__ import annotations

import math
from typing import Any

MAX_TEXT = 1_000_000
"""Longest single text that is kept, in characters; the rest of a hostile one is cut off."""


def as_text(raw: object, default: str = "") -> str:
    """A string (numbers become text), cut at `MAX_TEXT`; anything else is `default`."""
    if isinstance(raw, str):
        return raw[:MAX_TEXT]
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return str(raw)
    return default


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
