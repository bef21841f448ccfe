"""Foreign text as a cell of a table that a spreadsheet will read: never a formula, never two cells.

Source: OWASP, «CSV Injection». Spreadsheets run what begins like a formula, also when it is pasted.
"""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_BREAKS = re.compile(r"[\t\r\n\v\f]+")


def no_formula(text: str) -> str:
    """The text, with the spreadsheet's own sign for «this is text» before a formula.

    Numbers stay numbers, also negative ones.
    """
    is_formula = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def pasted_row(cells: list[str]) -> str:
    """A row for the clipboard, cells apart by tabs."""
    return "\t".join(no_formula(_BREAKS.sub(" ", cell)) for cell in cells)
