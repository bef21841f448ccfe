"""Pages of a listing that are fetched ahead, over real connections: in order, each once, polite."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import pages_ahead
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, Request, json_reply
from tests.support.service_runs import opened, run, sign_in

PAGES = pages_ahead.RUN + 5


def page(number: int, last: int = PAGES) -> Reply:
    """A page with one job, its link relative to where it comes from."""
    links = [{"rel": "next", "href": f"?p={number + 1}"}] if number < last else []
    jobs = [{"id": f"j{number}", "status": "finished"}]
    return json_reply({"jobs": jobs, "links": links})


def number_of(request: Request) -> int:
    return int(request.query.partition("p=")[2] or 1)


def asked(back_end: FakeBackEnd) -> list[int]:
    """The numbers of the pages, in the order in which they were asked for."""
    return [number_of(it) for it in back_end.requests if it.path == f"{back_end.api}/jobs"]


async def known(services: Services, account: AccountId) -> list[str]:
    keys = [JobKey(account, JobId(f"j{number}")) for number in range(1, PAGES + 2)]
    jobs = [await services.jobs.get(key) for key in keys]
    return [job.id for job in jobs if job is not None]


def listed(
    back_end: FakeBackEnd, paths: AppPaths, answer: Callable[[Request], Reply]
) -> tuple[list[str], AppError | None]:
    """Read the listing once; the jobs that are known then, and what ended the reading."""

    async def main() -> tuple[list[str], AppError | None]:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"{back_end.api}/jobs", answer)
            failed = None
            try:
                await services.sync.refresh_now()
            except AppError as met:
                failed = met
            return await known(services, account.id), failed

    return run(main())


ALL = [f"j{number}" for number in range(1, PAGES + 1)]


def test_every_page_is_asked_for_once_and_in_order(back_end: FakeBackEnd, paths: AppPaths) -> None:
    assert listed(back_end, paths, lambda it: page(number_of(it))) == (ALL, None)
    assert asked(back_end) == list(range(1, PAGES + 1))


@pytest.mark.parametrize(("small", "runs"), [(10, PAGES - 1), (1_000_000, None)])
def test_large_pages_are_fetched_one_at_a_time(
    back_end: FakeBackEnd,
    paths: AppPaths,
    monkeypatch: pytest.MonkeyPatch,
    small: int,
    runs: int | None,
) -> None:
    begun: list[str] = []

    class Counted(pages_ahead._Run):
        def __init__(self, url: str, *others: Any) -> None:
            begun.append(url)
            super().__init__(url, *others)

    monkeypatch.setattr(pages_ahead, "SMALL", small)
    monkeypatch.setattr(pages_ahead, "_Run", Counted)
    assert listed(back_end, paths, lambda it: page(number_of(it))) == (ALL, None)
    assert len(begun) == runs if runs else len(begun) < PAGES - 1


def test_what_came_before_an_error_is_kept_and_the_error_told(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    def answer(request: Request) -> Reply:
        number = number_of(request)
        return page(number) if number < 4 else error("Internal", 500, "Out of order.")

    jobs, failed = listed(back_end, paths, answer)
    assert jobs == ["j1", "j2", "j3"]
    assert failed is not None
    assert asked(back_end) == [1, 2, 3, 4]


def test_session_that_ends_amid_the_pages_is_renewed_and_no_page_repeated(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    refused: list[int] = []

    def answer(request: Request) -> Reply:
        if number_of(request) == 4 and not refused:
            refused.append(4)
            return error("TokenInvalid", 403)
        return page(number_of(request))

    async def main() -> list[str]:
        async with opened(paths) as services:
            url = back_end.base
            account = await services.accounts.sign_in_basic(url, "me", back_end.password)
            back_end.on(f"{back_end.api}/jobs", answer)
            await services.sync.refresh_now()
            return await known(services, account.id)

    assert run(main()) == ALL
    assert asked(back_end) == [1, 2, 3, 4, *range(4, PAGES + 1)]


def test_listing_that_goes_round_in_circles_ends(back_end: FakeBackEnd, paths: AppPaths) -> None:
    def answer(request: Request) -> Reply:
        number = number_of(request)
        links = [{"rel": "next", "href": f"?p={number % 3 + 1}"}]
        jobs = [{"id": f"j{number}", "status": "finished"}]
        return json_reply({"jobs": jobs, "links": links})

    jobs, failed = listed(back_end, paths, answer)
    assert jobs == ["j1", "j2", "j3"]
    assert failed is None
    assert len(asked(back_end)) <= 4  # the first page has another address when it is asked for


def test_nothing_more_is_asked_once_synchronising_is_paused(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    """Paused while the second page is on its way: that one comes, none after it."""
    reached, may_go_on = threading.Event(), threading.Event()

    def answer(request: Request) -> Reply:
        if number_of(request) == 2:
            reached.set()
            assert may_go_on.wait(20)
        return page(number_of(request))

    async def main() -> list[str]:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"{back_end.api}/jobs", answer)
            reading = services.sync._listings.read(
                account.id, None, lambda: not services.sync.paused
            )
            task = asyncio.ensure_future(reading)
            await asyncio.to_thread(reached.wait, 20)
            services.sync.set_paused(True)
            may_go_on.set()
            assert not (await task).whole
            return await known(services, account.id)

    assert run(main()) == ["j1", "j2"]
    assert asked(back_end) == [1, 2]
