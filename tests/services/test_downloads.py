"""The queue of downloads: resumed, renewed, named and never lost."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.core.errors import InputError, StorageError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import download_waits
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import Reply, Request, ranged
from tests.support.service_runs import opened, password_of, run, sign_in, until

BODY = bytes(range(256)) * 2048
ETAG = '"v1"'
SHA = "1220" + hashlib.sha256(BODY).hexdigest()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download_waits, "LONGEST_WAIT", 0.02)


def _assets(back_end: FakeBackEnd, *keys: str, **fields: Any) -> None:
    """A finished job `j` with these assets at `/files/N?sig=N`."""
    back_end.job("j", "finished", title="My job")
    assets = {
        key: {"href": f"{back_end.url}/files/{n}?sig=CANARY-SIGNATURE", "file:size": len(BODY)}
        | {"file:checksum": SHA, "type": "image/tiff"}
        | fields
        for n, key in enumerate(keys)
    }
    links = [{"rel": "canonical", "href": f"{back_end.url}/r?sig=CANARY-SIGNATURE"}]
    back_end.results["j"] = {"type": "Collection", "assets": assets, "links": links}
    for n in range(len(keys)):
        back_end.on(f"/files/{n}", ranged(BODY, ETAG))


async def _start(services: Services, back_end: FakeBackEnd) -> tuple[Account, JobKey]:
    account = await sign_in(services, back_end)
    await services.downloads.load()
    return account, JobKey(account.id, JobId("j"))


async def _fetch(services: Services, key: JobKey, **options: Any) -> tuple[Download, ...]:
    rows = await services.downloads.download(key, **options)
    async with asyncio.timeout(20):
        return await services.downloads.settled([row.id for row in rows])


def test_all_files_with_their_metadata(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a.tif", "b.tif", "c")
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            rows = await _fetch(services, key)
            assert {row.state for row in rows} == {DownloadState.DONE}
            assert {row.verified for row in rows} == {Verification.CHECKSUM}
            folder = rows[0].path.parent
            assert folder == paths.downloads / "Fake" / "My job (j)"
            names = {path.name: path.read_bytes() for path in folder.iterdir()}
            assert names["a.tif"] == names["b.tif"] == names["c.tif"] == BODY
            document = json.loads(names["job-results.json"])
            assert document["assets"]["c"]["href"] == "./c.tif"
            assert json.loads(names["job.json"])["id"] == "j"
            assert len(names) == 5
            assert b"CANARY" not in names["job-results.json"] + names["job.json"]
            assert services.downloads.summary().open == 0

    run(main())


def test_evil_and_clashing_keys_stay_inside(
    back_end: FakeBackEnd, paths: AppPaths, tmp_path: Path
) -> None:
    keys = ["../../up", "..\\x", "a/b.tif", "A/B.TIF", "CON", "job.json", "/etc/passwd", "é:*"]

    async def main() -> None:
        _assets(back_end, *keys)
        folder = tmp_path / "chosen" / "deep"
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            rows = await _fetch(services, key, folder=folder)
            assert {row.path.parent for row in rows} == {folder}
            assert len({row.path.name.casefold() for row in rows}) == len(keys)
            assert all(row.path.read_bytes() == BODY for row in rows)
            assert "id" in json.loads((folder / "job.json").read_text())
        assert [path.name for path in (tmp_path / "chosen").iterdir()] == ["deep"]

    run(main())


def test_foreign_files_are_not_overwritten(
    back_end: FakeBackEnd, paths: AppPaths, tmp_path: Path
) -> None:
    mine = {"a.tif": b"mine", "job-results.json": b"[]", "job.json": b'{"id": "other"}'}
    for name, content in mine.items():
        (tmp_path / name).write_bytes(content)

    async def main() -> None:
        _assets(back_end, "a.tif")
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await _fetch(services, key, folder=tmp_path)
            assert row.path.name == "a (2).tif"
            for name, content in mine.items():
                assert (tmp_path / name).read_bytes() == content
            document = json.loads((tmp_path / "job-results-j.json").read_text())
            assert document["assets"]["a.tif"]["href"] == "./a (2).tif"

    run(main())


def test_twice_at_once_is_once(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a", "b")
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            await asyncio.gather(*(_fetch(services, key) for _ in range(3)))
            assert len(services.downloads.all()) == 2
            assert len(back_end.to("/files/0")) == 1
            again = await _fetch(services, key)  # whole already
            assert len(back_end.to("/files/0")) == 1
            again[0].path.unlink()
            await _fetch(services, key)
            assert again[0].path.read_bytes() == BODY

    run(main())


def test_canceled_job_without_files_says_why(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            back_end.job(key.job_id, "canceled")
            back_end.results[key.job_id] = {"assets": {}}
            await services.jobs.refresh(key)
            with pytest.raises(InputError) as caught:
                await services.downloads.download(key)
            assert caught.value.message == "This job was canceled before it wrote any file."

    run(main())


def test_chosen_files_only_and_nothing_to_choose(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a", "b")
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await _fetch(services, key, asset_keys=["b"])
            assert row.asset_key == "b"
            with pytest.raises(InputError):
                await services.downloads.download(key, ["none"])
            back_end.results["j"] = {}
            with pytest.raises(InputError):
                await services.downloads.download(key)

    run(main())


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_expired_link_is_fetched_fresh_once(
    back_end: FakeBackEnd, paths: AppPaths, status: int
) -> None:
    """The link ends in mid-transfer: the results are asked again, the file goes on."""

    def answer(request: Request) -> Reply:
        if request.query == "sig=new":
            return ranged(BODY, ETAG)(request)
        if "range" in request.headers:
            return Reply(status, b"<Error>expired</Error>")
        return ranged(BODY, ETAG, cut=1000)(request)

    def refresh(request: Request) -> Reply:
        fresh = back_end.results["j"]["assets"]["a"]
        if len(back_end.to(results)) > 1:
            fresh["href"] = f"{back_end.url}/files/0?sig=new"
        return Reply(200, json.dumps(back_end.results["j"]).encode())

    async def main() -> None:
        _assets(back_end, "a")
        back_end.on("/files/0", answer)
        back_end.on(results, refresh)
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await _fetch(services, key)
            assert row.reason == ""
            assert (row.state, row.verified) == (DownloadState.DONE, Verification.CHECKSUM)
            assert len(back_end.to(results)) == 2
            assert back_end.to("/files/0")[-1].headers["range"].startswith("bytes=")

    results = f"{back_end.api}/jobs/j/results"
    run(main())


def test_refused_for_good_is_told(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a")
        back_end.on("/files/0", Reply(403))
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await _fetch(services, key)
            assert row.state is DownloadState.FAILED
            assert "403" in row.reason
            assert services.downloads.error_of(row.id) is not None
            assert len(back_end.to("/files/0")) == 2
            back_end.on("/files/0", ranged(BODY, ETAG))
            await services.downloads.retry([row.id])
            (row,) = await services.downloads.settled([row.id])
            assert row.state is DownloadState.DONE

    run(main())


def test_invalid_token_is_renewed_for_a_file(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a")
        path = f"{back_end.api}/assets/a"
        back_end.results["j"]["assets"]["a"]["href"] = f"{back_end.url}{path}"
        back_end.on(path, error("TokenInvalid", 403), ranged(BODY, ETAG))
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            back_end.next_token = "token-2"
            (row,) = await _fetch(services, key)
            assert row.state is DownloadState.DONE
            assert back_end.to(path)[-1].headers["authorization"] == "Bearer basic//token-2"

    run(main())


def test_cut_connections_are_tried_again_and_resumed(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        _assets(back_end, "a")
        cuts = [ranged(BODY, ETAG, cut=100_000) for _ in range(3)]
        busy = Reply(503, headers={"Retry-After": "0"})
        back_end.on("/files/0", cuts[0], busy, *cuts[1:], ranged(BODY, ETAG))
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await _fetch(services, key)
            assert (row.state, row.verified) == (DownloadState.DONE, Verification.CHECKSUM)

    run(main())


def test_wrong_checksum_ends_after_a_second_try(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a")
        back_end.on("/files/0", ranged(BODY[:-1] + b"!", ETAG))
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await _fetch(services, key)
            assert row.state is DownloadState.FAILED
            assert "checksum" in row.reason
            assert len(back_end.to("/files/0")) <= 3
            assert list(row.path.parent.iterdir()) == []

    run(main())


def test_pause_keeps_the_part_and_resume_goes_on(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a")
        half = Reply(200, BODY[: 1 << 18], {"ETag": ETAG}, length=len(BODY), stall=True)
        back_end.on("/files/0", half)
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await services.downloads.download(key)
            await until(services.downloads.changed, lambda: services.downloads.all()[0].done)
            await services.downloads.pause([row.id])
            (row,) = services.downloads.all()
            assert row.state is DownloadState.PAUSED
            kept = row.part_path.stat().st_size
            assert kept > 0
            back_end.on("/files/0", ranged(BODY, ETAG))
            await services.downloads.resume([row.id])
            (row,) = await services.downloads.settled([row.id])
            assert row.path.read_bytes() == BODY
            assert back_end.to("/files/0")[-1].headers["range"] == f"bytes={kept}-"

    run(main())


def test_cancel_takes_the_part_away(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a")
        half = Reply(200, BODY[: 1 << 18], {"ETag": ETAG}, length=len(BODY), stall=True)
        back_end.on("/files/0", half)
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await services.downloads.download(key)
            await until(services.downloads.changed, lambda: services.downloads.all()[0].done)
            await services.downloads.cancel([row.id])
            assert services.downloads.all() == ()
            assert list(row.path.parent.iterdir()) == []

    run(main())


def test_next_start_goes_on_where_the_last_run_ended(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_waits, "LONGEST_WAIT", 600.0)

    async def main() -> None:
        _assets(back_end, "running", "waiting", "queued", "more", "most")
        half = Reply(200, BODY[: 1 << 18], {"ETag": ETAG}, length=len(BODY), stall=True)
        for n in range(5):
            back_end.on(f"/files/{n}", half)
        back_end.on("/files/1", Reply(503, headers={"Retry-After": "600"}))
        async with opened(paths) as services:
            account, key = await _start(services, back_end)
            await services.downloads.download(key)
            await until(
                services.downloads.changed,
                lambda: services.downloads.all()[1].state is DownloadState.WAITING,
            )
            await until(services.downloads.changed, lambda: services.downloads.all()[0].done)
        for n in range(5):
            back_end.on(f"/files/{n}", ranged(BODY, ETAG))
        async with opened(paths) as services:
            await services.accounts.sign_in_again(account.id, password_of(back_end))
            await services.downloads.load()
            rows = await services.downloads.settled(row.id for row in services.downloads.all())
            assert len(rows) == 5
            assert {row.state for row in rows} == {DownloadState.DONE}
            assert all(row.path.read_bytes() == BODY for row in rows)

    run(main())


def test_waiting_row_can_be_tried_at_once(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        _assets(back_end, "a")
        back_end.on("/files/0", Reply(503, headers={"Retry-After": "600"}), ranged(BODY, ETAG))
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            (row,) = await services.downloads.download(key)
            await until(
                services.downloads.changed,
                lambda: services.downloads.all()[0].state is DownloadState.WAITING,
            )
            await services.downloads.retry([row.id])
            (row,) = await services.downloads.settled([row.id])
            assert row.state is DownloadState.DONE

    run(main())


def test_what_cannot_fit_is_refused_before_the_first_byte(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        _assets(back_end, "a", **{"file:size": 10**18})
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            with pytest.raises(StorageError, match="too full"):
                await services.downloads.download(key)
            assert services.downloads.all() == ()

    run(main())


def test_hung_transfer_does_not_delay_the_end(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _assets(back_end, "a")

        def never(_: Request) -> Reply:
            back_end.released.wait(60)
            return Reply(404)

        back_end.on("/files/0", never)  # not even headers come
        async with opened(paths) as services:
            _, key = await _start(services, back_end)
            await services.downloads.download(key)
            await asyncio.to_thread(back_end.wait_for, "/files/0")
            began = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - began < 25  # not the time-out of the read

    run(main())
