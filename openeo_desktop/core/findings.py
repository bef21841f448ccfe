"""What a look at this computer or this copy of the app found: values for `doctor` and its kin.

Facts and advice are English: they are read by a person who helps, or by a build. No secret is in
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """`NOTE`: worth knowing, the app works; `WRONG`: something will not work."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `advice` says what to do, where there is something to do."""

    name: str
    verdict: Verdict
    fact: str
    advice: str = ""

    @property
    def text(self) -> str:
        """In one line, as in a support request."""
        mark = "WRONG: " if self.verdict is Verdict.WRONG else ""
        return f"{self.name}: {mark}{self.fact}"

    def as_json(self) -> dict[str, str]:
        """For programs."""
        return {
            "name": self.name,
            "verdict": self.verdict.value,
            "fact": self.fact,
            "advice": self.advice,
        }


def well(name: str, fact: str) -> Finding:
    """As it should be."""
    return Finding(name, Verdict.OK, fact)


def note(name: str, fact: str, advice: str = "") -> Finding:
    """Worth knowing; the app works."""
    return Finding(name, Verdict.NOTE, fact, advice)


def wrong(name: str, fact: str, advice: str) -> Finding:
    """Something will not work."""
    return Finding(name, Verdict.WRONG, fact, advice)
