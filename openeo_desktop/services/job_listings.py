"""Reading listings of jobs: page by page, the next ones fetched while this one is decoded and
written (`pages_ahead`).

Decides what a listing proves: only one that is whole and complete says which jobs are gone.
When listings are read is not decided here.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from openeo_desktop.api import jobs as api
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import BackEndError, NotFoundError, UnreachableError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.json_values import as_text
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.pages_ahead import Fetch, PagesAhead
from openeo_desktop.store.listed_columns import Portion

SMALL_PAGE = 100
"""For a look at the newest jobs, and for servers that refuse (or time out on) large pages."""
ENOUGH, SOON = 5_000, 0.25
"""So many jobs are worth a transaction of their own, and after so many seconds fewer are."""
MOST_WAITING = 10_000
"""So many jobs that were read wait for being written, at most; then reading waits."""
FEW = 10
"""So many jobs that a listing misses are asked for."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a listing.

    `whole`: every page was read, and none was partial. `pages`: how many were read.
    `missing`: the jobs that were looked for and not seen.
    """

    whole: bool
    pages: int
    missing: frozenset[JobKey] = frozenset()


def _always() -> bool:
    return True


class JobListings:
    """One reading at a time for each account: what a listing has seen is noted in the history.

    Events: `listed` when a whole and complete listing of an account was written.
    """

    def __init__(self, accounts: AccountsService, jobs: JobsService) -> None:
        self._accounts = accounts
        self._jobs = jobs
        self._locks: dict[AccountId, asyncio.Lock] = {}
        self._page_sizes: dict[AccountId, int] = {}
        self.listed: Event[AccountId] = Event()

    async def read(
        self,
        account_id: AccountId,
        until: Collection[JobKey] | None = None,
        go_on: Callable[[], bool] = _always,
    ) -> Reading:
        """Read the listing into the history.

        Args:
            until: Stop as soon as these jobs were seen (most back-ends list the newest first);
                None: read all of it.
            go_on: Asked before each further page; False ends the reading, which is not whole then.

        Raises:
            AppError: See `AccountsService.call`; what was read until then is in the history.
        """
        async with self._locks.setdefault(account_id, asyncio.Lock()):
            self._accounts.listings.set_reading(account_id, True)
            try:
                return await self._read(_Listing(self._jobs, account_id, until), go_on)
            finally:
                self._accounts.listings.set_reading(account_id, False)

    async def _read(self, listing: _Listing, go_on: Callable[[], bool]) -> Reading:
        account_id = listing.account_id
        listing.first = await self._jobs.begin_listing(account_id)
        try:
            await self._read_pages(listing, go_on)
        finally:
            await listing.written()
        reading = listing.reading()
        if reading.whole:
            if await self._ask_for_missed(account_id):
                listing.news |= await self._jobs.mark_unlisted(account_id)
            await self._accounts.listings.note_read(account_id, news=listing.news)
            self.listed.emit(account_id)
        return reading

    async def _read_pages(self, listing: _Listing, go_on: Callable[[], bool]) -> None:
        async def call(fetch: Fetch) -> None:
            await self._accounts.listings.patience(listing.account_id)
            if go_on():
                await self._call(listing, fetch)

        def likely(page: api.JobsPage) -> str:
            held = self._accounts.listings.held_for(listing.account_id)
            return "" if held or not go_on() else listing.likely_next(page)

        page: api.JobsPage | None = await self._first_page(listing)
        async with contextlib.aclosing(PagesAhead(call, likely)) as ahead:
            while page is not None:
                if url := listing.likely_next(page):
                    ahead.expect(url)
                await self._read_page(listing, page)
                url = listing.following(page)
                page = await ahead.page(url) if url else None

    async def _read_page(self, listing: _Listing, page: api.JobsPage) -> None:
        while not page.ended:
            await listing.take(await self._call(listing, _read_on, page, listing.first))

    async def _call(self, listing: _Listing, fn: Callable[..., T], *args: Any, **named: Any) -> T:
        return await self._accounts.call(listing.account_id, fn, *args, **named)

    async def _ask_for_missed(self, account_id: AccountId) -> bool:
        """A few jobs that a listing misses are asked for before they are called gone.

        Whether there were any.

        When a job is deleted elsewhere between two pages, another one moves from the page that is
        to come to the one that was read. One that answers counts as seen.
        """
        missed = await self._jobs.unlisted(account_id)
        for key in missed if len(missed) <= FEW else ():
            await self._accounts.listings.patience(account_id)
            with contextlib.suppress(NotFoundError):
                await self._jobs.refresh(key)
        return bool(missed)

    async def _first_page(self, listing: _Listing) -> api.JobsPage:
        """The first page; from now on a small one where a large one is too much."""
        usual = api.PAGE_SIZE if listing.until is None else SMALL_PAGE
        limit = min(usual, self._page_sizes.get(listing.account_id, usual))
        try:
            return await self._call(listing, api.get_jobs_page, "", limit=limit)
        except (BackEndError, UnreachableError) as error:
            if limit <= SMALL_PAGE or not _may_be_too_much(error):
                raise
            self._page_sizes[listing.account_id] = SMALL_PAGE
            if not _is_refused(error):  # it may need a rest: next time
                raise
        return await self._call(listing, api.get_jobs_page, "", limit=SMALL_PAGE)


def _read_on(
    _connection: Connection, page: api.JobsPage, first: bool, token: CancelToken
) -> Portion:
    """The next portion of a page, decoded on the lane; of a first listing with its columns."""
    token.check()
    page.read_on()
    portion = Portion([*page.jobs])
    if first:
        portion.prepare()
    return portion


def _may_be_too_much(error: BackEndError | UnreachableError) -> bool:
    """Whether a smaller page may help: refused as a parameter, or no answer in time."""
    if isinstance(error, UnreachableError):
        return error.timed_out
    return error.status == 504 or _is_refused(error)


def _is_refused(error: BackEndError | UnreachableError) -> bool:
    return isinstance(error, BackEndError) and error.status in (400, 413, 422)


class _Listing:
    """A listing while it is read: writes one portion while the next one is on its way."""

    def __init__(
        self, jobs: JobsService, account_id: AccountId, until: Collection[JobKey] | None
    ) -> None:
        self.account_id = account_id
        self.until = until
        self.first = self.news = False
        self._jobs = jobs
        self._missing = set(until or ())
        self._guard = api.PageGuard()
        self._pages = 0
        self._complete = True
        self._ended = False
        self._waiting: list[Portion] = []
        self._writing: asyncio.Task[None] | None = None
        self._worth_it = asyncio.Event()
        self._wrote_at = -SOON

    async def take(self, portion: Portion) -> None:
        """Write what was read, by and by: all that waits in one transaction.

        So a quick back-end has its jobs written in a few large ones, which costs half of what many
        small ones do (each writes anew what the indexes have in common), and a slow one at once.
        """
        for document, _ in portion.items if self._missing else ():
            self._missing.discard(JobKey(self.account_id, JobId(as_text(document.get("id")))))
        if self._count() >= MOST_WAITING or (self._writing and self._writing.done()):
            await self.written()
        self._waiting.append(portion)
        if self._count() >= ENOUGH:
            self._worth_it.set()
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(
                self._write(), name="write a page of jobs"
            )

    def _count(self) -> int:
        return sum(len(portion.items) for portion in self._waiting)

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout_at(self._wrote_at + SOON):
                    await self._worth_it.wait()
            self._worth_it.clear()
            portions, self._waiting = self._waiting, []
            self.news |= bool(await self._jobs.write_listed(self.account_id, portions))
            self._wrote_at = loop.time()

    def likely_next(self, page: api.JobsPage) -> str:
        """The page that will be read after this one, asked for while this one is decoded; empty if
        that is not sure enough."""
        url = page.likely_next
        return url if self.until is None and self._guard.is_new(url) and url != page.url else ""

    def following(self, page: api.JobsPage) -> str:
        """After the last portion of a page: the link to the page to be read now, if any."""
        self._pages += 1
        self._complete = self._complete and not page.partial
        self._ended = not page.next_url
        url = self._guard.following(page.url, page.next_url)
        return "" if self.until is not None and not self._missing else url

    async def written(self) -> None:
        """Wait until all that was read is in the history.

        Raises:
            StorageError: It could not be written.
        """
        writing, self._writing = self._writing, None
        self._worth_it.set()
        if writing is not None:
            await writing

    def reading(self) -> Reading:
        """What was read."""
        return Reading(self._complete and self._ended, self._pages, frozenset(self._missing))
