"""Result files of this computer, read in a real process: and what goes wrong there."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.core.own_command import PREVIEW_WORKER
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.preview.values import (
    PictureRequest,
    PreviewKind,
    RasterFile,
    TablePage,
    WarpRequest,
)
from openeo_desktop.services import previews as module
from openeo_desktop.services.preview_process import PreviewProcess
from openeo_desktop.services.previews import PreviewService
from openeo_desktop.services.services import Services
from tests.support.faulty_preview_worker import SLOW_PAGES, THREE_SIGNS, process_with_faults
from tests.support.result_files import write_tiff
from tests.support.service_runs import eventually, opened, run
from tests.support.waiting import wait_until

VALUES = np.arange(2 * 30 * 40, dtype="float32").reshape(2, 30, 40)
WHOLE = PictureRequest(0, (1, 2), (0, 0, 40, 30), 40, 30)


@pytest.fixture
def tiff(tmp_path: Path) -> Path:
    return write_tiff(tmp_path / "a.tif", VALUES)


def _file(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(b"x")
    return path


@contextlib.asynccontextmanager
async def previewing(
    paths: AppPaths, process: PreviewProcess
) -> AsyncIterator[tuple[Services, PreviewService]]:
    """A service of previews that uses this process."""
    async with opened(paths) as services:
        previews = PreviewService(services.lanes, services.accounts, services.results, process)
        try:
            yield services, previews
        finally:
            await previews.close()
            assert not process.is_running


def test_every_question_has_its_answer(paths: AppPaths, tiff: Path) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            file = await services.previews.open(tiff)
            assert file.opened.kind is PreviewKind.RASTER
            assert isinstance(file.opened.content, RasterFile)
            np.testing.assert_array_equal((await file.picture(WHOLE)).values, VALUES)
            (layer,) = file.opened.content.layers
            assert layer.transform is not None
            same = await file.warped(WarpRequest(WHOLE, layer.transform, layer.crs))
            np.testing.assert_array_equal(same.values, VALUES)
            (second,) = await file.statistics(0, [2], exact=True)
            assert second.mean == pytest.approx(float(VALUES[1].mean()))
            np.testing.assert_array_equal((await file.probe(0, 7, 3)).values, VALUES[:, 3, 7])
            profile = await file.profile(0, [1], [(0.5, 0.5), (39.5, 0.5)])
            assert (profile.values[0, 0], profile.values[0, -1]) == (0, 39)
            assert await file.view(PreviewKind.RASTER) == file.opened
            with pytest.raises(PreviewError, match="cannot be looked at in this way"):
                await file.page(0, 10)
            file.close()
            with pytest.raises(PreviewError, match="no longer open"):
                await file.probe(0, 0, 0)

    run(main())


def test_the_program_itself_is_the_reader_where_it_is_packaged(paths: AppPaths, tiff: Path) -> None:
    async def main() -> None:
        process = PreviewProcess((sys.executable, "-m", "openeo_desktop", PREVIEW_WORKER), 20.0)
        async with previewing(paths, process) as (_, previews):
            file = await previews.open(tiff)
            np.testing.assert_array_equal((await file.picture(WHOLE)).values, VALUES)

    run(main())


def test_no_process_is_started_before_a_file_is_looked_at(paths: AppPaths) -> None:
    async def main() -> None:
        process = process_with_faults()
        async with previewing(paths, process) as (_, previews):
            assert process.generation == 0
            previews.warm_up()
            await eventually(lambda: _true(process.is_running))

    run(main())


async def _true(fact: Any) -> bool:
    return bool(fact)


def test_a_file_that_ends_the_process_costs_one_preview(
    paths: AppPaths, tiff: Path, tmp_path: Path
) -> None:
    async def main() -> None:
        process = process_with_faults()
        async with previewing(paths, process) as (_, previews):
            good = await previews.open(tiff)
            with pytest.raises(PreviewError, match="is damaged"):
                await previews.open(_file(tmp_path, "crash.tif"))
            assert (await good.probe(0, 7, 3)).values[0] == VALUES[0, 3, 7]  # opened again
            assert process.generation == 2

    run(main())


@pytest.mark.parametrize("name", ["greedy.tif", "huge.tif"])
def test_a_file_that_wants_all_memory_does_not_get_it(
    paths: AppPaths, tiff: Path, tmp_path: Path, name: str
) -> None:
    """In small pieces, or in a large one."""

    async def main() -> None:
        process = process_with_faults()
        async with previewing(paths, process) as (_, previews):
            good = await previews.open(tiff)
            with pytest.raises(PreviewError, match="too large"):
                await previews.open(_file(tmp_path, name))
            most = _most_memory(process)
            assert most is None or most < 500 * 2**20
            assert (await good.probe(0, 7, 3)).values[0] == VALUES[0, 3, 7]

    run(main())


def _most_memory(process: PreviewProcess) -> int | None:
    """Bytes that it had in use at most; None where the system does not say, or it has ended."""
    status = Path(f"/proc/{process._process.pid}/status") if process._process else Path()
    if not status.is_file():
        return None
    (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


def test_a_file_that_hangs_is_given_up(paths: AppPaths, tiff: Path, tmp_path: Path) -> None:
    async def main() -> None:
        process = process_with_faults(answer_within=0.2)
        async with previewing(paths, process) as (_, previews):
            await previews.open(tiff)  # the first answer may take longer
            with pytest.raises(PreviewError, match="takes too long"):
                await previews.open(_file(tmp_path, "hang.tif"))
            assert not process.is_running

    run(main())


def test_a_file_that_ended_the_process_twice_is_tried_again_when_it_changes(
    paths: AppPaths, tmp_path: Path
) -> None:
    path = _file(tmp_path, "crash.tif")

    async def main() -> None:
        process = process_with_faults()
        async with previewing(paths, process) as (_, previews):
            for _ in range(2):
                with pytest.raises(PreviewError, match="is damaged"):
                    await previews.open(path)
            for _ in range(2):
                with pytest.raises(PreviewError, match="not tried again"):
                    await previews.open(path)
            assert process.generation == 2
            os.utime(path, ns=(1, 1))
            with pytest.raises(PreviewError, match="is damaged"):
                await previews.open(path)
            assert process.generation == 3

    run(main())


@pytest.mark.parametrize("first", [0, SLOW_PAGES])
def test_a_cancelled_question_keeps_nobody_waiting(
    paths: AppPaths, tiff: Path, tmp_path: Path, first: int
) -> None:
    """Whether the reader looks up between blocks, or has to be ended."""
    path = _file(tmp_path, "slow.txt")

    async def main() -> None:
        process = process_with_faults()
        async with previewing(paths, process) as (_, previews):
            for _ in range(3):  # also not counted against the file
                file = await previews.open(path)
                question = asyncio.create_task(file.page(first, 1))
                await eventually(lambda: _true(path.with_suffix(".begun").exists()))
                path.with_suffix(".begun").unlink()
                question.cancel()
                await asyncio.wait([question])
                assert question.cancelled()
                other = await previews.open(tiff)
                np.testing.assert_array_equal((await other.picture(WHOLE)).values, VALUES)
            assert process.generation == (4 if first else 1)

    run(main())


def test_signs_of_life_are_no_answer(paths: AppPaths, tmp_path: Path) -> None:
    """A reader that counts every pixel says now and then that it still works."""
    path = _file(tmp_path, "slow.txt")

    async def main() -> None:
        async with previewing(paths, process_with_faults()) as (_, previews):
            file = await previews.open(path)
            assert await file.page(THREE_SIGNS, 1) == TablePage(THREE_SIGNS, (("done",),))

    run(main())


def test_what_libraries_print_is_no_answer(paths: AppPaths, tmp_path: Path) -> None:
    path = write_tiff(tmp_path / "chatty.tif", VALUES)

    async def main() -> None:
        async with previewing(paths, process_with_faults()) as (_, previews):
            file = await previews.open(path)
            assert (await file.probe(0, 7, 3)).values[0] == VALUES[0, 3, 7]

    run(main())


def test_a_mistake_of_a_reader_is_a_sentence(paths: AppPaths, tmp_path: Path) -> None:
    async def main() -> None:
        process = process_with_faults()
        async with previewing(paths, process) as (_, previews):
            with pytest.raises(PreviewError, match="mistake") as caught:
                await previews.open(_file(tmp_path, "mistake.tif"))
            assert "KeyError" in caught.value.details
            assert process.is_running

    run(main())


def test_the_process_ends_when_nobody_looks_any_more(
    paths: AppPaths, tiff: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "IDLE_SECONDS", 0.05)

    async def main() -> None:
        process = process_with_faults()
        async with previewing(paths, process) as (_, previews):
            file = await previews.open(tiff)
            assert process.is_running
            file.close()
            await eventually(lambda: _true(not process.is_running))
            again = await previews.open(tiff)
            assert (await again.probe(0, 7, 3)).values[0] == VALUES[0, 3, 7]

    run(main())


def test_the_end_of_the_app_waits_for_no_question(paths: AppPaths, tmp_path: Path) -> None:
    path = _file(tmp_path, "hang.tif")

    async def main() -> None:
        process = process_with_faults(answer_within=60.0)
        async with previewing(paths, process) as (_, previews):
            question = asyncio.create_task(previews.open(path))
            await eventually(lambda: _true(process.is_running))
            await previews.close()
            assert not process.is_running
            with pytest.raises(PreviewError):
                await question

    run(main())


def test_the_process_ends_when_its_input_ends(tmp_path: Path) -> None:
    """As when the app is killed: whatever a library is doing then."""
    process = process_with_faults()
    process.start()
    started = process._process
    assert started is not None
    assert started.stdin is not None
    path = str(_file(tmp_path, "hang.tif"))
    process._send({"ask": 1, "question": "open", "handle": 1, "path": path})
    started.stdin.close()
    wait_until(lambda: started.poll() is not None, "the end of the process")
    process.close()
