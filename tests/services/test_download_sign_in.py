"""Downloads that wait for a sign-in; and files looked after once they are here."""

from __future__ import annotations

import asyncio
import hashlib
import json

from openeo_desktop.core.downloads import DownloadState, Verification
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, Request, ranged
from tests.support.service_runs import opened, password_of, run, sign_in, until

BODY = b"0123456789" * 1000
SHA = "1220" + hashlib.sha256(BODY).hexdigest()


def _asset_below_the_api(back_end: FakeBackEnd) -> None:
    back_end.job("j", "finished", title="Mine")
    path = f"{back_end.api}/assets/a"
    back_end.results["j"] = {
        "type": "Collection",
        "assets": {"a.tif": {"href": f"{back_end.url}{path}", "file:checksum": SHA}},
        "links": [],
    }

    def guarded(request: Request) -> Reply:
        if back_end.accepts(request.headers.get("authorization", "")):
            return ranged(BODY, '"v1"')(request)
        return error("TokenInvalid", 403)

    back_end.on(path, guarded)


def test_session_that_ends_is_waited_for(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _asset_below_the_api(back_end)
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            key = JobKey(account.id, JobId("j"))
            await services.results.refresh(key) if await services.jobs.refresh(key) else None
            rows = await services.downloads.download(key)
            back_end.tokens.clear()
            back_end.password = "another one"
            await services.downloads.load()
            (row,) = await services.downloads.settled(row.id for row in rows)
            assert row.state is DownloadState.WAITING_AUTH
            assert row.reason
            await services.accounts.sign_in_again(account.id, password_of(back_end))
            await until(
                services.downloads.changed,
                lambda: services.downloads.all()[0].state is DownloadState.DONE,
            )

    run(main())


def test_verified_again_changed_and_deleted(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _asset_below_the_api(back_end)
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.downloads.load()
            rows = await services.downloads.download(JobKey(account.id, JobId("j")))
            (row,) = await services.downloads.settled(row.id for row in rows)
            (again,) = await services.downloads.verify([row.id])
            assert (again.state, again.verified) == (DownloadState.DONE, Verification.CHECKSUM)
            row.path.write_bytes(BODY[:-1] + b"!")
            (again,) = await services.downloads.verify([row.id])
            assert again.state is DownloadState.FAILED
            assert "was changed" in again.reason
            await services.downloads.retry([row.id])
            (fresh,) = await services.downloads.settled([row.id])
            assert fresh.path.name == "a (2).tif"  # what somebody has changed stays
            assert fresh.path.read_bytes() == BODY
            await services.downloads.delete_files([row.id])
            assert services.downloads.all() == ()
            assert not fresh.path.exists()
            assert row.path.exists()

    run(main())


def test_results_of_a_new_run_are_fetched_anew(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _asset_below_the_api(back_end)
        del back_end.results["j"]["assets"]["a.tif"]["file:checksum"]
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            key = JobKey(account.id, JobId("j"))
            await services.downloads.load()
            await _whole(services, key)
            back_end.job("j", "running")
            await services.jobs.refresh(key)
            back_end.job("j", "finished")
            await services.jobs.refresh(key)
            back_end.on(f"{back_end.api}/assets/a", ranged(b"new", '"v2"'))
            (row,) = await _whole(services, key)
            assert (row.path.name, row.path.read_bytes()) == ("a (2).tif", b"new")

    run(main())


async def _whole(services, key):
    rows = await services.downloads.download(key)
    return await services.downloads.settled(row.id for row in rows)


def test_partial_results_say_so_and_are_replaced_later(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        _asset_below_the_api(back_end)
        back_end.job("j", "running")
        back_end.results["j"]["openeo:status"] = "running"
        async with opened(paths) as services:
            services.settings.set("downloads/write_log", True)
            back_end.logs["j"] = [{"id": "1", "level": "info", "message": "hello"}]
            account = await sign_in(services, back_end)
            key = JobKey(account.id, JobId("j"))
            await services.downloads.load()
            (row,) = await _whole(services, key)
            assert row.is_partial
            folder = row.path.parent
            document = json.loads((folder / "job-results.json").read_text())
            assert document["openeo:status"] == "running"
            assert document["description"].startswith("Partial results")
            assert json.loads((folder / "log.json").read_text())["logs"][0]["message"] == "hello"
            back_end.job("j", "finished")
            back_end.results["j"]["openeo:status"] = "finished"
            await services.jobs.refresh(key)
            (row,) = await _whole(services, key)
            assert not row.is_partial
            document = json.loads((folder / "job-results.json").read_text())
            assert "Partial" not in document["description"]

    run(main())


def test_pause_tells_before_the_transfer_has_ended(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _asset_below_the_api(back_end)
        back_end.on(f"{back_end.api}/assets/a", Reply(200, BODY, length=10**6, stall=True))
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.downloads.load()
            (row,) = await services.downloads.download(JobKey(account.id, JobId("j")))
            await until(services.downloads.changed, lambda: services.downloads.all()[0].done)
            pausing = asyncio.ensure_future(services.downloads.pause([row.id]))
            await asyncio.sleep(0)
            assert services.downloads.all()[0].state is DownloadState.PAUSED
            await pausing

    run(main())
