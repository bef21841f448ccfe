"""Logs of jobs: fetched incrementally, followed while a job is active, read from the history."""

from __future__ import annotations

import asyncio
import logging
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from openeo_desktop.api import jobs as api
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.urls import is_loopback
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobId, JobKey, JobStatus
from openeo_desktop.core.logs import LogEntry, LogLevel, parse_log_entry
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.store import logs as store

log = logging.getLogger(__name__)
BATCH = 500
FIRST_WAIT, LONGEST_WAIT, LOOPBACK_WAIT, LAST_WAIT = 2.0, 15.0, 0.5, 3.0


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
    """Row ids in the server's order; `counts` are of the whole log, before the filter."""

    query: LogQuery
    row_ids: array[int]
    counts: dict[LogLevel, int] = field(default_factory=dict)


class LogsService:
    """One log is followed at a time: the one that is shown."""

    def __init__(self, history: History, accounts: AccountsService, jobs: JobsService) -> None:
        self.changed: Event[LogsChanged] = Event()
        self.failed: Event[LogsFailed] = Event()
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._followed: JobKey | None = None
        self._task: asyncio.Task[None] | None = None
        self._locks: dict[JobKey, asyncio.Lock] = {}

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
        quick = self._is_loopback(key)
        first = LOOPBACK_WAIT if quick else FIRST_WAIT
        wait, ended = first, False
        while True:
            job = await self._jobs.get(key)
            last = job is None or not (job.status.is_active or job.pending)
            wait = first if await self._fetch_quietly(key) else min(LONGEST_WAIT, wait * 1.25)
            if last and ended:
                return
            ended = last and (job is None or job.status is not JobStatus.CREATED)
            await asyncio.sleep(min(LAST_WAIT, wait) if last else wait)

    def _is_loopback(self, key: JobKey) -> bool:
        account = self._accounts.account(key.account_id)
        return account is not None and is_loopback(urlsplit(account.api_base).hostname or "")

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
        async with self._locks.setdefault(key, asyncio.Lock()):
            cursor = await self._history.call(store.log_cursor, key)
            added = 0
            token = CancelToken()
            pages = await self._accounts.call(
                key.account_id, _open_log, key.job_id, cursor.offset, "debug"
            )
            while entries := await self._next(key, pages):
                added += await self._history.call(store.append_logs, key, entries)
                token.check()
        if added:
            self.changed.emit(LogsChanged(key, added))
        return added

    async def _next(self, key: JobKey, pages: Iterator[list[LogEntry]]) -> list[LogEntry]:
        return await self._accounts.call(key.account_id, _next_batch, pages)

    async def listing(self, key: JobKey, query: LogQuery) -> LogListing:
        """Row ids of matching entries, and the counts per level."""
        ids, counts = await self._history.call(store.list_log, key, query.levels, query.text)
        return LogListing(query, ids, counts)

    async def rows(self, row_ids: Sequence[int]) -> dict[int, LogEntry]:
        """Entries by row id."""
        return await self._history.call(store.load_log_rows, row_ids)

    async def errors(self, key: JobKey, limit: int = 20) -> list[LogEntry]:
        """The first error entries; asked for with `level=error` where none is known yet.

        Raises:
            AppError: See `AccountsService.call`.
        """
        known = await self._history.call(store.load_log, key, LogLevel.ERROR, limit)
        if known:
            return known
        pages = await self._accounts.call(key.account_id, _open_log, key.job_id, "", "error")
        entries = await self._next(key, pages)
        return [entry for entry in entries if entry.level is LogLevel.ERROR][:limit]

    async def export(self, key: JobKey) -> list[LogEntry]:
        """The whole log as known here, oldest first."""
        return await self._history.call(store.load_log, key)


def _open_log(
    connection: Connection, job_id: JobId, offset: str, level: str, token: CancelToken
) -> Iterator[list[LogEntry]]:
    """Batches of parsed entries; the first request is made here, so that its error is seen here."""
    pages = api.get_logs(connection, job_id, token, offset=offset, level=level)
    return _batches(next(pages, []), pages)


def _batches(
    first: list[dict[str, Any]], pages: Iterator[list[dict[str, Any]]]
) -> Iterator[list[LogEntry]]:
    page: list[dict[str, Any]] | None = first
    while page is not None:
        for start in range(0, len(page), BATCH):
            yield [parse_log_entry(raw) for raw in page[start : start + BATCH]]
        page = next(pages, None)


def _next_batch(
    _connection: Connection, batches: Iterator[list[LogEntry]], token: CancelToken
) -> list[LogEntry]:
    """The next batch, empty at the end; runs on the lane, it may make a request."""
    token.check()
    return next(batches, [])
