"""The disk under a download: full, taken names, and a process that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.api.download import finish_ready
from openeo_desktop.core.downloads import Verification
from openeo_desktop.core.errors import DiskFullError, PartInUseError, StorageError
from openeo_desktop.core.part_file import PartFile
from tests.support.fault_server import FaultServer, Reply, ranged
from tests.support.fetch import BODY, ETAG, Fetch


def test_foreign_file_under_the_name_stays(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", ranged(BODY, ETAG))
    fetch.transfer.target.write_bytes(b"mine")
    assert fetch.run() is Verification.CHECKSUM
    assert fetch.files == {"f": b"mine", "f (2)": BODY}
    assert fetch.arrived is not None
    assert fetch.arrived.path.name == "f (2)"


def test_same_content_under_the_name_is_ours(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", ranged(BODY, ETAG))
    fetch.transfer.target.write_bytes(BODY)
    fetch.run()
    assert fetch.files == {"f": BODY}


def test_folder_that_cannot_be_made(server: FaultServer, fetch: Fetch, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file")
    blocked = tmp_path / "blocked"
    fetch.change(part=blocked / "f.part", target=blocked / "f")
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
    """Nobody knows the size: only writing shows that there is no room."""
    server.on("/file", Reply(200, BODY, {"ETag": ETAG}, length=None))
    fetch.change(part=tiny_disk / "f.part", target=tiny_disk / "f", most_open=lambda: 65536)
    error = fetch.fails(DiskFullError)
    assert "disk is full" in str(error)
    assert isinstance(error, DiskFullError)
    assert (error.exit_code, error.needed) == (2, 0)
    kept = fetch.transfer.known.committed
    assert 0 < kept <= len(fetch.part or b"")
    subprocess.run(["mount", "-o", "remount,size=4m", str(tiny_disk)], check=True)
    server.on("/file", ranged(BODY, ETAG))
    assert fetch.run() is Verification.CHECKSUM
    assert server.requests[-1].headers["range"] == f"bytes={kept}-"
    assert (tiny_disk / "f").read_bytes() == BODY


def test_what_cannot_fit_is_told_before_the_first_byte(
    server: FaultServer, fetch: Fetch, tiny_disk: Path
) -> None:
    server.on("/file", ranged(BODY, ETAG))
    fetch.change(part=tiny_disk / "f.part", target=tiny_disk / "f")
    error = fetch.fails(DiskFullError)
    assert isinstance(error, DiskFullError)
    assert error.needed == len(BODY)
    assert list(tiny_disk.iterdir()) == []


CHILD = """
import sys, time
from pathlib import Path
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.download import Transfer, download
from openeo_desktop.core.bandwidth import Bandwidth
from openeo_desktop.core.cancel import CancelToken
url, folder = sys.argv[1], Path(sys.argv[2])
class Journal:
    def begin(self, validator, total):
        print(validator, flush=True)
    def commit(self, size):
        print(size, flush=True)
    def ready(self, *facts):
        print("ready", flush=True)
        if len(sys.argv) > 3:
            time.sleep(60)
    def progress(self, done, total):
        pass
transfer = Transfer(url, folder / "f.1.part", folder / "f", most_open=lambda: 65536)
download(Connection("http://127.0.0.1:9"), transfer, Journal(), Bandwidth(), CancelToken())
"""


def _killed(fetch: Fetch, until: str, *options: str) -> list[str]:
    """What a child process said before it was killed, at its first word of this kind."""
    said: list[str] = []
    command = [sys.executable, "-c", CHILD, fetch.transfer.url, str(fetch.folder), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            said.append(line.strip())
            if until == said[-1] or (until == "commit" and said[-1].isdecimal()):
                break
        child.kill()
    return said


def test_kill_9_and_resume(server: FaultServer, fetch: Fetch) -> None:
    half = {"ETag": ETAG}
    server.on("/file", Reply(200, BODY[: len(BODY) // 2], half, length=len(BODY), stall=True))
    validator, *_, kept = _killed(fetch, "commit")
    assert not fetch.transfer.target.exists()
    assert len(fetch.part or b"") >= int(kept) > 0
    fetch.know(validator=validator, committed=int(kept))
    server.on("/file", ranged(BODY, ETAG))
    assert fetch.run() is Verification.CHECKSUM
    assert server.requests[-1].headers["range"] == f"bytes={kept}-"
    assert fetch.files == {"f": BODY}


@pytest.mark.parametrize("renamed", [False, True])
def test_kill_9_around_the_rename_fetches_nothing_again(
    server: FaultServer, fetch: Fetch, renamed: bool
) -> None:
    server.on("/file", ranged(BODY, ETAG))
    _killed(fetch, "ready", "wait")
    fetch.know(ready=True, committed=len(BODY), verified=Verification.LENGTH)
    if renamed:
        fetch.transfer.part.rename(fetch.transfer.target)
    arrived = finish_ready(fetch.transfer)
    assert arrived is not None
    assert (arrived.path, arrived.verified) == (fetch.transfer.target, Verification.LENGTH)
    assert fetch.files == {"f": BODY}
    assert len(server.requests) == 1


def test_one_process_for_each_part(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", ranged(BODY, ETAG))
    with PartFile(fetch.transfer.part, fetch.commit, lambda: 1 << 20) as part:
        part.restart()
        part.write(b"of another process")
        fetch.fails(PartInUseError)
        part.discard()
    assert fetch.run() is Verification.CHECKSUM


def test_bytes_behind_the_durable_ones_are_cut_off(server: FaultServer, fetch: Fetch) -> None:
    """After a power cut they may be anything."""
    fetch.transfer.part.write_bytes(BODY[:5000] + b"\0" * 3000)
    fetch.know(validator=ETAG, committed=5000, total=len(BODY))
    server.on("/file", ranged(BODY, ETAG))
    assert fetch.run() is Verification.CHECKSUM
    assert server.requests[-1].headers["range"] == "bytes=5000-"


def test_link_in_place_of_the_part_is_not_followed(
    server: FaultServer, fetch: Fetch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"mine")
    try:
        fetch.transfer.part.symlink_to(elsewhere)
    except OSError:
        pytest.skip("this system makes no links")
    server.on("/file", ranged(BODY, ETAG))
    fetch.fails(StorageError)
    assert elsewhere.read_bytes() == b"mine"
