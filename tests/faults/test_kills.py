"""`kill -9` at random moments: every file right at the end, nothing half under a final name."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.direct_blocks import DirectBlocks
from tests.support.fault_server import FaultServer, Reply, Request
from tests.support.source_tree import ROOT

KILLS, DIRECT_KILLS = 500, 100
FILES = 20
SEED = 20
LARGEST = 24 * 1024 * 1024
MOST_AGAIN = 16 * 1024 * 1024
LONGEST_LIFE = 0.15
_METADATA = {"job.json", "job-results.json"}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


class Bodies:
    """The files of the server, and how many bytes were asked for again since the last kill."""

    def __init__(self, randomness: random.Random) -> None:
        sizes = [randomness.choice([0, 1, 70_000, 300_000, 1_000_000]) for _ in range(FILES - 1)]
        self.by_path = {
            f"/file/{number}": randomness.randbytes(size)
            for number, size in enumerate([*sizes, LARGEST])
        }
        self._kept: dict[str, int] = {}
        self.again = 0
        self._lock = threading.Lock()

    def answer(self, request: Request) -> Reply:
        body = self.by_path[request.path]
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        wanted = request.headers.get("range", "")
        assert request.headers.get("if-range", etag) == etag
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        with self._lock:
            self.again += max(0, self._kept.get(request.path, 0) - start)
            self._kept[request.path] = start  # counted once for each kill
        if not wanted:
            return Reply(200, body, {"ETag": etag})
        if start >= len(body):
            return Reply(416, b"", {"Content-Range": f"bytes */{len(body)}"})
        span = f"bytes {start}-{len(body) - 1}/{len(body)}"
        return Reply(206, body[start:], {"ETag": etag, "Content-Range": span})

    def keep(self, sizes: dict[str, int]) -> None:
        """After a kill: so many bytes of each file had arrived."""
        with self._lock:
            self._kept, self.again = sizes, 0

    def document(self, url: str) -> dict[str, Any]:
        """The results; every second file without a checksum, also the largest."""
        assets = {}
        for number, (path, body) in enumerate(self.by_path.items()):
            assets[f"{number}.bin"] = asset = {"href": url + path, "file:size": len(body)}
            if number % 2 == 0:  # not the largest: what is wrong in it is not mended unseen
                asset["file:checksum"] = "1220" + hashlib.sha256(body).hexdigest()
        return {"type": "Collection", "assets": assets, "links": []}


class Engine:
    """The process that forks."""

    def __init__(self, plan: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.killed_engine", str(plan)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, place: Path) -> int:
        """One engine; its process id."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{place}\n")
        self._process.stdin.flush()
        return int(self._line())

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the process that forks has ended"
        return line

    def was_killed(self) -> bool:
        """Wait for the end of the engine; False if it had come to its own end before."""
        return os.WIFSIGNALED(int(self._line()))

    def close(self) -> None:
        self._process.communicate(timeout=30)
        assert self._process.returncode == 0


@pytest.fixture
def bodies() -> Bodies:
    return Bodies(random.Random(SEED))


@pytest.fixture
def direct() -> bool:
    """Whether files go past the system's cache, which the large ones do."""
    return False


@pytest.fixture
def engines(bodies: Bodies, tmp_path: Path, *, direct: bool) -> Iterator[Engine]:
    with FaultServer() as server:
        for path in bodies.by_path:
            server.on(path, bodies.answer)
        plan = {"document": bodies.document(server.url), "api": f"{server.url}/api"}
        plan["direct"] = str(tmp_path / "direct") if direct else ""
        (tmp_path / "plan.json").write_text(json.dumps(plan))
        engine = Engine(tmp_path / "plan.json")
        yield engine
        engine.close()
        assert not [r for r in server.requests if "authorization" in r.headers]


class Generation:
    """One queue of twenty files, from empty to whole."""

    def __init__(self, place: Path, bodies: Bodies) -> None:
        self.place = place
        self._bodies = bodies
        self._checked: set[str] = set()
        self._rows = 0
        place.mkdir()
        bodies.keep({})

    def check(self) -> bool:
        """What must hold at any moment; True when all is done."""
        for path in self.place.glob("files/*"):
            known = path.name in self._checked or path.name in _METADATA
            if not known and path.suffix not in (".part", ".json"):
                number = path.name.removesuffix(".bin")
                assert path.read_bytes() == self._bodies.by_path[f"/file/{number}"], path
                self._checked.add(path.name)
        rows = self._read()
        assert len(rows) in (self._rows, FILES), "a row of the queue was lost"
        self._rows = len(rows)
        sizes = {
            f"/file/{key.removesuffix('.bin')}": _size_here(
                key, state, Path(path), Path(part), committed
            )
            for key, state, path, part, committed in rows
        }
        self._bodies.keep(sizes)
        return len(rows) == FILES and all(state == "done" for _, state, *_ in rows)

    def _read(self) -> list[tuple[str, str, str, str, int]]:
        file = self.place / "history.sqlite3"
        if not file.exists():
            return []
        with contextlib.closing(sqlite3.connect(file)) as connection:
            try:
                found = connection.execute(
                    "SELECT asset_key, state, path, part, committed FROM downloads"
                )
                return found.fetchall()
            except sqlite3.OperationalError:  # killed before its tables were made
                assert self._rows == 0
                return []


def _size_here(key: str, state: str, path: Path, part: Path, committed: int) -> int:
    """How many bytes of a row lie on the disk."""
    if state == "done":
        assert path.name == key
        assert path.is_file()
    if part.exists():
        assert part.stat().st_size >= committed, "bytes were noted that are not there"
        return part.stat().st_size
    return path.stat().st_size if path.exists() else 0


def test_kill_9_at_random_moments(engines: Engine, bodies: Bodies, tmp_path: Path) -> None:
    _kill(engines, bodies, tmp_path, KILLS)


@pytest.mark.parametrize("direct", [True])
def test_kill_9_while_files_go_past_the_cache(
    engines: Engine, bodies: Bodies, tmp_path: Path
) -> None:
    with (tmp_path / "probe").open("wb+") as probe:
        try:
            DirectBlocks(probe.fileno(), 0)
        except OSError:
            pytest.skip("no such writing here")
    _kill(engines, bodies, tmp_path, DIRECT_KILLS)
    assert (tmp_path / "direct").exists()


def _kill(engines: Engine, bodies: Bodies, tmp_path: Path, wanted: int) -> None:
    randomness = random.Random(SEED)
    kills = rounds = generations = 0
    while kills < wanted:
        generations += 1
        generation = Generation(tmp_path / f"generation-{generations}", bodies)
        whole = False
        while not whole:
            rounds += 1
            assert rounds < 20 * wanted, "the queue does not come to its end"
            process = engines.start(generation.place)
            if kills < wanted:
                time_to_live = randomness.uniform(0, LONGEST_LIFE)
                _kill_after(process, time_to_live)
            kills += engines.was_killed()
            assert bodies.again <= MOST_AGAIN
            whole = generation.check()
        shutil.rmtree(generation.place)
    print(f"{kills} kills, {rounds} starts, {generations} times {FILES} files")


def _kill_after(process: int, seconds: float) -> None:
    """The moment is what is random here; the outcome does not depend on it."""
    threading.Event().wait(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
