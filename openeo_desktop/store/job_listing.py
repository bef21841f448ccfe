"""The jobs table's questions to the history: filter, search and order, paged by row id.

Orders come from SQLite once for each state of the file; filters and searches are sets of rows that
are laid over them (`row_sets`), so that a keystroke costs no sorting.
"""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Sequence
from itertools import compress, islice

from openeo_desktop.core.job_query import JobListing, JobQuery, SortField
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.store.job_days import day_starts
from openeo_desktop.store.job_filters import narrowed
from openeo_desktop.store.job_orders import first_in_order, order_of, read_order
from openeo_desktop.store.listing_cache import STATUSES, code_of
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.row_sets import fetch_ids, intersection, row_set, rows_of, union
from openeo_desktop.store.rows import LISTED, listed_job
from openeo_desktop.store.search_index import matches_among, matching, words_in

MANY, MANY_AT_FIRST = 20_000, 5_000
"""From this many jobs on the first page is told before all are ordered or searched; from fewer on
for the first question of all, when the window is waited for."""
VERY_MANY = 300_000
"""From this many jobs on one or two characters are looked for at the beginning of words only."""
GLANCED_AT, LOOKED_AT, FEW = 200, 1000, 40
"""So many jobs are looked at for the first matches; fewer than `FEW` of them fill no table, and
where a glance finds next to none the index is asked at once."""


def list_jobs(database: Reader, query: JobQuery, *, hurry: bool = False) -> JobListing:
    """Row ids in order, and the counts for the status chips (before the status filter).

    Args:
        hurry: Among very many jobs, tell the first page alone if that is much faster; the listing
            is then not `complete`, and without counts where they are not known.
    """
    with database.snapshot() as connection:
        cache = database.listing
        cache.look(connection)
        first = _first_page(database, query) if hurry else None
        if first is not None:
            days = day_starts(database, query, first)
            return JobListing(query, first, complete=False, days=days)
        cache.load(connection)
        chosen = _chosen(database, query)
        shown = _both(chosen, _of_statuses(database, query.statuses))
        order = _in_order(database, query, shown)
        days = day_starts(database, query, order)
        return JobListing(query, order, _counts(database, chosen), days=days)


def _in_order(database: Reader, query: JobQuery, shown: bytes | None) -> array[int]:
    """These rows (None: all) in the order of the query."""
    connection = database.connection
    if shown is not None and shown.count(255) <= LOOKED_AT:
        return order_of(connection, query, rows_of(shown))
    order = database.listing.order(_order_name(query), lambda: read_order(connection, query))
    return order if shown is None else _filtered(order, shown)


def _order_name(query: JobQuery) -> tuple[SortField, bool]:
    return query.sort, query.descending


def _first_page(database: Reader, query: JobQuery) -> array[int] | None:
    """The first rows, if they can be told much sooner than all; else None."""
    top = database.connection.execute("SELECT max(row) FROM jobs").fetchone()[0] or 0
    known = database.listing.knows_order(_order_name(query))
    if query.text.split():
        if not known or top <= MANY:
            return None
        found = _first_matches(database, query)
        return found if len(found) >= FEW else None
    many = MANY if database.listing.was_loaded else MANY_AT_FIRST
    if known or top <= many or query.is_narrowed:
        return None
    return first_in_order(database.connection, query)


def _first_matches(database: Reader, query: JobQuery) -> array[int]:
    """The matches among the first jobs of a known order."""
    connection = database.connection
    database.listing.load(connection)
    order = database.listing.order(_order_name(query), lambda: read_order(connection, query))
    others = dataclasses.replace(query, text="")
    wanted = _both(_chosen(database, others), _of_statuses(database, query.statuses))
    rows = iter(order) if wanted is None else compress(order, map(wanted.__getitem__, order))
    found, words = array("q"), words_in(query.text)
    for count in (GLANCED_AT, LOOKED_AT - GLANCED_AT):
        candidates = array("q", islice(rows, count))
        matching_rows = matches_among(connection, candidates, words)
        found.extend(row for row in candidates if row in matching_rows)
        if len(found) < FEW * GLANCED_AT // LOOKED_AT // 2:
            break
    return found


