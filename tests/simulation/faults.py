"""What goes wrong, decided from a seed alone: the same request meets the same fault in each run."""

from __future__ import annotations

import enum
import random
from collections import Counter
from dataclasses import dataclass, field


class Fault(enum.StrEnum):
    """The ways an answer goes wrong on its way, or is a wrong one from the start."""

    RESET = "reset"
    """The connection is reset; nothing was done."""
    LOST = "lost"
    """The connection is reset after what was asked has been done."""
    TOO_MANY = "429"
    """With Retry-After in seconds."""
    UNAVAILABLE = "503"
    """With Retry-After as a date."""
    BAD_GATEWAY = "502"
    """The web page of a proxy."""
    CUT = "cut"
    """The body ends before its Content-Length."""
    TRUNCATED = "truncated"
    """The body is half a JSON document, and its Content-Length says that this is all."""
    SLOW = "slow"
    """In pieces, over many seconds; complete in the end."""
    EXPIRED = "expired"
    """The token is over: 403 TokenInvalid from now on."""
    WRONG_TOTALS = "totals"
    """A listing that miscounts itself; harmless to whoever does not believe it."""
    PARTIAL = "partial"
    """A listing without one of the federated back-ends; half of the jobs are missing."""
    FAILURE = "500"


NO_FAULTS: dict[Fault, float] = {}
DAY_FAULTS = dict.fromkeys(Fault, 1.0) | {Fault.WRONG_TOTALS: 0.5, Fault.SLOW: 0.5}


@dataclass
class Weather:
    """Which answers go wrong.

    Args:
        share: Of all answers, 0 to 1.
        weights: How often one fault is met compared with the others.
        outages: Times (from, to), in seconds since the beginning, without any answer at all.
        latency: Shortest and longest time to an answer, in seconds.
    """

    seed: int
    share: float = 0.0
    weights: dict[Fault, float] = field(default_factory=dict)
    outages: list[tuple[float, float]] = field(default_factory=list)
    latency: tuple[float, float] = (0.05, 0.5)
    _asked: Counter[str] = field(default_factory=Counter)

    def draw(self, method: str, path: str) -> random.Random:
        """The dice of the next request of this kind."""
        name = f"{method} {path}"
        self._asked[name] += 1
        return random.Random(f"{self.seed} {name} {self._asked[name]}")

    def fault(self, dice: random.Random) -> Fault | None:
        """What goes wrong with an answer, if anything does."""
        if dice.random() >= self.share:
            return None
        return dice.choices(list(self.weights), list(self.weights.values()))[0]

    def is_out(self, now: float) -> bool:
        """Nobody answers now."""
        return any(begin <= now < end for begin, end in self.outages)


def outages_of_a_day(seed: int, count: int = 6, length: float = 600.0) -> list[tuple[float, float]]:
    """Spread over 20 hours, none overlapping another."""
    draw = random.Random(f"outages {seed}")
    span = 20 * 3600.0 / count
    begins = [number * span + draw.uniform(600, span - length) for number in range(count)]
    return [(begin, begin + length) for begin in begins]
