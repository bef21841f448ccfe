"""Files that lie in a job's folder already are not fetched twice, and nothing is overwritten."""

from __future__ import annotations

import asyncio
import hashlib
import json
import threading
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.assets import parse_results
from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.core.jobs import Job, JobId, JobKey, parse_job
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import download_requests, result_folder
from openeo_desktop.services.download_found import find_files, is_same_run, read_record
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd
from tests.support.fault_server import ranged
from tests.support.service_runs import opened, run, sign_in

OLD, NEW = b"old " * 1000, b"new " * 1000
FIRST, SECOND = "2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z"


def _offer(
    back_end: FakeBackEnd, body: bytes, *keys: str, checksum: bool, updated: str = FIRST
) -> None:
    back_end.job("j", "finished", title="My job", updated=updated)
    assets: dict[str, Any] = {}
    for number, key in enumerate(keys):
        asset = {"href": f"{back_end.url}/f/{number}", "file:size": len(body)}
        if checksum:
            asset["file:checksum"] = "1220" + hashlib.sha256(body).hexdigest()
        assets[key] = asset
        back_end.on(f"/f/{number}", ranged(body, f'"{body[:3].decode()}"'))
    back_end.results["j"] = {"type": "Collection", "assets": assets, "links": []}


async def _start(services: Services, back_end: FakeBackEnd) -> JobKey:
    account = await sign_in(services, back_end)
    await services.downloads.load()
    return JobKey(account.id, JobId("j"))


async def _fetch(services: Services, key: JobKey, **options: Any) -> tuple[Download, ...]:
    rows = await services.downloads.download(key, **options)
    rows = await services.downloads.settled([row.id for row in rows])
    assert {row.state for row in rows} == {DownloadState.DONE}
    return rows


async def _take_off(services: Services, rows: tuple[Download, ...]) -> None:
    await services.downloads.remove([row.id for row in rows])
    assert services.downloads.all() == ()


def _files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.suffix != ".json"}


