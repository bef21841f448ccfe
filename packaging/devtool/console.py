"""Steps with their time, and programs run with their output condensed; no decisions taken here."""

from __future__ import annotations

import subprocess
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_QUIET_S = 5.0
_TAIL_LINES = 40
_WIDTH = 100


class ToolError(Exception):
    """Something a person can act on: its text is shown alone, without a traceback."""


def say(text: str) -> None:
    """One line to the person, at once (output may be piped into a log)."""
    print(text, flush=True)


@contextmanager
def step(title: str) -> Iterator[None]:
    """Name a step when it begins, and say how long it took when it ended well."""
    say(f"- {title} ...")
    started = time.monotonic()
    yield
    say(f"  done in {time.monotonic() - started:.1f} s")


def run_condensed(
    command: Sequence[str | Path],
    *,
    failure: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a program; show a line of its output every few seconds, and the end of it if it fails.

    Raises:
        ToolError: the program is not there, or ended with another code than 0; `failure` begins
            the sentence.
    """
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=None if env is None else dict(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise ToolError(
            f"{failure}: {command[0]} could not be started ({error.strerror})."
        ) from error
    with process:
        tail = _follow(process)
    if process.returncode:
        raise ToolError(f"{failure} (code {process.returncode}). The end of its output:\n{tail}")


def _follow(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    tail: deque[str] = deque(maxlen=_TAIL_LINES)
    shown_at = time.monotonic()
    for line in process.stdout:
        if not line.strip() or line.startswith("WARNING"):
            continue
        tail.append(line.rstrip())
        if time.monotonic() - shown_at > _QUIET_S:
            shown_at = time.monotonic()
            say(f"    {line.strip()[:_WIDTH]}")
    return "\n".join(f"    {line}" for line in tail)
