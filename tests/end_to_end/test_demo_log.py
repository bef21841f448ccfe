"""The log in the window grows while the job runs, however quick the computer is.

The job is held each time it has written something, until the window shows it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from sqlite3 import OperationalError, connect

import psutil
import pytest

from openeo_desktop.core.paths import profile_paths
from openeo_desktop.local.layout import StateFolder
from tests.support.demo_run import ROOT, home_environment
from tests.support.waiting import wait_until

SHOWN = re.compile(r"Log: (\d+) lines while the job is running")


class HeldDemo:
    """A demonstration that prints, and the process of its job that can be held."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.printed: list[str] = []
        self._run = subprocess.Popen(
            [sys.executable, "-m", "openeo_desktop", "demo", "--headless", *self._places()],
            cwd=ROOT,
            env=home_environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _places(self) -> list[str]:
        return ["--out", str(self.home / "out"), "--profile", str(self.home / "profile")]

    def _read(self) -> None:
        assert self._run.stdout is not None
        with self._run.stdout as lines:
            for line in lines:
                self.printed.append(line)

    def written(self) -> int:
        """How many entries the job has written."""
        database = StateFolder(profile_paths(self.home / "profile").local_state).database
        with (
            suppress(OperationalError),
            closing(connect(f"file:{database}?mode=ro", uri=True)) as c,
        ):
            return int(c.execute("SELECT count(*) FROM logs").fetchone()[0])
        return 0

    def shown(self) -> list[int]:
        """The counts that the window has shown while the job was running."""
        return [int(count) for count in SHOWN.findall("".join(self.printed))]

    def job(self) -> psutil.Process:
        """The process that computes."""
        for child in psutil.Process(self._run.pid).children(recursive=True):
            with suppress(psutil.Error):
                if "openeo_desktop.local.worker" in child.cmdline():
                    return child
        raise AssertionError("the job is not running: " + "".join(self.printed))

    def hold(self, seen: int) -> int:
        """Hold the job as soon as it has written more than this, until the window shows that."""
        wait_until(lambda: self.written() > seen, "the job writes on", every_s=0.002)
        job = self.job()
        job.suspend()
        written = self.written()
        wait_until(lambda: max(self.shown(), default=0) >= written, "the window shows it")
        job.resume()
        return written

    def end(self) -> int:
        """Wait for its end; returns the exit code."""
        code = self._run.wait(120)
        self._reader.join(10)
        return code

    def kill(self) -> None:
        """End whatever still runs."""
        with suppress(psutil.Error):
            for process in psutil.Process(self._run.pid).children(recursive=True):
                process.kill()
        self._run.kill()
        self._run.wait()
        self._reader.join(10)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[HeldDemo]:
    """A demonstration that has just been started."""
    held = HeldDemo(tmp_path)
    yield held
    held.kill()


def test_the_log_grows_while_the_job_runs(demo: HeldDemo) -> None:
    first = demo.hold(0)
    second = demo.hold(first)
    assert demo.end() == 0, "".join(demo.printed)
    shown = demo.shown()
    assert {first, second} <= set(shown)
    assert shown == sorted(set(shown))
