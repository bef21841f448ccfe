"""Large files past the system's cache: the same bytes, the same truth of what is durable."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from openeo_desktop.core import direct_blocks, part_file
from openeo_desktop.core.direct_blocks import BLOCK, COUNT, DirectBlocks
from openeo_desktop.core.part_file import PartFile
from tests.support.source_tree import ROOT
from tests.support.waiting import wait_until

MOST = BLOCK * COUNT
PIECE = 300_007
BODY = random.Random(7).randbytes(PIECE) * 100

CHILD = """
import sys
from pathlib import Path
from openeo_desktop.core import part_file
from tests.core.test_direct_blocks import BODY, MOST, PIECE
part_file.KEPT_IN_MEMORY = 0
def tell(size):
    print(size, flush=True)
with part_file.PartFile(Path(sys.argv[1]), tell, lambda: MOST) as part:
    part.restart()
    for start in range(0, len(BODY), PIECE):
        part.write(BODY[start : start + PIECE])
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _every_file_is_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And the file system knows this way; those that do not have a test of their own."""
    with (tmp_path / "probe").open("wb+") as probe:
        try:
            DirectBlocks(probe.fileno(), 0)
        except OSError:
            pytest.skip("no such writing here")
    monkeypatch.setattr(part_file, "KEPT_IN_MEMORY", 0)
    monkeypatch.setattr(part_file, "COMMIT_SECONDS", 1e9)


@pytest.fixture
def placed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Where blocks were written."""
    places: list[int] = []
    real = os.pwrite

    def pwrite(descriptor: int, data: memoryview, place: int) -> int:
        places.append(place)
        return real(descriptor, data, place)

    monkeypatch.setattr(os, "pwrite", pwrite)
    return places


def _write(
    path: Path,
    told: Callable[[int], None] = lambda _: None,
    most: Callable[[], int] = lambda: MOST,
    begin: int = 0,
) -> None:
    with PartFile(path, told, most) as part:
        if begin:
            assert part.resume(begin) == begin
            part.seek_end()
        else:
            part.restart()
        for start in range(begin, len(BODY), PIECE):
            part.write(BODY[start : start + PIECE])
        part.commit()


def test_bytes_are_the_same_and_what_is_told_is_there(tmp_path: Path, placed: list[int]) -> None:
    path, told = tmp_path / "f.part", list[int]()

    def tell(size: int) -> None:
        assert path.stat().st_size >= size
        told.append(size)

    _write(path, tell)
    assert path.read_bytes() == BODY
    assert len(placed) >= len(BODY) // BLOCK - 2
    assert told == sorted(told)
    assert told[-1] == len(BODY)


def test_goes_on_in_the_middle_of_a_page(tmp_path: Path, placed: list[int]) -> None:
    path = tmp_path / "f.part"
    path.write_bytes(BODY[:1_234_567])
    _write(path, begin=1_234_567)
    assert path.read_bytes() == BODY
    assert placed


def test_no_more_than_allowed_is_open(tmp_path: Path, placed: list[int]) -> None:
    durable, most = [0], 0
    with PartFile(tmp_path / "f.part", durable.append, lambda: MOST) as part:
        part.restart()
        for start in range(0, len(BODY), PIECE):
            part.write(BODY[start : start + PIECE])
            most = max(most, part.size - durable[-1])
        part.commit()
    assert placed
    assert most <= MOST + PIECE


def test_small_blocks_when_others_begin(tmp_path: Path, placed: list[int]) -> None:
    """Their share of what may be open is smaller: back to the cache, and no byte is lost."""
    path = tmp_path / "f.part"
    allowed = iter([MOST] * 60 + [MOST // 3] * 100)
    _write(path, most=lambda: next(allowed))
    assert path.read_bytes() == BODY
    assert placed


def test_slow_line_is_made_durable_in_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, placed: list[int]
) -> None:
    path, told = tmp_path / "f.part", [0]
    with PartFile(path, told.append, lambda: MOST) as part:
        part.restart()
        for start in range(0, 60 * PIECE, PIECE):
            part.write(BODY[start : start + PIECE])
        wait_until(lambda: len(placed) > 0, "the first block", 60)
        monkeypatch.setattr(part_file, "COMMIT_SECONDS", 0.0)
        part.write(BODY[60 * PIECE : 61 * PIECE])
        wait_until(lambda: told[-1] == 61 * PIECE, "the last piece to be durable", 60)
        part.commit()
    assert path.read_bytes() == BODY[: 61 * PIECE]


def test_file_system_that_refuses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise OSError(errno.EINVAL, "not here")

    monkeypatch.setattr(direct_blocks, "_set_direct", refuse)
    _write(tmp_path / "f.part")
    assert (tmp_path / "f.part").read_bytes() == BODY


def test_disk_that_asks_for_another_alignment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import fcntl

    real, refused = os.pwrite, list[int]()

    def pwrite(descriptor: int, data: memoryview, place: int) -> int:
        if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_DIRECT:
            refused.append(place)
            raise OSError(errno.EINVAL, "another alignment")
        return real(descriptor, data, place)

    monkeypatch.setattr(os, "pwrite", pwrite)
    _write(tmp_path / "f.part")
    assert (tmp_path / "f.part").read_bytes() == BODY
    assert len(refused) == 1


def test_failing_disk_is_told_and_nothing_more_is_called_durable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real, places = os.pwrite, list[int]()

    def pwrite(descriptor: int, data: memoryview, place: int) -> int:
        places.append(place)
        if len(places) == 3:
            raise OSError(errno.ENOSPC, "full")
        return real(descriptor, data, place)

    monkeypatch.setattr(os, "pwrite", pwrite)
    path, told = tmp_path / "f.part", [0]
    with pytest.raises(OSError, match="full"):
        _write(path, told.append)
    assert told[-1] <= places[2]
    assert path.read_bytes()[: told[-1]] == BODY[: told[-1]]


def test_what_came_before_a_break_is_kept(tmp_path: Path, placed: list[int]) -> None:
    path, told = tmp_path / "f.part", [0]
    with (  # noqa: PT012 - the break comes in the middle
        pytest.raises(ConnectionError),
        PartFile(path, told.append, lambda: MOST) as part,
    ):
        part.restart()
        for start in range(0, 70 * PIECE, PIECE):
            part.write(BODY[start : start + PIECE])
        raise ConnectionError
    assert placed
    assert told[-1] == 70 * PIECE
    assert path.read_bytes() == BODY[: 70 * PIECE]


def test_kill_9_leaves_all_that_was_told(tmp_path: Path) -> None:
    path, told = tmp_path / "f.part", [0]
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        while told[-1] < len(BODY) // 2:
            told.append(int(child.stdout.readline()))
        child.kill()
    assert path.read_bytes()[: told[-1]] == BODY[: told[-1]]
    with PartFile(path, told.append, lambda: MOST) as part:
        assert part.resume(told[-1]) == told[-1]
    assert path.read_bytes() == BODY[: told[-1]]
