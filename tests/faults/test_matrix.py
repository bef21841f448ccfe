"""A thousand files over the whole fault matrix, seeded: none wrong, each whole or told why not."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.api import asset_request
from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.services import download_waits
from openeo_desktop.services.downloads import DownloadsService
from tests.faults.engine import KEY, engine
from tests.faults.faults import DAMAGES, FAULTS, File, honest
from tests.support.fault_server import FaultServer, Reply, Request

RUNS, BATCH = 1000, 100
DEADLINE = 240.0


class Store:
    """The server of the files, and a second origin to which some of them have moved."""

    def __init__(self, server: FaultServer, other: FaultServer, seed: int) -> None:
        self._server, self._other = server, other
        self._randomness = random.Random(seed)
        self.calm = False
        self.files = [self._file(number) for number in range(BATCH)]
        for file in self.files:
            server.on(f"/api/file/{file.number}", self._answer)
            other.on(f"/api/file/{file.number}", self._answer)

    def _file(self, number: int) -> File:
        pick = self._randomness
        size = pick.choice([0, 1, 2, 100, 5_000, 70_000])
        file = File(number, pick.randbytes(size), pick.randbytes(size))
        for _ in range(pick.randrange(4)):
            name = pick.choice(list(FAULTS))
            if name not in DAMAGES or self.has_checksum(file):
                file.script.append(name)
        return file

    def has_checksum(self, file: File) -> bool:
        """Two of three; where the content may change, the results cannot know it before."""
        return file.number % 3 > 0

    def document(self) -> dict[str, Any]:
        """The results with links that are valid now."""
        assets = {}
        for file in self.files:
            origin = self._other if file.number % 4 == 0 else self._server
            link = f"{origin.url}/api/file/{file.number}?sig={file.link}"
            assets[f"{file.number}.bin"] = asset = {"href": link, "file:size": len(file.body)}
            if self.has_checksum(file):
                digest = hashlib.sha256(file.content).hexdigest()
                asset["file:checksum"] = "1220" + digest
        return {"type": "Collection", "assets": assets, "links": []}

    def _answer(self, request: Request) -> Reply:
        file = self.files[int(request.path.rpartition("/")[2])]
        if request.query != f"sig={file.link}" and "redirected" not in request.query:
            return Reply(403, b"<Error>expired</Error>")
        if self.calm or not file.script:
            return self._calm_answer(file, request)
        return FAULTS[file.script.pop(0)](file, request)

    def _calm_answer(self, file: File, request: Request) -> Reply:
        """Some files lie elsewhere: a redirect to the other origin."""
        if file.number % 5 == 0 and "redirected" not in request.query:
            return Reply(302, headers={"Location": f"{self._other.url}{request.path}?redirected"})
        return honest(file, request)


@pytest.fixture
def servers() -> Iterator[tuple[FaultServer, FaultServer]]:
    with FaultServer() as server, FaultServer() as other:
        yield server, other
        assert not [r for r in other.requests if "authorization" in r.headers]
        assert not [r for r in (*server.requests, *other.requests) if r.method != "GET"]
        assert any("authorization" in r.headers for r in server.requests)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download_waits, "LONGEST_WAIT", 0.01)
    monkeypatch.setattr(download_waits, "LONGEST_ASKED", 0.01)
    monkeypatch.setattr(asset_request, "READ_TIMEOUT", (5.0, 0.5))


@pytest.mark.parametrize("seed", range(RUNS // BATCH))
def test_no_fault_makes_a_wrong_file(
    servers: tuple[FaultServer, FaultServer],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    store = Store(*servers, seed)
    base = f"{servers[0].url}/api"

    async def main() -> None:
        async with engine(tmp_path, store.document, base, per_host=6, total=12) as downloads:
            await downloads.load()
            rows = await downloads.download(KEY)
            rows = await downloads.settled(row.id for row in rows)
            assert len(rows) == BATCH
            _check(store, rows)
            monkeypatch.setattr(asset_request, "READ_TIMEOUT", (30.0, 30.0))
            store.calm = True
            _check(store, await _again(downloads, rows), whole=True)

    asyncio.run(asyncio.wait_for(main(), DEADLINE))
    names = {path.name for path in (tmp_path / "files" / "j").iterdir()}
    assert names == {f"{n}.bin" for n in range(BATCH)} | {"job.json", "job-results.json"}


async def _again(downloads: DownloadsService, rows: tuple[Download, ...]) -> tuple[Download, ...]:
    """Whatever failed can be tried again."""
    failed = [row.id for row in rows if row.state is DownloadState.FAILED]
    await downloads.retry(failed)
    return await downloads.settled(row.id for row in rows)


def _check(store: Store, rows: tuple[Download, ...], *, whole: bool = False) -> None:
    states = Counter(row.state for row in rows)
    assert set(states) <= {DownloadState.DONE, DownloadState.FAILED}, states
    for row in rows:
        file = store.files[int(row.asset_key.removesuffix(".bin"))]
        if row.state is DownloadState.FAILED:
            assert row.reason, row
            assert not whole, row.reason
            assert not row.path.exists()
        else:
            assert row.path.read_bytes() in (file.body, file.other), row
            expected = Verification.CHECKSUM if store.has_checksum(file) else Verification.LENGTH
            assert row.verified is expected
