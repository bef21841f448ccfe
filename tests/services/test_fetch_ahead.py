"""Small files fetched before they are asked for: into the cache, placed only by a drag."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.api.download import Arrived
from openeo_desktop.core.downloads import DownloadState, Verification
from openeo_desktop.core.errors import InputError, NotFoundError, StorageError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.fetch_ahead import FETCH_AHEAD, MOST_BYTES
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd
from tests.support.fault_server import ranged
from tests.support.service_runs import opened, run, sign_in, until

BODY = b"x" * 1000


def _offer(back_end: FakeBackEnd, key: str, size: int | None, body: bytes = BODY) -> dict[str, Any]:
    back_end.on(f"/f/{key}", ranged(body, '"v1"'))
    announced = {} if size is None else {"file:size": size}
    return {"href": f"{back_end.url}/f/{key}", "type": "image/tiff", **announced}


async def _finished(services: Services, back_end: FakeBackEnd, **assets: Any) -> JobKey:
    """A job with these results, as the results pane knows it."""
    account = await sign_in(services, back_end)
    back_end.results["j"] = {
        "type": "Collection",
        "assets": {name.replace("_", "."): value for name, value in assets.items()},
        "links": [],
    }
    back_end.job("j", "finished")
    key = JobKey(account.id, JobId("j"))
    await services.jobs.refresh(key)
    await services.results.refresh(key)
    return key


async def _ahead(services: Services, key: JobKey, *names: str) -> None:
    ahead = services.fetch_ahead
    await until(ahead.changed, lambda: set(names) <= ahead.files(key).keys())


def test_small_files_come_into_the_cache_and_large_ones_do_not(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await _finished(
                services,
                back_end,
                large_tif=_offer(back_end, "large.tif", MOST_BYTES + 1),
                unsized_tif=_offer(back_end, "unsized.tif", None),
                secret_tif=_offer(back_end, "secret.tif", None, b"y" * (MOST_BYTES + 1)),
                small_tif=_offer(back_end, "small.tif", len(BODY)),
            )
            services.fetch_ahead.look_at(key)
            await _ahead(services, key, "small.tif", "unsized.tif")
            files = services.fetch_ahead.files(key)
            assert files.keys() == {"small.tif", "unsized.tif"}
            assert all(path.read_bytes() == BODY for path in files.values())
            assert all(path.is_relative_to(paths.cache) for path in files.values())
            assert back_end.to("/f/large.tif") == []
            assert list(paths.cache.rglob("*.part")) == []
            assert services.downloads.all() == ()
            assert not paths.downloads.exists()
        assert list(paths.cache.rglob("*.tif")) == [], "the cache of a run ends with it"

    run(main())


def test_a_dragged_file_is_placed_as_if_it_had_been_downloaded(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await _finished(
                services, back_end, small_tif=_offer(back_end, "small.tif", len(BODY))
            )
            services.fetch_ahead.look_at(key)
            await _ahead(services, key, "small.tif")
            job = await services.jobs.get(key)
            assert job is not None
            path = services.fetch_ahead.place(job, "small.tif")
            assert path == services.downloads.folder_for(job) / "small.tif"
            assert services.fetch_ahead.place(job, "small.tif") == path
            assert services.fetch_ahead.files(key)["small.tif"] == path
            metadata = path.parent / "job-results.json"
            await until(services.downloads.changed, lambda: _is_done(services))
            (row,) = services.downloads.all()
            assert (row.path, row.done, row.verified) == (path, len(BODY), Verification.LENGTH)
            (again,) = await services.downloads.download(key, ["small.tif"])
            assert again.id == row.id
            assert len(back_end.to("/f/small.tif")) == 1
            await services.downloads.settled([row.id])
            assert json.loads(metadata.read_text("utf-8"))["assets"]["small.tif"]
        assert path.read_bytes() == BODY

    run(main())


@pytest.mark.skipif(sys.platform != "linux", reason="other marks cannot be read here")
def test_a_file_that_is_dragged_to_another_disk_keeps_the_note_of_its_origin(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_places: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    async def main() -> None:
        async with opened(paths) as services:
            key = await _finished(
                services, back_end, small_tif=_offer(back_end, "small.tif", len(BODY))
            )
            services.fetch_ahead.look_at(key)
            await _ahead(services, key, "small.tif")
            job = await services.jobs.get(key)
            assert job is not None
            monkeypatch.setattr("os.link", refuse)
            path = services.fetch_ahead.place(job, "small.tif")
            noted = os.getxattr(path, "user.xdg.origin.url")
            assert noted.decode() == f"{back_end.url}/f/small.tif"

    run(main())


def test_a_file_that_was_downloaded_after_it_was_fetched_ahead_is_on_the_list_once(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await _finished(
                services, back_end, small_tif=_offer(back_end, "small.tif", len(BODY))
            )
            services.fetch_ahead.look_at(key)
            await _ahead(services, key, "small.tif")
            (row,) = await services.downloads.download(key, ["small.tif"])
            await services.downloads.settled([row.id])
            job = await services.jobs.get(key)
            results = await services.results.get(key)
            assert job is not None
            assert results is not None
            assert services.fetch_ahead.place(job, "small.tif") == row.path
            asset, arrived = results.assets[0], Arrived(row.path, len(BODY), Verification.LENGTH)
            adopted = await services.downloads.adopt(job, asset, arrived)
            assert adopted is not None
            assert [adopted.id] == [known.id for known in services.downloads.all()] == [row.id]

    run(main())


def test_a_file_that_somebody_wants_to_see_is_fetched_once(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await _finished(
                services,
                back_end,
                a_json=_offer(back_end, "a.json", len(BODY)),
                large_json=_offer(back_end, "large.json", None, b"y" * (MOST_BYTES + 1)),
            )
            services.fetch_ahead.set_enabled(False)
            fetch = services.fetch_ahead.fetch
            await asyncio.gather(fetch(key, "a.json"), fetch(key, "a.json"))
            assert services.fetch_ahead.files(key)["a.json"].read_bytes() == BODY
            assert len(back_end.to("/f/a.json")) == 1
            with pytest.raises(InputError, match="too large"):
                await fetch(key, "large.json")
            with pytest.raises(NotFoundError, match="no longer among the results"):
                await fetch(key, "gone.json")
            assert services.fetch_ahead.files(key).keys() == {"a.json"}

    run(main())


def _is_done(services: Services) -> bool:
    rows = services.downloads.all()
    return bool(rows) and all(row.state is DownloadState.DONE and row.done for row in rows)


def test_a_foreign_file_of_that_name_is_not_touched(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await _finished(
                services, back_end, small_tif=_offer(back_end, "small.tif", len(BODY))
            )
            services.fetch_ahead.look_at(key)
            await _ahead(services, key, "small.tif")
            job = await services.jobs.get(key)
            assert job is not None
            folder = services.downloads.folder_for(job)
            folder.mkdir(parents=True)
            (folder / "small.tif").write_bytes(b"mine")
            assert services.fetch_ahead.place(job, "small.tif").name == "small (2).tif"
            assert (folder / "small.tif").read_bytes() == b"mine"
            await until(services.downloads.changed, lambda: _is_done(services))

    run(main())


def test_a_folder_that_cannot_be_written_is_told(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await _finished(
                services, back_end, small_tif=_offer(back_end, "small.tif", len(BODY))
            )
            services.fetch_ahead.look_at(key)
            await _ahead(services, key, "small.tif")
            job = await services.jobs.get(key)
            assert job is not None
            _in_the_way(paths.downloads)
            with pytest.raises(StorageError):
                services.fetch_ahead.place(job, "small.tif")
            assert services.downloads.all() == ()

    run(main())


def _in_the_way(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be")


def test_it_can_be_switched_off(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            services.settings.set(FETCH_AHEAD, False)
            key = await _finished(
                services, back_end, small_tif=_offer(back_end, "small.tif", len(BODY))
            )
            services.fetch_ahead.look_at(key)
            assert back_end.to("/f/small.tif") == []
            services.fetch_ahead.set_enabled(True)
            await _ahead(services, key, "small.tif")
            services.fetch_ahead.set_enabled(False)
            assert services.fetch_ahead.files(key).keys() == {"small.tif"}

    run(main())


def test_a_job_that_runs_again_takes_its_files_out_of_the_cache(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            key = await _finished(
                services, back_end, small_tif=_offer(back_end, "small.tif", len(BODY))
            )
            services.fetch_ahead.look_at(key)
            await _ahead(services, key, "small.tif")
            back_end.job("j", "queued")
            await services.jobs.refresh(key)
            assert services.fetch_ahead.files(key) == {}

    run(main())
