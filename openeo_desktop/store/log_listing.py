"""Which entries of a log are to be shown: row ids in the server's order, and counts per level.

A million ids come as one text and are split in portions (see `row_sets`): three times as fast as
fetching rows. What comes first on the screen, the end of the log, is asked for by itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.store.logs import job_row_of
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.row_sets import fetch_ids
from openeo_desktop.store.rows import LEVELS

PORTION = 100_000
NEAR_END = 50_000
"""So many rows at the end are looked through for a text before the whole log is."""
Counts = dict[LogLevel, int]
Condition = tuple[str, list[object]]


@dataclass(frozen=True, slots=True)
class LogSpan:
    """The first and the last row of a whole log, without any filter; both 0 where it is empty."""

    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class LogRows:
    """Row ids in the server's order, counts per level, and how far the log reached then.

    `added`: only what lies beyond the span that was known is in it.
    """

    ids: array[int]
    counts: Counts
    span: LogSpan
    added: bool = False


def read_listing(
    database: Reader, key: JobKey, levels: Iterable[LogLevel], text: str, known: LogSpan
) -> LogRows:
    """What matches: of the whole log, or of what was added where it only grew since `known`."""
    with database.snapshot():
        grew = has_span(database, key, known)
        span = log_span(database, key)
        ids, counts = list_log(database, key, levels, text, known.last if grew else 0)
    return LogRows(ids, counts, span, added=grew)


def log_span(database: Reader, key: JobKey) -> LogSpan:
    """From where to where the log of a job reaches in the table."""
    job_row = job_row_of(database, key)
    first, last = database.connection.execute(
        "SELECT (SELECT min(row) FROM logs WHERE job_row = ?1),"
        " (SELECT max(row) FROM logs WHERE job_row = ?1)",
        (job_row,),
    ).fetchone()
    return LogSpan(first or 0, last or 0)


def list_log(
    database: Reader, key: JobKey, levels: Iterable[LogLevel], text: str, after: int = 0
) -> tuple[array[int], Counts]:
    """Row ids in the server's order, and how many entries of each level there are in all.

    Args:
        after: Only rows beyond this one, in both.
    """
    chosen = frozenset(levels)
    job_row = job_row_of(database, key)
    counts = _counts(database, job_row, after)
    if chosen == frozenset(LogLevel) and not text:
        span, total = log_span(database, key), sum(counts.values())
        first = max(span.first, after + 1)
        if total and total == span.last - first + 1:
            return _run(first, span.last), counts
    where, values = _condition(job_row, chosen, text)
    ids = fetch_ids(
        database.connection,
        f"SELECT row FROM logs WHERE {where} AND row > ? ORDER BY row",  # noqa: S608
        [*values, after],
    )
    return ids, counts


def list_log_end(
    database: Reader, key: JobKey, levels: Iterable[LogLevel], text: str, limit: int
) -> array[int]:
    """The last matching row ids, in the server's order: what is seen first of a followed log."""
    where, values = _condition(job_row_of(database, key), frozenset(levels), text)
    from_row = log_span(database, key).last - NEAR_END if text else 0
    rows = database.connection.execute(
        f"SELECT row FROM logs WHERE {where} AND row > ? ORDER BY row DESC LIMIT ?",  # noqa: S608
        [*values, from_row, limit],
    )
    return array("q", [row[0] for row in rows][::-1])


def has_span(database: Reader, key: JobKey, span: LogSpan) -> bool:
    """Whether the log still begins at this row, and still has that last row: it only grew."""
    if not span.last or log_span(database, key).first != span.first:
        return False
    found = database.connection.execute(
        "SELECT job_row FROM logs WHERE row = ?", (span.last,)
    ).fetchone()
    return found is not None and found[0] == job_row_of(database, key)


def _counts(database: Reader, job_row: int | None, after: int) -> Counts:
    """One question for each level: each reads nothing but its own part of the index."""
    statement = "SELECT count(*) FROM logs WHERE job_row = ? AND level = ? AND row > ?"
    counts = {}
    for severity, level in LEVELS.items():
        values = (job_row, severity, after)
        if count := database.connection.execute(statement, values).fetchone()[0]:
            counts[level] = count
    return counts


def _condition(job_row: int | None, levels: frozenset[LogLevel], text: str) -> Condition:
    where = "job_row = ?"
    values: list[object] = [job_row]
    if levels != frozenset(LogLevel):
        severities = sorted(level.severity for level in levels)
        where += f" AND level IN ({', '.join('?' * len(severities))})"
        values += severities
    if text:
        escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        where += " AND (message LIKE ? ESCAPE '\\' OR code LIKE ? ESCAPE '\\')"
        values += [f"%{escaped}%"] * 2
    return where, values


def _run(first: int, last: int) -> array[int]:
    """Rows without a gap, as nearly always; in portions, to let others have the interpreter."""
    ids = array("q")
    for start in range(first, last + 1, PORTION):
        ids.extend(range(start, min(start + PORTION, last + 1)))
    return ids
