"""The real download engine with a real history, and hand-written neighbours: no sign-in, no sync.

Imported by a process that forks often, so nothing here starts a thread or a loop.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from openeo_desktop.api.connection import BearerAuth, Connection
from openeo_desktop.core.accounts import AccountId, AccountStatus
from openeo_desktop.core.assets import Results, parse_results
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import Job, JobId, JobKey, parse_job
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.account_states import AccountsChanged
from openeo_desktop.services.downloads import DownloadsService, make_downloads
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsChanged
from openeo_desktop.services.lanes import Lanes

Document = Mapping[str, Any] | Callable[[], Mapping[str, Any]]
KEY = JobKey(AccountId("a"), JobId("j"))


class Accounts:
    """One account that is signed in for ever."""

    def __init__(self, api_base: str) -> None:
        self.changed: Event[AccountsChanged] = Event()
        self._connection = Connection(api_base, BearerAuth("CANARY-TOKEN"))

    def statuses(self) -> tuple[AccountStatus, ...]:
        return ()

    def status(self, _: AccountId) -> None:
        return None

    def account(self, _: AccountId) -> None:
        return None

    async def connection(self, _: AccountId, refused: object = None) -> Connection:
        return self._connection


class Jobs:
    """One job that has finished."""

    def __init__(self) -> None:
        self.restarted: Event[JobKey] = Event()
        self.changed: Event[JobsChanged] = Event()
        job = parse_job(KEY.account_id, {"id": KEY.job_id, "status": "finished"})
        assert job is not None
        self.job: Job = job

    async def get(self, _: JobKey) -> Job:
        return self.job


class ResultDocuments:
    """The results of that job; a function is asked for each fresh document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.refreshed = 0
        self._known: Results | None = None

    async def get(self, _: JobKey) -> Results | None:
        return self._known

    async def refresh(self, _: JobKey) -> Results:
        self.refreshed += 1
        document = self.document() if callable(self.document) else self.document
        self._known = parse_results(document)
        return self._known


class NoLogs:
    """A log without entries."""

    async def refresh(self, _: JobKey) -> int:
        return 0

    async def export(self, _: JobKey) -> list[LogEntry]:
        return []


@asynccontextmanager
async def engine(
    place: Path,
    document: Document,
    api_base: str,
    clock: Clock = SYSTEM_CLOCK,
    files: Path | None = None,
    **settings: Any,
) -> AsyncIterator[DownloadsService]:
    """The engine over `place/history`, files go to `place/files`; closed at the end."""
    lanes, kept = Lanes(), Settings()
    for key, value in settings.items():
        kept.set(f"downloads/{key}", value)
    history = History(place / "history.sqlite3", lanes.store, lanes.read)
    await history.open()
    neighbours: tuple[Any, ...] = (
        Accounts(api_base),
        Jobs(),
        ResultDocuments(document),
        NoLogs(),
    )
    downloads = make_downloads(history, lanes, *neighbours, kept, files or place / "files", clock)
    try:
        yield downloads
    finally:
        await downloads.close()
        await history.close()
        await lanes.close()
