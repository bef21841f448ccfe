"""The upkeep of the history while nobody waits for it: the index of the search, what is too old."""

from __future__ import annotations

import asyncio
import logging

from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.store import retention as store
from openeo_desktop.store.database import Database
from openeo_desktop.store.retention import HistorySizes, Retention, Tidied
from openeo_desktop.store.search_index import index_portion

log = logging.getLogger(__name__)
QUIET = 1.0
"""Seconds without a change before what is new is indexed: a long listing is not slowed down."""
TIDY_AFTER, TIDY_EVERY = 120.0, 86_400.0
LOG_DAYS, RESULT_DAYS, MAX_MB = (
    "history/keep_logs_days",
    "history/keep_results_days",
    "history/max_mb",
)


class HistoryCare:
    """Two quiet tasks, from `start` to `close`."""

    def __init__(
        self, history: History, jobs: JobsService, settings: Settings, clock: Clock = SYSTEM_CLOCK
    ) -> None:
        self._history = history
        self._settings = settings
        self._clock = clock
        self._changed = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        jobs.changed.connect(self._on_jobs_changed)

    def start(self) -> None:
        """Index what is new from now on, and tidy now and then."""
        loop = asyncio.get_running_loop()
        self._changed.set()  # what the last run left
        self._tasks = [
            loop.create_task(self._index(), name="index the jobs"),
            loop.create_task(self._tidy_now_and_then(), name="tidy the history"),
        ]

    async def close(self) -> None:
        """Leave the rest to the next run."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def retention(self) -> Retention:
        """What the person chose; for ever if nothing."""
        days = [max(0, self._settings.get(key, 0)) for key in (LOG_DAYS, RESULT_DAYS, MAX_MB)]
        return Retention(*days)

    async def sizes(self) -> HistorySizes:
        """How much there is."""
        return await self._history.read(store.sizes)

    async def tidy(self) -> Tidied:
        """Remove what is older or more than the person wants to keep; never a job.

        Raises:
            StorageError: The disk is full or the file cannot be written.
        """
        retention, done = self.retention, Tidied(more=True)
        while done.more:
            done += await self._history.call(store.tidy_portion, retention, self._clock.now())
        log.info("Tidied: %s log entries, %s results", done.log_entries, done.results)
        return done

    def _on_jobs_changed(self, _change: object) -> None:
        self._changed.set()

    async def _index(self) -> None:
        while True:
            await self._changed.wait()
            while self._changed.is_set():
                self._changed.clear()
                await asyncio.sleep(QUIET)
            try:
                while not self._changed.is_set() and await self._history.call(index_portion):
                    pass
                if not self._changed.is_set():
                    await self._history.call(Database.fold)
            except AppError as error:  # a full disk: the search does without the index
                log.info("The jobs could not be indexed: %s", error.message)

    async def _tidy_now_and_then(self) -> None:
        await asyncio.sleep(TIDY_AFTER)
        while True:
            if self.retention != Retention():
                try:
                    await self.tidy()
                except AppError as error:
                    log.info("The history could not be tidied: %s", error.message)
            await asyncio.sleep(TIDY_EVERY)
