"""Jobs of a fake back-end in tests of actions: what is shown of them, and answers that get lost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import Job, JobId, JobKey
from openeo_desktop.services.jobs import JobsChanged
from openeo_desktop.services.services import Services
from openeo_desktop.services.unsettled_actions import ActionSettled
from tests.support.fake_back_end import FakeBackEnd
from tests.support.fault_server import Reply, Request
from tests.support.service_runs import sign_in, until


async def all_jobs(services: Services) -> list[Job]:
    listing = await services.jobs.listing(JobQuery())
    rows = await services.jobs.rows(listing.row_ids)
    return [rows[row] for row in listing.row_ids]


async def known(services: Services, back_end: FakeBackEnd, status: str = "created") -> JobKey:
    account = await sign_in(services, back_end)
    back_end.job("j", status)
    key = JobKey(account.id, JobId("j"))
    await services.jobs.refresh(key)
    return key


def pendings(services: Services, key: JobKey) -> list[str]:
    """What the job showed as pending each time it changed, oldest first."""
    seen: list[str] = []

    def note(change: JobsChanged) -> None:
        if key in change.upserted:
            tasks.append(asyncio.ensure_future(read()))

    async def read() -> None:
        job = await services.jobs.get(key)
        if job is not None and (not seen or seen[-1] != job.pending):
            seen.append(job.pending)

    tasks: list[asyncio.Future[None]] = []
    services.jobs.changed.connect(note)
    return seen


def creating(back_end: FakeBackEnd, reply: Reply, *, does_it: bool) -> Callable[[Request], Reply]:
    """`POST /jobs` whose answer is this one, whether the job is created or not."""

    def answer(request: Request) -> Reply:
        if does_it:
            body: dict[str, Any] = json.loads(request.body)
            back_end.job("made", title=body.get("title", ""), process=body["process"])
        return reply

    return answer


def jobs_path(back_end: FakeBackEnd, tail: str = "") -> str:
    return f"{back_end.api}/jobs{tail}"


async def settled(services: Services, count: int) -> list[ActionSettled]:
    told: list[ActionSettled] = []
    services.unsettled.settled.connect(told.append)
    await services.unsettled.start()
    await until(services.unsettled.settled, lambda: len(told) >= count)
    return told
