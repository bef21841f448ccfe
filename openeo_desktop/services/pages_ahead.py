"""Pages of a listing, fetched on a lane one after the other while earlier ones are decoded.

From a page that has come to the request for the next one it would be a long way round by the loop:
three milliseconds while the window and the writer compute, a hundred times in a long listing. So a
lane asks for a few pages in one go, each as soon as the one before tells where it is.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from openeo_desktop.api import jobs as api
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken

RUN = 20
"""So many pages are fetched in one go, then the state of the account is noted."""
WAITING = 3
"""While so many pages wait for being taken no further one is asked for."""
SMALL = 4_000_000
"""Pages with more characters are fetched one at a time: those that wait are in memory."""
Fetch = Callable[[Connection, CancelToken], None]
Likely = Callable[[api.JobsPage], str]


class PagesAhead:
    """The pages after the first one. Used on the loop; `aclose` gives up what is on its way.

    Args:
        call: Runs a function on a lane of the account, if there is anything to be asked now.
        likely: The page that will be asked for after this one, empty if that is not sure enough, or
            not wanted; called on the lane.
    """

    def __init__(self, call: Callable[[Fetch], Coroutine[Any, Any, None]], likely: Likely) -> None:
        self._call = call
        self._likely = likely
        self._run: _Run | None = None

    def expect(self, url: str) -> None:
        """This is likely the next page: begin to fetch it, if that is not under way."""
        if self._run is None or self._run.coming != url:
            self._give_up()
            self._run = _Run(url, self._likely, self._call)

    async def page(self, url: str) -> api.JobsPage | None:
        """The next page; None if nothing more is to be asked.

        Raises:
            AppError: See `AccountsService.call`.
        """
        self.expect(url)
        return await self._run.take() if self._run is not None else None

    async def aclose(self) -> None:
        """End the reading of pages that are not needed; what became of them is of no interest."""
        task = self._give_up()
        if task is not None:
            await asyncio.wait([task])

    def _give_up(self) -> asyncio.Task[None] | None:
        run, self._run = self._run, None
        if run is None:
            return None
        run.task.cancel()
        return run.task


class _Run:
    """Some pages of one go. `asked` and `pages` are written on the lane, `taken` on the loop."""

    def __init__(
        self, url: str, likely: Likely, call: Callable[[Fetch], Coroutine[Any, Any, None]]
    ) -> None:
        self.asked = [url]
        self.pages: deque[api.JobsPage] = deque()
        self._likely = likely
        self._brought = self._taken = 0
        self._came = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self.task = self._loop.create_task(call(self._fetch), name="read pages of jobs ahead")
        self.task.add_done_callback(self._on_done)

    @property
    def coming(self) -> str:
        """The page that will be taken next; empty if this run brings no more."""
        return self.asked[self._taken] if self._taken < len(self.asked) else ""

    async def take(self) -> api.JobsPage | None:
        """The next page as soon as it is here; None if it was not to be asked for."""
        while not self.pages:
            if self.task.done():  # then all that it brought is here
                self.task.result()
                return None
            self._came.clear()
            await self._came.wait()
        self._taken += 1
        return self.pages.popleft()

    def _fetch(self, connection: Connection, token: CancelToken) -> None:
        """On the lane. Repeated with another session, it goes on with the page that was refused."""
        while self._brought < len(self.asked):
            self._bring(api.get_jobs_page(connection, self.asked[self._brought], token))

    def _bring(self, page: api.JobsPage) -> None:
        """Who takes the page can see whether the one after it is coming, too."""
        wanted = len(self.asked) < RUN and len(self.pages) < WAITING and page.size <= SMALL
        url = self._likely(page) if wanted else ""
        if url and url not in self.asked:
            self.asked.append(url)
        self._brought += 1
        self.pages.append(page)
        self._loop.call_soon_threadsafe(self._came.set)

    def _on_done(self, task: asyncio.Task[None]) -> None:
        self._came.set()
        if not task.cancelled():
            task.exception()  # told to whoever takes a page, if anybody still does
