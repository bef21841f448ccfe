"""How well typed letters fit a text: «dlr» finds «Download results». No Qt, no look-ups.

All letters of a word have to be there, in order. Letters at the beginning of words and letters in a
row count most, as people type them; what was skipped costs a little.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_TYPED = 100
MAX_TEXT = 300
_START, _ROW, _FIRST = 10, 8, 6
STRONG = 9
"""Points for each typed letter from which on a match is what was meant, not chance."""


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """`score`: the higher the better. `positions`: the letters of the text that were meant."""

    score: float
    positions: tuple[int, ...]

    @property
    def is_strong(self) -> bool:
        """The letters begin words or follow each other."""
        return not self.positions or self.score >= STRONG * len(self.positions)


def fuzzy_match(typed: str, text: str) -> FuzzyMatch | None:
    """The best way to find what was typed in the text, None if there is none.

    Words may come in any order; case does not count. Time is in proportion to the product of both
    lengths, which are limited.
    """
    letters = [letter.casefold() for letter in text[:MAX_TEXT]]
    starts = _starts(text[:MAX_TEXT])
    score, positions = -len(letters) * 0.01, set[int]()
    for word in typed.casefold()[:MAX_TYPED].split():
        best = _best(list(word), letters, starts)
        if best is None:
            return None
        score += best[0]
        positions.update(best[1])
    return FuzzyMatch(score, tuple(sorted(positions)))


def _starts(text: str) -> list[bool]:
    """Which letters begin a word."""
    before = [" ", *text]
    return [
        letter.isalnum()
        and (not before[at].isalnum() or (letter.isupper() and before[at].islower()))
        for at, letter in enumerate(text)
    ]


_Best = tuple[float, tuple[int, ...]]


def _best(wanted: list[str], letters: list[str], starts: list[bool]) -> _Best | None:
    """For each typed letter the best ways that end at each place of the text."""
    ways: dict[int, _Best] = {}
    for number, letter in enumerate(wanted):
        found: dict[int, _Best] = {}
        leader: _Best | None = None  # the best way that ends before the present place
        for at, other in enumerate(letters):
            if number and at - 1 in ways:
                leader = _better(leader, ways[at - 1])
            if other != letter or (number and leader is None):
                continue
            found[at] = _extended(at, starts[at], leader, ways.get(at - 1))
        ways = found
    return max(ways.values(), default=None)


def _extended(at: int, is_start: bool, leader: _Best | None, previous: _Best | None) -> _Best:
    points = (_START if is_start else 1) + (_FIRST if at == 0 else 0)
    ways: list[_Best] = []
    if leader is None:
        ways.append((float(points), (at,)))
    else:
        gap = at - leader[1][-1] - 1
        ways.append((leader[0] + points - min(gap, 10) * 0.2, (*leader[1], at)))
    if previous is not None:
        ways.append((previous[0] + max(points, _ROW) + 2, (*previous[1], at)))
    return max(ways)


def _better(left: _Best | None, right: _Best) -> _Best:
    return right if left is None or right[0] >= left[0] else left
