"""The tasks that work on the queue: started as slots are free, ended, woken when they waited.

Waiting for time, for a sign-in, for an account to be online again, or for space on the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from openeo_desktop.core.accounts import AccountId, AccountState
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.errors import AppError
from openeo_desktop.services.account_states import AccountsChanged
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_disk import DownloadDisk
from openeo_desktop.services.download_queue import DownloadQueue
from openeo_desktop.services.download_slots import DownloadSlots
from openeo_desktop.services.download_work import DownloadWork

log = logging.getLogger(__name__)
ANSWER_WITHIN = 0.15
"""Seconds a person waits for a transfer to end; afterwards it ends behind the curtain."""
After = Callable[[Download], Coroutine[Any, Any, None]]


class DownloadRunner:
    """Owner of the tasks, one for each row that runs.

    Args:
        after: What is to be done when a row has come to its end; part of its task.
    """

    def __init__(
        self,
        queue: DownloadQueue,
        slots: DownloadSlots,
        work: DownloadWork,
        disk: DownloadDisk,
        accounts: AccountsService,
        after: After,
    ) -> None:
        self._queue = queue
        self._slots = slots
        self._work = work
        self._disk = disk
        self._accounts = accounts
        self._after = after
        self._tasks: dict[DownloadId, asyncio.Task[None]] = {}
        self._background: set[asyncio.Task[Any]] = set()
        self._online: frozenset[AccountId] = frozenset()
        self._disconnect: Callable[[], None] | None = None

    def start(self) -> None:
        """Begin to work, after the queue was loaded."""
        if self._disconnect is not None:
            self.fill()
            return
        self.later(self._queue.pump(), "download progress")
        self.later(self._disk.watch(self.fill), "download space")
        self._online = _online(self._accounts)
        self._disconnect = self._accounts.changed.connect(self._on_accounts_changed)
        self.fill()

    def fill(self) -> None:
        """Start queued rows as long as there is room."""
        while (row := self._slots.next()) is not None:
            task = asyncio.create_task(self._try(row), name=f"download {row.asset_key}")
            self._tasks[row.id] = task
            task.add_done_callback(functools.partial(self._on_done, row.id))

    async def _try(self, row: Download) -> None:
        wait = await self._work.run(row)
        now = self._queue.get(row.id)
        if wait is not None:
            self.later(self._wake(row.id, wait), "download wait")
        elif now is not None and now.state is DownloadState.WAITING_DISK:
            await self._make_room(now)
        elif now is not None and now.state is DownloadState.DONE:
            await self._after(now)

    async def _make_room(self, row: Download) -> None:
        """Where writing itself failed, nothing else on that disk has a chance either."""
        error = self._work.errors.get(row.id)
        others = await self._disk.pause_volume(row, error)
        self._cancel(others)

    async def _wake(self, item: DownloadId, wait: float) -> None:
        await asyncio.sleep(wait)
        await self.requeue(self._waiting([item]))

    def _waiting(self, items: Iterable[DownloadId]) -> list[DownloadId]:
        rows = (self._queue.get(item) for item in items)
        return [row.id for row in rows if row and row.state is DownloadState.WAITING]

    async def requeue(self, items: Iterable[DownloadId]) -> None:
        """These may start again as soon as there is room."""
        wanted = list(items)
        if wanted:
            await self._queue.update_many(
                wanted, state=DownloadState.QUEUED, reason="", retry_at=None
            )
            self.fill()

    def _on_accounts_changed(self, _: AccountsChanged) -> None:
        before, self._online = self._online, _online(self._accounts)
        if back := self._online - before:
            states = (DownloadState.WAITING_AUTH, DownloadState.WAITING)
            rows = [
                row.id
                for row in self._queue.all()
                if row.job.account_id in back and row.state in states
            ]
            self.later(self.requeue(rows), "wake downloads")

    def _on_done(self, item: DownloadId, task: asyncio.Task[None]) -> None:
        self._slots.free(item)
        if self._tasks.get(item) is task:
            del self._tasks[item]
        if not task.cancelled() and (error := task.exception()) is not None:
            self.later(self._note_failure(item, error), "download failure")
        if self._disconnect is not None:
            self.fill()

    async def _note_failure(self, item: DownloadId, error: BaseException) -> None:
        """What `DownloadWork` did not foresee: a history that cannot be written, or a bug."""
        if not isinstance(error, AppError):
            log.error("A download ended with a bug", exc_info=error)
        reason = str(error) if isinstance(error, AppError) else f"A bug: {error!r}"
        with contextlib.suppress(AppError):
            await self._queue.update(item, state=DownloadState.FAILED, reason=reason)

    def _cancel(self, items: Iterable[DownloadId]) -> list[asyncio.Task[None]]:
        tasks = [self._tasks[item] for item in items if item in self._tasks]
        for task in tasks:
            task.cancel()
        return tasks

    async def stop(self, items: Iterable[DownloadId]) -> None:
        """End the tries of these rows; returns soon, also where a transfer is slow to end."""
        tasks = self._cancel(items)
        if tasks:
            await asyncio.wait(tasks, timeout=ANSWER_WITHIN)

    async def ended(self, items: Iterable[DownloadId]) -> None:
        """Wait until the tries of these rows are over: one tells how it ended a moment before."""
        tasks = [self._tasks[item] for item in items if item in self._tasks]
        if tasks:
            await asyncio.wait(tasks)

    def later(self, coroutine: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Do this beside; it ends with the service."""
        task = asyncio.create_task(coroutine, name=name)
        self._background.add(task)
        task.add_done_callback(self._on_background_done)
        return task

    def _on_background_done(self, task: asyncio.Task[Any]) -> None:
        self._background.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("%s failed", task.get_name(), exc_info=error)

    async def close(self) -> None:
        """Stop all transfers; they go on at the next start."""
        if self._disconnect is not None:
            self._disconnect()
            self._disconnect = None
        tasks = (*self._tasks.values(), *self._background)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _online(accounts: AccountsService) -> frozenset[AccountId]:
    return frozenset(
        status.account.id for status in accounts.statuses() if status.state is AccountState.ONLINE
    )
