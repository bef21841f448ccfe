"""RFC 3339 times as back-ends really send them, to aware UTC datetimes and back."""

from __future__ import annotations

import datetime as dt


def utc_now() -> dt.datetime:
    """The current time, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


def parse_time(raw: object) -> dt.datetime | None:
    """Read a time leniently: `Z`, offsets, fractions of any length; naive is UTC; nonsense is None.

    Source: openEO API 1.2 uses RFC 3339 throughout; servers differ in fractions and zone.
    """
    if not isinstance(raw, str) or len(raw) > 64:
        return None
    try:
        value = dt.datetime.fromisoformat(raw.strip().upper().replace(" ", "T"))
        return value.astimezone(dt.UTC) if value.tzinfo else value.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError):
        return None


def format_time(value: dt.datetime | None) -> str | None:
    """The inverse of `parse_time`: RFC 3339 in UTC with a `Z`."""
    if value is None:
        return None
    return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
