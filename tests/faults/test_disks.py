"""Disks that are full, read-only or gone: told, waited for, and never a reason to lose a file."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.downloads import DownloadState
from tests.faults.engine import KEY, engine
from tests.faults.files import BODY, ETAG, all_done, honest, in_state, results, run
from tests.support.fault_server import FaultServer, Reply
from tests.support.service_runs import until


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 kB; the second of two files does not fit."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)]
    root = os.name == "posix" and os.geteuid() == 0
    if not root or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small tmpfs needs root")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def _remount(place: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)


def test_full_disk_stops_all_its_files_until_there_is_space(
    server: FaultServer, tmp_path: Path, disk: Path
) -> None:
    unknown = Reply(200, BODY, {"ETag": ETAG}, length=None)

    async def main() -> None:
        document = results(server, unknown, unknown, unknown)
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base, files=disk, per_host=1) as downloads:
            await downloads.load()
            rows = await downloads.download(KEY)
            rows = await downloads.settled(row.id for row in rows)  # they need somebody
            assert [row.state for row in rows] == [
                DownloadState.DONE,
                DownloadState.WAITING_DISK,
                DownloadState.WAITING_DISK,  # it was not tried at all
            ]
            assert "disk is full" in rows[1].reason
            assert server.to("/f/2") == []
            honest(server, 3)
            _remount(disk, "size=64m")
            await in_state(downloads, DownloadState.DONE, 3)
            await all_done(downloads)

    run(main)


def test_file_that_is_too_large_stops_nobody_else(
    server: FaultServer, tmp_path: Path, disk: Path
) -> None:
    large = Reply(200, BODY * 4, {"ETag": ETAG})

    async def main() -> None:
        document = results(server, large, Reply(404))
        honest_later = document["assets"]["1.bin"]
        honest_later["href"] = f"{server.url}/small"
        server.on("/small", Reply(200, BODY, {"ETag": ETAG}))
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base, files=disk, per_host=1) as downloads:
            await downloads.load()
            rows = await downloads.download(KEY)
            rows = await downloads.settled(row.id for row in rows)
            assert [row.state for row in rows] == [DownloadState.WAITING_DISK, DownloadState.DONE]

    run(main)


def test_folder_that_cannot_be_written(server: FaultServer, tmp_path: Path, disk: Path) -> None:
    _remount(disk, "ro")

    async def main() -> None:
        document = results(server, Reply(404))
        honest(server, 1)
        async with engine(tmp_path, document, f"{server.url}/api", files=disk) as downloads:
            await downloads.load()
            rows = await downloads.download(KEY)
            (row,) = await downloads.settled(row.id for row in rows)
            assert row.state is DownloadState.FAILED
            assert "cannot be written" in row.reason
            _remount(disk, "rw")
            await downloads.retry([row.id])
            await all_done(downloads)

    run(main)


def test_folder_that_is_removed_meanwhile(server: FaultServer, tmp_path: Path) -> None:
    half = Reply(200, BODY[:1000], {"ETag": ETAG}, length=len(BODY), stall=True)

    async def main() -> None:
        async with engine(tmp_path, results(server, half), f"{server.url}/api") as downloads:
            await downloads.load()
            (row,) = await downloads.download(KEY)
            await in_state(downloads, DownloadState.RUNNING)
            await until(downloads.changed, lambda: downloads.all()[0].done)
            shutil.rmtree(row.path.parent)
            honest(server, 1)
            server.released.set()  # the rest never comes, and the part is gone with its folder
            await all_done(downloads)

    run(main)
