"""Actions with the history as witness: pending at once, confirmed, or taken back with the reason.

The back-end loses answers after doing the work and before; nothing is asked for twice blindly.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from openeo_desktop.core.errors import (
    BackEndError,
    NotFoundError,
    UnsupportedError,
)
from openeo_desktop.core.job_requests import JobChanges
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, Request, json_reply
from tests.support.job_runs import jobs_path, known, pendings, settled
from tests.support.service_runs import opened, run, sign_in, until


def _results_path(back_end: FakeBackEnd) -> str:
    return jobs_path(back_end, "/j/results")


def _doing(back_end: FakeBackEnd, status: str | None, reply: Reply) -> Callable[[Request], Reply]:
    """An action that brings the job into this status (None: does nothing) and answers so."""

    def answer(_request: Request) -> Reply:
        if status is not None:
            back_end.job("j", status)
        return reply

    return answer


def test_start_is_shown_until_it_is_confirmed(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            seen = pendings(services, key)
            job = await services.actions.start(key)
            assert (job.status, job.pending) == (JobStatus.QUEUED, "")
            await until(services.jobs.changed, lambda: True)
            assert "starting" in seen

    run(main())


def test_accepted_start_that_shows_late_is_waited_for(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            back_end.on(f"POST {_results_path(back_end)}", Reply(202))
            late = [back_end.jobs["j"], back_end.jobs["j"] | {"status": "queued"}]

            def answer(_request: Request) -> Reply:
                return json_reply(late.pop(0) if len(late) > 1 else late[0])

            back_end.on(f"GET {jobs_path(back_end, '/j')}", answer)
            assert (await services.actions.start(key)).status is JobStatus.QUEUED

    run(main())


@pytest.mark.parametrize("reply", [Reply(202, b"x", cut=0), Reply(502, b"<html>"), Reply(500)])
def test_start_whose_answer_was_lost_is_not_repeated_where_it_worked(
    reply: Reply, back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            back_end.on(f"POST {_results_path(back_end)}", _doing(back_end, "queued", reply))
            job = await services.actions.start(key)
            assert (job.status, job.pending) == (JobStatus.QUEUED, "")
            assert len(back_end.to(_results_path(back_end), "POST")) == 1

    run(main())


def test_start_that_was_lost_on_the_way_is_taken_back_and_said(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            back_end.on(f"POST {_results_path(back_end)}", Reply(502, b"<html>"))
            with pytest.raises(BackEndError) as caught:
                await services.actions.start(key)
            assert "was not done" in caught.value.hint
            assert (await services.jobs.require(key)).pending == ""
            failure = await services.actions.failure_of(key)
            assert failure is not None
            assert failure.hint == caught.value.hint
            assert len(back_end.to(_results_path(back_end), "POST")) == 1

    run(main())


def test_reason_of_a_refusal_stays_until_it_is_read(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            refusal = error("PaymentRequired", 402, "No credits.")
            back_end.on(f"POST {_results_path(back_end)}", refusal)
            with pytest.raises(BackEndError):
                await services.actions.start(key)
        async with opened(paths) as services:
            failure = await services.actions.failure_of(key)
            assert failure is not None
            assert (failure.message, failure.reference) == ("No credits.", "ref-1")
            assert (await services.jobs.require(key)).pending == ""
            await services.actions.dismiss_failure(key)
            assert await services.actions.failure_of(key) is None

    run(main())


def test_ignored_restart_is_remembered(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end, "finished")
            back_end.on(f"POST {_results_path(back_end)}", Reply(202))
            with pytest.raises(BackEndError, match="ignored the restart"):
                await services.actions.start(key)
            failure = await services.actions.failure_of(key)
            assert failure is not None
            assert failure.code == "RestartIgnored"
            assert (await services.jobs.require(key)).pending == ""

    run(main())


def test_stop_that_shows_late_is_waited_for(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end, "running")
            late = _doing(back_end, "canceled", Reply(502, b"<html>"))
            back_end.on(f"DELETE {_results_path(back_end)}", late)
            assert (await services.actions.stop(key)).status is JobStatus.CANCELED

    run(main())


@pytest.mark.parametrize("reply", [Reply(204, cut=0), Reply(502, b"<html>")])
def test_deletion_whose_answer_was_lost_is_looked_at(
    reply: Reply, back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end, "finished")

            def answer(_request: Request) -> Reply:
                back_end.jobs.pop("j", None)
                return reply

            back_end.on(f"DELETE {jobs_path(back_end, '/j')}", answer)
            await services.actions.delete(key)
            assert await services.jobs.get(key) is None

    run(main())


def test_refused_deletion_leaves_the_job(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end, "finished")
            seen = pendings(services, key)
            refusal = error("PermissionsInsufficient", 403, "Not yours.")
            back_end.on(f"DELETE {jobs_path(back_end, '/j')}", refusal)
            with pytest.raises(BackEndError, match="Not yours"):
                await services.actions.delete(key)
            assert (await services.jobs.require(key)).pending == ""
            assert "deleting" in seen

    run(main())


def test_changes_are_sent_alone_and_read_back(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            job = await services.actions.update(key, JobChanges({"title": "New", "budget": None}))
            assert (job.title, job.pending) == ("New", "")
            (sent,) = back_end.to(jobs_path(back_end, "/j"), "PATCH")
            assert json.loads(sent.body) == {"title": "New", "budget": None}

    run(main())


def test_locked_job_says_to_stop_it_first(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end, "running")
            locked = error("JobLocked", 400, "It runs.")
            back_end.on(f"PATCH {jobs_path(back_end, '/j')}", locked)
            with pytest.raises(BackEndError, match="Stop the job first"):
                await services.actions.update(key, JobChanges({"title": "New"}))

    run(main())


@pytest.mark.parametrize(
    "reply",
    [error("FeatureUnsupported", 501), Reply(405, b"<html>"), error("NotFound", 404)],
)
def test_back_end_without_changes_says_to_duplicate(
    reply: Reply, back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            back_end.on(f"PATCH {jobs_path(back_end, '/j')}", reply)
            with pytest.raises(UnsupportedError, match="Duplicate the job"):
                await services.actions.update(key, JobChanges({"title": "New"}))

    run(main())


def test_change_of_a_job_that_is_gone_is_no_missing_feature(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            missing = error("JobNotFound", 404)
            back_end.on(f"PATCH {jobs_path(back_end, '/j')}", missing)
            with pytest.raises(NotFoundError):
                await services.actions.update(key, JobChanges({"title": "New"}))

    run(main())


# -- what a killed run left open ---------------------------------------------------------------


NEVER = Reply(200, b"x", length=2, stall=True)


async def _cut_off(services: Services, back_end: FakeBackEnd, path: str, work: Any) -> None:
    """Begin an action that is never answered, and end as a kill does."""
    asked = len(back_end.to(path))
    task = asyncio.ensure_future(work)
    await asyncio.to_thread(back_end.wait_for, path, asked + 1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize(
    ("after", "status", "told"),
    [("queued", JobStatus.QUEUED, ""), ("created", JobStatus.CREATED, "was not started")],
)
def test_start_that_was_cut_off_is_settled_at_the_next_start(
    after: str, status: JobStatus, told: str, back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await known(services, back_end)
            back_end.on(f"POST {_results_path(back_end)}", NEVER)
            start = services.actions.start(key)
            await _cut_off(services, back_end, _results_path(back_end), start)
        async with opened(paths) as services:
            assert (await services.jobs.require(key)).pending == "starting"
            await sign_in(services, back_end)
            back_end.job("j", after)
            (ended,) = await settled(services, 1)
            job = await services.jobs.require(key)
            assert (job.status, job.pending) == (status, "")
            assert told in (ended.error.message if ended.error else "")
            assert bool(told) == bool(ended.error)
            assert len(back_end.to(_results_path(back_end), "POST")) == 1

    run(main())


@pytest.mark.parametrize("deleted", [True, False])
def test_deletion_that_was_cut_off_is_settled(
    deleted: bool, back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        path = jobs_path(back_end, "/j")
        async with opened(paths) as services:
            key = await known(services, back_end, "finished")
            back_end.on(f"DELETE {path}", NEVER)
            delete = services.actions.delete(key)
            await _cut_off(services, back_end, path, delete)
        async with opened(paths) as services:
            await sign_in(services, back_end)
            if deleted:
                del back_end.jobs["j"]
            (ended,) = await settled(services, 1)
            assert bool(ended.error) != deleted
            assert (await services.jobs.get(key) is None) == deleted

    run(main())
