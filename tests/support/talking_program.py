"""A program that a test talks with: `python -m ...`, lines to its input, JSON lines from it."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.source_tree import ROOT
from tests.support.waiting import wait_until

WITHIN = 120.0


class Program:
    """A program that answers with JSON lines; everything it said is kept."""

    def __init__(self, module: str, *arguments: str | Path, env: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *map(str, arguments)],
            env=env,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._lines: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.events: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.answers = False

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            values = json.loads(line)
            if "event" in values:
                self.events.append(values)
            else:
                self._lines.put(values)

    def ask(self, line: str) -> Any:
        """What it answers."""
        self.answers = True
        assert self._process.stdin is not None
        print(line, file=self._process.stdin, flush=True)
        return self._lines.get(timeout=WITHIN)["answer"]

    def count(self, event: str) -> int:
        """How often it told of something."""
        return sum(known["event"] == event for known in self.events)

    def wait_for(self, event: str, count: int = 1) -> dict[str, Any]:
        """The latest word of an event, when it came so often."""
        wait_until(lambda: self.count(event) >= count or self.has_ended(), event, WITHIN)
        assert self.count(event) >= count, f"the program ended before: {event}"
        return [known for known in self.events if known["event"] == event][-1]

    def has_ended(self) -> bool:
        """Whether the process is gone."""
        return self._process.poll() is not None

    def close(self) -> None:
        """End it; the end of its input is the kind way, for a program that listens."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        if not self.answers:
            self._process.terminate()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(30)
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
