"""Which log is shown, filtered how: asks the service for listings, latest wins, not too often.

The service fetches and stores; the table model shows; this stands between them. No widgets.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.services.logs import LogListing, LogQuery, LogsChanged, LogsFailed

if TYPE_CHECKING:
    from openeo_desktop.services.logs import LogsService
    from openeo_desktop.services.spawner import Spawn

MIN_PAUSE = 0.2
PAUSE_PER_LISTING = 3.0
REST_MS = 250
"""So long a job is looked at before its back-end is asked: not about each one that somebody steps
past."""
ALL_LEVELS = frozenset(LogLevel)


class LogFeed(QObject):
    """The listing of the chosen log, anew whenever log or filter change.

    The end of the log comes first, then all of it; while it grows only what was added is read.
    At most five listings a second, and at most a quarter of the time spent on them: the listing
    of a very long log takes a moment, and the log may grow all the while.

    Signals:
        listed(LogListing): The present listing of the present job; a `partial` one comes before
            the whole of another job or filter.
        failed(AppError): It could not be fetched or read; what is stored is still shown.
        fetched(): The service has asked the back-end for this job's log with success.
    """

    listed = Signal(object)
    failed = Signal(object)
    fetched = Signal()

    def __init__(self, logs: LogsService, spawn: Spawn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._spawn = spawn
        self._key: JobKey | None = None
        self._query = LogQuery()
        self._known: LogListing | None = None
        self._begun = 0
        self._asked = 0
        self._busy = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._follow_timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._follow_timer.timeout.connect(self._follow_log)
        self._forget = (
            logs.changed.connect(self._on_changed),
            logs.failed.connect(self._on_failed),
            logs.fetched.connect(self._on_fetched),
        )
        self._pause = MIN_PAUSE
        self._last_end = 0.0

    @property
    def key(self) -> JobKey | None:
        """The job whose log is shown."""
        return self._key

    @property
    def query(self) -> LogQuery:
        """The filter in force."""
        return self._query

    @property
    def is_whole(self) -> bool:
        """Whether all of the present listing was told, not its end alone."""
        return self._known is not None

    def set_job(self, key: JobKey | None) -> None:
        """Show the log of another job; answers for the one before are dropped."""
        if key == self._key:
            return
        self._key = key
        self._forget_known()
        self._logs.follow(None)
        self._follow_timer.stop()
        if key is not None:
            self._follow_timer.start()
        self._ask_now()

    def set_query(self, levels: frozenset[LogLevel], text: str) -> None:
        """Filter by level and text; no level at all means every level."""
        query = LogQuery(levels=levels or ALL_LEVELS, text=text)
        if query != self._query:
            self._query = query
            self._forget_known()
            self._ask_now()

    def refresh(self) -> None:
        """Ask the back-end for new entries now."""
        if self._key is not None:
            self._spawn(self._fetch(self._key), "read the log")

    def close(self) -> None:
        """Hear no more."""
        for forget in self._forget:
            forget()
        self._timer.stop()
        self._follow_timer.stop()
        self._key = None

    def _follow_log(self) -> None:
        self._logs.follow(self._key)

    def _on_changed(self, event: LogsChanged) -> None:
        if event.key != self._key:
            return
        if event.replaced:
            self._forget_known()
        if event.added or event.replaced:
            self._ask_later()

    def _forget_known(self) -> None:
        """The next listing is read as a whole."""
        self._known = None
        self._begun += 1

    def _on_fetched(self, key: JobKey) -> None:
        if key == self._key:
            self.fetched.emit()

    def _on_failed(self, event: LogsFailed) -> None:
        if event.key == self._key:
            self.failed.emit(event.error)

    def _ask_now(self) -> None:
        self._asked += 1
        self._timer.stop()
        if self._key is not None and not self._busy:
            self._start()

    def _ask_later(self) -> None:
        self._asked += 1
        if self._busy or self._timer.isActive():
            return
        wait = self._last_end + self._pause - time.monotonic()
        self._timer.start(max(0, round(wait * 1000)))

    def _ask(self) -> None:
        if self._key is not None and not self._busy:
            self._start()

    def _start(self) -> None:
        self._busy = True
        self._spawn(self._list(), "read the log")

    async def _list(self) -> None:
        """List until the answer is the one for the present question, then rest."""
        begun, asked, key, query = time.monotonic(), self._asked, self._key, self._query
        try:
            if key is not None:
                await self._list_all(key, query)
        except asyncio.CancelledError:  # the app ends: nothing more is asked
            self.close()
            raise
        except AppError as error:
            if key == self._key:
                self.failed.emit(error)
        except BaseException:
            self._busy = False
            raise
        self._rest(time.monotonic() - begun, asked, (key, query))

    async def _list_all(self, key: JobKey, query: LogQuery) -> None:
        """The end first where nothing of it is shown yet."""
        known, begun = self._known, self._begun
        if known is None:
            self._give(key, query, await self._logs.listing_end(key, query))
            if begun != self._begun:
                return
        listing = await self._logs.listing(key, query, known)
        if begun == self._begun:  # else the log was replaced meanwhile
            self._give(key, query, listing)

    def _give(self, key: JobKey, query: LogQuery, listing: LogListing) -> None:
        if key == self._key and query == self._query:
            if not listing.partial:
                self._known = listing
            self.listed.emit(listing)

    def _rest(self, took: float, asked: int, answered: tuple[JobKey | None, LogQuery]) -> None:
        self._busy = False
        self._last_end = time.monotonic()
        self._pause = max(MIN_PAUSE, PAUSE_PER_LISTING * took)
        if answered != (self._key, self._query):
            self._ask_now()
        elif asked != self._asked:
            self._ask_later()

    async def _fetch(self, key: JobKey) -> None:
        try:
            await self._logs.refresh(key)
        except AppError as error:
            if key == self._key:
                self.failed.emit(error)
