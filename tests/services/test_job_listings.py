"""Listings: pages in a pipeline, shifted pages, servers that refuse large ones, nothing in vain."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import job_listings
from openeo_desktop.services import jobs as jobs_service
from openeo_desktop.services.services import Services
from openeo_desktop.store.database import Database
from openeo_desktop.store.listed_columns import Portion
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, Request, json_reply
from tests.support.service_runs import opened, run, sign_in


def _page(*ids: str, following: str = "") -> Reply:
    links = [{"rel": "next", "href": following}] if following else []
    return json_reply({"jobs": [{"id": i, "status": "finished"} for i in ids], "links": links})


async def _gone(services: Services, account_id: AccountId, *ids: str) -> list[str]:
    jobs = [await services.jobs.get(JobKey(account_id, JobId(i))) for i in ids]
    return [job.id for job in jobs if job is not None and job.gone]


def test_job_that_moved_between_two_pages_is_not_called_gone(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            path = f"{back_end.api}/jobs"
            back_end.on(path, _page("1", "2"))
            await services.sync.refresh_now()
            back_end.job("2", "finished")  # «1» is deleted elsewhere, so «2» moves up a page
            back_end.on(path, _page("0", following="?p=2"), _page("3"))
            await services.sync.refresh_now()
            assert await _gone(services, account.id, "1", "2") == ["1"]

    run(main())


@pytest.mark.parametrize("status", [400, 413])
def test_server_that_refuses_large_pages_is_asked_for_small_ones(
    back_end: FakeBackEnd, paths: AppPaths, status: int
) -> None:
    def answer(request: Request) -> Reply:
        if "limit=1000" in request.query:
            return error("ParameterInvalid", status)
        return _page("1")

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"{back_end.api}/jobs", answer)
            await services.sync.refresh_now()
            await services.sync.refresh_now()
            assert await services.jobs.get(JobKey(account.id, JobId("1")))
        asked_for = [r.query for r in back_end.requests if r.path == f"{back_end.api}/jobs"]
        assert asked_for == ["limit=1000", "limit=100", "limit=100"]

    run(main())


def test_listing_without_news_writes_nothing(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        for number in range(30):
            back_end.job(f"j{number}", "finished")
        async with opened(paths) as services:
            await sign_in(services, back_end)
            await services.sync.refresh_now()
            before = await services.history.call(lambda d: d.connection.total_changes)
            listed: list[AccountId] = []
            services.sync.listed.connect(listed.append)
            await services.sync.refresh_now()
            assert listed
            after = await services.history.call(lambda d: d.connection.total_changes)
        assert after == before

    run(main())


def test_time_of_the_last_listing_outlives_the_run(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.sync.refresh_now()
            first = services.accounts.status(account.id)
            await services.sync.refresh_now()
            second = services.accounts.status(account.id)
        async with opened(paths) as services:
            known = services.accounts.status(account.id)
        assert first is not None
        assert second is not None
        assert known is not None
        assert first.last_sync != second.last_sync == known.last_sync

    run(main())


def test_page_is_written_while_the_next_one_is_fetched(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    """The second page is not answered before the jobs of the first one were told of."""

    async def main() -> None:
        told = threading.Event()

        def second(_: Request) -> Reply:
            assert told.wait(20)
            return _page("2")

        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"{back_end.api}/jobs", _page("1", following=f"{back_end.base}/more"))
            back_end.on(f"{back_end.api}/more", second)
            services.jobs.changed.connect(lambda _: told.set())
            await services.sync.refresh_now()
            assert await services.jobs.get(JobKey(account.id, JobId("2")))

    run(main())


@pytest.mark.parametrize("at_the_end", [True, False])
def test_next_page_is_the_one_that_the_page_itself_names(
    back_end: FakeBackEnd, paths: AppPaths, at_the_end: bool
) -> None:
    """A link within a job looks like that of the page; the page asked for ahead is not taken."""
    links = [{"rel": "next", "href": "?p=right"}]
    job = {"id": "1", "status": "finished", "links": [{"rel": "next", "href": "?p=wrong"}]}
    first = {"jobs": [job], "links": links} if at_the_end else {"links": links, "jobs": [job]}

    def answer(request: Request) -> Reply:
        if "p=" not in request.query:
            return json_reply(first)
        return _page("2") if "p=right" in request.query else _page("3")

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"{back_end.api}/jobs", answer)
            await services.sync.refresh_now()
            found = [
                (await services.jobs.get(JobKey(account.id, JobId(i)))) is not None for i in "123"
            ]
            assert found == [True, True, False]

    run(main())


def test_pause_is_remembered(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            services.sync.set_paused(True)
        async with opened(paths) as services:
            assert services.sync.paused

    run(main())


async def _read_while_the_writer_is_held(
    services: Services, busy: threading.Event, may_go_on: threading.Event
) -> None:
    def hold(_database: Database) -> None:
        busy.set()
        may_go_on.wait()

    begin, holding = services.jobs.begin_listing, []

    async def begin_and_hold(account_id: AccountId) -> bool:
        first = await begin(account_id)
        holding.append(asyncio.ensure_future(services.history.call(hold)))
        await asyncio.to_thread(busy.wait)
        return first

    services.jobs.begin_listing = begin_and_hold  # type: ignore[method-assign]
    await services.sync.refresh_now()
    await holding[0]


def test_portions_that_wait_are_written_together_in_their_order(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy, may_go_on = threading.Event(), threading.Event()
    honest, together = jobs_service.store.upsert_portions, []
    written: list[Portion] = []

    def counted(database: Database, account_id: AccountId, given: Any, **named: Any) -> Any:
        written.extend(given)
        together.append([document["id"] for portion in given for document, _ in portion.items])
        return honest(database, account_id, given, **named)

    def last(_request: Request) -> Reply:
        may_go_on.set()
        return _page("7")

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            monkeypatch.setattr(jobs_service.store, "upsert_portions", counted)
            monkeypatch.setattr(job_listings, "SOON", 60.0)
            pages = [_page(*two, following=f"?p={two}") for two in ("12", "34", "56")]
            back_end.on(f"{back_end.api}/jobs", *pages, last)
            await _read_while_the_writer_is_held(services, busy, may_go_on)
            keys = [JobKey(account.id, JobId(str(number))) for number in range(1, 8)]
            assert all([await services.jobs.get(key) for key in keys])

    run(main())
    assert together[0] == ["1", "2"]
    assert together[1][:4] == ["3", "4", "5", "6"]
    assert [one for items in together for one in items] == [str(n) for n in range(1, 8)]
    assert not any(portion.items for portion in written)  # let go on the lane, not in the window


def test_full_disk_ends_the_reading_and_is_told(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: Any, **_named: Any) -> None:
        raise StorageError("The disk is full.")

    async def main() -> None:
        async with opened(paths) as services:
            await sign_in(services, back_end)
            monkeypatch.setattr(jobs_service.store, "upsert_portions", full)
            back_end.on(
                f"{back_end.api}/jobs", *(_page(str(n), following=f"?p={n}") for n in "123")
            )
            with pytest.raises(StorageError, match="full"):
                await services.sync.refresh_now()

    run(main())
