"""Where the local days begin in an ordered listing: found by halving, over the times of all rows.

The times are read by one statement and remembered (`ListingCache`): thousands of small questions to
SQLite would each wait for the interpreter while the window is busy.
"""

from __future__ import annotations

import datetime as dt
import json
from array import array
from collections.abc import Callable

from openeo_desktop.core.job_query import DayStart, JobQuery, SortField
from openeo_desktop.store.job_orders import key_of, table_of
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.row_sets import split_ids
from openeo_desktop.store.rows import to_time

DAY = 86_400
FEW = 1000
UNKNOWN = -(2**62)
"""Stands for no time."""
TimeOf = Callable[[int], int]


def day_starts(database: Reader, query: JobQuery, order: array[int]) -> tuple[DayStart, ...]:
    """The days of a listing; empty if it is not asked for, or the order is none of time."""
    if not query.by_day or not query.sort.is_time:
        return ()
    if len(order) <= FEW:
        return _starts(order, _times_of(database, query.sort, order).__getitem__)
    name = ("times", query.sort)
    times = database.listing.order(name, lambda: _all_times(database, query.sort))
    return _starts(order, times.__getitem__)


def _seconds(field: SortField) -> str:
    """Whole seconds since 1970, downwards: days begin at whole ones."""
    key = key_of(field)
    whole = f"CAST({key} AS INTEGER)"
    return f"coalesce({whole} - ({key} < {whole}), {UNKNOWN})"


def _times_of(database: Reader, field: SortField, rows: array[int]) -> dict[int, int]:
    found = database.connection.execute(
        f"""SELECT jobs.row, {_seconds(field)} FROM jobs
            WHERE jobs.row IN (SELECT value FROM json_each(?))""",  # noqa: S608 - our own names
        (json.dumps(rows.tolist()),),
    )
    return {row: seconds for row, seconds in found}  # noqa: C416 - these are sqlite3.Row


def _all_times(database: Reader, field: SortField) -> array[int]:
    """One for each row, also where there is no job."""
    rows, times = database.connection.execute(
        f"""SELECT group_concat(row), group_concat(seconds) FROM (
            SELECT jobs.row AS row, {_seconds(field)} AS seconds FROM {table_of(field)}
            ORDER BY jobs.row LIMIT -1)"""  # noqa: S608 - our own names
    ).fetchone()
    ids, seconds = split_ids(rows or ""), split_ids(times or "")
    if not ids or ids[-1] - ids[0] + 1 == len(ids):
        return array("q", [UNKNOWN]) * (ids[0] if ids else 0) + seconds
    by_row = array("q", [UNKNOWN]) * (ids[-1] + 1)
    for row, time in zip(ids, seconds, strict=True):
        by_row[row] = time
    return by_row


def _starts(order: array[int], time_of: TimeOf) -> tuple[DayStart, ...]:
    starts: list[DayStart] = []
    position = 0
    while position < len(order):
        seconds = time_of(order[position])
        if seconds == UNKNOWN:  # those without a time come last
            starts.append(DayStart(position, None))
            break
        day, start, end = local_day(seconds)
        starts.append(DayStart(position, day))
        position = _end_of_day(order, position, time_of, start, end)
    return tuple(starts)


def _end_of_day(order: array[int], position: int, time_of: TimeOf, start: float, end: float) -> int:
    """The first position after `position` whose time is outside of the day."""

    def within(at: int) -> bool:
        return start <= time_of(order[at]) < end

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
