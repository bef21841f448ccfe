"""Files that come by themselves: by account, by job, with a filter, across the app's end."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.auto_rules import AutoRule, parse_rule
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import ranged
from tests.support.service_runs import asked, opened, password_of, run, sign_in, until

BODY = b"x" * 1000


def results_of_job(back_end: FakeBackEnd, job_id: str, *keys: str) -> None:
    """This job has these files."""
    assets: dict[str, Any] = {}
    for key in keys:
        kind = "image/tiff" if key.endswith(".tif") else "application/json"
        assets[key] = {"href": f"{back_end.url}/f/{key}", "type": kind, "roles": ["data"]}
        back_end.on(f"/f/{key}", ranged(BODY, '"v1"'))
    back_end.results[job_id] = {"type": "Collection", "assets": assets, "links": []}


async def seen_running(services: Services, back_end: FakeBackEnd, job_id: str) -> JobKey:
    """A job that runs, as the history knows it."""
    account = services.accounts.statuses()[0].account
    key = JobKey(account.id, JobId(job_id))
    back_end.job(job_id, "running")
    await services.jobs.refresh(key)
    return key


async def _finish(services: Services, back_end: FakeBackEnd, key: JobKey) -> None:
    back_end.job(key.job_id, "finished")
    await services.jobs.refresh(key)


async def _arrived(services: Services, count: int) -> set[str]:
    done = DownloadState.DONE
    await until(
        services.downloads.changed,
        lambda: sum(row.state is done for row in services.downloads.all()) >= count,
    )
    return {row.asset_key for row in services.downloads.all()}


async def _fulfilled(services: Services, key: JobKey) -> None:
    rules = services.auto_downloads
    await until(rules.changed, lambda: not rules.is_wished(key))


@pytest.mark.parametrize(
    ("rule", "taken"),
    [
        (AutoRule(), {"a.tif", "B.TIF", "c.json"}),
        (AutoRule(glob="*.tif"), {"a.tif", "B.TIF"}),
        (AutoRule(glob="a* ; c*"), {"a.tif", "c.json"}),
        (AutoRule(media_types=("image/*",)), {"a.tif"}),
        (AutoRule(media_types=("IMAGE/TIFF",)), {"a.tif"}),
        (AutoRule(roles=("metadata",)), {"c.json"}),
        (AutoRule(roles=("data",), glob="c*"), set()),
    ],
)
def test_filter(rule: AutoRule, taken: set[str]) -> None:
    assets = [
        Asset("a.tif", "", media_type="image/tiff; application=geotiff", roles=("data",)),
        Asset("B.TIF", "", roles=("data",)),
        Asset("c.json", "", media_type="application/json", roles=("metadata",)),
    ]
    assert {asset.key for asset in assets if rule.takes(asset)} == taken
    assert parse_rule(rule.as_json()) == rule


def test_rule_of_an_account(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        results_of_job(back_end, "j", "a.tif", "b.json")
        results_of_job(back_end, "old", "old.tif")
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.downloads.load()
            await services.auto_downloads.start()
            services.auto_downloads.set_rule(account.id, AutoRule(glob="*.tif"))
            back_end.job("old", "finished")  # first seen when it is over: nobody waited for it
            await services.jobs.refresh(JobKey(account.id, JobId("old")))
            key = await seen_running(services, back_end, "j")
            await _finish(services, back_end, key)
            assert await _arrived(services, 1) == {"a.tif"}
            services.auto_downloads.set_rule(account.id, None)
            assert services.auto_downloads.rule_of(account.id) is None

    run(main())


def test_wish_outlives_the_app_and_a_back_end_that_is_away(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        results_of_job(back_end, "j", "a.tif")
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.auto_downloads.start()
            key = await seen_running(services, back_end, "j")
            await services.auto_downloads.set_when_finished(key, True)
            assert services.auto_downloads.is_wished(key)
        back_end.on(f"{back_end.api}/jobs/j/results", error("Internal", 500))
        async with opened(paths) as services:
            await services.downloads.load()
            await services.auto_downloads.start()
            assert services.auto_downloads.is_wished(key)
            await services.accounts.sign_in_again(account.id, password_of(back_end))
            await _finish(services, back_end, key)
            await asked(back_end, "/jobs/j/results")
            assert services.auto_downloads.is_wished(key)
        del back_end._answers[f"{back_end.api}/jobs/j/results"]
        async with opened(paths) as services:
            await services.downloads.load()
            await services.auto_downloads.start()
            await services.accounts.sign_in_again(account.id, password_of(back_end))
            assert await _arrived(services, 1) == {"a.tif"}
            await _fulfilled(services, key)

    run(main())


def test_wish_is_taken_back_or_comes_to_nothing(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            await sign_in(services, back_end)
            await services.downloads.load()
            await services.auto_downloads.start()
            taken_back = await seen_running(services, back_end, "a")
            failing = await seen_running(services, back_end, "b")
            await services.auto_downloads.set_when_finished(taken_back, True)
            await services.auto_downloads.set_when_finished(taken_back, False)
            await services.auto_downloads.set_when_finished(failing, True)
            await _finish(services, back_end, taken_back)
            back_end.job("b", "error")
            await services.jobs.refresh(failing)
            await _fulfilled(services, failing)
            assert services.downloads.all() == ()
            assert back_end.to(f"{back_end.api}/jobs/a/results") == []

    run(main())