def _chosen(database: Reader, query: JobQuery) -> bytes | None:
    """The rows of account, filters and text; None for all."""
    chosen = narrowed(database, query)
    if query.account is not None:
        chosen = _both(chosen, _of_account(database, query.account))
    if query.since is not None:
        chosen = _both(chosen, _since(database, query.since.timestamp()))
    words = sorted(words_in(query.text), key=lambda word: _cost(database, word))
    for number, word in enumerate(words):
        if chosen is not None and chosen.count(255) <= LOOKED_AT:
            return _looked_at(database, chosen, words[number:])
        chosen = _both(chosen, _of_word(database, word))
    return chosen


def _cost(database: Reader, word: str) -> tuple[bool, bool, int]:
    """Words that are known come first, then those that will leave little to be looked at."""
    rare = any(letter.isdigit() for letter in word)
    return not database.listing.knows_set(("word", word)), not rare, -len(word)


def _looked_at(database: Reader, chosen: bytes, words: list[str]) -> bytes:
    """Of a few jobs those that match: faster than to search each word among all."""
    rows = rows_of(chosen)
    found = matches_among(database.connection, rows, words) if rows else set()
    return bytes(row_set(tuple(found), database.listing.size))


def _both(left: bytes | None, right: bytes | None) -> bytes | None:
    if left is None or right is None:
        return right if left is None else left
    return intersection(left, right)


def _rows(database: Reader, statement: str, values: Sequence[object]) -> bytes:
    ids = fetch_ids(database.connection, statement, values)
    return bytes(row_set(ids, database.listing.size))


def _of_account(database: Reader, account_id: str) -> bytes:
    known = database.listing.of_account(account_id)
    if known is not None:
        return known
    statement = "SELECT row FROM jobs INDEXED BY jobs_listing WHERE account_id = ?"
    return database.listing.row_set(
        ("account", account_id), lambda: _rows(database, statement, [account_id])
    )


def _since(database: Reader, seconds: float) -> bytes:
    statement = """SELECT row FROM jobs INDEXED BY jobs_listing
                   WHERE coalesce(updated, created) >= ?"""
    return database.listing.row_set(
        ("since", seconds), lambda: _rows(database, statement, [seconds])
    )


def _of_word(database: Reader, word: str) -> bytes:
    """Jobs with the word in their texts, or in the name of their account."""
    many = database.listing.size > VERY_MANY
    found = database.listing.row_set(("word", word), lambda: _rows(database, *matching(word, many)))
    for row in database.connection.execute("SELECT id, title FROM accounts").fetchall():
        if word.casefold() in row["title"].casefold():
            found = union(found, _of_account(database, row["id"]))
    return found


def _of_statuses(database: Reader, statuses: frozenset[JobStatus]) -> bytes | None:
    if not statuses:
        return None
    codes = {code_of(status) for status in statuses}
    table = bytes(255 if code in codes else 0 for code in range(256))
    return database.listing.statuses.translate(table)


def _filtered(order: array[int], chosen: bytes) -> array[int]:
    ids, rows = array("q"), iter(order)
    while portion := array("q", islice(rows, 10_000)):  # no step holds the interpreter for long
        ids.extend(compress(portion, map(chosen.__getitem__, portion)))
    return ids


def _counts(database: Reader, chosen: bytes | None) -> dict[JobStatus, int]:
    statuses = database.listing.statuses
    kept = statuses if chosen is None else intersection(statuses, chosen)
    counts = {status: kept.count(code_of(status)) for status in STATUSES}
    return {status: count for status, count in counts.items() if count}


def load_rows(database: Reader, row_ids: Sequence[int]) -> dict[int, Job]:
    """Jobs by row id; those gone from the history in between are left out."""
    found: dict[int, Job] = {}
    for start in range(0, len(row_ids), 500):
        part = row_ids[start : start + 500]
        cursor = database.connection.execute(
            f"SELECT row, {LISTED} FROM jobs WHERE row IN ({', '.join('?' * len(part))})",  # noqa: S608
            list(part),
        )
        cursor.row_factory = None
        found |= {row: listed_job(values) for row, *values in cursor}
    return found
