"""Dates as result files write them: as seconds since 1970 in UTC."""

from __future__ import annotations

import datetime as dt
import re

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})Z?)?")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_LONGEST = 40


def seconds_of(text: object, *, years: bool = False) -> float | None:
    """A date or date-time (ISO 8601, compact forms, months); None for what is none.

    Args:
        years: A number of four digits is a year, too.
    """
    if not isinstance(text, str) or not 4 <= len(text) <= _LONGEST:
        return None
    text = text.strip()
    try:
        return _seconds(text, years)
    except (ValueError, OverflowError):
        return None


def _seconds(text: str, years: bool) -> float | None:
    if _YEAR.fullmatch(text):
        return _utc(dt.datetime(int(text), 1, 1)) if years else None  # noqa: DTZ001
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        return _utc(dt.datetime(year, month, day, hour, minute, second))  # noqa: DTZ001
    if match := _MONTH.fullmatch(text):
        return _utc(dt.datetime(int(match[1]), int(match[2]), 1))  # noqa: DTZ001
    if not (text[:4].isdigit() and text[4:5] == "-"):
        return None
    # Nanoseconds, as numpy writes them, are more than Python takes.
    return _utc(dt.datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text)))


def _utc(moment: dt.datetime) -> float:
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()


def are_dates(texts: list[str]) -> bool:
    """Whether every one of them is a date; years count if all are."""
    return bool(texts) and all(seconds_of(text, years=True) is not None for text in texts)
