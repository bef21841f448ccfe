"""The orders of the jobs table as statements: all rows, or the first of very many.

The usual orders read only the columns of the index `jobs_listing`, so that no walk touches the long
ones.
"""

from __future__ import annotations

import json
import sqlite3
from array import array

from openeo_desktop.core.job_query import JobQuery, SortField
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.store.row_sets import fetch_ids

FIRST_PAGE = 400
SAMPLE = 4000
_NOCASE = "COLLATE NOCASE"
_WORDS = frozenset((SortField.TITLE, SortField.BACK_END, SortField.PLAN, SortField.USES))
_KEYS = {
    SortField.STATUS: """CASE jobs.status WHEN 'running' THEN 0 WHEN 'queued' THEN 1
        WHEN 'error' THEN 2 WHEN 'finished' THEN 3 WHEN 'canceled' THEN 4 WHEN 'created' THEN 5
        ELSE 6 END""",
    SortField.TITLE: "CASE jobs.title WHEN '' THEN jobs.job_id ELSE jobs.title END",
    SortField.BACK_END: "accounts.title",
    SortField.CREATED: "jobs.created",
    SortField.UPDATED: "coalesce(jobs.updated, jobs.created)",
    SortField.DURATION: "jobs.duration",
    SortField.PROGRESS: "jobs.progress",
    SortField.COSTS: "jobs.costs",
    SortField.ID: "jobs.job_id",
    SortField.QUEUED: "jobs.queued",
    SortField.STARTED: "jobs.started",
    SortField.ENDED: "jobs.ended",
    SortField.PLAN: "nullif(jobs.plan, '')",
    SortField.BUDGET: "jobs.budget",
    SortField.LOG_LEVEL: """CASE jobs.log_level WHEN 'error' THEN 0 WHEN 'warning' THEN 1
        WHEN 'info' THEN 2 WHEN 'debug' THEN 3 END""",
    SortField.USES: "nullif(jobs.words, '')",
    SortField.DOWNLOADS: "files.share",
}
_IN_INDEX = frozenset(tuple(_KEYS)[:9])
"""What `jobs_listing` holds; for the others the table itself is walked."""
_FILES = """LEFT JOIN (
    SELECT account_id, job_id, avg(state = 'done') AS share FROM downloads GROUP BY 1, 2
) AS files ON files.account_id = jobs.account_id AND files.job_id = jobs.job_id"""


def read_order(connection: sqlite3.Connection, query: JobQuery) -> array[int]:
    """All rows in the order of the query."""
    return fetch_ids(connection, f"SELECT jobs.row AS row {_source(query)} {_ordered(query)}")


def order_of(connection: sqlite3.Connection, query: JobQuery, rows: array[int]) -> array[int]:
    """A few rows in the order of the query."""
    statement = f"""SELECT jobs.row AS row {_source(query)}
        WHERE jobs.row IN (SELECT value FROM json_each(?)) {_ordered(query)}"""  # noqa: S608
    return fetch_ids(connection, statement, [json.dumps(rows.tolist())])


def first_in_order(connection: sqlite3.Connection, query: JobQuery) -> array[int]:
    """The first rows of account and states, by one walk, without ordering the others."""
    where, values = _where(query)
    if query.sort is SortField.UPDATED and query.descending and not values:
        source = "FROM jobs INDEXED BY jobs_changed"
    else:
        source = _source(query)
        where, values = _within_bound(connection, query, where, values)
    statement = f"""SELECT row FROM (SELECT jobs.row AS row {source} WHERE {where}
        {_ordered(query)} LIMIT {FIRST_PAGE})"""  # noqa: S608 - fixed clauses, values are bound
    return fetch_ids(connection, statement, values)


def _within_bound(
    connection: sqlite3.Connection, query: JobQuery, where: str, values: list[object]
) -> tuple[str, list[object]]:
    """Leave out what is certainly behind the first page, as some rows of both ends tell.

    Else, where each row comes before those already read, each is put into the order in vain.
    """
    top = connection.execute("SELECT max(row) FROM jobs").fetchone()[0] or 0
    key = f"{_KEYS[query.sort]} {_collation(query)}"
    sample = " UNION ALL ".join(
        f"SELECT {_KEYS[query.sort]} AS key, jobs.row AS row {_source(query)} "
        f"WHERE {where} AND jobs.row {ends}"
        for ends in (f"<= {SAMPLE}", f"> {top - SAMPLE}")
    )
    bound = connection.execute(
        f"""SELECT key, row FROM ({sample}) ORDER BY key {_collation(query)} {_direction(query)}
            NULLS LAST, row {_direction(query)} LIMIT 1 OFFSET {FIRST_PAGE - 1}""",  # noqa: S608
        [*values, *values],
    ).fetchone()
    if bound is None or top <= 2 * SAMPLE:
        return where, values
    before = ">" if query.descending else "<"
    if bound["key"] is None:
        return f"{where} AND ({key} IS NOT NULL OR jobs.row {before}= ?)", [*values, bound["row"]]
    within = f"({key} {before} ? OR ({key} = ? AND jobs.row {before}= ?))"
    return f"{where} AND {within}", [*values, bound["key"], bound["key"], bound["row"]]


def _where(query: JobQuery) -> tuple[str, list[object]]:
    clauses, values = ["1"], list[object]()
    if query.account is not None:
        clauses.append("jobs.account_id = ?")
        values.append(query.account)
    if query.statuses:
        known = ", ".join(f"'{status}'" for status in JobStatus)
        status = f"CASE WHEN jobs.status IN ({known}) THEN jobs.status ELSE 'unknown' END"
        clauses.append(f"{status} IN ({', '.join('?' * len(query.statuses))})")
        values += [chosen.value for chosen in query.statuses]
    return " AND ".join(clauses), values


def _source(query: JobQuery) -> str:
    joins = {
        SortField.BACK_END: "JOIN accounts ON accounts.id = jobs.account_id",
        SortField.DOWNLOADS: _FILES,
    }
    index = "INDEXED BY jobs_listing" if query.sort in _IN_INDEX else "NOT INDEXED"
    return f"FROM jobs {index} {joins.get(query.sort, '')}"


def key_of(field: SortField) -> str:
    """What a time is ordered and filtered by, as an expression over `jobs`."""
    return _KEYS[field]


def table_of(field: SortField) -> str:
    """Where that is read fastest."""
    return f"jobs {'INDEXED BY jobs_listing' if field in _IN_INDEX else 'NOT INDEXED'}"


def _collation(query: JobQuery) -> str:
    return _NOCASE if query.sort in _WORDS else ""


def _direction(query: JobQuery) -> str:
    return "DESC" if query.descending else "ASC"


def _ordered(query: JobQuery) -> str:
    key = f"{_KEYS[query.sort]} {_collation(query)}"
    return f"ORDER BY {key} {_direction(query)} NULLS LAST, jobs.row {_direction(query)}"
