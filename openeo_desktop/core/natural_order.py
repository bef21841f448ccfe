"""Names in the order in which a person counts: `tile_2` before `tile_10`.

No locale here: accents and scripts order by their code points, as in the rest of the lists.
"""

from __future__ import annotations

import re

_NUMBERS = re.compile("([0-9]+)")

NaturalKey = tuple[tuple[int, str], ...]


def natural_key(name: str) -> NaturalKey:
    """A sort key: letters without case, runs of digits by their value, leading zeros aside.

    Numbers are compared as digits and not as `int`: a name of a back-end may hold more digits
    than Python reads into one.
    """
    parts = _NUMBERS.split(name.casefold())  # text and digits in turn, text first
    values = ((len(part), part) for part in (digits.lstrip("0") for digits in parts[1::2]))
    texts = [(0, text) for text in parts[::2]]
    return _in_turn(texts, list(values))


def _in_turn(texts: list[tuple[int, str]], values: list[tuple[int, str]]) -> NaturalKey:
    paired = [item for pair in zip(texts, values, strict=False) for item in pair]
    return (*paired, texts[-1])
