"""Where a text stands in the log that is shown: row ids of all matches. No widgets here."""

from __future__ import annotations

import asyncio
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.logs import LogListing, LogQuery

if TYPE_CHECKING:
    from openeo_desktop.services.logs import LogsService
    from openeo_desktop.services.spawner import Spawn


class LogFinder(QObject):
    """Matches of one question at a time; an older search is ended, a grown log is read on.

    Signals: `found()` when the matches of the present question are (anew) known.
    """

    found = Signal()

    def __init__(self, logs: LogsService, spawn: Spawn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._spawn = spawn
        self._key: JobKey | None = None
        self._query = LogQuery()
        self._known: LogListing | None = None
        self._task: asyncio.Task[None] | None = None
        self._again = False

    @property
    def key(self) -> JobKey | None:
        """The job whose log is searched."""
        return self._key

    @property
    def matches(self) -> array[int]:
        """Row ids in the order of the log; empty while they are not known."""
        return self._known.row_ids if self._known is not None else array("q")

    @property
    def is_known(self) -> bool:
        """Whether there is a text, and its matches have been found."""
        return self._known is not None

    def place_of(self, row_id: int | None) -> int | None:
        """Which of the matches a row is, the first being 0; None if it is none."""
        matches = self.matches
        if row_id is None:
            return None
        place = bisect_left(matches, row_id)
        return place if place < len(matches) and matches[place] == row_id else None

    def find(self, key: JobKey | None, query: LogQuery) -> None:
        """Search for the text of this query among the entries of its levels; "" ends it."""
        if (key, query) == (self._key, self._query):
            return
        self._key, self._query = key, query
        self.forget()

    def forget(self) -> None:
        """The log is another one now: search it anew."""
        self._known = None
        self.close()
        if self._key is not None and self._query.text:
            self._start()
        else:
            self.found.emit()

    def look_on(self) -> None:
        """The log grew: search in what was added, or in all of it where no search has ended yet."""
        if self._task is not None:
            self._again = True
        elif self._known is not None or self._query.text:
            self._start()

    def close(self) -> None:
        """End the search that runs."""
        task, self._task, self._again = self._task, None, False
        if task is not None:
            task.cancel()

    def _start(self) -> None:
        if self._key is not None:
            search = self._search(self._key, self._query, self._known)
            self._task = self._spawn(search, "search the log")

    async def _search(self, key: JobKey, query: LogQuery, known: LogListing | None) -> None:
        try:
            listing = await self._logs.listing(key, query, known)
        except AppError:
            self._task, self._again = None, False  # the next look may succeed
            raise
        if (key, query) != (self._key, self._query):
            return
        self._known, self._task = listing, None
        self.found.emit()
        if self._again:
            self._again = False
            self._start()
