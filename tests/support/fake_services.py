"""Hand-written services for tests and pictures of the window: no network, no disk, no server.

Each fake has the shape of its service in `openeo_desktop.services` as far as the window uses it.
A test steers a fake through its attributes (`failure`, `gate`, `infos`...), never through mocks.
"""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, QTimer

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.job_actions import ActionFailure
from openeo_desktop.core.job_query import DayStart, JobListing, JobQuery, KnownUses, SortField
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus
from openeo_desktop.core.notices import Notice, NoticeGroup
from openeo_desktop.core.process_graph import GraphProblem
from openeo_desktop.core.status_history import StatusChange
from tests.support.fake_accounts import (
    NOW,
    FakeAccounts,
    FakeBackEndInfo,
    make_account,
    make_status,
    raise_once,
    three_accounts,
    wait_for,
)
from tests.support.fake_auto_downloads import FakeAutoDownloads
from tests.support.fake_updates import FakeUpdates

T = TypeVar("T")

__all__ = [
    "NOW",
    "FakeAccounts",
    "FakeBackEndInfo",
    "FakeJobs",
    "FakeNotices",
    "FakeServices",
    "FakeSettings",
    "FakeSync",
    "LoopSpawn",
    "make_account",
    "make_job",
    "make_status",
    "three_accounts",
]


class _Ended:
    """What stands for a task that never began."""

    def add_done_callback(self, _callback: object) -> None: ...

    def cancel(self) -> None: ...


class LoopSpawn(QObject):
    """A `Spawn` that runs coroutines on an asyncio loop turned by a Qt timer.

    So widgets and coroutines share the thread as they do in the app, without qasync. Errors that
    nobody caught are kept in `errors` as (error, what).
    """

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.errors: list[tuple[BaseException, str]] = []
        self.tasks: set[asyncio.Task[Any]] = set()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def __call__(self, coroutine: Coroutine[Any, Any, T], what: str, /) -> asyncio.Task[T]:
        if self.loop.is_closed():  # a widget outlives the test's loop by a moment
            coroutine.close()
            return cast("asyncio.Task[T]", _Ended())
        task = self.loop.create_task(coroutine, name=what)
        self.tasks.add(task)
        task.add_done_callback(self._on_done)
        return task

    def close(self) -> None:
        """Cancel what runs and close the loop."""
        self._timer.stop()
        for task in list(self.tasks):
            task.cancel()
        self._on_turn()
        self._on_turn()
        self.loop.close()

    def _on_turn(self) -> None:
        self.loop.call_soon(self.loop.stop)
        self.loop.run_forever()

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self.tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self.errors.append((error, task.get_name()))


class FakeSettings:
    """`core.settings.Settings` in memory."""

    def __init__(self, **values: Any) -> None:
        self.values: dict[str, Any] = values

    def get(self, key: str, default: T) -> T:
        return self.values.get(key, default)  # type: ignore[no-any-return]

    def set(self, key: str, value: Any) -> None:
        self.values[key] = value


def make_job(
    account_id: AccountId, number: int = 1, status: JobStatus = JobStatus.CREATED, **values: Any
) -> Job:
    """A job with believable times; `values` are fields of `Job`."""
    key = JobKey(account_id, JobId(values.pop("job_id", f"j-26112211{number:08d}")))
    values.setdefault("created", NOW - dt.timedelta(minutes=14))
    values.setdefault("updated", NOW - dt.timedelta(minutes=2))
    return Job(key=key, status=status, status_text=str(status), **values)


@dataclass(frozen=True, slots=True)
class FakeJobsChanged:
    """`services.jobs.JobsChanged`."""

    upserted: frozenset[JobKey] = frozenset()
    removed: frozenset[JobKey] = frozenset()
    renamed: dict[JobKey, JobKey] = field(default_factory=dict)


