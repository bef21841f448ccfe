"""Jobs written as back-ends tell them: the one way into the history, fast for whole pages.

One statement tells what is known of a page. An item that is the same as in the listing before is
left alone: a listing without news writes nothing, not even a page of the file.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, cast

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.store.bulk import insert_columns
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_merge import columns_of, is_news, written_columns
from openeo_desktop.store.listed_columns import digest_of
from openeo_desktop.store.notices import told_at_first


@dataclass(frozen=True, slots=True)
class Transition:
    """A status change: `before` is None for a job never seen before."""

    job: Job
    before: JobStatus | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked at of a known job."""

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
        work = Upsert(database, connection, detailed=detailed, now=now)
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
        if key in batch or account != key.account_id or len(batch) >= Upsert.BATCH:
            if batch:
                yield list(batch.values())
            batch, account = {}, key.account_id
        batch[key] = job
    if batch:
        yield list(batch.values())


class Upsert:
    """The writing of one call, batch by batch, within its transaction.

    Attributes:
        at: When it was said, seconds since 1970.
        changed: Jobs that look different now.
        transitions: Status changes.
    """

    BATCH = 1000

    def __init__(
        self,
        database: Database,
        connection: sqlite3.Connection,
        *,
        detailed: bool = False,
        now: dt.datetime | None = None,
    ) -> None:
        self.connection = connection
        self.changed: set[JobKey] = set()
        self.transitions: list[Transition] = []
        self._database = database
        self._detailed = detailed
        self.at = (now or utc_now()).timestamp()

    def write(self, batch: list[Job]) -> None:
        """Jobs of one account, each id once."""
        known = self.known(batch[0].account_id, [job.id for job in batch])
        fresh: list[tuple[Job, int | None]] = []
        for job in batch:
            digest = None if self._detailed else digest_of(job.raw_text)
            before = known.get(job.id)
            if before is None:
                fresh.append((job, digest))
                continue
            self.see(job.key, before)
            if digest is None or digest != before.listed or job.status.value != before.status:
                self._update(before, job, digest)
        if fresh:
            self._insert(fresh)

    def known(self, account_id: AccountId, job_ids: Sequence[str]) -> dict[str, Known]:
        """What is known of these jobs, by id; fetched as one value (see `bulk`)."""
        marks = ", ".join("?" * len(job_ids))
        text = self.connection.execute(
            f"""SELECT json_group_array(json_array(job_id, row, status, gone, listed)) FROM jobs
                WHERE account_id = ? AND job_id IN ({marks})""",  # noqa: S608 - values are bound
            [account_id, *job_ids],
        ).fetchone()[0]
        return {job_id: Known(*others) for job_id, *others in json.loads(text)}

    def is_first_listing(self, account_id: AccountId) -> bool:
        """Whether the listing that is being read is the first one of its account."""
        seen = self._database.seen.get(account_id)
        return seen is not None and seen.first

    def see(self, key: JobKey, known: Known) -> None:
        """It is on the back-end, whatever else is said of it."""
        seen = self._database.seen.get(key.account_id)
        if seen is not None:
            seen.add(known.row)
        if known.gone:
            self._bring_back(key, known.row)

    def next_row(self) -> int:
        """The number of the next new job."""
        return int(self.connection.execute("SELECT max(row) FROM jobs").fetchone()[0] or 0) + 1

    def note_seen(self, account_id: AccountId, job_ids: Sequence[str], first: int) -> None:
        """These were just inserted, in neighbouring rows."""
        seen = self._database.seen.get(account_id)
        if seen is not None:
            seen.add_range(first, len(job_ids))
        # As JobKey(account_id, job_id) for each, without entering the interpreter for each.
        keys = map(tuple.__new__, repeat(JobKey), zip(repeat(account_id), job_ids, strict=False))
        self.changed.update(cast("Iterable[JobKey]", keys))

    def note_since(self, rows: Sequence[int]) -> None:
        """These are known from now on; what a job was before is no news.

        Of jobs at rest that a listing brings `jobs.seen` alone tells (see `status_changes`): the
        first listing has a hundred thousand of them.
        """
        self.connection.executemany(
            """INSERT INTO transitions (job_row, status, at, told)
               SELECT row, status, ?, 1 FROM jobs WHERE row = ?""",
            [(self.at, row) for row in rows],
        )

    def _bring_back(self, key: JobKey, row: int) -> None:
        self.connection.execute("UPDATE jobs SET gone = 0 WHERE row = ?", (row,))
        self.changed.add(key)

    def _insert(self, fresh: Sequence[tuple[Job, int | None]]) -> None:
        """Jobs that were never seen."""
        first = self.next_row()
        rows = [columns_of(job, self.at if self._detailed else None) for job, _ in fresh]
        columns: dict[str, Sequence[Any]] = {
            "row": range(first, first + len(fresh)),
            **{name: [row[name] for row in rows] for name in rows[0]},
            "listed": [digest for _, digest in fresh],
        }
        insert_columns(self.connection, "jobs", columns)
        self.note_seen(fresh[0][0].account_id, [job.id for job, _ in fresh], first)
        self.note_since(range(first, first + len(fresh)))
        self.transitions += [Transition(job, None) for job, _ in fresh]

    def _update(self, known: Known, job: Job, digest: int | None) -> None:
        before = self.connection.execute(
            "SELECT * FROM jobs WHERE row = ?", (known.row,)
        ).fetchone()
        news = is_news(before, job, self._detailed)
        columns = written_columns(before, job, self.at if self._detailed else None, news=news)
        if digest is not None and digest != known.listed:
            columns["listed"] = digest
        if columns:
            assignments = ", ".join(f"{name} = ?" for name in columns)
            self.connection.execute(
                f"UPDATE jobs SET {assignments} WHERE row = ?",  # noqa: S608 - our own names
                [*columns.values(), known.row],
            )
        if news:
            self.changed.add(job.key)
            old = JobStatus.parse(known.status)
            if old is not job.status:
                self._note(known.row, old, job)

    def _note(self, row: int, before: JobStatus, job: Job) -> None:
        """A change of a known job is yet to be told, if it is one that a person is told of."""
        told = told_at_first(self.connection, row, job.status)
        self.connection.execute(
            "INSERT INTO transitions (job_row, before, status, at, told) VALUES (?, ?, ?, ?, ?)",
            (row, before.value, job.status.value, self.at, told),
        )
        self.transitions.append(Transition(job, before))
