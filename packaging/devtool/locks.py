"""The lock files: every package with its version and hashes, for each system and Python at once.

They name no host and no path, so any index that has the same files will do.
"""

from __future__ import annotations

import shutil
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from devtool.console import ToolError, run_condensed, step
from devtool.paths import LOCKS, ROOT, python_of

_COMPILE = (
    "--universal",
    "--python-version=3.11",
    # One version for all Pythons where it can be: what CI tests is then what others run.
    "--fork-strategy=fewest",
    # Nothing is compiled on set-up, and a build would fetch things that no lock names.
    "--only-binary=:all:",
    "--constraints=packaging/locks/constraints.in",
    "--overrides=packaging/locks/overrides.in",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--quiet",
)
_BARE = ("--constraints=packaging/locks/test.txt", "--no-annotate")
_PROJECT = ("pyproject.toml", "--group=build")
_WHAT: dict[str, tuple[str, ...]] = {
    # The largest first: the smaller ones are held to its versions.
    "test": (*_PROJECT, "--extra=local", "--extra=test"),
    "local": (*_PROJECT, "--extra=local", "--constraints=packaging/locks/test.txt"),
    "app": (*_PROJECT, "--constraints=packaging/locks/test.txt"),
    "build": (*_PROJECT, "--group=bundle", "--constraints=packaging/locks/test.txt"),
    "driver": ("--group=pyproject.toml:driver",),
    "client": ("--group=pyproject.toml:client",),
}
_EMBEDDED = ROOT / "resources" / "local_back_end"
"""Travels with the app: what it sets up «This computer» from, where the extra is missing."""


def write_locks(arguments: Sequence[str]) -> None:
    """Write all lock files anew; `arguments` (such as --upgrade) go to `uv pip compile`.

    Without --upgrade the versions of the present files are kept where pyproject.toml allows.

    Raises:
        ToolError: uv is not there, or could not resolve.
    """
    uv = _find_uv()
    for name, what in _WHAT.items():
        with step(f"Resolving packaging/locks/{name}.txt"):
            target = LOCKS / f"{name}.txt"
            run_condensed(
                [uv, "pip", "compile", *what, *_COMPILE, *arguments, "--output-file", target],
                failure=f"{name}.txt could not be resolved",
                cwd=ROOT,
            )
    _write_embedded(uv, arguments)


def embedded_requirements() -> list[str]:
    """The extra `local` as pyproject.toml has it, without what the app itself needs."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extra: list[str] = table["project"]["optional-dependencies"]["local"]
    return extra


def _write_embedded(uv: Path, arguments: Sequence[str]) -> None:
    """The embedded back-end alone, and the pip that installs it (an old one shows no progress)."""
    wanted = {"requirements": embedded_requirements(), "pip": ["pip>=25.1"]}
    _EMBEDDED.mkdir(parents=True, exist_ok=True)
    for name, lines in wanted.items():
        target = _EMBEDDED / f"{name}.txt"
        source = LOCKS / f"{name}.embedded.in"
        with step(f"Resolving {target.relative_to(ROOT)}"):
            source.write_text("\n".join(lines) + "\n", encoding="utf-8")
            try:
                output = ("--output-file", target)
                run_condensed(
                    [uv, "pip", "compile", source, *_COMPILE, *_BARE, *arguments, *output],
                    failure=f"{target.name} could not be resolved",
                    cwd=ROOT,
                )
            finally:
                source.unlink(missing_ok=True)


def _find_uv() -> Path:
    beside = python_of(ROOT / ".venv").with_name("uv.exe" if sys.platform == "win32" else "uv")
    found = shutil.which("uv") or (str(beside) if beside.exists() else None)
    if not found:
        raise ToolError("Writing lock files needs uv. Please type:\n    pipx install uv")
    return Path(found)
