"""What a person does with jobs, and what the history shows of it afterwards."""

from __future__ import annotations

import pytest

from openeo_desktop.core.errors import AppError, BackEndError, NotFoundError, UnreachableError
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import JobId, JobKey, JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.process_graph import ProcessDraft
from openeo_desktop.services import logs as logs_module
from openeo_desktop.services.jobs import JobTransition
from openeo_desktop.services.logs import LogQuery, LogsChanged
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, Request, json_reply
from tests.support.service_runs import opened, run, sign_in, until

DRAFT = ProcessDraft({"process_graph": {"a": {"process_id": "x", "arguments": {}}}})


def _lines(*ids: str, level: str = "info") -> list[dict[str, str]]:
    return [{"id": i, "message": f"line {i}", "level": level} for i in ids]


def test_create_and_start(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            told: list[JobTransition] = []
            services.jobs.transitioned.connect(told.append)
            job = await services.actions.create(account.id, JobRequest(DRAFT, "T"), start=True)
            assert job.status is JobStatus.QUEUED
            steps = [(t.before, t.job.status) for t in told]
            assert steps == [(None, JobStatus.CREATED), (JobStatus.CREATED, JobStatus.QUEUED)]
            listing = await services.jobs.listing(JobQuery())
            rows = await services.jobs.rows(listing.row_ids)
            assert [row.key for row in rows.values()] == [job.key]

    run(main())


def test_empty_fields_are_not_sent() -> None:
    assert JobRequest(DRAFT).body() == {"process": dict(DRAFT.process)}
    assert JobRequest(DRAFT, "T", budget=0.0).body()["budget"] == 0.0


def test_refused_connection_cannot_have_created_a_job(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.stop()
            with pytest.raises(UnreachableError) as caught:
                await services.actions.create(account.id, JobRequest(DRAFT))
            assert not caught.value.sent
            assert "may have been created" not in caught.value.hint
            assert "No job was created" in caught.value.hint

    run(main())


def test_restart_that_is_ignored_is_told(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "finished")
            back_end.logs["j"] = _lines("1")
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            await services.logs.refresh(key)
            back_end.on(f"POST {back_end.api}/jobs/j/results", Reply(202))
            with pytest.raises(BackEndError, match="ignored the restart"):
                await services.actions.start(key)
            assert len(await services.logs.export(key)) == 1

    run(main())


def test_restart_clears_log_and_results(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "finished")
            back_end.logs["j"] = _lines("1", "2")
            back_end.results["j"] = {"assets": {"a": {"href": f"{back_end.url}/a"}}}
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            await services.logs.refresh(key)
            await services.results.refresh(key)
            told: list[LogsChanged] = []
            services.logs.changed.connect(told.append)
            back_end.job("j", "running")  # restarted by another client
            await services.jobs.refresh(key)
            assert told == [LogsChanged(key, 0, replaced=True)]
            assert await services.logs.export(key) == []
            assert await services.results.get(key) is None

    run(main())


def test_refused_action_takes_the_pending_mark_back(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j")
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            marks: list[str] = []
            services.jobs.acted.connect(lambda _: marks.append("acted"))
            refusal = error("PaymentRequired", 402, "No credits.")
            back_end.on(f"POST {back_end.api}/jobs/j/results", refusal)
            with pytest.raises(BackEndError, match="No credits"):
                await services.actions.start(key)
            job = await services.jobs.get(key)
            assert job is not None
            assert (job.pending, job.status, marks) == ("", JobStatus.CREATED, ["acted"])

    run(main())


def test_deleted_job_is_not_brought_back(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            late = back_end.job("j", "finished")
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            await services.actions.delete(key)
            assert "j" not in back_end.jobs
            await services.jobs.write(account.id, [late])  # a listing that was on its way
            assert await services.jobs.get(key) is None

    run(main())


def test_job_that_is_gone_is_only_forgotten_here(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "finished")
            key = JobKey(account.id, JobId("j"))
            await services.sync.refresh_now()
            del back_end.jobs["j"]
            await services.sync.refresh_now()
            job = await services.jobs.get(key)
            assert job is not None
            assert job.gone
            with pytest.raises(NotFoundError):
                await services.jobs.refresh(key)
            await services.actions.delete(key)
            assert not back_end.to(f"{back_end.api}/jobs/j", "DELETE")

    run(main())


def test_log_grows_by_what_is_new(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "running")
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            back_end.logs["j"] = _lines("1", "[2, 3]")
            assert await services.logs.refresh(key) == 2
            back_end.logs["j"] += [{"id": "", "message": "broken off", "level": "error"}]
            assert await services.logs.refresh(key) == 1
            back_end.logs["j"] = _lines("1", "[2, 3]", "4", level="critical")
            back_end.logs["j"][0]["level"] = back_end.logs["j"][1]["level"] = "info"
            assert await services.logs.refresh(key) == 1
            entries = await services.logs.export(key)
            assert [entry.id for entry in entries] == ["1", "[2, 3]", "", "4"]
            listing = await services.logs.listing(key, LogQuery(frozenset({LogLevel.ERROR})))
            assert len(listing.row_ids) == 2
            assert len(await services.logs.errors(key)) == 2

    run(main())


def test_pages_of_a_log_survive_an_invalid_token(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "running")
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            links = [{"rel": "next", "href": f"{back_end.base}/jobs/j/logs2"}]
            first = json_reply({"logs": _lines("1"), "links": links})
            back_end.on(f"{back_end.api}/jobs/j/logs", first)
            second = json_reply({"logs": _lines("2")})
            back_end.on(f"{back_end.api}/jobs/j/logs2", error("TokenInvalid", 403), second)
            assert await services.logs.refresh(key) == 2

    run(main())


def test_followed_log_is_fetched_once_more_after_the_end(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs_module, "NEAR_WAITS", (0.01, 0.02))
    monkeypatch.setattr(logs_module, "LAST_WAIT", 0.05)
    after_the_end: list[Request] = []

    def lagging(request: Request) -> Reply:
        if back_end.jobs["j"]["status"] == "finished":
            after_the_end.append(request)
        late = _lines("late") if len(after_the_end) > 1 else []
        return json_reply({"logs": _lines("1") + late})

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "running")
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            counts: list[int] = []
            services.logs.changed.connect(lambda change: counts.append(change.added))
            back_end.on(f"{back_end.api}/jobs/j/logs", lagging)
            services.logs.follow(key)
            await until(services.logs.changed, lambda: sum(counts) == 1)
            back_end.job("j", "finished")
            await services.jobs.refresh(key)
            await until(services.logs.changed, lambda: sum(counts) == 2)

    run(main())


def test_a_log_that_is_empty_is_told_to_have_been_asked_for(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "finished")
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            asked: list[JobKey] = []
            services.logs.fetched.connect(asked.append)
            refused, empty = error("Internal", 500), json_reply({"logs": []})
            back_end.on(f"{back_end.api}/jobs/j/logs", refused, empty)
            with pytest.raises(AppError):
                await services.logs.refresh(key)
            assert asked == []
            services.logs.follow(key)
            await until(services.logs.fetched, lambda: asked == [key])

    run(main())


def test_dead_server_is_told_while_following(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j", "running")
            key = JobKey(account.id, JobId("j"))
            await services.jobs.refresh(key)
            back_end.on(f"{back_end.api}/jobs/j/logs", Reply(502, b"<html>"))
            failures: list[object] = []
            services.logs.failed.connect(failures.append)
            services.logs.follow(key)
            await until(services.logs.failed, lambda: failures)

    run(main())
