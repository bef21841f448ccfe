"""Lanes and the spawner: work off the loop, cancelled quickly, never holding the process open."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import subprocess
import sys
import threading
from typing import Any

import pytest

from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import AppError
from openeo_desktop.services.lanes import PATIENCE, Lane
from openeo_desktop.services.spawner import Spawner
from tests.support.service_runs import run


def test_results_and_errors_come_back() -> None:
    async def main() -> None:
        lane = Lane("t")
        assert await lane.call(divmod, 7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            await lane.call(divmod, 7, 0)
        assert await lane.call(lambda: threading.current_thread().name) == "t-0"
        await lane.drain()

    run(main())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere threads have no niceness")
def test_a_patient_lane_lets_the_window_go_first() -> None:
    async def main() -> None:
        def niceness() -> int:
            return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

        own, patient, lane = niceness(), Lane("p", patient=True), Lane("t")
        assert await lane.call(niceness) == own
        assert await patient.call(niceness) == max(PATIENCE, own)
        await lane.drain()
        await patient.drain()

    run(main())


def test_cancelling_reaches_the_worker() -> None:
    async def main() -> None:
        lane, begun, ended = Lane("t", grace=3600.0), threading.Event(), threading.Event()

        def work(token: CancelToken) -> None:
            begun.set()
            try:
                token.sleep(3600)
            except Cancelled:
                ended.set()
                raise

        task = asyncio.create_task(lane.run(work))
        await asyncio.to_thread(begun.wait, 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ended.is_set()
        lane.abandon()

    run(main())


def test_cancelled_before_its_turn_is_never_run() -> None:
    async def main() -> None:
        lane, free, ran = Lane("t", grace=60), threading.Event(), []
        blocker = asyncio.create_task(lane.call(free.wait, 30))
        waiting = asyncio.create_task(lane.run(lambda token: ran.append(1)))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        free.set()
        await blocker
        await lane.drain()
        assert not ran

    run(main())


def test_worker_that_ends_after_its_grace_is_not_reported_as_a_bug() -> None:
    async def main() -> None:
        lane, begun, free = Lane("t", grace=0.0), threading.Event(), threading.Event()

        def slow(token: CancelToken) -> None:
            begun.set()
            free.wait(60)
            token.check()

        task = asyncio.create_task(lane.run(slow))
        await asyncio.to_thread(begun.wait, 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        del task
        free.set()
        await lane.drain()
        gc.collect()  # asyncio tells of an exception nobody fetched when it is forgotten

    run(main())


def test_worker_that_fails_after_it_was_cancelled_twice_is_not_reported() -> None:
    async def main() -> None:
        lane, begun, free = Lane("t", grace=3600.0), threading.Event(), threading.Event()
        reported: list[dict[str, Any]] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, context: reported.append(context))

        def work(token: CancelToken) -> None:
            begun.set()
            free.wait()
            raise KeyError(str(token.cancelled))

        task = asyncio.create_task(lane.run(work))
        await asyncio.to_thread(begun.wait)
        task.cancel()
        await asyncio.sleep(0)  # it waits for the worker now
        task.cancel()
        await asyncio.wait([task])
        del task  # its traceback holds what nobody fetched
        free.set()
        await lane.call(lambda: None)  # the worker is done
        await asyncio.sleep(0)
        gc.collect()
        assert not reported

    run(main())


def test_stuck_worker_is_left_behind_after_its_grace() -> None:
    async def main() -> None:
        lane, begun, free = Lane("t", grace=0.05), threading.Event(), threading.Event()

        def deaf(token: CancelToken) -> None:
            begun.set()
            free.wait(60)

        task = asyncio.create_task(lane.run(deaf))
        await asyncio.to_thread(begun.wait, 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not free.is_set()
        free.set()
        lane.abandon()

    run(main())


def test_hung_worker_does_not_hold_the_process_open() -> None:
    code = (
        "import asyncio, threading\n"
        "from openeo_desktop.services.lanes import Lane\n"
        "lane, begun = Lane('t'), threading.Event()\n"
        "lane.submit(lambda: (begun.set(), threading.Event().wait()))\n"
        "begun.wait()\n"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=120).returncode == 0


def test_spawner_presents_errors_and_reports_bugs() -> None:
    presented: list[tuple[AppError, str]] = []
    bugs: list[tuple[BaseException, str]] = []

    async def fails(error: BaseException) -> None:
        raise error

    async def main() -> None:
        spawner = Spawner(lambda error, what: bugs.append((error, what)))
        spawner.present = lambda error, what: presented.append((error, what))
        shown, bug = AppError("Shown."), KeyError("bug")
        tasks: list[asyncio.Task[Any]] = [
            spawner.spawn(fails(shown), "show it"),
            spawner.spawn(fails(bug), "break it"),
            spawner.spawn(fails(Cancelled()), "cancel it"),
            spawner.spawn(asyncio.Event().wait(), "wait"),
        ]
        await asyncio.wait(tasks[:3])
        await spawner.close()
        assert tasks[3].cancelled()
        assert presented == [(shown, "show it")]
        assert bugs == [(bug, "break it")]

    with contextlib.suppress(KeyError):
        run(main())


def test_a_closed_spawner_begins_nothing() -> None:
    begun: list[str] = []

    async def begin(spawner: Spawner) -> None:
        begun.append("too late")
        spawner.spawn(begin(spawner), "again")

    async def main() -> None:
        spawner = Spawner(lambda error, what: begun.append(what))
        await spawner.close()
        task = spawner.spawn(begin(spawner), "read the job")
        await asyncio.wait([task])
        assert task.cancelled()
        assert not begun

    run(main())
