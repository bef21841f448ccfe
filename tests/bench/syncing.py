"""What a synchronisation costs: time beside a bare loop, writes without news, stalls of the loop.

Each function measures once and returns what it measured; `sync.py` repeats and judges. Each runs in
a process of its own (`python -m tests.bench.syncing WHAT URL` prints JSON): nothing is warm, and no
garbage of another one is in the way.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import requests

from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import Services, make_services
from tests.bench.listing_server import PASSWORD, ROOT

T = TypeVar("T")
TICK = 0.002
"""Seconds between two looks at the clock while stalls are measured."""


@dataclass(frozen=True)
class Synced:
    """Seconds of the first synchronisation and of one without news, and what that one wrote.

    `written`: blocks of 4 KiB in the files of the history that are not as they were.
    """

    jobs: int
    first: float
    again: float
    written: int


@dataclass(frozen=True)
class Stalls:
    """By how many milliseconds a timer of the loop came late, in so many ticks."""

    ticks: int
    median: float
    p99: float
    longest: float


@dataclass(frozen=True)
class Bare:
    """Seconds of the least that anyone has to do."""

    seconds: float


def bare_loop(url: str, _folder: Path) -> Bare:
    """Seconds to fetch all pages and `json.loads` each."""
    began = time.perf_counter()
    with requests.Session() as session:
        session.trust_env = False
        page: str | None = f"{url}/jobs?limit=1000"
        while page:
            document = json.loads(session.get(page, timeout=60).content)
            links = {link["rel"]: link["href"] for link in document["links"]}
            page = f"{url}/{links['next']}" if "next" in links else None
    return Bare(time.perf_counter() - began)


@asynccontextmanager
async def signed_in(url: str, folder: Path) -> AsyncIterator[Services]:
    """Services with one account, nothing read yet; nothing is kept in a keychain."""
    services = make_services(profile_paths(folder))
    await services.open()
    try:
        await services.accounts.sign_in_basic(url, "me", PASSWORD, remember=False)
        yield services
    finally:
        await services.close()


def synchronise(url: str, folder: Path) -> Synced:
    """The whole listing twice: first into an empty history, then without any news."""
    return _on_qt(lambda: _synchronise(url, folder))


async def _synchronise(url: str, folder: Path) -> Synced:
    async with signed_in(url, folder) as services:
        first = await _timed(services.sync.refresh_now)
        listing = await services.jobs.listing(JobQuery())
        before = _files(folder)
        again = await _timed(services.sync.refresh_now)
        written = _difference(before, _files(folder))
    return Synced(len(listing.row_ids), first, again, written)


async def _timed(call: Callable[[], Coroutine[Any, Any, object]]) -> float:
    began = time.perf_counter()
    await call()
    return time.perf_counter() - began


def _files(folder: Path) -> dict[Path, bytes]:
    """The history with its write-ahead log. The index of the latter is memory in disguise."""
    found = [path for path in folder.rglob("history*") if path.is_file()]
    return {path: path.read_bytes() for path in found if not path.name.endswith("-shm")}


def _difference(before: dict[Path, bytes], after: dict[Path, bytes]) -> int:
    return sum(_blocks(before.get(path, b""), content) for path, content in after.items())


def _blocks(old: bytes, new: bytes) -> int:
    """How many blocks of 4 KiB are not as they were."""
    size = 4096
    starts = range(0, max(len(old), len(new)), size)
    return sum(old[at : at + size] != new[at : at + size] for at in starts)


async def _stalls_while(work: Coroutine[Any, Any, object]) -> list[float]:
    """Milliseconds by which a timer of the loop came late, again and again, until `work` ends."""
    loop, late = asyncio.get_running_loop(), []
    task = loop.create_task(work)
    while not task.done():
        began = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(1000 * (time.perf_counter() - began - TICK))
    await task
    return late


def stalls(url: str, folder: Path) -> Stalls:
    """How the loop of the window fares while a first listing is fetched, parsed and written."""
    late = sorted(_on_qt(lambda: _stalls_of_a_first_listing(url, folder)))
    return Stalls(len(late), late[len(late) // 2], late[int(len(late) * 0.99)], late[-1])


async def _stalls_of_a_first_listing(url: str, folder: Path) -> list[float]:
    async with signed_in(url, folder) as services:
        return await _stalls_while(services.sync.refresh_now())


def _on_qt(main: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run on the loop that the window has, garbage collected as there, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_API"] = "pyside6"
    import qasync
    from PySide6.QtWidgets import QApplication

    from openeo_desktop.ui.loop.garbage_timer import GarbageTimer

    app = QApplication.instance() or QApplication(["bench"])
    garbage = GarbageTimer()
    try:
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
            return runner.run(main())
    finally:
        garbage.stop()


MEASURES: dict[str, Callable[[str, Path], Any]] = {
    "bare_loop": bare_loop,
    "synchronise": synchronise,
    "stalls": stalls,
}


def measure(what: str, url: str) -> dict[str, float]:
    """One of `MEASURES` in a process of its own; returns its fields."""
    command = [sys.executable, "-m", "tests.bench.syncing", what, url]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main(what: str, url: str) -> None:
    """Measure in a folder of its own, without a keychain."""
    import keyring
    from keyring.backends import null

    keyring.set_keyring(null.Keyring())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        print(json.dumps(asdict(MEASURES[what](url, Path(folder)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