def test_looking_at_the_files_of_one_job_keeps_no_other_waiting(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Large files that lie there are read whole, which takes minutes."""
    let_go = threading.Event()

    def slow(job: Job, *rest: Any, **options: Any) -> Any:
        if job.id == "j":
            assert let_go.wait(60)
        return find_files(job, *rest, **options)

    async def main() -> None:
        monkeypatch.setattr(download_requests, "find_files", slow)
        _offer(back_end, OLD, "a.tif", checksum=True)
        back_end.job("k", "finished", title="Another", updated=FIRST)
        back_end.results["k"] = back_end.results["j"]
        async with opened(paths) as services:
            key = await _start(services, back_end)
            looking = asyncio.ensure_future(_fetch(services, key))
            again = asyncio.ensure_future(_fetch(services, key))
            await _fetch(services, JobKey(key.account_id, JobId("k")))
            assert not looking.done()
            let_go.set()
            assert [row.id for row in await looking] == [row.id for row in await again]

    run(main())


@pytest.mark.parametrize("checksum", [True, False])
def test_taken_off_the_list_and_asked_for_again(
    back_end: FakeBackEnd, paths: AppPaths, checksum: bool
) -> None:
    """By its checksum; else by its size, when nothing has happened to the job since."""

    async def main() -> None:
        _offer(back_end, OLD, "a.tif", "x/a.tif", checksum=checksum)
        async with opened(paths) as services:
            key = await _start(services, back_end)
            first = await _fetch(services, key)
            await _take_off(services, first)
            asked = len(back_end.to("/f/0")) + len(back_end.to("/f/1"))
            again = await _fetch(services, key)
            assert [row.path for row in again] == [row.path for row in first]
            assert len(back_end.to("/f/0")) + len(back_end.to("/f/1")) == asked
            way = Verification.CHECKSUM if checksum else Verification.LENGTH
            assert {row.verified for row in again} == {way}
            assert {row.done for row in again} == {len(OLD)}
            assert _files(again[0].path.parent) == {"a.tif": OLD, "a (2).tif": OLD}

    run(main())


def test_same_file_that_cannot_be_proved_is_fetched_under_its_old_name(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        _offer(back_end, OLD, "a.tif", checksum=False)
        async with opened(paths) as services:
            key = await _start(services, back_end)
            await _take_off(services, await _fetch(services, key))
            _offer(back_end, OLD, "a.tif", checksum=False, updated=SECOND)
            await services.jobs.refresh(key)
            (row,) = await _fetch(services, key)
            assert len(back_end.to("/f/0")) == 2
            assert _files(row.path.parent) == {"a.tif": OLD}

    run(main())


@pytest.mark.parametrize("checksum", [True, False])
def test_other_content_of_the_same_size_gets_another_name(
    back_end: FakeBackEnd, paths: AppPaths, checksum: bool
) -> None:
    """The job ran again; what it gave before may be wanted still."""

    async def main() -> None:
        _offer(back_end, OLD, "a.tif", checksum=checksum)
        async with opened(paths) as services:
            key = await _start(services, back_end)
            await _take_off(services, await _fetch(services, key))
            _offer(back_end, NEW, "a.tif", checksum=checksum, updated=SECOND)
            await services.jobs.refresh(key)
            (row,) = await _fetch(services, key)
            assert row.path.name == "a (2).tif"
            assert _files(row.path.parent) == {"a.tif": OLD, "a (2).tif": NEW}

    run(main())


def test_foreign_file_of_the_same_size_is_nobody(
    back_end: FakeBackEnd, paths: AppPaths, tmp_path: Path
) -> None:
    async def main() -> None:
        _offer(back_end, NEW, "a.tif", checksum=False)
        (folder := tmp_path / "mine").mkdir()
        (folder / "a.tif").write_bytes(OLD)
        async with opened(paths) as services:
            key = await _start(services, back_end)
            (row,) = await _fetch(services, key, folder=folder)
            assert _files(folder) == {"a.tif": OLD, "a (2).tif": NEW}
            assert row.path.name == "a (2).tif"

    run(main())


def test_same_content_of_another_job_is_not_shared(
    back_end: FakeBackEnd, paths: AppPaths, tmp_path: Path
) -> None:
    """Deleting the files of one job must not take those of the other."""

    async def main() -> None:
        (folder := tmp_path / "both").mkdir()
        (folder / "a.tif").write_bytes(OLD)
        (folder / "job.json").write_text(json.dumps({"id": "other"}))
        _offer(back_end, OLD, "a.tif", checksum=True)
        async with opened(paths) as services:
            key = await _start(services, back_end)
            (row,) = await _fetch(services, key, folder=folder)
            assert row.path.name == "a (2).tif"

    run(main())


def test_files_off_the_list_stay_in_the_metadata(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        _offer(back_end, OLD, "a.tif", "b.tif", checksum=True)
        async with opened(paths) as services:
            key = await _start(services, back_end)
            (row,) = await _fetch(services, key, asset_keys=["a.tif"])
            await _take_off(services, (row,))
            await _fetch(services, key, asset_keys=["b.tif"])
            document = json.loads((row.path.parent / "job-results.json").read_text())
            assert {k: a["href"] for k, a in document["assets"].items()} == {
                "a.tif": "./a.tif",
                "b.tif": "./b.tif",
            }

    run(main())


def test_record_that_leads_elsewhere_is_not_followed(
    back_end: FakeBackEnd, paths: AppPaths, tmp_path: Path
) -> None:
    """The documents in a folder may be anybody's work."""
    (tmp_path / "secret.tif").write_bytes(OLD)
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "job.json").write_text(json.dumps({"id": "j", "updated": FIRST}))
    (folder / "job-results.json").write_text(
        json.dumps({"assets": {"a.tif": {"href": "./../secret.tif"}}})
    )

    async def main() -> None:
        _offer(back_end, OLD, "a.tif", checksum=False)
        async with opened(paths) as services:
            key = await _start(services, back_end)
            (row,) = await _fetch(services, key, folder=folder)
            assert row.path == folder / "a.tif"
            assert len(back_end.to("/f/0")) == 1

    run(main())


def test_a_kill_between_both_documents_proves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The names of the run before, beside the time of this one, would be taken for this one's."""
    before, now = (_job(updated) for updated in (FIRST, SECOND))
    results = parse_results({"assets": {"a": {"href": "https://x.example/a"}}})
    result_folder.write_job_metadata(tmp_path, before, results, {"a": "a.tif"})
    assert read_record(tmp_path, before).names == {"a": "a.tif"}
    honest = result_folder.write_json

    def killed(path: Path, document: object) -> None:
        if path.name == "job-results.json":
            raise KeyboardInterrupt
        honest(path, document)

    monkeypatch.setattr(result_folder, "write_json", killed)
    with pytest.raises(KeyboardInterrupt):
        result_folder.write_job_metadata(tmp_path, now, results, {"a": "a.tif"})
    record = read_record(tmp_path, now)
    assert is_same_run(record, now)
    assert not record.names


def _job(updated: str) -> Job:
    job = parse_job(AccountId("a"), {"id": "j", "status": "finished", "updated": updated})
    assert job is not None
    return job
