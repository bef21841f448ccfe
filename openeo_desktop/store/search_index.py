"""The full-text index over jobs (FTS5): filled in portions, asked for each word that is typed.

What is not indexed yet is found all the same, by reading it. Search is by beginnings of words in
all texts, and by any part of title and id. Whatever is typed is text: nothing of it is syntax.
"""

from __future__ import annotations

import json
import sqlite3
from array import array

from openeo_desktop.core.json_values import without_surrogates
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_merge import words_of
from openeo_desktop.store.rows import from_json
from openeo_desktop.store.word_match import word_matcher

PORTION = 500
MAX_WORDS, MAX_WORD = 8, 100
"""More of what is typed, and more characters of a word, are left out."""
SHORTEST_PART = 3
"""Characters from which on parts of titles and ids are indexed; shorter ones are walked for."""
_COLUMNS = "title, description, plan, words"


def index_portion(database: Database, limit: int = PORTION) -> bool:
    """Index some of what waits; whether more is waiting."""
    connection = database.connection
    if not waits(connection):
        return False
    with database.transaction():
        changed = _rows(connection, "SELECT row FROM search_pending LIMIT ?", limit)
        upto = connection.execute("SELECT upto FROM search_state").fetchone()[0]
        added = _rows(
            connection,
            "SELECT row FROM jobs WHERE row > ? ORDER BY row LIMIT ?",
            *(upto, limit - len(changed)),
        )
        _fill_words(connection, [*changed, *added])
        chosen = json.dumps([*changed, *added])
        connection.execute(
            f"""INSERT INTO search (rowid, {_COLUMNS}) SELECT row, {_COLUMNS} FROM jobs
                WHERE row IN (SELECT value FROM json_each(?))""",  # noqa: S608 - our own names
            (chosen,),
        )
        connection.execute(
            """INSERT INTO search_names (rowid, title, job_id) SELECT row, title, job_id FROM jobs
               WHERE row IN (SELECT value FROM json_each(?))""",
            (chosen,),
        )
        connection.execute(
            "DELETE FROM search_pending WHERE row IN (SELECT value FROM json_each(?))", (chosen,)
        )
        if added:
            connection.execute("UPDATE search_state SET upto = ?", (added[-1],))
    return waits(connection)


def waits(connection: sqlite3.Connection) -> bool:
    """Whether anything is not indexed yet."""
    row = connection.execute(
        """SELECT EXISTS (SELECT 1 FROM search_pending)
           OR (SELECT max(row) FROM jobs) > (SELECT upto FROM search_state)"""
    ).fetchone()
    return bool(row[0])


def _rows(connection: sqlite3.Connection, statement: str, *values: int) -> list[int]:
    return [row[0] for row in connection.execute(statement, values)]


def _fill_words(connection: sqlite3.Connection, rows: list[int]) -> None:
    """Jobs that a version without a search has written have a process and no words yet."""
    for row in rows:
        found = connection.execute(
            "SELECT process FROM jobs WHERE row = ? AND words = '' AND process IS NOT NULL", (row,)
        ).fetchone()
        words = words_of(from_json(found["process"])) if found else ""
        if words:
            connection.execute("UPDATE jobs SET words = ? WHERE row = ?", (words, row))


def words_in(text: str) -> list[str]:
    """The words that are searched: a job matches if it has them all."""
    words = (word[:MAX_WORD] for word in text.replace("\0", " ").split()[:MAX_WORDS])
    return [without_surrogates(word) for word in words]


def matching(word: str, many: bool = False) -> tuple[str, list[str]]:
    """A statement for the rows in which a word occurs (some may come twice), and its values.

    Args:
        many: Too many jobs to walk through for parts that are too short to be indexed.
    """
    like = "LIKE ?2 ESCAPE '\\'"
    anywhere = " OR ".join(f"jobs.{name} {like}" for name in (*_COLUMNS.split(", "), "job_id"))
    names = f"FROM jobs INDEXED BY jobs_listing WHERE title {like} OR job_id {like}"
    if many or len(word) >= SHORTEST_PART:
        names = "FROM (SELECT rowid AS row FROM search_names WHERE search_names MATCH ?3)"
    statement = f"""
        SELECT rowid AS row FROM search WHERE search MATCH ?1
        UNION ALL
        SELECT row {names}
        UNION ALL
        SELECT jobs.row FROM search_pending CROSS JOIN jobs USING (row) WHERE {anywhere}
        UNION ALL
        SELECT row FROM jobs WHERE row > (SELECT upto FROM search_state) AND ({anywhere})
        """  # noqa: S608 - our own names, values are bound
    part = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    values = [f"{quoted(word)}*", part]
    return statement, [*values, quoted(word)] if "?3" in statement else values


def quoted(word: str) -> str:
    """A string of FTS5's queries; whatever is in it, it is text."""
    return '"' + word.replace('"', '""') + '"'


def matches_among(connection: sqlite3.Connection, rows: array[int], words: list[str]) -> set[int]:
    """Which of these jobs match, by looking at them."""
    accounts = dict(connection.execute("SELECT id, title FROM accounts").fetchall())
    matchers = [word_matcher(word) for word in words]
    jobs = connection.execute(
        """SELECT row, title, job_id, description, plan, words, account_id FROM jobs
           WHERE row IN (SELECT value FROM json_each(?))""",
        (json.dumps(rows.tolist()),),
    )
    found: set[int] = set()
    for row, title, job_id, description, plan, used, account_id in jobs:
        names = f"{title}\n{job_id}\n{accounts.get(account_id, '')}"
        texts = (title, description, plan, used)
        if all(matches(names, texts) for matches in matchers):
            found.add(row)
    return found
