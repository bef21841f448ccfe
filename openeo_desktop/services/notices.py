"""Notices: tells once that a job came to an end, whichever request saw it, also of the last run.

The history is the witness (`store.notices`): what is untold there is told, then marked. A kill
between the two tells it again at the next start; nothing is ever lost. Where a notice is shown
(the window, the system's notifications) is not decided here.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.notices import NOTICED, Notice, NoticeGroup
from openeo_desktop.services.absences import Absences
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService, JobTransition
from openeo_desktop.services.sync import SyncService
from openeo_desktop.store import notices as store

log = logging.getLogger(__name__)
SETTLE = 0.5
"""Seconds after a change until it is told: what ends together is told together."""


class NoticesService:
    """Events: `told`, with all that is told at once; `unread_changed`, with their number.

    Only a face that shows notices starts it: what the command line sees stays to be told.
    """

    def __init__(
        self,
        history: History,
        accounts: AccountsService,
        jobs: JobsService,
        sync: SyncService,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self.told: Event[NoticeGroup] = Event()
        self.unread_changed: Event[int] = Event()
        self._history = history
        self._jobs = jobs
        self._sync = sync
        self._absences = Absences(accounts, sync, clock)
        self._unread = 0
        self._shown: dict[int, Notice] = {}
        self._woken = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._disconnects: list[Callable[[], None]] = []

    @property
    def unread(self) -> int:
        """How many the person may not have seen."""
        return self._unread

    async def start(self) -> None:
        """Tell from now on; first what the last run could not tell any more."""
        self._disconnects = [
            self._jobs.transitioned.connect(self._on_transitioned),
            self._sync.listed.connect(self._on_listed),
            self._absences.ended.connect(self._on_listed),
        ]
        self._absences.start()
        task = asyncio.get_running_loop().create_task(self._tell_now_and_then(), name="notices")
        self._tasks.append(task)
        self._set_unread(await self._history.read(store.unread_notices))
        self._woken.set()

    async def close(self) -> None:
        """Tell no more; what is untold is told by the next run."""
        for disconnect in self._disconnects:
            disconnect()
        self._absences.close()
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def earlier(self, limit: int = 200) -> list[Notice]:
        """What was told, newest first.

        Raises:
            StorageError: The history cannot be read.
        """
        return await self._history.read(store.told_notices, limit)

    async def mark_read(self, notices: Iterable[Notice]) -> None:
        """The person has seen these.

        Raises:
            StorageError: It cannot be written.
        """
        await self._history.call(store.mark_read, list(notices))
        self._set_unread(await self._history.read(store.unread_notices))

    async def mark_all_read(self) -> None:
        """The person has seen the list.

        Raises:
            StorageError: It cannot be written.
        """
        await self._history.call(store.mark_all_read)
        self._set_unread(await self._history.read(store.unread_notices))

    def _on_transitioned(self, change: JobTransition) -> None:
        if change.before is not None and change.job.status in NOTICED:
            self._woken.set()

    def _on_listed(self, _account_id: object) -> None:
        """What another process (the command line) has seen is told here as well."""
        self._woken.set()

    async def _tell_now_and_then(self) -> None:
        while True:
            await self._woken.wait()
            await asyncio.sleep(SETTLE)
            self._woken.clear()
            try:
                await self._tell()
            except AppError as error:  # a full disk; the next change tries it again
                log.info("Notices could not be noted: %s", error.message)

    async def _tell(self) -> None:
        """An absence that ends while the history is read is left to the next turn as a whole."""
        settled = self._absences.just_ended()
        untold = await self._history.read(store.untold_notices)
        fresh = [notice for notice in untold if notice.id not in self._shown]
        just_now = self._absences.just_ended() - settled
        present, away = [], []
        for notice in fresh:
            account_id = notice.key.account_id
            if account_id in settled:
                away.append(notice)
            elif account_id not in just_now and not self._absences.holds(account_id):
                present.append(notice)
        self._absences.forget_ended(settled)
        for group in (NoticeGroup(tuple(away), away=True), NoticeGroup(tuple(present))):
            if group.notices:
                self._shown |= {notice.id: notice for notice in group.notices}
                self.told.emit(group)
        if self._shown:  # also what could not be marked the last time
            await self._history.call(store.mark_told, list(self._shown.values()))
            self._shown.clear()
            self._set_unread(await self._history.read(store.unread_notices))
        if len(untold) >= store.MOST:
            self._woken.set()

    def _set_unread(self, count: int) -> None:
        if count != self._unread:
            self._unread = count
            self.unread_changed.emit(count)
