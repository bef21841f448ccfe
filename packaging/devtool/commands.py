"""What each command of dev.py does: set up, then hand over to the real thing with its arguments."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from devtool import system, words
from devtool.bench import bench_command, bench_session
from devtool.build import build
from devtool.checks import CHECKS, run_check
from devtool.console import ToolError, say, step
from devtool.display import private_session, virtual_display
from devtool.environments import Environment
from devtool.locks import write_locks
from devtool.node import TEST_PROVIDER
from devtool.paths import ROOT, SHARED
from devtool.prove import prove

_VENV = ROOT / ".venv"
_FOREIGN = {
    # Environments of their own, and the variable that tells the tests where each Python is.
    "OPENEO_DESKTOP_TEST_DRIVER_PYTHON": Environment(ROOT / ".venv-driver", "driver"),
    "OPENEO_DESKTOP_TEST_CLIENT_PYTHON": Environment(ROOT / ".venv-client", "client"),
}


def demo(arguments: Sequence[str]) -> int:
    """Start the embedded back-end and the window on it; without a display it says what it does."""
    system.provide(_needed(qt=True))
    return _become([_ensure("local"), "-m", "openeo_desktop", "demo", *arguments])


def run(arguments: Sequence[str]) -> int:
    """The application: the window, or a sub-command of `openeo-desktop` when one is given."""
    system.provide(_needed())
    python = _ensure("app")
    missing = _needed(qt=True)
    if missing and not arguments:
        system.provide(missing)
    return _become([python, "-m", "openeo_desktop", *arguments])


def test(arguments: Sequence[str]) -> int:
    """Every test, the source checks among them; arguments go to pytest."""
    system.provide(_needed(qt=True, tests=True))
    python = _ensure("test")
    with ExitStack() as stack:
        env = stack.enter_context(private_session())
        env.update(_foreign_pythons())
        env.update(_folder_of_provider())
        env["QT_QPA_PLATFORM"] = "offscreen"  # tests that need a display start with DISPLAY and xcb
        if system.is_linux():
            env["DISPLAY"] = stack.enter_context(virtual_display())
        say("- pytest")
        return _wait([python, "-m", "pytest", *arguments], env=env, cwd=ROOT)


def lint(arguments: Sequence[str]) -> int:
    """The source checks alone: ruff, its formatter, import-linter, mypy."""
    if arguments:
        raise ToolError("lint takes no arguments; it checks everything.")
    system.provide(_needed())
    python = _ensure("test")
    failed = []
    for name in CHECKS:
        with step(name):
            content, output = run_check(name, python)
        if not content:
            failed.append(name)
            say(output.rstrip())
    say(f"Not content: {', '.join(failed)}." if failed else "All checks are content.")
    return 1 if failed else 0


def shots(arguments: Sequence[str]) -> int:
    """Pictures of every pane and dialog in each of its states, into --out DIR."""
    system.provide(_needed(qt=True, tests=True))
    python = _ensure("test")
    command: list[str | Path] = [python, "-m", "tests.shots", *arguments]
    with ExitStack() as stack:
        env = stack.enter_context(private_session())
        if system.is_linux():
            env["DISPLAY"] = stack.enter_context(virtual_display())
            env["QT_QPA_PLATFORM"] = "xcb"
        return _wait(command, env=env)


def bench(arguments: Sequence[str]) -> int:
    """Measure against the budgets of the design (all, or those named); see bench-results/."""
    system.provide(_needed(qt=True, tests=True))
    python = _ensure("test")
    with ExitStack() as stack:
        env = bench_session(stack, _foreign_pythons())
        return _wait(bench_command(python, arguments), env=env, cwd=ROOT)


def lock(arguments: Sequence[str]) -> int:
    """Write packaging/locks/*.txt anew (with uv); --upgrade takes the newest versions."""
    write_locks(arguments)
    return 0


def collect_words(arguments: Sequence[str]) -> int:
    """Bring resources/translations/*.ts up to date with the texts of the sources."""
    if arguments:
        raise ToolError("words takes no arguments; it updates every language.")
    system.provide(_needed())
    say(words.update(_ensure("app")))
    return 0


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "demo": demo,
    "run": run,
    "test": test,
    "lint": lint,
    "shots": shots,
    "bench": bench,
    "build": build,
    "prove": prove,
    "lock": lock,
    "words": collect_words,
}


def _ensure(level: str) -> Path:
    return Environment(_VENV, level, with_project=True).ensure()


def _needed(*, qt: bool = False, tests: bool = False) -> list[system.Missing]:
    if not system.is_linux():
        return []
    return [
        *system.missing_for_python(),
        *(system.missing_for_qt() if qt else []),
        *(system.missing_for_tests() if tests else []),
    ]


def _foreign_pythons() -> dict[str, str]:
    """The further environments, made only where the servers that the tests start are there."""
    if not (SHARED / "servers").is_dir():
        say(f"- {SHARED} has no servers: tests against foreign servers and clients are skipped")
        return {}
    pythons = {}
    for name, environment in _FOREIGN.items():
        try:
            pythons[name] = str(environment.ensure())
        except ToolError as error:
            if os.environ.get("CI"):
                raise  # there a skipped test must not look like a passed one
            say(f"{error}\n- {name} stays unset: the tests that need it are skipped")
    return pythons


def _folder_of_provider() -> dict[str, str]:
    """Where the OpenID provider that the tests start is installed."""
    try:
        return {"OPENEO_DESKTOP_TEST_OIDC_FOLDER": str(TEST_PROVIDER.ensure())}
    except ToolError as error:
        if os.environ.get("CI"):
            raise  # there a skipped test must not look like a passed one
        say(f"{error}\n- the tests that need the OpenID provider are skipped")
        return {}


def _wait(
    command: Sequence[str | Path], *, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> int:
    with subprocess.Popen([str(part) for part in command], env=env, cwd=cwd) as process:
        try:
            while True:
                try:
                    return process.wait()
                except KeyboardInterrupt:
                    continue  # Ctrl+C went to the program as well; how it ends is its own affair
        finally:
            if process.poll() is None:
                process.terminate()


def _become(command: Sequence[str | Path]) -> int:
    """Give way to the program: signals, terminal and exit code are then its own."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], [str(part) for part in command])
    return _wait(command)  # on Windows execv would return to the shell at once
