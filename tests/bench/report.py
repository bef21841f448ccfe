"""What a bench found: measured beside its budget, written as JSON and Markdown.

A bench module (tests/bench/NAME.py, run by `dev.py bench NAME`) has one function
`run(small: bool) -> Iterable[Result]`; with `small` it does the same with little data, so that a
test keeps it from rotting.
"""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was measured, several times; its median counts.

    Args:
        what: In words, with the amounts.
        unit: Of the values and the budget, such as "ms", "MiB" or "x" (a ratio).
        values: One for each run.
        budget: The highest (lowest, with `at_least`) median that is content; None: only told.
        peer: What a ratio is to, and how long that took, in words.
    """

    what: str
    unit: str
    values: Sequence[float]
    budget: float | None = None
    at_least: bool = False
    peer: str = ""
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def is_met(self) -> bool:
        """Whether the budget is kept; what has none is."""
        if self.budget is None:
            return True
        return self.median >= self.budget if self.at_least else self.median <= self.budget

    def as_dict(self) -> dict[str, Any]:
        """For the JSON file."""
        return {
            "what": self.what,
            "unit": self.unit,
            "median": round(self.median, 3),
            "values": [round(value, 3) for value in self.values],
            "budget": self.budget,
            "at_least": self.at_least,
            "peer": self.peer,
            "met": self.is_met,
            **({"notes": self.notes} if self.notes else {}),
        }

    def as_row(self) -> str:
        """For the table."""
        sign = "≥" if self.at_least else "≤"
        budget = f"{sign} {self.budget:g} {self.unit}" if self.budget is not None else ""
        met = "" if self.budget is None else ("yes" if self.is_met else "**NO**")
        low, high = min(self.values), max(self.values)
        spread = f"{low:.3g} to {high:.3g} (n = {len(self.values)})"
        cells = (self.what, f"{self.median:.3g} {self.unit}", spread, budget, self.peer, met)
        return f"| {' | '.join(cells)} |"


def machine() -> dict[str, Any]:
    """Facts of the computer that matter for the numbers; nothing that names it."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.system(),
        "cores": os.cpu_count(),
    }


def write(name: str, results: Iterable[Result], folder: Path) -> bool:
    """Write both files; whether every budget is met."""
    known = list(results)
    folder.mkdir(parents=True, exist_ok=True)
    facts = machine()
    document = {"bench": name, "machine": facts, "results": [r.as_dict() for r in known]}
    text = json.dumps(document, indent=1, ensure_ascii=False)
    (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    lines = [
        f"# Bench: {name}",
        "",
        ", ".join(f"{key} {value}" for key, value in facts.items()),
        "",
        "| what | median | runs | budget | peer | met |",
        "|---|---|---|---|---|---|",
        *(result.as_row() for result in known),
    ]
    (folder / f"{name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return all(result.is_met for result in known)
