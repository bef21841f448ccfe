"""Which jobs run or wait now, over all accounts; asked of the history a moment after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from openeo_desktop.core.jobs import Job
from openeo_desktop.services.spawner import Spawn

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

REST_MS = 1000


class RunningJobs(QObject):
    """Signals: `changed(tuple[Job, ...])`."""

    changed = Signal(object)

    def __init__(self, services: Services, spawn: Spawn, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn = spawn
        self._asking = False
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._ask)
        self.destroyed.connect(services.jobs.changed.connect(self._on_changed))
        self.destroyed.connect(services.accounts.changed.connect(self._on_changed))
        self._timer.start(0)

    def _on_changed(self, _change: object) -> None:
        """A long listing changes jobs all the time: it is looked at once in a while."""
        if not self._timer.isActive():
            self._timer.start(REST_MS)

    def _ask(self) -> None:
        if self._asking:
            self._timer.start(REST_MS)
            return
        self._asking = True
        self._spawn(self._read(), "count the running jobs")

    async def _read(self) -> None:
        found: list[Job] = []
        try:
            for status in self._services.accounts.statuses():
                found += await self._services.jobs.active(status.account.id)
        finally:
            self._asking = False
        self.changed.emit(tuple(found))
