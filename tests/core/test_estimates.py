"""Estimates as back-ends send them, and nonsense that must not stop anything."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.core.estimates import (
    CalendarDuration,
    Estimate,
    parse_duration,
    parse_estimate,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P1Y2M10DT2H30M", CalendarDuration(years=1, months=2, days=10, hours=2, minutes=30)),
        ("PT36H", CalendarDuration(hours=36)),
        ("P2W", CalendarDuration(weeks=2)),
        ("PT0,5S", CalendarDuration(seconds=0.5)),
        ("PT0S", CalendarDuration()),
        ("P", None),
        ("PT", None),
        ("", None),
        ("2 hours", None),
        ("P" + "9" * 200 + "Y", None),
        ("P١Y", None),
    ],
)
def test_durations(text: str, expected: CalendarDuration | None) -> None:
    assert parse_duration(text) == expected


def test_estimate_with_everything() -> None:
    found = parse_estimate(
        {
            "costs": 12.5,
            "duration": "PT2H",
            "size": 157286400,
            "downloads_included": 5,
            "expires": "2026-12-01T00:00:00Z",
        }
    )
    assert (found.costs, found.size, found.downloads_included) == (12.5, 157286400, 5)
    assert found.duration == CalendarDuration(hours=2)
    assert found.expires is not None
    assert not found.is_empty


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"costs": None, "downloads_included": None},
        {"costs": "many", "duration": 5, "size": -1, "downloads_included": "all", "expires": []},
        {"costs": float("nan"), "duration": {"P": 1}, "size": True},
    ],
)
def test_nonsense_is_not_said(raw: dict[str, Any]) -> None:
    assert parse_estimate(raw) == Estimate()
    assert parse_estimate(raw).is_empty
