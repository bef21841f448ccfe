"""Jobs being created: seen at once, real in place, never created twice.

The back-end loses answers after doing the work and before.
"""

from __future__ import annotations

import asyncio
import threading

import pytest

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    UnreachableError,
)
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.process_graph import ProcessDraft
from openeo_desktop.services.jobs import JobsChanged
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, Request
from tests.support.job_runs import all_jobs, creating, jobs_path, settled
from tests.support.service_runs import DEADLINE, opened, run, sign_in, until

GRAPH = {"a": {"process_id": "x", "arguments": {}}}
DRAFT = ProcessDraft({"process_graph": GRAPH})
LOST = Reply(201, b"xx", cut=1)


def test_new_job_is_seen_at_once_and_becomes_real_in_place(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            created = Reply(201, headers={"OpenEO-Identifier": "made"})
            answer, seen = creating(back_end, created, does_it=True), threading.Event()

            def answer_once_seen(request: Request) -> Reply:
                assert seen.wait(DEADLINE)
                return answer(request)

            back_end.on(f"POST {jobs_path(back_end)}", answer_once_seen)
            changes: list[JobsChanged] = []
            services.jobs.changed.connect(changes.append)
            creation = asyncio.ensure_future(
                services.actions.create(account.id, JobRequest(DRAFT, "T"))
            )
            await until(services.jobs.changed, lambda: changes)
            (shown,) = await all_jobs(services)
            assert shown.key.is_provisional
            assert (shown.title, shown.status) == ("T", JobStatus.CREATED)
            rows = await services.jobs.row_ids_of([shown.key])
            seen.set()
            job = await creation
            assert job.id == "made"
            assert job.pending == ""
            assert await services.jobs.row_ids_of([job.key]) == {job.key: rows[shown.key]}
            assert [j.key for j in await all_jobs(services)] == [job.key]
            assert any(change.renamed == {shown.key: job.key} for change in changes)

    run(main())


def test_who_knows_the_provisional_job_can_act_on_the_real_one(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    """As a window does that was asked for it a moment before the id came."""

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            created = Reply(201, headers={"OpenEO-Identifier": "made"})
            back_end.on(f"POST {jobs_path(back_end)}", creating(back_end, created, does_it=True))
            changes: list[JobsChanged] = []
            services.jobs.changed.connect(changes.append)
            await services.actions.create(account.id, JobRequest(DRAFT, "T"))
            provisional = next(key for change in changes for key in change.renamed)
            await services.actions.delete(provisional)
            assert await all_jobs(services) == []
            assert not back_end.jobs

    run(main())


@pytest.mark.parametrize("reply", [LOST, Reply(502, b"<html>"), Reply(504), Reply(500)])
def test_job_whose_answer_was_lost_is_found_and_adopted(
    reply: Reply, back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("other", title="T")  # known before: of the same title, but not this one
            await services.sync.refresh_now()
            back_end.job("twin", title="T", process={"process_graph": {"b": {}}})
            answer = creating(back_end, reply, does_it=True)
            back_end.on(f"POST {jobs_path(back_end)}", answer)
            job = await services.actions.create(account.id, JobRequest(DRAFT, "T"))
            assert job.id == "made"
            assert len(back_end.to(jobs_path(back_end), "POST")) == 1
            assert sorted(j.id for j in await all_jobs(services)) == ["made", "other", "twin"]

    run(main())


@pytest.mark.parametrize("reply", [LOST, Reply(502, b"<html>")])
def test_job_that_surely_is_not_there_is_said_to_be_so(
    reply: Reply, back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            answer = creating(back_end, reply, does_it=False)
            back_end.on(f"POST {jobs_path(back_end)}", answer)
            with pytest.raises(AppError) as caught:
                await services.actions.create(account.id, JobRequest(DRAFT, "T"))
            assert "no job was created" in caught.value.hint
            assert await all_jobs(services) == []
            assert len(back_end.to(jobs_path(back_end), "POST")) == 1

    run(main())


def test_refused_creation_leaves_nothing(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"POST {jobs_path(back_end)}", error("BudgetInvalid", 400, "Too little."))
            with pytest.raises(BackEndError, match="Too little"):
                await services.actions.create(account.id, JobRequest(DRAFT, "T"))
            assert await all_jobs(services) == []
            assert not back_end.to(jobs_path(back_end), "GET")

    run(main())


def test_creation_that_cannot_be_told_is_settled_at_the_next_start(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def first() -> Account:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            answer = creating(back_end, LOST, does_it=True)
            back_end.on(f"POST {jobs_path(back_end)}", answer)
            back_end.on(f"GET {jobs_path(back_end)}", Reply(502, b"<html>"))
            with pytest.raises(UnreachableError, match="not known yet"):
                await services.actions.create(account.id, JobRequest(DRAFT, "T"))
            (job,) = await all_jobs(services)
            assert (job.pending, job.key.is_provisional) == ("creating", True)
            return account

    async def second(account: Account) -> None:
        async with opened(paths) as services:
            (job,) = await all_jobs(services)
            assert job.pending == "creating"  # over the restart
            await sign_in(services, back_end)
            await settled(services, 1)
            (job,) = await all_jobs(services)
            assert (job.id, job.pending) == ("made", "")

    account = run(first())
    honest = back_end._answers
    honest.pop(f"GET {jobs_path(back_end)}")
    run(second(account))


def test_creation_killed_before_it_was_sent_is_told_and_kept_to_be_repeated(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def first() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"POST {jobs_path(back_end)}", Reply(201, b"x", length=2, stall=True))
            creation = asyncio.ensure_future(
                services.actions.create(account.id, JobRequest(DRAFT, "T"))
            )
            await asyncio.to_thread(back_end.wait_for, jobs_path(back_end))
            creation.cancel()  # the app ends; as a kill does, this tidies nothing up
            await asyncio.gather(creation, return_exceptions=True)

    async def second() -> None:
        async with opened(paths) as services:
            await sign_in(services, back_end)
            (told,) = await settled(services, 1)
            assert told.error is not None
            assert "«T» was not created" in told.error.message
            (row,) = await all_jobs(services)
            job = await services.jobs.require(row.key)
            assert (job.gone, job.pending, job.status_text) == (True, "", "not created")
            assert job.process == {"process_graph": GRAPH}  # to be duplicated
            failure = await services.actions.failure_of(job.key)
            assert failure is not None
            assert failure.message == told.error.message
            await services.actions.delete(job.key)
            assert await all_jobs(services) == []
            assert not back_end.to(jobs_path(back_end, f"/{job.id}"))

    run(first())
    run(second())
