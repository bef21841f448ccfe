"""Jobs written as back-ends tell them: the one way into the history, fast for whole pages.

One statement tells what is known of a page. An item that is the same as in the listing before is
left alone: a listing without news writes nothing, not even a page of the file.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_merge import columns_of, is_news, written_columns
from openeo_desktop.store.rows import to_seconds

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Transition:
    """A status change: `before` is None for a job never seen before."""

    job: Job
    before: JobStatus | None


@dataclass(frozen=True, slots=True)
class _Known:
    row: int
    status: str
    gone: bool
    listed: int | None


def upsert_jobs(
    database: Database,
    jobs: Iterable[Job],
    *,
    detailed: bool = False,
    now: dt.datetime | None = None,
) -> tuple[set[JobKey], list[Transition]]:
    """Write what the back-end said; returns what changed and the status changes.

    Args:
        detailed: The jobs come from `GET /jobs/{job_id}`, with their process. A listing carries
            scalars only and must not wipe what the details told.
        now: When it was said, UTC; the time of this call if not given.
    """
    with database.transaction() as connection:
        work = _Upsert(database, connection, detailed, to_seconds(now or utc_now()) or 0.0)
        accounts = {row[0] for row in connection.execute("SELECT id FROM accounts")}
        for batch in _batches(jobs):
            if batch[0].account_id in accounts:  # else removed while the answer was on its way
                work.write(batch)
    return work.changed, work.transitions


def _batches(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    """Jobs of one account, each id once, in the order they came."""
    batch: dict[JobKey, Job] = {}
    account = None
    for job in jobs:
        key = job.key
        if key in batch or account != key.account_id or len(batch) >= BATCH:
            if batch:
                yield list(batch.values())
            batch, account = {}, key.account_id
        batch[key] = job
    if batch:
        yield list(batch.values())


def digest_of(text: str) -> int | None:
    """What tells an item of a listing from another one, in 64 bits; None without its text."""
    if not text:
        return None
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


class _Upsert:
    """The writing of one call, batch by batch."""

    def __init__(
        self, database: Database, connection: sqlite3.Connection, detailed: bool, at: float
    ) -> None:
        self.changed: set[JobKey] = set()
        self.transitions: list[Transition] = []
        self._database = database
        self._connection = connection
        self._detailed = detailed
        self._at = at

    def write(self, batch: list[Job]) -> None:
        known = self._known(batch)
        seen = self._database.seen.get(batch[0].account_id)
        fresh: list[tuple[Job, int | None]] = []
        for job in batch:
            digest = None if self._detailed else digest_of(job.raw_text)
            before = known.get(job.id)
            if before is None:
                fresh.append((job, digest))
                continue
            if seen is not None:
                seen.add(before.row)
            if before.gone:
                self._bring_back(job.key, before.row)
            if digest is None or digest != before.listed or job.status.value != before.status:
                self._update(before, job, digest)
        if fresh:
            first = self._insert(fresh)
            if seen is not None:
                seen.add_range(first, len(fresh))

    def _known(self, batch: Sequence[Job]) -> dict[str, _Known]:
        marks = ", ".join("?" * len(batch))
        rows = self._connection.execute(
            f"""SELECT job_id, row, status, gone, listed FROM jobs
                WHERE account_id = ? AND job_id IN ({marks})""",  # noqa: S608 - values are bound
            [batch[0].account_id, *(job.id for job in batch)],
        )
        return {job_id: _Known(row, status, gone, said) for job_id, row, status, gone, said in rows}

    def _bring_back(self, key: JobKey, row: int) -> None:
        self._connection.execute("UPDATE jobs SET gone = 0 WHERE row = ?", (row,))
        self.changed.add(key)

    def _insert(self, fresh: Sequence[tuple[Job, int | None]]) -> int:
        """Write jobs that were never seen; returns the row of the first, the others follow."""
        top = self._connection.execute("SELECT max(row) FROM jobs").fetchone()[0] or 0
        rows = []
        for number, (job, digest) in enumerate(fresh, start=top + 1):
            columns = columns_of(job, self._at if self._detailed else None)
            rows.append((number, *columns.values(), digest))
        names = ", ".join(columns)
        marks = ", ".join("?" * (len(columns) + 2))
        self._connection.executemany(
            f"INSERT INTO jobs (row, {names}, listed) VALUES ({marks})",  # noqa: S608 - our names
            rows,
        )
        self._note([(row, None, job) for row, (job, _) in enumerate(fresh, start=top + 1)])
        self.changed.update(job.key for job, _ in fresh)
        return int(top) + 1

    def _update(self, known: _Known, job: Job, digest: int | None) -> None:
        before = self._connection.execute(
            "SELECT * FROM jobs WHERE row = ?", (known.row,)
        ).fetchone()
        news = is_news(before, job, self._detailed)
        columns = written_columns(before, job, self._at if self._detailed else None, news=news)
        if digest is not None and digest != known.listed:
            columns["listed"] = digest
        if columns:
            assignments = ", ".join(f"{name} = ?" for name in columns)
            self._connection.execute(
                f"UPDATE jobs SET {assignments} WHERE row = ?",  # noqa: S608 - our own names
                [*columns.values(), known.row],
            )
        if news:
            self.changed.add(job.key)
            old = JobStatus.parse(known.status)
            if old is not job.status:
                self._note([(known.row, old, job)])

    def _note(self, changes: Sequence[tuple[int, JobStatus | None, Job]]) -> None:
        """A job first seen is no news; any other change is yet to be told (`told` = 0)."""
        self._connection.executemany(
            "INSERT INTO transitions (job_row, before, status, at, told) VALUES (?, ?, ?, ?, ?)",
            [
                (row, before or "", job.status.value, self._at, before is None)
                for row, before, job in changes
            ],
        )
        self.transitions += [Transition(job, before) for _, before, job in changes]
