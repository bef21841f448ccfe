"""The example jobs of the demonstration are made once, whatever the person does with them."""

from __future__ import annotations

from pathlib import Path

from openeo_desktop.app import Desktop
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.job_requests import JobChanges
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.demo.examples import prepare_examples
from tests.support.app_runner import run_app


async def _jobs(desktop: Desktop, account: Account) -> list[Job]:
    await desktop.services.sync.refresh_now(account.id)
    listing = await desktop.services.jobs.listing(JobQuery(account=account.id))
    return list((await desktop.services.jobs.rows(listing.row_ids)).values())


def test_what_the_person_does_with_the_examples_stays(tmp_path: Path) -> None:
    async def first(desktop: Desktop, account: Account) -> None:
        await prepare_examples(desktop)
        jobs = await _jobs(desktop, account)
        assert len(jobs) == 2
        ready = next(job for job in jobs if job.status is JobStatus.CREATED)
        started = next(job for job in jobs if job is not ready)
        changes = JobChanges({"title": "Mine"})
        await desktop.services.actions.update(ready.key, changes)
        await desktop.services.actions.start(ready.key)
        await desktop.services.actions.delete(started.key)
        await prepare_examples(desktop)
        assert [job.title for job in await _jobs(desktop, account)] == ["Mine"]

    async def second(desktop: Desktop, account: Account) -> None:
        await prepare_examples(desktop)
        assert [job.title for job in await _jobs(desktop, account)] == ["Mine"]

    run_app(tmp_path, first)
    run_app(tmp_path, second)
