"""What is asked of a back-end about one job: its estimate, its process, a link to its results."""

from __future__ import annotations

import pytest

from openeo_desktop.core.errors import NotFoundError, UnsupportedError
from openeo_desktop.core.estimates import CalendarDuration
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.job_estimates import estimate_job
from openeo_desktop.services.job_processes import job_with_process
from openeo_desktop.services.result_shares import share_results
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import json_reply
from tests.support.job_runs import jobs_path, known
from tests.support.service_runs import opened, run, sign_in


def test_estimate_is_fetched(back_end: FakeBackEnd, paths: AppPaths) -> None:
    said = {"costs": 12.5, "duration": "PT2H", "size": 1000, "downloads_included": 5}
    back_end.on(jobs_path(back_end, "/j/estimate"), json_reply(said))

    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            found = await estimate_job(services.accounts, key)
            assert (found.costs, found.size, found.downloads_included) == (12.5, 1000, 5)
            assert found.duration == CalendarDuration(hours=2)

    run(main())


@pytest.mark.parametrize(
    ("code", "status", "words"),
    [
        ("EstimateComplexity", 500, "too complex"),
        ("FeatureUnsupported", 501, "does not estimate jobs"),
        ("NotFound", 404, "does not estimate jobs"),
    ],
)
def test_no_estimate_is_told_in_words(
    back_end: FakeBackEnd, paths: AppPaths, code: str, status: int, words: str
) -> None:
    back_end.on(jobs_path(back_end, "/j/estimate"), error(code, status))

    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            with pytest.raises(UnsupportedError, match=words) as raised:
                await estimate_job(services.accounts, key)
            assert (raised.value.code, raised.value.reference) == (code, "ref-1")

    run(main())


def test_estimate_of_a_job_that_is_not_there_says_so(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    back_end.on(jobs_path(back_end, "/j/estimate"), error("JobNotFound", 404))

    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            with pytest.raises(NotFoundError):
                await estimate_job(services.accounts, key)

    run(main())


def test_process_is_fetched_where_only_the_listing_was_read(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    graph = {"process_graph": {"a": {"process_id": "x", "arguments": {}, "result": True}}}
    back_end.job("j", process=graph)

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            (key,) = await services.jobs.write(account.id, [{"id": "j", "status": "created"}])
            assert (await job_with_process(services.jobs, key)).process == graph
            back_end.jobs.clear()  # it is known now: nothing is asked
            assert (await job_with_process(services.jobs, key)).process == graph

    run(main())


def test_process_that_nobody_knows_is_told_in_words(back_end: FakeBackEnd, paths: AppPaths) -> None:
    back_end.job("j", process=None)

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            (key,) = await services.jobs.write(account.id, [{"id": "j", "status": "created"}])
            with pytest.raises(UnsupportedError, match="does not tell the process"):
                await job_with_process(services.jobs, key)
            await services.jobs.begin_listing(account.id)
            assert await services.jobs.mark_unlisted(account.id)
            with pytest.raises(NotFoundError, match="no longer on the back-end"):
                await job_with_process(services.jobs, key)

    run(main())


def test_link_to_results_is_fresh_and_never_in_a_repr(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    link = "https://store.example/r?sig=secret"
    back_end.results["j"] = {
        "assets": {},
        "expires": "2026-12-01T00:00:00Z",
        "links": [{"rel": "canonical", "href": link}],
    }

    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end, "finished")
            share = await share_results(services.results, key)
            assert share.url == link
            assert share.expires is not None
            assert "secret" not in repr(share)

    run(main())


@pytest.mark.parametrize("href", ["", "s3://bucket/x", "javascript:alert(1)"])
def test_no_link_that_a_browser_can_open_is_none(
    back_end: FakeBackEnd, paths: AppPaths, href: str
) -> None:
    back_end.results["j"] = {"assets": {}, "links": [{"rel": "canonical", "href": href}]}

    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end, "finished")
            with pytest.raises(UnsupportedError, match="no link"):
                await share_results(services.results, key)

    run(main())
