"""A mistake shown at its place in the JSON editor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EditorMark:
    """A mistake at a place: `line` and `column` are 1-based; column 0 marks the whole line."""

    line: int
    message: str
    column: int = 0
    is_error: bool = True
