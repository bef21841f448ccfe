"""Finds every `SHOTS` in this folder. A module that cannot be imported does not stop the others."""

from __future__ import annotations

import fnmatch
import importlib
import pkgutil
import traceback

import tests.shots
from tests.shots.shot import Shot

_NOT_SHOTS = {"__main__", "catalogue", "sheet", "shot", "test_catalogue"}


def collect(only: str = "*") -> tuple[list[Shot], list[str]]:
    """The shots whose name matches the glob, by name, and the modules that failed.

    Raises:
        ValueError: Two shots have the same name.
    """
    shots: dict[str, Shot] = {}
    failures: list[str] = []
    for module in sorted(pkgutil.iter_modules(tests.shots.__path__), key=lambda found: found.name):
        if module.name in _NOT_SHOTS:
            continue
        try:
            found = importlib.import_module(f"tests.shots.{module.name}")
        except Exception:  # noqa: BLE001 - told at the end, with exit code 1
            traceback.print_exc()
            failures.append(f"module {module.name}")
            continue
        for shot in getattr(found, "SHOTS", ()):
            if shot.name in shots:
                raise ValueError(f"two shots are called {shot.name}")
            shots[shot.name] = shot
    chosen = [shots[name] for name in sorted(shots) if fnmatch.fnmatch(name, only)]
    return chosen, failures
