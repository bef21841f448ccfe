"""A part that grows: what is told is durable, and no more than allowed is not."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core import part_sync
from openeo_desktop.core.part_file import PartFile

MOST = 400_000
PIECE = bytes(50_000)


class SlowDisk:
    """Its fsync takes as long as the test wants."""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        self.go = threading.Semaphore(0)
        self.fails = False
        self.calls = 0

    def fsync(self, descriptor: int) -> None:
        self.calls += 1
        self.asked.release()
        assert self.go.acquire(timeout=60)
        if self.fails:
            raise OSError(5, "the disk is broken")
        os.fdatasync(descriptor) if hasattr(os, "fdatasync") else os.fsync(descriptor)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    slow = SlowDisk()

    class System:
        fsync = staticmethod(slow.fsync)

    monkeypatch.setattr(part_sync, "os", System)
    yield slow
    slow.go.release(1000)


def test_reading_goes_on_while_the_disk_works(disk: SlowDisk, tmp_path: Path) -> None:
    told: list[int] = []
    with PartFile(tmp_path / "f.part", told.append, lambda: MOST) as part:
        part.restart()
        while part.size <= MOST - 2 * len(PIECE):
            part.write(PIECE)
        assert disk.asked.acquire(timeout=60)
        assert told == []
        assert part.size > MOST // 2
        disk.go.release(1000)
        part.commit()
    assert told[-1] == part.size
    assert told == sorted(told)


def test_no_more_than_allowed_is_open(disk: SlowDisk, tmp_path: Path) -> None:
    durable = [0]
    open_bytes: list[int] = []
    disk.go.release(1000)
    with PartFile(tmp_path / "f.part", durable.append, lambda: MOST) as part:
        part.restart()
        for _ in range(200):
            part.write(PIECE)
            open_bytes.append(part.size - durable[-1])
        part.commit()
    assert max(open_bytes) <= MOST + len(PIECE)


def test_orders_that_come_while_the_disk_works_become_one(disk: SlowDisk, tmp_path: Path) -> None:
    with (tmp_path / "f").open("wb") as file:
        told: list[int] = []
        sync = part_sync.PartSync(file.fileno(), told.append)
        sync.ask(1)
        assert disk.asked.acquire(timeout=60)
        for size in range(2, 10):
            sync.ask(size)
        disk.go.release(1000)
        sync.wait(9)
        sync.end()
    assert told == [1, 9]
    assert disk.calls == 2


def test_broken_disk_is_told_to_the_writer(disk: SlowDisk, tmp_path: Path) -> None:
    disk.fails = True
    disk.go.release(1000)
    told: list[int] = []
    with (  # noqa: PT012 - the first write that hears of it
        pytest.raises(OSError, match="broken"),
        PartFile(tmp_path / "f.part", told.append, lambda: MOST) as part,
    ):
        part.restart()
        for _ in range(200):
            part.write(PIECE)
    assert told == []


@pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="this system takes no such advice")
def test_memory_is_given_back_for_durable_bytes_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    durable, kept = [0], 2 * MOST
    let_go: list[tuple[int, int, int]] = []
    real = os.posix_fadvise

    def advise(descriptor: int, start: int, length: int, advice: int) -> None:
        let_go.append((start, start + length, durable[-1]))
        real(descriptor, start, length, advice)

    monkeypatch.setattr(part_sync, "KEPT_IN_MEMORY", kept)
    monkeypatch.setattr(os, "posix_fadvise", advise)
    with PartFile(tmp_path / "f.part", durable.append, lambda: MOST) as part:
        part.restart()
        while part.size < 4 * kept:
            part.write(PIECE)
        part.commit()
    assert let_go[0][0] == kept
    assert all(end <= told for _, end, told in let_go)
    assert let_go[-1][1] > 3 * kept
    assert (tmp_path / "f.part").read_bytes() == bytes(part.size)
