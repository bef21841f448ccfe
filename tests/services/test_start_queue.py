"""The local queue: a start that finds no place waits here, and is done when there is one."""

from __future__ import annotations

import asyncio

import pytest

from openeo_desktop.core.errors import BackEndError
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import start_queue
from openeo_desktop.services.services import Services
from openeo_desktop.services.start_queue import WaitingEnded
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, Request
from tests.support.service_runs import opened, run, sign_in, until


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_queue, "PLACE_FREED", 0.0)


class Places:
    """A back-end that runs so many jobs at once, and no more."""

    def __init__(self, back_end: FakeBackEnd, places: int) -> None:
        self.places = places
        self.started: list[str] = []
        self._back_end = back_end

    def add(self, job_id: str, status: str = "created") -> None:
        self._back_end.job(job_id, status)
        self._back_end.on(f"POST {self._back_end.api}/jobs/{job_id}/results", self._start)

    def _start(self, request: Request) -> Reply:
        jobs = self._back_end.jobs
        if sum(job["status"] in ("queued", "running") for job in jobs.values()) >= self.places:
            return error("ConcurrentJobLimit", 400, "Two jobs at once.")
        job_id = request.path.split("/")[-2]
        self.started.append(job_id)
        self._back_end.job(job_id, "queued")
        return Reply(202)


async def _keys(services: Services, back_end: FakeBackEnd) -> dict[str, JobKey]:
    account = await sign_in(services, back_end)
    await services.sync.refresh_now()
    return {job_id: JobKey(account.id, JobId(job_id)) for job_id in back_end.jobs}


async def _finish(services: Services, back_end: FakeBackEnd, key: JobKey) -> None:
    back_end.job(key.job_id, "finished")
    await services.jobs.refresh(key)


def test_waiting_jobs_are_started_in_turn_as_places_get_free(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        places = Places(back_end, 1)
        for job_id in ("a", "b", "c"):
            places.add(job_id)
        async with opened(paths) as services:
            keys = await _keys(services, back_end)
            await services.start_queue.start()
            queued: list[Job] = []
            ended: list[WaitingEnded] = []
            services.actions.queued.connect(queued.append)
            services.start_queue.ended.connect(ended.append)
            await services.actions.start(keys["a"])
            for job_id in ("b", "c"):
                job = await services.actions.start(keys[job_id])
                assert (job.status, job.pending) == (JobStatus.CREATED, "waiting")
            assert [job.id for job in queued] == ["b", "c"]
            await _finish(services, back_end, keys["a"])
            await until(services.start_queue.ended, lambda: ended)
            assert places.started == ["a", "b"]
            assert (await services.jobs.require(keys["c"])).pending == "waiting"
            await _finish(services, back_end, keys["b"])
            await until(services.start_queue.ended, lambda: len(ended) == 2)
            assert places.started == ["a", "b", "c"]
            assert [told.error for told in ended] == [None, None]

    run(main())


def test_queue_outlives_the_app(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        places = Places(back_end, 0)
        places.add("a")
        async with opened(paths) as services:
            key = (await _keys(services, back_end))["a"]
            await services.actions.start(key)
        places.places = 1
        async with opened(paths) as services:
            assert (await services.jobs.require(key)).pending == "waiting"
            await sign_in(services, back_end)
            ended: list[WaitingEnded] = []
            services.start_queue.ended.connect(ended.append)
            await services.start_queue.start()
            await until(services.start_queue.ended, lambda: ended)
            assert (await services.jobs.require(key)).status is JobStatus.QUEUED

    run(main())


def test_job_taken_out_of_the_queue_is_not_started(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        places = Places(back_end, 1)
        for job_id in ("a", "b", "c"):
            places.add(job_id)
        async with opened(paths) as services:
            keys = await _keys(services, back_end)
            await services.start_queue.start()
            ended: list[WaitingEnded] = []
            services.start_queue.ended.connect(ended.append)
            for job_id in ("a", "b", "c"):
                await services.actions.start(keys[job_id])
            job = await services.actions.stop(keys["b"])
            assert (job.status, job.pending) == (JobStatus.CREATED, "")
            assert not back_end.to(f"{back_end.api}/jobs/b/results", "DELETE")
            await _finish(services, back_end, keys["a"])
            await until(services.start_queue.ended, lambda: ended)
            assert places.started == ["a", "c"]

    run(main())


@pytest.mark.parametrize("what", ["deleted", "changed", "started", "canceled"])
def test_job_that_is_another_meanwhile_is_not_started(
    what: str, back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        places = Places(back_end, 1)
        for job_id in ("a", "b", "c"):
            places.add(job_id)
        back_end.job("b", "created", process={"process_graph": {"n": {"process_id": "x"}}})
        async with opened(paths) as services:
            keys = await _keys(services, back_end)
            await services.jobs.refresh(keys["b"])
            await services.start_queue.start()
            ended: list[WaitingEnded] = []
            services.start_queue.ended.connect(ended.append)
            for job_id in ("a", "b", "c"):
                await services.actions.start(keys[job_id])
            if what == "deleted":
                del back_end.jobs["b"]
            elif what == "changed":
                back_end.job("b", "created", process={"process_graph": {"n": {"process_id": "y"}}})
            elif what == "canceled":
                back_end.job("b", "canceled")
            else:
                back_end.job("b", "running")
            places.places = 3
            await _finish(services, back_end, keys["a"])
            await until(services.start_queue.ended, lambda: places.started == ["a", "c"])
            (told,) = [end for end in ended if end.job.id == "b"] or [None]
            assert (told is None) == (what == "started")
            assert told is None or told.error is not None
            assert (await services.jobs.require(keys["b"])).pending == ""

    run(main())


def test_start_without_the_queue_is_refused(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        Places(back_end, 0).add("a")
        async with opened(paths) as services:
            key = (await _keys(services, back_end))["a"]
            with pytest.raises(BackEndError, match="Two jobs at once"):
                await services.actions.start(key, queue=False)
            assert (await services.jobs.require(key)).pending == ""

    run(main())


def test_tries_back_off_while_no_job_ends(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    tried = asyncio.Event()

    async def freed_within(_freed: asyncio.Event, seconds: float) -> bool:
        waits.append(seconds)
        if len(waits) == 8:
            tried.set()
            await asyncio.Event().wait()
        return False

    async def main() -> None:
        Places(back_end, 0).add("a")
        async with opened(paths) as services:
            key = (await _keys(services, back_end))["a"]
            monkeypatch.setattr(start_queue, "_freed_within", freed_within)
            await services.start_queue.start()
            await services.actions.start(key)
            await tried.wait()

    run(main())
    assert waits[:3] == [120.0, 180.0, 270.0]
    assert max(waits) == 300.0
