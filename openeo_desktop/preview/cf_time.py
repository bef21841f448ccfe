"""Decodes times of the CF conventions: «days since 2020-01-01», and the calendar they count in.

CF-1.11, section 4.4. Calendars whose days are not those of everybody (360_day, noleap…) are not
decoded: such a time has no place on our axis.
"""

from __future__ import annotations

import datetime as dt
import re

_SECONDS = {
    "microsecond": 1e-6,
    "us": 1e-6,
    "millisecond": 1e-3,
    "msec": 1e-3,
    "ms": 1e-3,
    "second": 1,
    "sec": 1,
    "s": 1,
    "minute": 60,
    "min": 60,
    "hour": 3600,
    "hr": 3600,
    "h": 3600,
    "day": 86400,
    "d": 86400,
    "week": 604800,
}
_UNITS = re.compile(
    r"^\s*(?P<unit>[a-z]+)\s+since\s+(?P<year>\d{1,4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:[T ]\s*(?P<hour>\d{1,2})(?::(?P<minute>\d{1,2})(?::(?P<second>\d{1,2}(?:\.\d*)?))?)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?\s*$",
    re.IGNORECASE,
)
_GREGORIAN = ("", "standard", "gregorian", "proleptic_gregorian")
_REFORM = dt.datetime(1582, 10, 15, tzinfo=dt.UTC)
_NANOSECONDS = {"nanosecond": 1e-9, "ns": 1e-9}


def is_time(units: str) -> bool:
    """Whether a unit is one of times."""
    return " since " in units


def decode(value: float, units: str, calendar: str = "") -> dt.datetime | None:
    """The moment in UTC; None where it cannot be told."""
    calendar = calendar.strip().lower()
    start = _start(units)
    if start is None or calendar not in _GREGORIAN:
        return None
    begin, seconds = start
    try:
        moment = begin + _span(value, seconds)
    except (OverflowError, ValueError):
        return None
    mixed = calendar != "proleptic_gregorian"
    return None if mixed and min(moment, begin) < _REFORM else moment


def _span(value: float, seconds: float) -> dt.timedelta:
    if seconds >= 1:
        return dt.timedelta(seconds=value * seconds)
    return dt.timedelta(microseconds=value * (seconds * 1e6))


def _start(units: str) -> tuple[dt.datetime, float] | None:
    """The beginning of the count, and the seconds of its unit."""
    found = _UNITS.match(units)
    if found is None:
        return None
    unit = found["unit"].lower()
    known = _SECONDS | _NANOSECONDS
    seconds = known.get(unit, known.get(unit.removesuffix("s")))
    if seconds is None:
        return None
    try:
        begin = dt.datetime(
            int(found["year"]), int(found["month"]), int(found["day"]), tzinfo=dt.UTC
        )
        return begin + _time_of_day(found) - _zone(found["zone"]), seconds
    except (OverflowError, ValueError):
        return None


def _time_of_day(found: re.Match[str]) -> dt.timedelta:
    return dt.timedelta(
        hours=int(found["hour"] or 0),
        minutes=int(found["minute"] or 0),
        seconds=float(found["second"] or 0),
    )


def _zone(text: str | None) -> dt.timedelta:
    if not text or text[0] not in "+-":
        return dt.timedelta()
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return dt.timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if text[0] == "-" else 1)
