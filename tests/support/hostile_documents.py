"""Documents as no good back-end would send them, in batches, from what hypothesis draws.

Hypothesis draws the values (and shrinks them); a seed strews them over a batch of documents. So
50,000 documents take a minute, not an hour.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

UNKNOWN = ("x-vendor", "federation:backends", "Ünbekannt", "", "raw", "__class__", "constructor")
"""Names no version of the API has: what they hold must not be lost."""
LONG_NUMBER = "a number of 5,000 digits"
"""Is sent as one; Python itself refuses to write or to read it."""
_TEXTS = (
    "", " ", "\x00", "a\x00b", "\ud800", "\udfff\ud800", "\u202egpj.exe", "🛰️" * 40, "e\u0301",
    "../../etc/passwd", "C:\\CON", "<img src=x onerror=alert(1)>", "'; DROP TABLE jobs; --",
    "%s%n%d", "{0}", "${x}", "a\r\nb", "\x1b[2J", "x" * 20_000, "null", "NaN", "1e999", "-0",
    "finished", "FINISHED", "Running", "submitted", "error", "2026-02-30T00:00:00Z",
    "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-01-01", "1" * 5000,
    "2026-01-01T00:00:00.123456789Z", "٢٠٢٦-٠١-٠١T٠٠:٠٠:٠٠Z", "javascript:alert(1)", "s3://b/k",
    "http://[::1", "//host/path", "https://user:secret@host/?sig=1",
)  # fmt: skip
_NUMBERS = (
    0, -1, 101, 2**31, 2**53 + 1, 2**63, -(2**64), 10**400, 1e308, 5e-324, -0.0,
    float("nan"), float("inf"), float("-inf"),
)  # fmt: skip


_KNOWN = (*_TEXTS, *_NUMBERS, LONG_NUMBER, None, True, [], {}, [[]], [{}], {"": None})


def _nested(depth: int) -> Any:
    value: Any = "bottom"
    for level in range(depth):
        value = [value] if level % 2 else {"deeper": value}
    return value


_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(codec=None), max_size=30),
    st.sampled_from(_TEXTS),
    st.sampled_from(_NUMBERS),
    st.just(_nested(150)),
    st.just(LONG_NUMBER),
)
VALUES = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(_TEXTS[:20]) | st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@dataclass(frozen=True)
class Batch:
    """Values to be strewn over documents, and the seed that says where."""

    values: list[Any]
    seed: int

    def documents(
        self, template: Callable[[int], Mapping[str, Any]], count: int
    ) -> list[dict[str, Any]]:
        """Good documents with some members taken out, replaced, or added."""
        dice = random.Random(self.seed)
        return [self._spoil(dict(template(number)), dice) for number in range(count)]

    def _spoil(self, document: dict[str, Any], dice: random.Random) -> dict[str, Any]:
        for _ in range(dice.randrange(6)):
            name = dice.choice([*document, *UNKNOWN])
            match dice.randrange(6):
                case 0:
                    document.pop(name, None)
                case 1:
                    document[name] = None
                case 2 if isinstance(document.get(name), dict):
                    document[name] = self._spoil(dict(document[name]), dice)
                case 3 if isinstance(document.get(name), list):
                    document[name] = [*document[name], self._value(dice)]
                case _:
                    document[name] = self._value(dice)
        return document

    def _value(self, dice: random.Random) -> Any:
        """What hypothesis found, or what is known to do harm."""
        return dice.choice(dice.choice((self.values, _KNOWN)))


BATCHES = st.builds(Batch, st.lists(VALUES, min_size=5, max_size=25), st.integers(0, 2**32 - 1))


def as_sent(document: Any, seed: int = 0) -> str:
    """The JSON text of it, spelled with escapes or without, with spaces or without."""
    separators = (", ", ": ") if seed % 2 else (",", ":")
    text = json.dumps(document, separators=separators, ensure_ascii=False)
    if seed % 3 == 0 or any("\ud800" <= char <= "\udfff" for char in text):
        text = json.dumps(document, separators=separators)
    return text.replace(f'"{LONG_NUMBER}"', "9" * 5000)


def same(one: Any, other: Any) -> bool:
    """Equal as JSON, where NaN is NaN and true is not 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def many(examples: int) -> settings:
    """So many batches, the same in each run; a slow computer takes longer and passes as well."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
