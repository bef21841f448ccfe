"""One job followed for a pane: read from the history now, and again whenever it changes there.

The latest job wins; answers for an older one are dropped. Not a pane, no words, no look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.services.spawner import Spawn

if TYPE_CHECKING:
    from openeo_desktop.services.jobs import JobsChanged, JobsService

ASK_AFTER_MS = 300
"""Resting on a job this long asks the back-end about it; running through the list does not."""


class JobWatch(QObject):
    """Follows one job.

    Signals: `shown(Job)` when there is something to show; `lost()` if the job is not in the history
    (any more); `refreshed(Job)` after the back-end answered; `refresh_failed(AppError)`.
    """

    shown = Signal(object)
    lost = Signal()
    refreshed = Signal(object)
    refresh_failed = Signal(object)

    def __init__(
        self, jobs: JobsService, spawn: Spawn, parent: QObject, *, asks_back_end: bool
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._spawn = spawn
        self._key: JobKey | None = None
        self._job: Job | None = None
        self._reading = False
        self._read_again = False
        self._ask_timer = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        if asks_back_end:
            self._ask_timer.timeout.connect(self._on_rested)
        stop = jobs.changed.connect(self._on_jobs_changed)
        self.destroyed.connect(stop)

    @property
    def key(self) -> JobKey | None:
        return self._key

    @property
    def job(self) -> Job | None:
        """What was read last, None while nothing was."""
        return self._job

    def set_key(self, key: JobKey | None) -> None:
        """Follow this job instead."""
        if key == self._key:
            return
        self._key, self._job = key, None
        self._ask_timer.stop()
        if key is not None:
            self._read_soon()
            self._ask_timer.start()

    def refresh(self) -> None:
        """Ask the back-end about the job; it does not know yet what is being created."""
        if self._key is not None and not self._key.is_provisional:
            self._spawn(self._refresh(self._key), "refresh the job")

    def _on_rested(self) -> None:
        if self._key is not None:
            self._spawn(self._refresh_if_needed(self._key), "refresh the job")

    async def _refresh_if_needed(self, key: JobKey) -> None:
        """A job at rest whose details are here is not asked about again."""
        if await self._jobs.needs_details(key) and key == self._key:
            await self._refresh(key)

    def _read_soon(self) -> None:
        self._read_again = True
        if not self._reading:
            self._reading = True
            self._spawn(self._read(), "read the job")

    async def _read(self) -> None:
        try:
            while self._read_again and self._key is not None:
                self._read_again = False
                key = self._key
                job = await self._jobs.get(key)
                if key == self._key:
                    self._show(job)
        finally:
            self._reading = False

    def _show(self, job: Job | None) -> None:
        self._job = job
        if job is None:
            self.lost.emit()
        else:
            self.shown.emit(job)

    async def _refresh(self, key: JobKey) -> None:
        try:
            job = await self._jobs.refresh(key)
        except AppError as error:
            if key == self._key:
                self.refresh_failed.emit(error)
            return
        if key == self._key:
            self._show(job)
            self.refreshed.emit(job)

    def _on_jobs_changed(self, change: JobsChanged) -> None:
        if self._key is not None:
            self._key = change.renamed.get(self._key, self._key)
        if self._key in change.upserted or self._key in change.removed:
            self._read_soon()
