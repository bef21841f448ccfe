"""Typed letters find what a person means, and never take long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openeo_desktop.core.fuzzy import fuzzy_match

COMMANDS = (
    "Download results",
    "Download when finished",
    "Duplicate",
    "Delete",
    "Details",
    "Find jobs",
    "Refresh",
    "Refresh this job",
    "Recent messages",
    "Reset the arrangement",
    "Start",
    "Stop",
    "Open a process graph",
    "Export the process graph",
    "Copy as Python code",
    "Copy job ID",
    "Notices",
)


def best(typed: str) -> str:
    found = {text: match for text in COMMANDS if (match := fuzzy_match(typed, text))}
    return max(found, key=lambda text: found[text].score)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dr", "Download results"),
        ("dwf", "Download when finished"),
        ("dup", "Duplicate"),
        ("refresh", "Refresh"),
        ("rtj", "Refresh this job"),
        ("python", "Copy as Python code"),
        ("sto", "Stop"),
        ("STA", "Start"),
        ("graph export", "Export the process graph"),
        ("id", "Copy job ID"),
    ],
)
def test_what_is_meant_comes_first(typed: str, expected: str) -> None:
    assert best(typed) == expected


def test_positions_are_the_letters() -> None:
    match = fuzzy_match("dres", "Download results")
    assert match is not None
    assert "".join("Download results"[at] for at in match.positions) == "Dres"
    assert match.is_strong


def test_scattered_letters_are_weak() -> None:
    match = fuzzy_match("oeut", "Download results")
    assert match is not None
    assert not match.is_strong


def test_nothing_typed_fits_all_and_a_missing_letter_none() -> None:
    nothing = fuzzy_match("  ", "Delete")
    assert nothing is not None
    assert nothing.is_strong
    assert fuzzy_match("dx", "Delete") is None
    assert fuzzy_match("d", "") is None


@given(st.text(max_size=12), st.text(max_size=60))
def test_positions_always_spell_what_was_typed(typed: str, text: str) -> None:
    match = fuzzy_match(typed, text)
    words = typed.casefold().split()
    if match is not None and len(words) == 1:
        assert "".join(text[at].casefold() for at in match.positions) == words[0]
    assert match is None or list(match.positions) == sorted(set(match.positions))


def test_hostile_lengths_end() -> None:
    assert fuzzy_match("a" * 10_000, "a" * 1_000_000) is not None
