"""Watching: each change noticed once, outages survived, nothing called gone without proof."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from openeo_desktop.core.accounts import AccountId, AccountState
from openeo_desktop.core.errors import AppError, BusyError, SignInNeeded
from openeo_desktop.core.jobs import JobId, JobKey, JobStatus
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import pace
from openeo_desktop.services.jobs import JobTransition
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, json_reply
from tests.support.service_runs import asked, opened, password_of, run, sign_in, until


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rhythm, a hundred times faster."""
    for name in ("FIRST", "LONGEST", "NEAR_FIRST", "NEAR_LONGEST"):
        monkeypatch.setattr(pace, name, getattr(pace, name) / 100)


def _ended(told: list[JobTransition]) -> list[str]:
    return [t.job.id for t in told if t.job.status.is_terminal]


def test_end_of_a_job_is_noticed_exactly_once(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        told: list[JobTransition] = []
        back_end.job("j", "running")
        async with opened(paths) as services:
            services.jobs.transitioned.connect(told.append)
            services.sync.start()
            account = await sign_in(services, back_end)
            await until(services.jobs.transitioned, lambda: told)
            back_end.job("j", "finished")
            await until(services.jobs.transitioned, lambda: _ended(told))
            await services.jobs.refresh(JobKey(account.id, JobId("j")))
            await services.sync.refresh_now()
        async with opened(paths) as services:
            services.jobs.transitioned.connect(told.append)
            await services.accounts.sign_in_again(account.id, password_of(back_end))
            await services.sync.refresh_now()
        assert [t.job.status for t in told] == [JobStatus.RUNNING, JobStatus.FINISHED]

    run(main())


def test_many_active_jobs_cost_one_request(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        told: list[JobTransition] = []
        for number in range(50):
            back_end.job(f"j{number}", "running")
        async with opened(paths) as services:
            services.jobs.transitioned.connect(told.append)
            services.sync.start()
            await sign_in(services, back_end)
            await until(services.jobs.transitioned, lambda: len(told) == 50)
            for number in range(50):
                back_end.job(f"j{number}", "finished")
            await until(services.jobs.transitioned, lambda: len(_ended(told)) == 50)
        single = Counter(
            r.path for r in back_end.requests if r.path.startswith(f"{back_end.api}/jobs/")
        )
        # Its details when it is new, and after its end: nothing is polled singly.
        assert max(single.values(), default=0) <= 2

    run(main())


def test_outage_is_survived(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        told: list[JobTransition] = []
        back_end.job("j", "running")
        path = f"{back_end.api}/jobs/j"
        async with opened(paths) as services:
            services.jobs.transitioned.connect(told.append)
            account = await sign_in(services, back_end)
            services.sync.start()
            await until(services.jobs.transitioned, lambda: told)
            down = [Reply(503, b"<html>"), Reply(200, b"{}", cut=1), Reply(200, b"<html>")]
            back_end.on(path, *down, Reply(200, b"{}", cut=1))
            await until(
                services.accounts.changed,
                lambda: services.accounts.status(account.id).state is AccountState.OFFLINE,  # type: ignore[union-attr]
            )
            await asked(back_end, "/jobs/j", 4)
            back_end.job("j", "finished")
            back_end.on(path, json_reply(back_end.jobs["j"]))
            await until(services.jobs.transitioned, lambda: _ended(told))
            status = services.accounts.status(account.id)
            assert status is not None
            assert status.state is AccountState.ONLINE

    run(main())


def test_retry_after_is_honoured() -> None:
    busy = BusyError("x")
    busy.retry_after = 1234.0
    assert pace.back_off(1, busy) >= 1234.0
    assert pace.back_off(1, SignInNeeded("x")) == pace.LISTING_EVERY
    waits = [pace.back_off(failures, AppError("x")) for failures in range(1, 50)]
    assert max(waits) <= pace.LISTING_EVERY
    assert waits[0] < waits[6]


def test_hung_account_does_not_delay_another(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main(hung: FakeBackEnd) -> None:
        told: list[JobTransition] = []
        async with opened(paths) as services:
            services.jobs.transitioned.connect(told.append)
            await sign_in(services, hung)
            hung.on(f"{hung.api}/jobs", Reply(200, b"{", length=9, stall=True))
            services.sync.start()
            await asked(hung, "/jobs")
            back_end.job("j", "running")
            await sign_in(services, back_end)
            await until(services.jobs.transitioned, lambda: told)
            back_end.job("j", "finished")
            await until(services.jobs.transitioned, lambda: _ended(told))

    with FakeBackEnd() as hung:
        run(main(hung))


def _page(*ids: str, following: str = "", **others: object) -> Reply:
    links = [{"rel": "next", "href": following}] if following else []
    jobs = [{"id": i, "status": "finished"} for i in ids]
    return json_reply({"jobs": jobs, "links": links, **others})


async def _gone(services: Services, account_id: str) -> list[str]:
    jobs = [
        await services.jobs.get(JobKey(account_id, JobId(i)))  # type: ignore[arg-type]
        for i in ("1", "2")
    ]
    return [job.id for job in jobs if job is not None and job.gone]


@pytest.mark.parametrize(
    "answers",
    [
        [_page("1", following="?p=2"), error("TokenInvalid", 403)],
        [_page("1", following="?p=2"), error("AuthenticationRequired", 401)],
        [_page("1", following="?p=2"), Reply(502, b"<html>")],
        [_page("1", following="?p=2"), Reply(200, b'{"jobs": [', length=99, cut=5)],
        [_page("1", following="?p=2"), json_reply({"links": []})],
        [_page("1", following="?p=2"), _page("1", following="?p=2")],
        [_page("1", **{"federation:missing": ["b"]})],
    ],
    ids=["token", "sign-in", "502", "cut", "no jobs", "loop", "federation"],
)
def test_listing_that_is_not_whole_calls_nothing_gone(
    back_end: FakeBackEnd, paths: AppPaths, answers: list[Reply]
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            path = f"{back_end.api}/jobs"
            back_end.on(path, _page("1", "2"))
            await services.sync.refresh_now()
            back_end.on(path, *answers)
            await asyncio.gather(services.sync.refresh_now(), return_exceptions=True)
            assert await _gone(services, account.id) == []
            back_end.on(path, _page("1"))
            await services.sync.refresh_now()
            assert await _gone(services, account.id) == ["2"]

    run(main())


def test_token_that_expires_in_mid_listing_is_renewed(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            refused = error("TokenInvalid", 403)
            pages = [refused, _page("1", following="?p=2"), refused, _page("2")]
            back_end.on(f"{back_end.api}/jobs", *pages)
            await services.sync.refresh_now()
            for job_id in ("1", "2"):
                assert await services.jobs.get(JobKey(account.id, JobId(job_id)))

    run(main())


def test_two_listings_at_once_call_nothing_gone(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            path = f"{back_end.api}/jobs"
            back_end.on(path, _page("1", following="jobs2"))
            back_end.on(f"{path}2", _page("2"))
            back_end.on(f"{back_end.api}/jobs2", _page("2"))
            await asyncio.gather(*(services.sync.refresh_now() for _ in range(5)))
            assert await _gone(services, account.id) == []

    run(main())


def test_f5_reads_the_others_when_one_fails(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main(broken: FakeBackEnd) -> None:
        async with opened(paths) as services:
            await sign_in(services, broken)
            account = await sign_in(services, back_end)
            broken.on(f"{broken.api}/jobs", Reply(500))
            back_end.job("j", "finished")
            with pytest.raises(AppError):
                await services.sync.refresh_now()
            assert await services.jobs.get(JobKey(account.id, JobId("j")))

    with FakeBackEnd() as broken:
        run(main(broken))


def test_what_was_acted_on_is_looked_at_soon(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        told: list[JobTransition] = []
        back_end.job("j", "created")
        async with opened(paths) as services:
            services.jobs.transitioned.connect(told.append)
            account = await sign_in(services, back_end)
            listed: list[AccountId] = []
            services.sync.listed.connect(listed.append)
            services.sync.start()
            await until(services.sync.listed, lambda: listed)
            lazy = f"POST {back_end.api}/jobs/j/results"
            back_end.on(lazy, Reply(202))  # accepted, but not queued yet
            await services.actions.start(JobKey(account.id, JobId("j")))
            back_end.job("j", "finished")
            await until(services.jobs.transitioned, lambda: _ended(told))

    run(main())


def test_looks_between_two_listings_are_noted_for_the_person(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        back_end.job("j", "running")
        async with opened(paths) as services:
            services.sync.start()
            account = await sign_in(services, back_end)
            async with asyncio.timeout(60):
                while (status := services.accounts.status(account.id)) is None or (  # noqa: ASYNC110 - looks alone are not told
                    status.last_look is None
                ):
                    await asyncio.sleep(0.01)
            assert status.last_sync is not None
            assert status.last_look >= status.last_sync

    run(main())
