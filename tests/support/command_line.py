"""`openeo-desktop` as a person starts it: a process of its own, a home of its own, no keychain."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "OPENEO_DESKTOP_PASSWORD"
DEADLINE_S = 90.0
_LEFT_OUT = (PASSWORD, "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")


@dataclass(frozen=True, slots=True)
class Ended:
    """What a finished command left: exit code, answers, remarks."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def documents(self) -> list[Any]:
        """Every line of standard output as JSON; it fails where one is none."""
        return [json.loads(line, parse_constant=_refuse) for line in self.lines]

    def sentence(self) -> str:
        """The one error sentence; it fails on a traceback or anything beside it."""
        assert "Traceback" not in self.err, self.err
        lines = [line for line in self.err.splitlines() if line.startswith("Error: ")]
        assert len(lines) == 1, self.err
        return lines[0]


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is not JSON")


@dataclass(slots=True)
class CommandLine:
    """Commands with one profile and one home. `home` stays empty unless something leaks."""

    profile: Path
    home: Path
    password: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: object, **options: Any) -> Ended:
        """Run a command to its end."""
        with self.start(*arguments, **options) as running:
            return running.wait()

    def start(self, *arguments: object, **options: Any) -> Running:
        """Start a command; `options` are those of `Popen`."""
        given = [str(argument) for argument in arguments]
        command = [sys.executable, "-m", "openeo_desktop", "--profile", str(self.profile), *given]
        return Running(command, self.variables(), options)

    def variables(self) -> dict[str, str]:
        """The environment of a command: this computer's, without its person."""
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        kept = {name: value for name, value in kept.items() if not name.startswith("XDG_")}
        kept |= {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONUTF8": "1",
        }
        return kept | ({PASSWORD: self.password} if self.password else {}) | self.environment


class Running:
    """A command that runs; its output is collected while it does."""

    def __init__(
        self, command: list[str], environment: dict[str, str], options: dict[str, Any]
    ) -> None:
        self.process = subprocess.Popen(
            command,
            **{
                "stdin": subprocess.DEVNULL,
                "stdout": subprocess.PIPE,
                "stderr": subprocess.PIPE,
                "env": environment,
                "text": True,
                "encoding": "utf-8",
                **options,
            },
        )
        self._texts: dict[str, list[str]] = {"stdout": [], "stderr": []}
        self._news = threading.Condition()
        self._readers = [threading.Thread(target=self._read, args=(name,)) for name in self._texts]
        for reader in self._readers:
            reader.start()

    def _read(self, name: str) -> None:
        stream = getattr(self.process, name)
        for line in stream or ():
            with self._news:
                self._texts[name].append(line)
                self._news.notify_all()

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.wait()

    def text(self, name: str = "stdout") -> str:
        """What was printed so far."""
        with self._news:
            return "".join(self._texts[name])

    def wait_for(self, words: str, name: str = "stdout", deadline_s: float = DEADLINE_S) -> str:
        """Wait until a line with these words is there, and return it."""
        end = time.monotonic() + deadline_s
        with self._news:
            while not (found := [line for line in self._texts[name] if words in line]):
                left = end - time.monotonic()
                assert left > 0, f"no {words!r} in {self._texts}"
                assert self.process.poll() is None or self._reading(), f"ended: {self._texts}"
                self._news.wait(min(left, 0.5))
        return found[0]

    def _reading(self) -> bool:
        return any(reader.is_alive() for reader in self._readers)

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def wait(self, deadline_s: float = DEADLINE_S) -> Ended:
        """Wait for the end."""
        code = self.process.wait(deadline_s)
        for reader in self._readers:
            reader.join(deadline_s)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        return Ended(code, self.text(), self.text("stderr"))
