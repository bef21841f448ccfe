"""The lock files: every package with its version and hashes, for each system and Python at once.

They name no host and no path, so any index that has the same files will do.
"""

from __future__ import annotations

import shutil
import sys
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
_PROJECT = ("pyproject.toml", "--group=build")
_WHAT: dict[str, tuple[str, ...]] = {
    # The largest first: the smaller ones are held to its versions.
    "test": (*_PROJECT, "--extra=local", "--extra=test"),
    "local": (*_PROJECT, "--extra=local", "--constraints=packaging/locks/test.txt"),
    "app": (*_PROJECT, "--constraints=packaging/locks/test.txt"),
    "driver": ("--group=pyproject.toml:driver",),
    "client": ("--group=pyproject.toml:client",),
}


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


def _find_uv() -> Path:
    beside = python_of(ROOT / ".venv").with_name("uv.exe" if sys.platform == "win32" else "uv")
    found = shutil.which("uv") or (str(beside) if beside.exists() else None)
    if not found:
        raise ToolError("Writing lock files needs uv. Please type:\n    pipx install uv")
    return Path(found)
