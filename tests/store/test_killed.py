"""kill -9 at 200 random moments of a synchronisation: nothing that was committed is lost."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.search_index import index_portion
from openeo_desktop.store.summary import describe
from tests.store.conftest import make_account

KILLS = 200
LONGEST = 0.12
"""Seconds after its first commit until which a writer may live."""
DEADLINE = 60.0

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")


class Writers:
    """The warm process that forks writers."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.killed_writer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        self._output = self._process.stdout.fileno()
        self._text = b""

    def run_and_kill(self, path: Path, seed: int, after: float) -> set[str]:
        """What a writer said it had committed before it was killed."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path} {seed}\n".encode())
        self._process.stdin.flush()
        lines = self._lines()
        told: set[str] = set()
        child, first = 0, True
        for line in lines:
            if line.startswith("pid "):
                child = int(line[4:])
            elif line == "end":
                break
            else:
                told.add(line)
            if child and told and first:
                first = False
                self._wait(after)
                os.kill(child, signal.SIGKILL)
        return told

    def _wait(self, seconds: float) -> None:
        """Until the moment, reading what comes, so that the writer is never held up by a pipe."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._output], [], [], left)[0]:
                self._text += os.read(self._output, 65_536)

    def _lines(self) -> Iterator[str]:
        while True:
            while b"\n" not in self._text:
                ready, _, _ = select.select([self._output], [], [], DEADLINE)
                assert ready, "the writer says nothing"
                more = os.read(self._output, 65_536)
                assert more, "the writers' process ended"
                self._text += more
            line, self._text = self._text.split(b"\n", 1)
            yield line.decode()

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def writers() -> Iterator[Writers]:
    started = Writers()
    yield started
    started.close()


def test_kill_at_any_moment_loses_nothing_that_was_committed(
    path: Path, database: Database, writers: Writers
) -> None:
    database.close()
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    rng = random.Random(seed)
    promised: set[str] = set()
    for _ in range(KILLS):
        promised |= writers.run_and_kill(path, rng.randrange(2**32), rng.uniform(0, LONGEST))
        again = Database(path)  # looks through the whole file, because the end was unclean
        assert again.salvaged is None, f"damaged, seed {seed}"
        kept = {row[0] for row in again.connection.execute(_MARKED)}
        assert promised <= kept, f"lost {promised - kept}, seed {seed}"
        if len(kept) > 2000:
            _start_anew(again)
            promised = set()
        again.close()
    final = Database(path)
    assert describe(final).startswith("sound")
    while index_portion(final):
        pass
    for index in ("search", "search_names"):
        final.connection.execute(
            f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
        )
    final.close()


_MARKED = "SELECT job_id FROM jobs WHERE job_id LIKE 'mark-%'"


def _start_anew(database: Database) -> None:
    """Keep the file small: looking through it is what takes the time."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM jobs")
    save_account(database, make_account())
