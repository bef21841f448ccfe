"""What is fetched beside the listing: once, and never again without cause."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import pace
from openeo_desktop.services.services import Services
from openeo_desktop.store import fetches
from openeo_desktop.store.fetches import Place
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, json_reply
from tests.support.service_runs import eventually, opened, run, sign_in

RESULTS = {"type": "Collection", "assets": {"a.tif": {"href": "a.tif"}}, "links": []}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FIRST", "NEAR_FIRST", "NEAR_LONGEST", "NEAR_SOON", "NEAR_LATER"):
        monkeypatch.setattr(pace, name, getattr(pace, name) / 100)


async def _caught_up(services: Services, key: JobKey) -> None:
    """Wait until nothing is due of this account any more."""

    async def nothing_due() -> bool:
        known = await services.jobs.get(key)
        place: Place | None = Place()
        while known is not None and place is not None:
            portion = await services.history.read(fetches.due_fetches, key.account_id, place)
            if portion.due:
                return False
            place = portion.rest
        return known is not None

    await eventually(nothing_due)


def _singles(back_end: FakeBackEnd) -> list[str]:
    start = f"{back_end.api}/jobs/"
    return [r.path.removeprefix(start) for r in back_end.requests if r.path.startswith(start)]


def test_finished_job_is_fetched_once_with_its_results(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        back_end.job("j", "finished")
        back_end.results["j"] = RESULTS
        async with opened(paths) as services:
            services.sync.start()
            key = JobKey((await sign_in(services, back_end)).id, JobId("j"))
            assert await services.jobs.needs_details(key) is False  # it was never seen
            await _caught_up(services, key)
            await services.sync.refresh_now()
            await services.sync.refresh_now()
            await _caught_up(services, key)
            assert await services.jobs.needs_details(key) is False
        async with opened(paths) as services:
            job, results = await services.jobs.get(key), await services.results.get(key)
        assert _singles(back_end) == ["j", "j/results"]
        assert job is not None
        assert job.process is not None
        assert results is not None
        assert list(results.assets)

    run(main())


def test_refusal_for_good_is_an_answer_and_a_failure_is_tried_again(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        back_end.job("expired", "finished")
        back_end.job("broken", "finished")
        back_end.results["broken"] = RESULTS
        back_end.on(f"{back_end.api}/jobs/expired/results", error("ResultsExpired", 410))
        broken = f"{back_end.api}/jobs/broken/results"
        back_end.on(broken, error("Internal", 500), json_reply(RESULTS))
        async with opened(paths) as services:
            services.sync.start()
            account = await sign_in(services, back_end)
            await _caught_up(services, JobKey(account.id, JobId("broken")))
            assert await services.results.get(JobKey(account.id, JobId("broken"))) is not None
        assert _singles(back_end).count("expired/results") == 1
        assert _singles(back_end).count("broken/results") == 2

    run(main())


def test_errors_of_a_failed_job_are_kept_and_the_whole_log_takes_their_place(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    lines = [
        {"id": "1", "level": "info", "message": "begins"},
        {"id": "2", "level": "error", "message": "no memory"},
        {"id": "3", "level": "info", "message": "ends"},
    ]

    async def main() -> None:
        back_end.job("j", "error")
        back_end.logs["j"] = lines
        async with opened(paths) as services:
            services.sync.start()
            key = JobKey((await sign_in(services, back_end)).id, JobId("j"))
            await _caught_up(services, key)
            assert [entry.message for entry in await services.logs.export(key)] == ["no memory"]
            await services.sync.close()
            told: list[Any] = []
            services.logs.changed.connect(told.append)
            assert await services.logs.refresh(key) == 3
            assert [(event.added, event.replaced) for event in told] == [(3, True)]
            assert [entry.id for entry in await services.logs.export(key)] == ["1", "2", "3"]
            assert await services.logs.refresh(key) == 0
            errors = await services.logs.errors(key)
            assert [entry.level for entry in errors] == [LogLevel.ERROR]

    run(main())


def test_log_that_was_looked_at_before_the_end_is_completed_after_it(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    """Once, also where nobody follows it any more, or the app was closed in between."""
    lines = [{"id": str(n), "level": "info", "message": f"line {n}"} for n in range(3)]

    async def main() -> None:
        for job_id in ("seen", "unseen"):
            back_end.job(job_id, "running")
            back_end.logs[job_id] = lines[:1]
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            key = JobKey(account.id, JobId("seen"))
            await services.sync.refresh_now()
            assert await services.logs.refresh(key) == 1
        for job_id in ("seen", "unseen"):
            back_end.job(job_id, "finished")
            back_end.logs[job_id] = lines
        async with opened(paths) as services:
            await sign_in(services, back_end)
            services.sync.start()
            await eventually(lambda: _is_finished(services, key))
            await _caught_up(services, key)
            assert [entry.id for entry in await services.logs.export(key)] == ["0", "1", "2"]
            await services.sync.refresh_now()
            await _caught_up(services, key)
        assert _singles(back_end).count("seen/logs") == 2
        assert "unseen/logs" not in _singles(back_end)

    run(main())


async def _is_finished(services: Services, key: JobKey) -> bool:
    job = await services.jobs.get(key)
    return job is not None and job.status.is_terminal


def test_job_that_runs_again_is_fetched_again_after_its_end(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        back_end.job("j", "finished")
        back_end.results["j"] = RESULTS
        async with opened(paths) as services:
            services.sync.start()
            key = JobKey((await sign_in(services, back_end)).id, JobId("j"))
            await _caught_up(services, key)
            for status in ("running", "finished"):
                back_end.job("j", status)
                await services.sync.refresh_now()
                await _caught_up(services, key)
            await eventually(lambda: _has_results(services, key))
        assert _singles(back_end).count("j/results") == 2

    run(main())


async def _has_results(services: Services, key: JobKey) -> bool:
    return await services.results.get(key) is not None


def test_hold_of_one_request_holds_all_of_the_account(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        back_end.job("j", "created")
        reply = Reply(429, b"{}", headers={"Retry-After": "3000"})
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.sync.refresh_now()
            assert services.accounts.listings.held_for(account.id) == 0
            back_end.on(f"{back_end.api}/jobs/j", reply)
            outcome = await asyncio.gather(
                services.jobs.refresh(JobKey(account.id, JobId("j"))), return_exceptions=True
            )
            assert isinstance(outcome[0], Exception)
            assert 2900 < services.accounts.listings.held_for(account.id) <= 3000

    run(main())
