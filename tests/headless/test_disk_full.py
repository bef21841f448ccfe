"""A full disk: a sentence and exit code 2, nothing half-written under a final name."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.local import graphs
from tests.support.command_line import CommandLine

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a small tmpfs"
)


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mounts a small file system of its own."""
    mounted: list[Path] = []

    def mount_one(name: str, options: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder],
            capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode:
            pytest.skip(f"mount is not allowed here: {done.stderr.decode().strip()}")
        mounted.append(folder)
        return folder

    yield mount_one
    for folder in mounted:
        subprocess.run(["umount", "-l", folder], check=True)


def _fill(folder: Path, leave: int) -> None:
    """Fill a file system up to the last `leave` bytes."""
    free = os.statvfs(folder)
    (folder / "filler").write_bytes(b"x" * (free.f_bavail * free.f_frsize - leave))


def test_folder_without_room_for_the_result(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, mount: Callable[..., Path]
) -> None:
    folder = mount("small", "size=64k")
    ended = cli.run("download", finished_job, *at, "--out", folder / "out")
    assert (ended.code, ended.out) == (2, "")
    assert "The disk is too full" in ended.sentence()
    assert "Free some space or choose another folder" in ended.sentence()
    assert list(folder.iterdir()) == []


def test_run_says_so_after_the_job_and_the_result_can_be_fetched_later(
    cli: CommandLine,
    at: tuple[str, ...],
    process_file: Callable[..., Path],
    mount: Callable[..., Path],
    tmp_path: Path,
) -> None:
    folder = mount("small", "size=64k")
    ended = cli.run("run", process_file(graphs.quick()), *at, "--out", folder)
    assert ended.code == 2
    assert "The disk is too full" in ended.sentence()
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    job_id = ended.lines[0].removeprefix("Created job '").removesuffix("'")
    assert cli.run("download", job_id, *at, "--out", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "openEO.tif").is_file()


def test_disk_that_fills_up_meanwhile(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, mount: Callable[..., Path]
) -> None:
    """There is room for the file, but none for what lies beside it: the file is whole."""
    folder = mount("tight", "size=16m")
    size = _size_of_result(cli, at, finished_job, folder)
    _fill(folder, leave=(size // 4096 + 1) * 4096)
    ended = cli.run("download", finished_job, *at, "--out", folder)
    assert "Traceback" not in ended.err
    assert (ended.code, "The metadata could not be written" in ended.err) == (0, True)
    assert (folder / "openEO.tif").stat().st_size == size
    assert {path.name for path in folder.iterdir()} == {"filler", "openEO.tif"}


def _size_of_result(cli: CommandLine, at: tuple[str, ...], job_id: str, folder: Path) -> int:
    """The size of the file, which is fetched once and removed again."""
    assert cli.run("download", job_id, *at, "--out", folder).code == 0
    size = (folder / "openEO.tif").stat().st_size
    for path in folder.iterdir():
        path.unlink()
    return size


def test_full_profile(
    cli: CommandLine,
    at: tuple[str, ...],
    process_file: Callable[..., Path],
    mount: Callable[..., Path],
    tmp_path: Path,
) -> None:
    folder = mount("profile", "size=64k")
    _fill(folder, leave=0)
    cli.profile = folder / "mine"
    out = tmp_path / "out"
    ended = cli.run("run", process_file(graphs.quick()), *at, "--out", out)
    assert (ended.code, ended.out) == (2, "")
    assert "space" in ended.sentence()
    assert not out.exists()


def test_read_only_folder_is_said_before_a_job_is_made(
    cli: CommandLine,
    at: tuple[str, ...],
    process_file: Callable[..., Path],
    mount: Callable[..., Path],
) -> None:
    folder = mount("sealed", "size=64k,ro")
    ended = cli.run("run", process_file(graphs.quick()), *at, "--out", folder / "below")
    assert (ended.code, ended.out) == (2, "")
    assert f"The folder {folder} cannot be written." in ended.sentence()