@dataclass(slots=True)
class FakeJobs:
    """`JobsService` in memory: `jobs` holds what exists; problems and failures as set."""

    changed: Event[Any] = field(default_factory=Event)
    transitioned: Event[Any] = field(default_factory=Event)
    jobs: dict[JobKey, Job] = field(default_factory=dict)
    status_history: dict[JobKey, tuple[StatusChange, ...]] = field(default_factory=dict)
    problems: list[GraphProblem] = field(default_factory=list)
    validation_failure: AppError | None = None
    failure: AppError | None = None
    gate: asyncio.Event | None = None
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    action_failures: dict[JobKey, ActionFailure] = field(default_factory=dict)

    listing_failure: AppError | None = None
    first_page: int = 0
    _row_ids: dict[JobKey, int] = field(default_factory=dict)

    def put(self, *jobs: Job) -> None:
        """Add or replace jobs and tell so, as the history does."""
        for job in jobs:
            self.jobs[job.key] = job
        self.changed.emit(FakeJobsChanged(upserted=frozenset(job.key for job in jobs)))

    def drop(self, *keys: JobKey) -> None:
        for key in keys:
            del self.jobs[key]
        self.changed.emit(FakeJobsChanged(removed=frozenset(keys)))

    async def listing(self, query: JobQuery, *, hurry: bool = False) -> JobListing:
        self.calls.append(("listing", query))
        await wait_for(self.gate)
        if self.listing_failure is not None:
            raise self.listing_failure
        found = [job for job in self.jobs.values() if _found(job, query)]
        shown = [job for job in found if not query.statuses or job.status in query.statuses]
        shown.sort(key=lambda job: _sort_key(job, query.sort), reverse=query.descending)
        ids = tuple(self._row_id(job.key) for job in shown)
        if hurry and 0 < self.first_page < len(ids):
            return JobListing(query, ids[: self.first_page], complete=False)
        counts = dict(Counter(job.status for job in found))
        return JobListing(query, ids, counts, days=_days(shown, query))

    async def known_uses(self) -> KnownUses:
        words = {word for job in self.jobs.values() for word in job.uses.split()}
        collections = {word for word in words if word.isupper()}
        return KnownUses(tuple(sorted(words - collections)), tuple(sorted(collections)))

    def _row_id(self, key: JobKey) -> int:
        return self._row_ids.setdefault(key, len(self._row_ids) + 1)

    async def get(self, key: JobKey) -> Job | None:
        return self.jobs.get(key)

    async def status_changes(self, key: JobKey) -> tuple[StatusChange, ...]:
        return self.status_history.get(key, ())

    async def active(self, account_id: AccountId) -> list[Job]:
        mine = (job for job in self.jobs.values() if job.account_id == account_id)
        return [job for job in mine if job.status.is_active]

    async def rows(self, row_ids: Sequence[int]) -> dict[int, Job]:
        wanted = set(row_ids)
        ids = {self._row_id(key): key for key in list(self.jobs)}
        return {row: self.jobs[ids[row]] for row in wanted if row in ids}

    async def row_ids_of(self, keys: Iterable[JobKey]) -> dict[JobKey, int]:
        return {key: self._row_id(key) for key in keys if key in self.jobs}

    async def needs_details(self, key: JobKey) -> bool:
        return key in self.jobs

    async def refresh(self, key: JobKey) -> Job:
        await self._answer("refresh", key)
        return self.jobs[key]

    async def validate(self, account_id: AccountId, draft: Any) -> list[GraphProblem]:
        self.calls.append(("validate", account_id, draft))
        await wait_for(self.gate)
        if self.validation_failure is not None:
            raise self.validation_failure
        return list(self.problems)

    async def create(self, account_id: AccountId, request: Any, *, start: bool = False) -> Job:
        await self._answer("create", account_id, request, start)
        status = JobStatus.QUEUED if start else JobStatus.CREATED
        job = make_job(account_id, len(self.jobs) + 1, status, title=request.title)
        self.jobs[job.key] = job
        return job

    async def start(self, key: JobKey) -> Job:
        await self._answer("start", key)
        return self.jobs[key]

    async def stop(self, key: JobKey) -> Job:
        await self._answer("stop", key)
        return self.jobs[key]

    async def delete(self, key: JobKey) -> None:
        await self._answer("delete", key)
        self.jobs.pop(key, None)

    async def update(self, key: JobKey, changes: Any) -> Job:
        await self._answer("update", key, changes)
        return self.jobs[key]

    async def add(self, account_id: AccountId, text: str) -> Job:
        await self._answer("add", account_id, text)
        job = make_job(account_id, job_id=text)
        self.put(job)
        return job

    async def failure_of(self, key: JobKey) -> ActionFailure | None:
        return self.action_failures.get(key)

    async def dismiss_failure(self, key: JobKey) -> None:
        self.action_failures.pop(key, None)

    async def _answer(self, *call: Any) -> None:
        self.calls.append(call)
        await wait_for(self.gate)
        raise_once(self)


