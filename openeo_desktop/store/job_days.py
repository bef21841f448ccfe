"""Where the local days begin in an ordered listing: found by halving, without reading each time.

A year of jobs takes a few thousand looks at single rows, however many jobs there are.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from array import array
from collections.abc import Callable

from openeo_desktop.core.job_query import DayStart, JobQuery
from openeo_desktop.store.job_orders import key_of
from openeo_desktop.store.rows import to_time

DAY = 86_400.0
TimeOf = Callable[[int], float | None]


def day_starts(
    connection: sqlite3.Connection, query: JobQuery, order: array[int]
) -> tuple[DayStart, ...]:
    """The days of a listing; empty if it is not asked for, or the order is none of time."""
    if not query.by_day or not query.sort.is_time:
        return ()
    statement = f"SELECT {key_of(query.sort)} FROM jobs WHERE row = ?"  # noqa: S608 - our own

    def time_of(row: int) -> float | None:
        found = connection.execute(statement, (row,)).fetchone()
        return None if found is None or found[0] is None else float(found[0])

    return _starts(order, time_of)


def _starts(order: array[int], time_of: TimeOf) -> tuple[DayStart, ...]:
    starts: list[DayStart] = []
    position = 0
    while position < len(order):
        seconds = time_of(order[position])
        if seconds is None:  # those without a time come last
            starts.append(DayStart(position, None))
            break
        day, start, end = local_day(seconds)
        starts.append(DayStart(position, day))
        position = _end_of_day(order, position, time_of, start, end)
    return tuple(starts)


def _end_of_day(order: array[int], position: int, time_of: TimeOf, start: float, end: float) -> int:
    """The first position after `position` whose time is outside of the day."""

    def within(at: int) -> bool:
        seconds = time_of(order[at])
        return seconds is not None and start <= seconds < end

    low, step = position, 1
    while low + step < len(order) and within(low + step):
        low, step = low + step, 2 * step
    high = min(low + step, len(order))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if within(middle) else (low, middle)
    return high


def local_day(seconds: float) -> tuple[dt.date, float, float]:
    """The local day of a time in seconds since 1970, its begin and the begin of the next."""
    moment = to_time(seconds)
    assert moment is not None
    try:
        day = moment.astimezone().date()
        return day, _begin(day), _begin(day + dt.timedelta(days=1))
    except (OverflowError, OSError, ValueError):  # beyond what clocks of this system know
        start = seconds // DAY * DAY
        return moment.date(), start, start + DAY


def _begin(day: dt.date) -> float:
    return dt.datetime.combine(day, dt.time()).astimezone().timestamp()
