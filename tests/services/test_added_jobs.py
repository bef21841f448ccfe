"""Jobs added by their id: those that a listing does not show."""

from __future__ import annotations

import pytest

from openeo_desktop.core.errors import InputError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.added_jobs import read_job_id
from tests.support.fake_back_end import FakeBackEnd
from tests.support.fault_server import json_reply
from tests.support.service_runs import asked, eventually, opened, run, sign_in


@pytest.mark.parametrize(
    ("text", "job_id"),
    [
        ("  j-2611221119184a9c\n", "j-2611221119184a9c"),
        ("https://openeo.example/openeo/1.2/jobs/j-1", "j-1"),
        ("https://openeo.example/openeo/1.2/jobs/vito-j-1/results?x=1", "vito-j-1"),
        ("https://openeo.example/jobs/a%7Eb", "a~b"),
    ],
)
def test_id_is_read_from_what_was_pasted(text: str, job_id: str) -> None:
    assert read_job_id(text) == job_id


@pytest.mark.parametrize(
    "text", ["", " ", "two words", "https://openeo.example/", "a/b", "creating:1", "x" * 501]
)
def test_what_is_no_id_is_said_to_be_none(text: str) -> None:
    with pytest.raises(InputError, match="not the ID"):
        read_job_id(text)


def test_added_job_stays_although_no_listing_shows_it(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("old", "finished", title="Old")
            back_end.on(f"GET {back_end.api}/jobs", json_reply({"jobs": [], "links": []}))
            services.added.start()
            await services.sync.refresh_now()
            job = await services.added.add(account.id, f"{back_end.base}/jobs/old")
            assert (job.id, job.title) == ("old", "Old")
            await services.sync.refresh_now()
            await asked(back_end, "/jobs/old", 2)  # asked for by itself after the listing
            assert not (await services.jobs.require(job.key)).gone
            del back_end.jobs["old"]
            await services.sync.refresh_now()

            async def is_gone() -> bool:
                return (await services.jobs.require(job.key)).gone

            await eventually(is_gone)

    run(main())


def test_unknown_job_is_said_in_words(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            with pytest.raises(InputError, match="knows no job «nope»") as caught:
                await services.added.add(account.id, "nope")
            assert "JobNotFound" in caught.value.details
            assert await services.jobs.get(JobKey(account.id, JobId("nope"))) is None

    run(main())


def test_known_job_is_only_read_again(back_end: FakeBackEnd, paths: AppPaths) -> None:
    """It is in the listing: should that drop it, it is gone."""

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "finished")
            await services.sync.refresh_now()
            job = await services.added.add(account.id, "j")
            del back_end.jobs["j"]
            await services.sync.refresh_now()
            assert (await services.jobs.require(job.key)).gone

    run(main())
