"""Rasters looked at while they are on a server: few bytes, the right numbers."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from openeo_desktop.core.errors import NotFoundError, PreviewError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.preview.values import PictureRequest, PreviewKind, RasterFile
from openeo_desktop.services import preview_ranges
from openeo_desktop.services.previews import OpenPreview, PreviewTarget
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import FaultServer, Reply, Request, json_reply, ranged
from tests.support.result_files import write_tiff
from tests.support.service_runs import opened, run, sign_in, until

SIDE = 1024
VALUES = np.random.default_rng(7).integers(1, 60_000, (1, SIDE, SIDE), np.uint16)
OTHERS = VALUES[:, ::-1].copy()
OVERVIEW = PictureRequest(0, (1,), (0, 0, SIDE, SIDE), 64, 64)
LAST = SIDE - 1


def _cog(path: Path, values: Any) -> bytes:
    return write_tiff(path, values, driver="COG", blocksize=128).read_bytes()


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _cog(tmp_path_factory.mktemp("cog") / "a.tif", VALUES)


@pytest.fixture(scope="module")
def other_body(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _cog(tmp_path_factory.mktemp("cog") / "b.tif", OTHERS)


@pytest.fixture
def store() -> Iterator[FaultServer]:
    """The object store that signed links point at: it must never see a token."""
    with FaultServer() as running:
        yield running
        assert not [r for r in running.requests if "authorization" in r.headers]


@contextlib.asynccontextmanager
async def looking(
    paths: AppPaths, back_end: FakeBackEnd, href: str, **announced: Any
) -> AsyncIterator[tuple[Services, PreviewTarget]]:
    """Services that know a job whose result is one file at this address."""
    async with opened(paths) as services:
        account = await sign_in(services, back_end)
        asset = {"href": href, "type": "image/tiff; application=geotiff", **announced}
        back_end.results["j"] = {"type": "Collection", "assets": {"a.tif": asset}, "links": []}
        back_end.job("j", "finished")
        key = JobKey(account.id, JobId("j"))
        await services.jobs.refresh(key)
        await services.results.refresh(key)
        yield services, PreviewTarget(key, "a.tif")


async def _value(file: OpenPreview, column: int, row: int) -> float:
    return float((await file.probe(0, column, row)).values[0])


def test_a_picture_takes_few_bytes_and_every_pixel_is_right(
    back_end: FakeBackEnd, store: FaultServer, paths: AppPaths, body: bytes
) -> None:
    store.on("/a.tif", ranged(body, '"v1"'))

    async def main() -> None:
        async with looking(paths, back_end, f"{store.url}/a.tif?sig=1") as (services, target):
            file = await services.previews.open(target)
            assert file.opened.kind is PreviewKind.RASTER
            assert isinstance(file.opened.content, RasterFile)
            picture = await file.picture(OVERVIEW)
            assert picture.values.shape == (1, 64, 64)
            assert await _value(file, LAST, LAST) == VALUES[0, LAST, LAST]
            assert await _value(file, 5, 700) == VALUES[0, 700, 5]
            asked = [r for r in store.requests if "range" in r.headers]
            await until(file.fetched_changed, lambda: file.fetched.requests == len(asked))
            assert asked == store.requests
            assert all(r.query == "sig=1" for r in asked)
            assert 0 < file.fetched.bytes < len(body) / 2

    run(main())


def test_the_server_knows_its_size_better_than_the_result_document(
    back_end: FakeBackEnd, store: FaultServer, paths: AppPaths, body: bytes
) -> None:
    store.on("/a.tif", ranged(body, '"v1"'))

    async def main() -> None:
        href = f"{store.url}/a.tif"
        async with looking(paths, back_end, href, **{"file:size": 12}) as (services, target):
            file = await services.previews.open(target)
            assert isinstance(file.opened.content, RasterFile)
            assert file.opened.content.size == len(body)
            assert await _value(file, LAST, LAST) == VALUES[0, LAST, LAST]

    run(main())


def test_a_link_that_ends_in_the_middle_is_renewed(
    back_end: FakeBackEnd, store: FaultServer, paths: AppPaths, body: bytes
) -> None:
    store.on("/old.tif", ranged(body, '"v1"'))
    store.on("/new.tif", ranged(body, '"v1"'))

    async def main() -> None:
        async with looking(paths, back_end, f"{store.url}/old.tif?sig=1") as (services, target):
            file = await services.previews.open(target)
            store.on("/old.tif", Reply(403, b"<Error><Code>AccessDenied</Code></Error>"))
            asset = back_end.results["j"]["assets"]["a.tif"]
            asset["href"] = f"{store.url}/new.tif?sig=2"
            assert await _value(file, LAST, LAST) == VALUES[0, LAST, LAST]
            refused, again = store.to("/old.tif")[-1], store.to("/new.tif")[0]
            assert again.headers["range"] == refused.headers["range"]

    run(main())


def test_a_link_that_cannot_be_renewed_is_told(
    back_end: FakeBackEnd, store: FaultServer, paths: AppPaths, body: bytes
) -> None:
    store.on("/a.tif", ranged(body, '"v1"'))

    async def main() -> None:
        async with looking(paths, back_end, f"{store.url}/a.tif") as (services, target):
            file = await services.previews.open(target)
            store.on("/a.tif", Reply(403))
            back_end.on(f"{back_end.api}/jobs/j/results", error("JobNotFound", 404))
            with pytest.raises(NotFoundError):
                await file.probe(0, LAST, LAST)

    run(main())


def test_a_changed_file_is_opened_again_by_itself(
    back_end: FakeBackEnd, store: FaultServer, paths: AppPaths, body: bytes, other_body: bytes
) -> None:
    store.on("/a.tif", ranged(body, '"v1"'))

    async def main() -> None:
        async with looking(paths, back_end, f"{store.url}/a.tif") as (services, target):
            file = await services.previews.open(target)
            store.on("/a.tif", ranged(other_body, '"v2"'))
            assert await _value(file, LAST, LAST) == OTHERS[0, LAST, LAST]
            assert await _value(file, 0, LAST) == OTHERS[0, LAST, 0]

    run(main())


def test_a_server_that_sends_only_whole_files_is_told(
    back_end: FakeBackEnd, store: FaultServer, paths: AppPaths, body: bytes
) -> None:
    store.on("/a.tif", Reply(200, body, {"ETag": '"v1"'}))

    async def main() -> None:
        async with looking(paths, back_end, f"{store.url}/a.tif") as (services, target):
            with pytest.raises(PreviewError, match="only whole"):
                await services.previews.open(target)
        assert len(store.requests) == 1

    run(main())


def test_a_token_that_ends_in_the_middle_is_renewed(
    back_end: FakeBackEnd, paths: AppPaths, body: bytes
) -> None:
    parts = ranged(body, '"v1"')

    def guarded(request: Request) -> Reply:
        if back_end.accepts(request.headers.get("authorization", "")):
            return parts(request)
        return json_reply({"code": "TokenInvalid", "message": "No."}, 403)

    back_end.on(f"{back_end.api}/files/a.tif", guarded)

    async def main() -> None:
        async with looking(paths, back_end, f"{back_end.base}/files/a.tif") as (services, target):
            file = await services.previews.open(target)
            back_end.next_token = "token-2"
            back_end.tokens.clear()
            assert await _value(file, LAST, LAST) == VALUES[0, LAST, LAST]
            assert back_end.tokens == {"token-2"}

    run(main())


def test_no_file_is_fetched_without_end(
    back_end: FakeBackEnd,
    store: FaultServer,
    paths: AppPaths,
    body: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.on("/a.tif", ranged(body, '"v1"'))
    most = 3 * preview_ranges.FIRST
    monkeypatch.setattr(preview_ranges, "MOST_BYTES", most)

    async def main() -> None:
        async with looking(paths, back_end, f"{store.url}/a.tif") as (services, target):
            file = await services.previews.open(target)
            with pytest.raises(PreviewError, match="a download is better"):
                await file.picture(PictureRequest(0, (1,), (0, 0, SIDE, SIDE), SIDE, SIDE))
            assert file.fetched.bytes <= most

    run(main())


def test_a_file_that_is_gone_from_the_results_is_told(
    back_end: FakeBackEnd, store: FaultServer, paths: AppPaths
) -> None:
    async def main() -> None:
        async with looking(paths, back_end, f"{store.url}/a.tif") as (services, target):
            with pytest.raises(PreviewError, match="no longer among"):
                await services.previews.open(PreviewTarget(target.job, "b.tif"))

    run(main())
