"""The jobs table's questions to the history: filter, search and order in SQL, paged by row id."""

from __future__ import annotations

from collections.abc import Sequence

from openeo_desktop.core.job_query import JobListing, JobQuery, SortField
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import job_of

_ORDER = {
    SortField.STATUS: """CASE jobs.status WHEN 'running' THEN 0 WHEN 'queued' THEN 1
        WHEN 'error' THEN 2 WHEN 'finished' THEN 3 WHEN 'canceled' THEN 4 WHEN 'created' THEN 5
        ELSE 6 END""",
    SortField.TITLE: "CASE jobs.title WHEN '' THEN jobs.job_id ELSE jobs.title END COLLATE NOCASE",
    SortField.BACK_END: "accounts.title COLLATE NOCASE",
    SortField.CREATED: "jobs.created",
    SortField.UPDATED: "coalesce(jobs.updated, jobs.created)",
    SortField.DURATION: "jobs.duration",
    SortField.PROGRESS: "jobs.progress",
    SortField.COSTS: "jobs.costs",
    SortField.ID: "jobs.job_id",
}
_SEARCHED = (
    "jobs.title",
    "jobs.job_id",
    "jobs.description",
    "jobs.plan",
    "accounts.title",
    "jobs.process",
)


def list_jobs(database: Reader, query: JobQuery) -> JobListing:
    """Row ids in order, and the counts for the status chips (before the status filter)."""
    where, values = _where(query)
    counted = database.connection.execute(
        f"""SELECT jobs.status, count(*) FROM jobs JOIN accounts ON accounts.id = jobs.account_id
            WHERE {where} GROUP BY jobs.status""",  # noqa: S608 - fixed clauses, values are bound
        values,
    )
    counts: dict[JobStatus, int] = {}
    for status, count in counted:
        known = JobStatus.parse(status)
        counts[known] = counts.get(known, 0) + count
    return JobListing(query, _ordered_ids(database, query, where, values), counts)


def _ordered_ids(
    database: Reader, query: JobQuery, where: str, values: list[object]
) -> tuple[int, ...]:
    statuses = sorted(query.statuses)
    if statuses:
        where += f" AND jobs.status IN ({', '.join('?' * len(statuses))})"
    direction = "DESC" if query.descending else "ASC"
    order = f"{_ORDER[query.sort]} {direction} NULLS LAST, jobs.row {direction}"
    cursor = database.connection.execute(
        f"""SELECT jobs.row FROM jobs JOIN accounts ON accounts.id = jobs.account_id
            WHERE {where} ORDER BY {order}""",  # noqa: S608 - fixed clauses, values are bound
        [*values, *(status.value for status in statuses)],
    )
    ids: list[int] = []
    while portion := cursor.fetchmany(1000):
        ids.extend(row[0] for row in portion)
    return tuple(ids)


def _where(query: JobQuery) -> tuple[str, list[object]]:
    clauses: list[str] = ["1"]
    values: list[object] = []
    if query.account is not None:
        clauses.append("jobs.account_id = ?")
        values.append(query.account)
    if query.since is not None:
        clauses.append("coalesce(jobs.updated, jobs.created) >= ?")
        values.append(query.since.timestamp())
    for word in query.text.split()[:8]:
        clauses.append("(" + " OR ".join(f"{c} LIKE ? ESCAPE '\\'" for c in _SEARCHED) + ")")
        values += [f"%{_escape(word)}%"] * len(_SEARCHED)
    return " AND ".join(clauses), values


def _escape(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def load_rows(database: Reader, row_ids: Sequence[int]) -> dict[int, Job]:
    """Jobs by row id; those gone from the history in between are left out."""
    found: dict[int, Job] = {}
    for start in range(0, len(row_ids), 500):
        part = row_ids[start : start + 500]
        cursor = database.connection.execute(
            f"SELECT * FROM jobs WHERE row IN ({', '.join('?' * len(part))})",  # noqa: S608
            list(part),
        )
        found |= {row["row"]: job_of(row) for row in cursor}
    return found
