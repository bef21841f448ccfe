"""Each end of a job is told once: now, or as what happened while nobody was looking."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from openeo_desktop.core.clock import SYSTEM_CLOCK
from openeo_desktop.core.errors import StorageError, UnreachableError
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.notices import Notice, NoticeGroup
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import absences, notices
from openeo_desktop.services.services import Services
from openeo_desktop.store import notices as store
from openeo_desktop.store.database import Database
from tests.support.fake_back_end import FakeBackEnd
from tests.support.fault_server import Reply, Request, json_reply
from tests.support.service_runs import eventually, opened, run, sign_in, until

Told = list[NoticeGroup]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "SETTLE", 0.0)


@asynccontextmanager
async def watched(paths: AppPaths, back_end: FakeBackEnd) -> AsyncIterator[tuple[Services, Told]]:
    """A run of the app that shows notices; signed in, its first listing read."""
    told: Told = []
    async with opened(paths) as services:
        services.notices.told.connect(told.append)
        account = await sign_in(services, back_end)
        await services.notices.start()
        listed: list[object] = []
        services.sync.listed.connect(listed.append)
        services.sync.start()
        await until(services.sync.listed, lambda: account.id in listed)
        await settled(services)
        yield services, told


async def settled(services: Services) -> None:
    """Everything that is in the history was told, and noted so."""

    async def nothing_left() -> bool:
        return not await services.history.read(store.untold_notices)

    await eventually(nothing_left)


def words(group: NoticeGroup) -> list[tuple[str, str]]:
    return sorted((notice.key.job_id, notice.status.value) for notice in group.notices)


def test_end_is_told_when_it_is_seen(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        back_end.job("old", "finished")
        back_end.job("j", "running", title="Wheat")
        async with watched(paths, back_end) as (services, told):
            assert told == []  # what has ended before it was ever seen is no news
            back_end.job("j", "finished")
            await services.sync.refresh_now()
            await until(services.notices.told, lambda: told)
            assert [(words(group), group.away) for group in told] == [([("j", "finished")], False)]
            assert told[0].notices[0].shown_title == "Wheat"

    run(main())


def test_what_happened_between_two_runs_is_told_at_once_and_never_again(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        for job_id in ("a", "b", "c"):
            back_end.job(job_id, "running")
        async with watched(paths, back_end):
            pass
        back_end.job("a", "finished")
        back_end.job("b", "error")
        async with watched(paths, back_end) as (services, told):
            assert [words(group) for group in told] == [[("a", "finished"), ("b", "error")]]
            assert told[0].away
            back_end.job("c", "finished")
            await services.sync.refresh_now()
            await until(services.notices.told, lambda: len(told) == 2)
            assert not told[1].away
            await settled(services)
        async with watched(paths, back_end) as (services, told):
            assert told == []
            assert len(await services.notices.earlier()) == 3

    run(main())


def test_killed_before_it_was_told_it_is_told_by_the_next_run(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    """As after a run without a window: what it saw is in the history, and untold."""

    async def main() -> None:
        back_end.job("j", "running")
        async with opened(paths) as services:
            await sign_in(services, back_end)
            await services.sync.refresh_now()
            back_end.job("j", "finished")
            await services.sync.refresh_now()
        async with watched(paths, back_end) as (_, told):
            assert [(words(group), group.away) for group in told] == [([("j", "finished")], True)]

    run(main())


def test_listing_and_single_requests_tell_of_one_end(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        back_end.job("j", "running")
        async with watched(paths, back_end) as (services, told):
            (account,) = services.accounts.statuses()
            back_end.job("j", "finished")
            key = JobKey(account.account.id, back_end.jobs["j"]["id"])
            await services.jobs.refresh(key)
            await services.sync.refresh_now()
            await services.jobs.refresh(key)
            await settled(services)
            assert [words(group) for group in told] == [[("j", "finished")]]

    run(main())


def test_job_that_was_stopped_here_is_not_told(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        back_end.job("mine", "running")
        back_end.job("other", "running")
        async with watched(paths, back_end) as (services, told):
            (account,) = services.accounts.statuses()
            await services.actions.stop(JobKey(account.account.id, back_end.jobs["mine"]["id"]))
            back_end.job("other", "canceled")
            await services.sync.refresh_now()
            await until(services.notices.told, lambda: told)
            assert [words(group) for group in told] == [[("other", "canceled")]]

    run(main())


def test_full_disk_does_not_make_it_tell_twice(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = [True, True]
    honest = store.mark_told

    def mark_told(database: Database, shown: list[Notice]) -> None:
        if full:
            full.pop()
            raise StorageError("The disk is full.")
        honest(database, shown)

    async def main() -> None:
        back_end.job("a", "running")
        back_end.job("b", "running")
        async with watched(paths, back_end) as (services, told):
            monkeypatch.setattr(store, "mark_told", mark_told)
            back_end.job("a", "finished")
            await services.sync.refresh_now()
            await until(services.notices.told, lambda: told)
            back_end.job("b", "finished")
            while full:
                await services.sync.refresh_now()
            await services.sync.refresh_now()
            await settled(services)
            assert [words(group) for group in told] == [[("a", "finished")], [("b", "finished")]]

    run(main())


def test_long_time_offline_is_an_absence(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(absences, "LONG", 0.0)

    async def main() -> None:
        back_end.job("j", "running")
        async with watched(paths, back_end) as (services, told):
            path = f"{back_end.api}/jobs"
            back_end.on(path, Reply(200, b"{}", cut=1))
            (status,) = services.accounts.statuses()
            account_id = status.account.id
            with pytest.raises(UnreachableError):
                await services.sync.refresh_now()
            back_end.job("j", "finished")
            listed = {"jobs": [back_end.jobs["j"]], "links": []}
            back_end.on(path, json_reply(listed))
            await services.sync.refresh_now(account_id)
            await until(services.notices.told, lambda: told)
            assert [(words(group), group.away) for group in told] == [([("j", "finished")], True)]

    run(main())


@pytest.mark.parametrize("seconds", [5.0, 3600.0])
def test_only_a_long_sleep_is_an_absence(
    back_end: FakeBackEnd, paths: AppPaths, seconds: float
) -> None:
    async def main() -> None:
        back_end.job("j", "running")
        async with watched(paths, back_end) as (services, told):
            services.sync.slept.emit(seconds)
            back_end.job("j", "finished")
            await services.sync.refresh_now()
            await until(services.notices.told, lambda: told)
            assert told[0].away is (seconds > absences.LONG)

    run(main())


def test_partial_listing_ends_an_absence_too(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        back_end.job("j", "running")
        async with watched(paths, back_end) as (services, told):
            services.sync.slept.emit(3600.0)
            back_end.job("j", "error")
            partial = {"jobs": [back_end.jobs["j"]], "links": [], "federation:missing": ["x"]}
            back_end.on(f"{back_end.api}/jobs", json_reply(partial))
            await services.sync.refresh_now()
            await until(services.notices.told, lambda: told)
            assert [(words(group), group.away) for group in told] == [([("j", "error")], True)]

    run(main())


def test_listing_that_began_before_a_sleep_does_not_end_the_absence(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def late(_request: Request) -> Reply:
        arrived.set()
        go_on.wait()
        return json_reply({"jobs": [], "links": []})

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            away = absences.Absences(services.accounts, services.sync, SYSTEM_CLOCK)
            away.start()
            await services.sync.refresh_now()
            assert not away.holds(account.id)
            back_end.on(f"{back_end.api}/jobs", late, json_reply({"jobs": [], "links": []}))
            reading = asyncio.ensure_future(services.sync.refresh_now())
            await asyncio.to_thread(arrived.wait)
            services.sync.slept.emit(3600.0)
            go_on.set()
            await reading
            assert away.holds(account.id)
            await services.sync.refresh_now()
            assert not away.holds(account.id)
            away.close()

    run(main())


def test_what_is_held_is_told_although_no_listing_comes(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(absences, "HOLD", 0.05)

    async def main() -> None:
        back_end.job("j", "running")
        async with watched(paths, back_end) as (services, told):
            (account,) = services.accounts.statuses()
            services.sync.slept.emit(3600.0)
            back_end.job("j", "error")
            await services.jobs.refresh(JobKey(account.account.id, back_end.jobs["j"]["id"]))
            await until(services.notices.told, lambda: told)
            assert [(words(group), group.away) for group in told] == [([("j", "error")], True)]

    run(main())


def test_unread_are_counted_until_they_are_read(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        for job_id in ("a", "b", "c"):
            back_end.job(job_id, "running")
        async with watched(paths, back_end) as (services, told):
            counts: list[int] = []
            services.notices.unread_changed.connect(counts.append)
            for job_id in ("a", "b", "c"):
                back_end.job(job_id, "finished")
            await services.sync.refresh_now()
            await until(services.notices.unread_changed, lambda: counts[-1:] == [3])
            await services.notices.mark_read(told[0].notices[:1])
            assert services.notices.unread == 2
        async with watched(paths, back_end) as (services, _):
            assert services.notices.unread == 2  # seen or not is remembered
            await services.notices.mark_all_read()
            assert services.notices.unread == 0
            assert all(notice.is_read for notice in await services.notices.earlier())

    run(main())


def test_group_names_a_time_only_if_all_its_jobs_have_one() -> None:
    def notice(number: int, hour: int | None) -> Notice:
        at = store.to_time(1000.0)
        changed = None if hour is None else store.to_time(hour * 3600.0)
        assert at is not None
        return Notice(number, JobKey("a", str(number)), "", JobStatus.FINISHED, at, changed)  # type: ignore[arg-type]

    assert NoticeGroup((notice(1, 5), notice(2, 3))).since == store.to_time(3 * 3600.0)
    assert NoticeGroup((notice(1, 5), notice(2, None))).since is None
