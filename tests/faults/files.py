"""A small result on a server of faults, and an engine that fetches it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Coroutine
from typing import Any

from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.services.downloads import DownloadsService
from tests.support.fault_server import Answer, FaultServer, ranged
from tests.support.service_runs import until

BODY = bytes(range(256)) * 1024
ETAG = '"v1"'
SHA = "1220" + hashlib.sha256(BODY).hexdigest()
DEADLINE = 60.0


def results(server: FaultServer, *answers: Answer, **fields: Any) -> dict[str, Any]:
    """A result document with one file for each answer, served at `/f/N`."""
    assets = {}
    for number, answer in enumerate(answers):
        server.on(f"/f/{number}", answer)
        assets[f"{number}.bin"] = {"href": f"{server.url}/f/{number}", "file:checksum": SHA}
    return {"type": "Collection", "assets": assets, "links": []} | fields


def honest(server: FaultServer, count: int) -> None:
    """From now on, these files are served as they should be."""
    for number in range(count):
        server.on(f"/f/{number}", ranged(BODY, ETAG))


def run(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """To its end, within a deadline."""
    asyncio.run(asyncio.wait_for(main(), DEADLINE))


async def in_state(downloads: DownloadsService, state: DownloadState, count: int = 1) -> None:
    """Wait until so many rows are in this state."""
    await until(
        downloads.changed, lambda: sum(row.state is state for row in downloads.all()) >= count
    )


async def all_done(downloads: DownloadsService) -> tuple[Download, ...]:
    """Wait for the end of all rows; each is whole."""
    rows = await downloads.settled(row.id for row in downloads.all())
    assert {row.state for row in rows} == {DownloadState.DONE}, rows
    assert all(row.path.read_bytes() == BODY for row in rows)
    return rows
