"""Logs of jobs: fetched incrementally, followed while a job is active, read from the history."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.services import pace
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService, JobTransition
from openeo_desktop.services.log_fetch import LogFetch, read_log_page
from openeo_desktop.store import fetches
from openeo_desktop.store import logs as store
from openeo_desktop.store.log_listing import LogRows, LogSpan, list_log_end, read_listing

log = logging.getLogger(__name__)
KEPT_ERRORS = 500
END_ROWS, SEEN_ROWS = 600, 100
FIRST_WAIT, LONGEST_WAIT, LAST_WAIT, NOT_STARTED_WAIT = 2.0, 15.0, 3.0, 60.0
NEAR_WAITS = (0.25, 0.5)
"""Shortest and longest time between two looks at a log on this very computer, in seconds."""


@dataclass(frozen=True, slots=True)
class LogsChanged:
    """New entries of a job; `replaced` if the log began anew."""

    key: JobKey
    added: int
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class LogsFailed:
    """The log could not be fetched; what is known stays readable."""

    key: JobKey
    error: AppError


@dataclass(frozen=True, slots=True)
class LogQuery:
    """Which entries to show."""

    levels: frozenset[LogLevel] = frozenset(LogLevel)
    text: str = ""


@dataclass(frozen=True, slots=True)
class LogListing:
    """Row ids in the server's order; `counts` are of the whole log, before the filter.

    `partial`: only the last rows, without counts; the others are on their way. `entries`: what is
    seen first, read at once. `span` is how far
    the whole log reached then, for `LogsService.listing` to go on from.
    """

    query: LogQuery
    row_ids: array[int]
    counts: dict[LogLevel, int] = field(default_factory=dict)
    partial: bool = False
    entries: dict[int, LogEntry] = field(default_factory=dict)
    span: LogSpan = field(default_factory=LogSpan)

    def grown(self, rows: LogRows) -> LogListing:
        """This listing with what was added since; itself where that is nothing."""
        if rows.span == self.span:
            return self
        counts = {
            level: self.counts.get(level, 0) + rows.counts.get(level, 0)
            for level in self.counts.keys() | rows.counts.keys()
        }
        return replace(self, row_ids=self.row_ids + rows.ids, counts=counts, span=rows.span)


class LogsService:
    """One log is followed at a time: the one that is shown.

    `fetched` tells that a back-end was asked with success, `changed` that there was news.
    """

    def __init__(self, history: History, accounts: AccountsService, jobs: JobsService) -> None:
        self.changed: Event[LogsChanged] = Event()
        self.failed: Event[LogsFailed] = Event()
        self.fetched: Event[JobKey] = Event()
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._followed: JobKey | None = None
        self._moved = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._locks: dict[JobKey, asyncio.Lock] = {}
        jobs.restarted.connect(self._on_restarted)
        jobs.transitioned.connect(self._on_transitioned)

    def _on_restarted(self, key: JobKey) -> None:
        self.changed.emit(LogsChanged(key, 0, replaced=True))

    def _on_transitioned(self, change: JobTransition) -> None:
        """Look at once; a job that runs again is followed again."""
        if change.job.key == self._followed:
            self._moved.set()
            if change.job.status.is_active:
                self.follow(self._followed)

    def follow(self, key: JobKey | None) -> None:
        """Keep the log of this job (and of no other) up to date from now on."""
        if key == self._followed and self._task is not None and not self._task.done():
            return
        self.close()
        self._followed = key
        if key is not None:
            self._task = asyncio.get_running_loop().create_task(
                self._follow(key), name="follow log"
            )

    def close(self) -> None:
        """Stop following."""
        if self._task is not None:
            self._task.cancel()
        self._task, self._followed = None, None

    async def _follow(self, key: JobKey) -> None:
        """Look while the job is active, and once more after its end: logs lag behind."""
        first, longest = self._waits(key)
        wait, ended = first, False
        while True:
            self._moved.clear()
            job = await self._jobs.get(key)
            wait = first if await self._fetch_quietly(key) else min(longest, wait * 1.25)
            if job is not None and (job.status.is_active or job.pending):
                await self._pause(wait)
            elif job is not None and job.status is JobStatus.CREATED:
                await self._pause(NOT_STARTED_WAIT)
            elif ended:
                return
            else:
                ended = True
                await self._pause(min(LAST_WAIT, wait))

    async def _pause(self, seconds: float) -> None:
        """Wait, but no longer than until the status of the job moves."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # wait_for() of 3.11 may swallow a cancellation
                await self._moved.wait()

    def _waits(self, key: JobKey) -> tuple[float, float]:
        account = self._accounts.account(key.account_id)
        near = account is not None and pace.is_near(account)
        return NEAR_WAITS if near else (FIRST_WAIT, LONGEST_WAIT)

    async def _fetch_quietly(self, key: JobKey) -> int:
        try:
            return await self.refresh(key)
        except AppError as error:
            self.failed.emit(LogsFailed(key, error))
            return 0

    async def refresh(self, key: JobKey) -> int:
        """Fetch what is new now; returns how many entries were added.

        Raises:
            AppError: See `AccountsService.call`.
        """
        fetch = LogFetch(self._history, self._accounts, key)
        async with self._locks.setdefault(key, asyncio.Lock()):
            try:
                await fetch.run()
            finally:
                if fetch.added or fetch.replaced:
                    self.changed.emit(LogsChanged(key, fetch.added, replaced=fetch.replaced))
        self.fetched.emit(key)
        return fetch.added

    async def keep_errors(self, key: JobKey) -> None:
        """Of a failed job: keep why, to be read without a network; the rest when it is opened.

        Raises:
            AppError: See `AccountsService.call`.
        """
        cursor = await self._history.read(store.log_cursor, key)
        if cursor.count:  # it was followed: now its end
            await self.refresh(key)
            return
        async with self._locks.setdefault(key, asyncio.Lock()):
            errors = await self._ask_for_errors(key)
            added = await self._history.call(fetches.append_errors, key, errors)
        if added:
            self.changed.emit(LogsChanged(key, added))

    async def _ask_for_errors(self, key: JobKey) -> list[LogEntry]:
        page = await read_log_page(self._accounts, key, "", "error", "")
        return [entry for entry in page.entries if entry.level is LogLevel.ERROR][:KEPT_ERRORS]

    async def listing(
        self, key: JobKey, query: LogQuery, known: LogListing | None = None
    ) -> LogListing:
        """Row ids of matching entries, and the counts per level.

        Args:
            known: An older listing of the same job and query: only what was added is read.
        """
        span = known.span if known is not None else LogSpan()
        rows = await self._history.read(read_listing, key, query.levels, query.text, span)
        if known is not None and rows.added:
            return known.grown(rows)
        return LogListing(query, rows.ids, rows.counts, span=rows.span)

    async def listing_end(self, key: JobKey, query: LogQuery) -> LogListing:
        """The last matching entries alone: at once, also where the log has a million."""
        ids = await self._history.read(list_log_end, key, query.levels, query.text, END_ROWS)
        entries = await self.rows(ids[-SEEN_ROWS:])
        return LogListing(query, ids, partial=True, entries=entries)

    async def rows(self, row_ids: Sequence[int]) -> dict[int, LogEntry]:
        """Entries by row id."""
        return await self._history.read(store.load_log_rows, row_ids)

    async def errors(self, key: JobKey, limit: int = 20) -> list[LogEntry]:
        """The first error entries; asked for with `level=error` where none is known yet.

        Raises:
            AppError: See `AccountsService.call`.
        """
        known = await self._history.read(store.load_log, key, LogLevel.ERROR, limit)
        if known:
            return known
        return (await self._ask_for_errors(key))[:limit]

    async def export(self, key: JobKey) -> list[LogEntry]:
        """The whole log as known here, oldest first."""
        return await self._history.read(store.load_log, key)