@dataclass(slots=True)
class FakeSync:
    """`SyncService`: remembers what was asked."""

    calls: list[tuple[Any, ...]] = field(default_factory=list)
    visible: bool = False
    paused: bool = False
    paused_changed: Event[bool] = field(default_factory=Event)

    async def refresh_now(self, account_id: AccountId | None = None) -> None:
        self.calls.append(("refresh_now", account_id))

    def set_visible(self, visible: bool) -> None:
        self.visible = visible

    def set_paused(self, paused: bool) -> None:
        if paused != self.paused:
            self.paused = paused
            self.paused_changed.emit(paused)


@dataclass(slots=True)
class FakeNotices:
    """`NoticesService` in memory: `tell` shows notices as the service does."""

    told: Event[Any] = field(default_factory=Event)
    unread_changed: Event[int] = field(default_factory=Event)
    notices: dict[int, Notice] = field(default_factory=dict)
    failure: AppError | None = None

    @property
    def unread(self) -> int:
        return sum(not notice.is_read for notice in self.notices.values())

    def tell(self, *notices: Notice, away: bool = False) -> None:
        self.notices |= {notice.id: notice for notice in notices}
        self.told.emit(NoticeGroup(notices, away))
        self.unread_changed.emit(self.unread)

    async def earlier(self, limit: int = 200) -> list[Notice]:
        raise_once(self)
        return list(reversed(self.notices.values()))[:limit]

    async def mark_read(self, notices: Iterable[Notice]) -> None:
        for notice in notices:
            self.notices[notice.id] = dataclasses.replace(notice, is_read=True)
        self.unread_changed.emit(self.unread)

    async def mark_all_read(self) -> None:
        await self.mark_read(tuple(self.notices.values()))


@dataclass(slots=True)
class FakeServices:
    """`services.Services` with the fakes; a helper adds the fakes of further services."""

    settings: FakeSettings = field(default_factory=FakeSettings)
    accounts: FakeAccounts = field(default_factory=FakeAccounts)
    jobs: FakeJobs = field(default_factory=FakeJobs)
    logs: Any = None
    results: Any = None
    downloads: Any = None
    fetch_ahead: Any = None
    previews: Any = None
    auto_downloads: FakeAutoDownloads = field(default_factory=FakeAutoDownloads)
    sync: FakeSync = field(default_factory=FakeSync)
    notices: FakeNotices = field(default_factory=FakeNotices)
    updates: FakeUpdates = field(default_factory=FakeUpdates)
    local: Any = None
    paths: Any = None

    @property
    def actions(self) -> FakeJobs:
        """`JobActions`: one fake holds the jobs and what is done with them."""
        return self.jobs

    @property
    def added(self) -> FakeJobs:
        return self.jobs


def _found(job: Job, query: JobQuery) -> bool:
    text = f"{job.title} {job.id}".lower()
    return (
        query.account in (None, job.account_id)
        and query.text.lower() in text
        and (query.since is None or (job.updated or NOW) >= query.since)
        and query.uses <= set(job.uses.split())
        and _in_ranges(job, query)
    )


def _in_ranges(job: Job, query: JobQuery) -> bool:
    costs, times = query.costs, query.times
    if costs is not None and (
        job.costs is None
        or (costs.least is not None and job.costs < costs.least)
        or (costs.most is not None and job.costs > costs.most)
    ):
        return False
    time = getattr(job, times.of.value) if times else None
    return times is None or (
        time is not None
        and (times.start is None or time >= times.start)
        and (times.end is None or time < times.end)
    )


def _days(jobs: Sequence[Job], query: JobQuery) -> tuple[DayStart, ...]:
    """Where the local days begin; the jobs are in order."""
    days: list[DayStart] = []
    for position, job in enumerate(jobs if query.by_day and query.sort.is_time else ()):
        time: dt.datetime | None = getattr(job, query.sort.value)
        day = time.astimezone().date() if time else None
        if not days or days[-1].day != day:
            days.append(DayStart(position, day))
    return tuple(days)


def _sort_key(job: Job, sort: SortField) -> str:
    values = {
        SortField.STATUS: job.status,
        SortField.TITLE: job.title,
        SortField.ID: job.id,
        SortField.UPDATED: job.updated,
        SortField.BACK_END: job.account_id,
        SortField.DURATION: str(job.duration(NOW) or ""),
        SortField.PROGRESS: f"{job.progress or 0:09.3f}",
        SortField.COSTS: f"{job.costs or 0:09.3f}",
    }
    return str(values.get(sort, job.created) or "")
