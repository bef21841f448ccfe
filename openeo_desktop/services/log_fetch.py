"""Fetching what is new of one log, from servers that go on after `offset` and those that ignore it.

A server that always tells the log from its beginning is recognised by its first entry: then as many
entries as are here already are passed over, which also works where entries have no ids.
"""

from __future__ import annotations

from dataclasses import dataclass

from openeo_desktop.api import jobs as api
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.logs import LogEntry, parse_log_entry
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.store import fetches
from openeo_desktop.store import logs as store

PORTION = 500
"""So many entries are written at once, so that nobody else waits long for the history."""


@dataclass(frozen=True, slots=True)
class EntriesPage:
    """One page of a log, its entries parsed."""

    entries: list[LogEntry]
    url: str
    next_url: str


async def read_log_page(
    accounts: AccountsService, key: JobKey, offset: str, level: str, url: str
) -> EntriesPage:
    """One page of a log.

    Raises:
        AppError: See `AccountsService.call`.
    """
    return await accounts.call(key.account_id, _read_page, key.job_id, offset, level, url)


def _read_page(
    connection: Connection, job_id: JobId, offset: str, level: str, url: str, token: CancelToken
) -> EntriesPage:
    page = api.get_log_page(connection, job_id, token, offset=offset, level=level, page_url=url)
    return EntriesPage([parse_log_entry(raw) for raw in page.entries], page.url, page.next_url)


class LogFetch:
    """One fetch: `added` entries so far; `replaced`: what was here before is written anew."""

    def __init__(self, history: History, accounts: AccountsService, key: JobKey) -> None:
        self.added = 0
        self.replaced = False
        self._history = history
        self._accounts = accounts
        self._key = key
        self._cursor = store.LogCursor("", 0)
        self._errors_only = False
        self._passing = 0
        self._fresh = False

    async def run(self) -> None:
        """Fetch until there is no more.

        Raises:
            AppError: See `AccountsService.call`; what came until then is kept.
        """
        if await self._history.read(fetches.has_errors_only, self._key):
            self._errors_only = True
        else:
            self._cursor = await self._history.read(store.log_cursor, self._key)
        if not await self._read_pages(may_pass=True):
            await self._read_pages(may_pass=False)

    async def _read_pages(self, *, may_pass: bool) -> bool:
        """Whether all was read; False where passing over what is known turned out to be wrong."""
        guard, url, first = api.PageGuard(), "", True
        while True:
            page = await read_log_page(self._accounts, self._key, self._cursor.offset, "debug", url)
            if first:
                await self._begin(page.entries, may_pass=may_pass)
            entries = self._pass_over(page.entries)
            if entries is None:
                return False
            await self._append(entries)
            first, url = False, guard.following(page.url, page.next_url)
            if not url:
                return not self._passing

    async def _begin(self, entries: list[LogEntry], *, may_pass: bool) -> None:
        """Find out where this answer begins: at the start of the log, or after the offset."""
        if self._errors_only:
            await self._history.call(fetches.clear_errors_only, self._key)
            self._errors_only, self.replaced = False, True
        known = self._cursor.first
        repeats = bool(entries) and known is not None and _same(entries[0], known)
        self._passing = self._cursor.count if repeats and may_pass else 0
        self._fresh = bool(self._passing) or not self._cursor.count

    def _pass_over(self, entries: list[LogEntry]) -> list[LogEntry] | None:
        """Without those that are known; None if the log is another one than it was."""
        if len(entries) < self._passing:
            self._passing -= len(entries)
            return []
        if self._passing:
            last, known = entries[self._passing - 1], self._cursor.last
            if known is None or not _same(last, known):
                self._passing = 0
                return None
        rest, self._passing = entries[self._passing :], 0
        return rest

    async def _append(self, entries: list[LogEntry]) -> None:
        for start in range(0, len(entries), PORTION):
            part = entries[start : start + PORTION]
            self.added += await self._history.call(
                store.append_logs, self._key, part, fresh=self._fresh
            )


def _same(one: LogEntry, other: LogEntry) -> bool:
    return store.identity_of(one) == store.identity_of(other)
