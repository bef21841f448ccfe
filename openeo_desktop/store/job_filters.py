"""The filters of the jobs table as sets of rows: a span of time, costs, what a process uses.

Account, states and search text are `job_listing`'s own; sets are remembered by the reader's cache.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from openeo_desktop.core.job_query import CostRange, JobQuery, KnownUses, TimeRange
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.store.job_orders import key_of, table_of
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.row_sets import fetch_ids, intersection, row_set
from openeo_desktop.store.rows import from_json, to_seconds
from openeo_desktop.store.search_index import quoted

MOST_GRAPHS, MOST_IDS = 400, 2000
"""So many different processes are looked through for what to offer as a filter."""
_NAMED = "instr(' ' || jobs.words || ' ', ' ' || ?1 || ' ') > 0"


def narrowed(database: Reader, query: JobQuery) -> bytes | None:
    """The rows that pass the filters; None for all."""
    sets: list[bytes] = []
    if query.times is not None:
        sets.append(_in_time(database, query.times))
    if query.costs is not None:
        sets.append(_with_costs(database, query.costs))
    sets += [_using(database, word) for word in sorted(query.uses)]
    if not sets:
        return None
    chosen = sets.pop()
    for other in sets:
        chosen = intersection(chosen, other)
    return chosen


def _in_time(database: Reader, times: TimeRange) -> bytes:
    key = key_of(times.of)
    bounds = (
        (f"{key} >= ?", to_seconds(times.start)),
        (f"{key} < ?", to_seconds(times.end)),
    )
    return _between(database, table_of(times.of), key, bounds)


def _with_costs(database: Reader, costs: CostRange) -> bytes:
    bounds = (("jobs.costs >= ?", costs.least), ("jobs.costs <= ?", costs.most))
    return _between(database, "jobs INDEXED BY jobs_listing", "jobs.costs", bounds)


def _between(
    database: Reader, table: str, key: str, bounds: tuple[tuple[str, float | None], ...]
) -> bytes:
    clauses = [clause for clause, value in bounds if value is not None]
    values = [value for _, value in bounds if value is not None]
    where = " AND ".join([f"{key} IS NOT NULL", *clauses])
    statement = f"SELECT row FROM {table} WHERE {where}"  # noqa: S608 - fixed clauses
    name = ("between", key, tuple(bounds))
    return database.listing.row_set(name, lambda: _rows(database, statement, values))


def _using(database: Reader, word: str) -> bytes:
    """Jobs whose process names exactly this id; what is not indexed yet is read."""
    statement = f"""
        SELECT row FROM jobs WHERE {_NAMED}
            AND row IN (SELECT rowid FROM search WHERE search MATCH ?2)
        UNION ALL
        SELECT jobs.row FROM search_pending CROSS JOIN jobs USING (row) WHERE {_NAMED}
        UNION ALL
        SELECT row FROM jobs WHERE row > (SELECT upto FROM search_state) AND {_NAMED}
        """  # noqa: S608 - our own names, values are bound
    values = [word, f"words : {quoted(word)}"]
    return database.listing.row_set(("uses", word), lambda: _rows(database, statement, values))


def _rows(database: Reader, statement: str, values: list[Any]) -> bytes:
    ids = fetch_ids(database.connection, statement, values)
    return bytes(row_set(ids, database.listing.size))


def known_uses(database: Reader) -> KnownUses:
    """What can be filtered by: the ids in the newest different processes of the history."""
    with database.snapshot() as connection:
        rows = connection.execute(
            """SELECT process FROM jobs WHERE row IN (
                   SELECT max(row) FROM jobs WHERE words != '' GROUP BY words
                   ORDER BY max(created) DESC LIMIT ?)""",
            (MOST_GRAPHS,),
        )
        return _uses_in(rows)


def _uses_in(rows: sqlite3.Cursor) -> KnownUses:
    processes: set[str] = set()
    collections: set[str] = set()
    for row in rows:
        for node in _nodes(from_json(row["process"])):
            process_id = as_text(node.get("process_id"))
            collection = as_text(as_dict(node.get("arguments")).get("id"))
            processes.update([process_id] if process_id else [])
            collections.update([collection] if collection else [])
        if len(processes) + len(collections) > MOST_IDS:
            break
    return KnownUses(_sorted(processes), _sorted(collections))


def _nodes(process: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    waiting: list[Any] = [process.get("process_graph")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("process_id"), str):
                yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _sorted(words: set[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=str.casefold))
