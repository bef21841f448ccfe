"""The disk under a download: full, taken names, and a process that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.downloads import Verification
from openeo_desktop.core.errors import StorageError
from tests.support.fault_server import FaultServer, Reply, ranged
from tests.support.fetch import BODY, ETAG, Fetch


def test_foreign_file_under_the_name_stays(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", ranged(BODY, ETAG))
    fetch.transfer.target.write_bytes(b"mine")
    assert fetch.run() is Verification.CHECKSUM
    assert fetch.files == {"f": b"mine", "f (2)": BODY}
    assert fetch.transfer.target.name == "f (2)"


def test_same_content_under_the_name_is_ours(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", ranged(BODY, ETAG))
    fetch.transfer.target.write_bytes(BODY)
    fetch.run()
    assert fetch.files == {"f": BODY}


def test_folder_that_cannot_be_made(server: FaultServer, fetch: Fetch, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file")
    fetch.transfer.part = tmp_path / "blocked" / "f.part"
    fetch.transfer.target = tmp_path / "blocked" / "f"
    server.on("/file", ranged(BODY, ETAG))
    with pytest.raises(StorageError):
        fetch.run()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 kB."""
    place = tmp_path / "tiny"
    place.mkdir()
    mounted = os.name == "posix" and os.geteuid() == 0
    command = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)]
    if not mounted or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small tmpfs needs root")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_full_disk_is_told_and_the_rest_fetched_later(
    server: FaultServer, fetch: Fetch, tiny_disk: Path
) -> None:
    server.on("/file", ranged(BODY, ETAG))
    fetch.transfer.part, fetch.transfer.target = tiny_disk / "f.part", tiny_disk / "f"
    error = fetch.fails(StorageError)
    assert "disk is full" in str(error)
    assert isinstance(error, StorageError)
    assert error.exit_code == 2
    subprocess.run(["mount", "-o", "remount,size=4m", str(tiny_disk)], check=True)
    assert fetch.run() is Verification.CHECKSUM
    assert (tiny_disk / "f").read_bytes() == BODY


CHILD = """
import sys
from pathlib import Path
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.download import Transfer, download
from openeo_desktop.core.cancel import CancelToken
url, folder = sys.argv[1], Path(sys.argv[2])
def on_start(etag, total):
    (folder / "etag").write_text(etag)
def on_bytes(done, total):
    if done:
        print(done, flush=True)
download(Connection("http://127.0.0.1:9"), Transfer(url, folder / "f.1.part", folder / "f"),
         on_start, on_bytes, CancelToken())
"""


def test_kill_9_and_resume(server: FaultServer, fetch: Fetch, tmp_path: Path) -> None:
    half = {"ETag": ETAG}
    server.on("/file", Reply(200, BODY[: len(BODY) // 2], half, length=len(BODY), stall=True))
    command = [sys.executable, "-c", CHILD, fetch.transfer.url, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert int(child.stdout.readline()) > 0
        child.kill()
    assert not fetch.transfer.target.exists()
    fetch.transfer.etag = (tmp_path / "etag").read_text()
    kept = len(fetch.part or b"")
    server.on("/file", ranged(BODY, ETAG))
    assert fetch.run() is Verification.CHECKSUM
    assert server.requests[-1].headers.get("range") == (f"bytes={kept}-" if kept else None)
    assert fetch.files["f"] == BODY
