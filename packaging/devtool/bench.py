"""`dev.py bench`: the benches, in the environment of the tests and a session of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from devtool import system
from devtool.display import private_session, virtual_display


def bench_command(python: Path, arguments: Sequence[str]) -> list[str]:
    """What is run."""
    return [str(python), "-m", "tests.bench", *arguments]


def bench_session(stack: ExitStack, foreign: Mapping[str, str]) -> dict[str, str]:
    """The environment variables of a session that ends with the stack."""
    env = stack.enter_context(private_session())
    env.update(foreign)
    if system.is_linux():
        env["DISPLAY"] = stack.enter_context(virtual_display())
        env["QT_QPA_PLATFORM"] = "xcb"
    return env
