"""What a back-end expects a job to cost, to take and to write, before it is started.

Source: openEO API 1.2, `GET /jobs/{job_id}/estimate`; durations are ISO 8601.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.json_values import as_number, as_size, as_text
from openeo_desktop.core.times import parse_time

_NUMBER = r"(\d{1,9}(?:[.,]\d{1,9})?)"
_ISO = re.compile(
    rf"P(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?",
    re.ASCII,
)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class CalendarDuration:
    """A duration as it is written: a month has no fixed length, so nothing is converted."""

    years: float = 0
    months: float = 0
    weeks: float = 0
    days: float = 0
    hours: float = 0
    minutes: float = 0
    seconds: float = 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """`costs` in the currency of the back-end, `size` in bytes; None: not said.

    `downloads_included`: how often the whole result can be downloaded for that, None: without a
    limit. `expires`: until when the costs hold, UTC.
    """

    costs: float | None = None
    duration: CalendarDuration | None = None
    size: int | None = None
    downloads_included: int | None = None
    expires: dt.datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing was said that one could go by (the API asks for one of these at least)."""
        return self.costs is None and self.duration is None and self.size is None


def parse_estimate(raw: Mapping[str, Any]) -> Estimate:
    """Read the answer; whatever is missing or nonsense is None."""
    return Estimate(
        costs=as_number(raw.get("costs")),
        duration=parse_duration(as_text(raw.get("duration"))),
        size=as_size(raw.get("size")),
        downloads_included=as_size(raw.get("downloads_included")),
        expires=parse_time(raw.get("expires")),
    )


def parse_duration(text: str) -> CalendarDuration | None:
    """`P1Y2M10DT2H30M` and its kind; None for anything else, also for a bare `P`."""
    match = _ISO.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None or not any(match.groups()):
        return None
    return CalendarDuration(*(float((part or "0").replace(",", ".")) for part in match.groups()))
