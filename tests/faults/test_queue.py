"""The queue under a person's hands: order, limits, pausing, and what outlives the app."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from openeo_desktop.api import download as download_module
from openeo_desktop.core.clock import Clock
from openeo_desktop.core.downloads import DownloadState, Verification
from openeo_desktop.core.part_file import PartFile
from openeo_desktop.services.download_order import Move
from tests.faults.engine import KEY, engine
from tests.faults.files import BODY, ETAG, all_done, honest, in_state, results, run
from tests.support.fault_server import FaultServer, Reply, Request, ranged
from tests.support.service_runs import until

HALF = Reply(200, BODY[: len(BODY) // 2], {"ETag": ETAG}, length=len(BODY), stall=True)


class Gate:
    """Answers that wait until they are let through, and a count of those who wait at once."""

    def __init__(self) -> None:
        self.most = 0
        self.order: list[str] = []
        self._now = 0
        self._moved = threading.Condition()
        self._open = False

    def __call__(self, request: Request) -> Reply:
        with self._moved:
            self._now += 1
            self.most = max(self.most, self._now)
            self.order.append(request.path)
            self._moved.notify_all()
            self._moved.wait_for(lambda: self._open, 60)
            self._now -= 1
        return ranged(BODY, ETAG)(request)

    def wait_for(self, count: int) -> None:
        with self._moved:
            assert self._moved.wait_for(lambda: self._now >= count, 60)

    def open(self) -> None:
        with self._moved:
            self._open = True
            self._moved.notify_all()


@pytest.mark.parametrize(("per_host", "total", "most"), [(1, 6, 1), (3, 6, 3), (6, 2, 2)])
def test_so_many_at_once(
    server: FaultServer, tmp_path: Path, per_host: int, total: int, most: int
) -> None:
    gate = Gate()

    async def main() -> None:
        document = results(server, *[gate] * 8)
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base, per_host=per_host, total=total) as downloads:
            await downloads.load()
            await downloads.download(KEY)
            await asyncio.to_thread(gate.wait_for, most)
            running = [r for r in downloads.all() if r.state is DownloadState.RUNNING]
            assert len(running) == most
            gate.open()
            await all_done(downloads)
        assert gate.most == most

    run(main)


def test_two_hosts_do_not_wait_for_each_other(server: FaultServer, tmp_path: Path) -> None:
    gate = Gate()

    async def main() -> None:
        document = results(server, gate, gate, Reply(404))
        elsewhere = f"{server.url}/f/2".replace("127.0.0.1", "localhost")
        document["assets"]["2.bin"]["href"] = elsewhere
        server.on("/f/2", ranged(BODY, ETAG))
        async with engine(tmp_path, document, f"{server.url}/api", per_host=1) as downloads:
            await downloads.load()
            await downloads.download(KEY)
            await until(downloads.changed, lambda: downloads.all()[2].state is DownloadState.DONE)
            assert downloads.all()[1].state is DownloadState.QUEUED
            gate.open()
            await all_done(downloads)

    run(main)


def test_more_at_once_take_effect_at_once(server: FaultServer, tmp_path: Path) -> None:
    gate = Gate()

    async def main() -> None:
        document = results(server, *[gate] * 4)
        async with engine(tmp_path, document, f"{server.url}/api", per_host=1) as downloads:
            await downloads.load()
            await downloads.download(KEY)
            await asyncio.to_thread(gate.wait_for, 1)
            downloads.set_limits(per_host=4)
            await asyncio.to_thread(gate.wait_for, 4)
            gate.open()
            await all_done(downloads)

    run(main)


@pytest.mark.parametrize(
    ("where", "order"),
    [(Move.TOP, "3012"), (Move.UP, "0132"), (Move.BOTTOM, "0123"), (Move.DOWN, "0123")],
)
def test_order_can_be_changed_and_outlives_the_app(
    server: FaultServer, tmp_path: Path, where: Move, order: str
) -> None:
    gate = Gate()

    async def main() -> None:
        document = results(server, *[gate] * 4)
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base, per_host=1) as downloads:
            await downloads.load()
            rows = await downloads.download(KEY)
            await asyncio.to_thread(gate.wait_for, 1)
            await downloads.move([rows[3].id], where)
            assert "".join(row.asset_key[0] for row in downloads.all()) == order
        gate.open()
        gate.order.clear()
        async with engine(tmp_path, document, base, per_host=1) as downloads:
            await downloads.load()
            assert "".join(row.asset_key[0] for row in downloads.all()) == order
            await all_done(downloads)
        assert "".join(path[-1] for path in gate.order) == order

    run(main)


def test_pause_all_outlives_the_app(server: FaultServer, tmp_path: Path) -> None:
    async def main() -> None:
        document = results(server, *[HALF] * 5)
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base) as downloads:
            await downloads.load()
            await downloads.download(KEY)
            await until(downloads.changed, lambda: downloads.all()[0].done)
            await downloads.pause_all()
            assert {row.state for row in downloads.all()} == {DownloadState.PAUSED}
        asked = len(server.requests)
        honest(server, 5)
        async with engine(tmp_path, document, base) as downloads:
            await downloads.load()
            assert {row.state for row in downloads.all()} == {DownloadState.PAUSED}
            assert len(server.requests) == asked
            assert downloads.all()[0].done == len(BODY) // 2  # durable, and known to be so
            await downloads.resume_all()
            await all_done(downloads)
        assert server.to("/f/0")[-1].headers["range"] == f"bytes={len(BODY) // 2}-"

    run(main)


class Silent(NamedTuple):
    """Where it is, whether it was asked, and whether whoever asked has gone."""

    url: str
    asked: threading.Event
    gone: threading.Event


@pytest.fixture
def silent() -> Iterator[Silent]:
    """A server that takes a request and never answers."""
    asked, gone = threading.Event(), threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                while connection.recv(65536):
                    asked.set()
            gone.set()

        threading.Thread(target=serve, daemon=True).start()
        yield Silent(f"http://127.0.0.1:{listener.getsockname()[1]}/f", asked, gone)


def test_paused_while_the_server_says_nothing(silent: Silent, tmp_path: Path) -> None:
    """Not even its headers have come: the connection is closed long before it would time out."""

    async def main() -> None:
        document = {"type": "Collection", "assets": {"a": {"href": silent.url}}}
        async with engine(tmp_path, document, "http://127.0.0.1:9/api") as downloads:
            await downloads.load()
            (row,) = await downloads.download(KEY)
            assert await asyncio.to_thread(silent.asked.wait, 20)
            await downloads.pause([row.id])
            assert downloads.all()[0].state is DownloadState.PAUSED
            assert await asyncio.to_thread(silent.gone.wait, 20)

    run(main)


def test_another_process_has_the_part(server: FaultServer, tmp_path: Path) -> None:
    async def main() -> None:
        document = results(server, HALF)
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base) as downloads:
            await downloads.load()
            (row,) = await downloads.download(KEY)
            await until(downloads.changed, lambda: downloads.all()[0].done)
            await downloads.pause([row.id])
            await downloads.settled([row.id])
            honest(server, 1)
            with PartFile(row.part_path, lambda _: None, lambda: 1) as other:
                other.resume(10**9)
                await downloads.resume([row.id])
                await in_state(downloads, DownloadState.WAITING)
                assert "another window" in downloads.all()[0].reason
            await all_done(downloads)

    run(main)


def test_finished_by_another_process(server: FaultServer, tmp_path: Path) -> None:
    """The window and a command work on one queue: what the other has finished is taken over."""

    async def main() -> None:
        document = results(server, HALF)
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base) as first:
            await first.load()
            (row,) = await first.download(KEY)
            await first.pause([row.id])
            honest(server, 1)
            async with engine(tmp_path, document, base) as second:
                await second.load()
                await second.resume_all()
                await all_done(second)
            asked = len(server.requests)
            await first.resume([row.id])
            (row,) = await all_done(first)
            assert row.verified is Verification.CHECKSUM
            assert len(server.requests) == asked

    run(main)


class JumpingClock(Clock):
    """Somebody sets the clock all the time, by years."""

    def __init__(self) -> None:
        self._calls = 0

    def now(self) -> dt.datetime:
        self._calls += 1
        years = (-20, 0, 20)[self._calls % 3]
        return super().now() + dt.timedelta(days=365 * years)


def test_clock_that_jumps(server: FaultServer, tmp_path: Path) -> None:
    async def main() -> None:
        cut = ranged(BODY, ETAG, cut=1000)
        document = results(server, Reply(503), ranged(BODY, ETAG), expires="2030-01-01T00:00:00Z")
        server.on("/f/0", Reply(503), cut, Reply(503), ranged(BODY, ETAG))
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base, JumpingClock()) as downloads:
            await downloads.load()
            await downloads.download(KEY)
            await all_done(downloads)

    run(main)


def test_links_about_to_expire_are_fetched_once_for_all(
    server: FaultServer, tmp_path: Path
) -> None:
    asked = 0

    def document() -> dict[str, object]:
        nonlocal asked
        asked += 1
        soon = (dt.datetime.now(dt.UTC) + dt.timedelta(seconds=5)).isoformat()
        return results(server, *[ranged(BODY, ETAG)] * 6, expires=soon)

    async def main() -> None:
        async with engine(tmp_path, document, f"{server.url}/api") as downloads:
            await downloads.load()
            await downloads.download(KEY)
            await all_done(downloads)
            assert asked == 2  # for the list, and once because the links had only seconds to live

    run(main)


def test_line_that_drips_is_given_up(
    server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download_module, "SLOW_SECONDS", 0.0)
    monkeypatch.setattr(download_module, "SLOW_BYTES", 10**9)

    async def main() -> None:
        document = results(server, ranged(BODY, ETAG))
        async with engine(tmp_path, document, f"{server.url}/api") as downloads:
            await downloads.load()
            await downloads.download(KEY)
            await in_state(downloads, DownloadState.WAITING)
            assert "almost nothing" in downloads.all()[0].reason
            monkeypatch.setattr(download_module, "SLOW_BYTES", 0)
            await all_done(downloads)

    run(main)


def test_limit_slows_down_and_can_be_lifted(server: FaultServer, tmp_path: Path) -> None:
    async def main() -> None:
        document = results(server, ranged(BODY, ETAG))
        base = f"{server.url}/api"
        async with engine(tmp_path, document, base, limit_kib_s=1) as downloads:
            await downloads.load()
            await downloads.download(KEY)  # it would take four minutes
            await until(downloads.changed, lambda: downloads.all()[0].done)
            assert downloads.all()[0].done < len(BODY)
            downloads.set_limits(limit_kib_s=0)
            await all_done(downloads)

    run(main)
