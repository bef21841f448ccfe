"""A job that is renamed is renamed on the list of downloads too."""

from __future__ import annotations

import asyncio

from openeo_desktop.core.job_requests import JobChanges
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd
from tests.support.fault_server import ranged
from tests.support.service_runs import opened, run, sign_in, until


def _job(back_end: FakeBackEnd) -> None:
    back_end.job("j", "finished", title="Old")
    assets = {key: {"href": f"{back_end.url}/files/{key}"} for key in ("a", "b")}
    back_end.results["j"] = {"type": "Collection", "assets": assets, "links": []}
    for key in assets:
        back_end.on(f"/files/{key}", ranged(b"bytes", '"v1"'))


def _titles(services: Services) -> list[str]:
    return [row.job_title for row in services.downloads.all()]


def test_a_renamed_job_is_renamed_on_the_list_and_stays_so(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        _job(back_end)
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            key = JobKey(account.id, JobId("j"))
            await services.downloads.load()
            rows = await services.downloads.download(key)
            assert _titles(services) == ["Old", "Old"]
            async with asyncio.timeout(60):
                await services.downloads.settled([row.id for row in rows])
            await services.actions.update(key, JobChanges({"title": "New"}))
            await until(services.downloads.changed, lambda: _titles(services) == ["New", "New"])
        async with opened(paths) as services:
            await services.downloads.load()
            assert _titles(services) == ["New", "New"]

    run(main())


def test_a_long_listing_is_looked_through_by_the_few_jobs_that_have_files(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        _job(back_end)
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.downloads.load()
            rows = await services.downloads.download(JobKey(account.id, JobId("j")))
            async with asyncio.timeout(60):
                await services.downloads.settled([row.id for row in rows])
            ours, other = (JobKey(account.id, JobId(name)) for name in ("j", "other"))
            queue = services.downloads._queue
            many = frozenset(JobKey(account.id, JobId(str(n))) for n in range(1000))
            assert queue.jobs_among(many | {ours}) == queue.jobs_among({ours, other}) == [ours]
            assert queue.jobs_among(many) == queue.jobs_among(set()) == []
            await services.downloads.remove([row.id for row in rows])
            assert queue.jobs_among({ours, other}) == queue.jobs_among(many | {ours}) == []

    run(main())
