"""`openeo-desktop --self-check`: whether all of this copy of the app is there and works.

For builds, before anybody gets them: one line for each check, exit code 0 only if all are well. It
works in a folder of its own, asks nobody, leaves nothing, and needs neither network nor display.
"""

from __future__ import annotations

import concurrent.futures as cf
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

from openeo_desktop import __version__
from openeo_desktop.core.display import has_display
from openeo_desktop.core.findings import Finding, note, well, wrong
from openeo_desktop.core.own_command import WINDOW_PROBE, own_process
from openeo_desktop.core.paths import AppPaths, profile_paths
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.report import Report
from openeo_desktop.services import health
from openeo_desktop.services.local_environment_files import EnvironmentFiles
from openeo_desktop.services.local_environment_pip import count_requirements
from openeo_desktop.services.local_environment_sources import place_sources

SECONDS = 5.0
"""All of it should take no longer on a computer of today; told, but no failure."""
_WITHIN = 120.0
_BUILD = "Look into what was built: something is missing, or does not fit this computer."
Check = Callable[[], list[Finding]]


def self_check(output: Output) -> int:
    """Look at everything; returns the exit code."""
    began, report = time.monotonic(), Report(output)
    with tempfile.TemporaryDirectory(prefix="openeo-check-", ignore_cleanup_errors=True) as folder:
        for finding in _findings(Path(folder)):
            report.add(finding)
    report.add(_time_taken(time.monotonic() - began))
    return report.end()


def _time_taken(seconds: float) -> Finding:
    fact = f"{seconds:.1f} s"
    if seconds > SECONDS:
        return note("Time", f"{fact}, more than {SECONDS:.0f} s: a slow or busy computer, or build")
    return well("Time", fact)


def _findings(folder: Path) -> Iterator[Finding]:
    """The checks side by side, told in this order."""
    work = profile_paths(folder / "work")
    begun = {
        "Pieces": _begin("Pieces", lambda: _pieces(work)),
        "This computer": _begin("This computer", lambda: _this_computer(folder / "local")),
        "Download": _begin("Download", lambda: _job(work)),
        "Window": _begin("Window", lambda: _window(folder / "window")),
    }
    yield well("openEO Desktop", __version__)
    yield from _safely("Imports", _imports)
    for name, check in begun.items():
        try:
            yield from check.result(_WITHIN)
        except cf.TimeoutError:
            yield wrong(name, f"no answer after {_WITHIN:.0f} s", _BUILD)


def _begin(name: str, check: Check) -> cf.Future[list[Finding]]:
    """On a thread of its own, which does not hold the process open."""
    future: cf.Future[list[Finding]] = cf.Future()
    Thread(target=lambda: future.set_result(_safely(name, check)), daemon=True).start()
    return future


def _safely(name: str, check: Check) -> list[Finding]:
    """What a check raises is what it found."""
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - a broken build may raise anything
        return [wrong(name, f"{type(error).__name__}: {error}", _BUILD)]


def _imports() -> list[Finding]:
    from openeo_desktop.headless.self_check_imports import imported_modules

    count, failed = imported_modules()
    if not failed:
        return [well("Imports", f"{count} modules")]
    return [wrong("Imports", f"{', '.join(names)}: {why}", _BUILD) for why, names in failed.items()]


def _pieces(paths: AppPaths) -> list[Finding]:
    """What can be looked at one after the other, in no time."""
    return [
        health.resources(),
        health.sqlite(),
        health.certificates(),
        health.keychain(paths.keychain_service),
    ]


def _this_computer(folder: Path) -> list[Finding]:
    """What sets the embedded back-end up is part of this copy; the environment itself is not."""
    files = EnvironmentFiles(folder)
    place_sources(folder)
    count = count_requirements(files.requirements)
    if not count:
        return [wrong("This computer", "no list of packages to set it up", _BUILD)]
    return [well("This computer", f"its program and a list of {count} packages are there")]


def _job(paths: AppPaths) -> list[Finding]:
    from openeo_desktop.headless.self_check_job import check_job

    return check_job(paths, _BUILD, _BUILD)


def _window(folder: Path) -> list[Finding]:
    """In a process of its own, as a person starts it: shown, drawn, closed."""
    offscreen = not has_display()
    variables = {"QT_QPA_PLATFORM": "offscreen"} if offscreen else {}
    ended = subprocess.run(
        own_process(WINDOW_PROBE, str(folder)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_WITHIN,
        env=os.environ | variables,
        check=False,
        stdin=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    said = _last_json(ended.stdout)
    if ended.returncode or not said:
        problems = said.get("problems") or _last_words(ended.stderr)
        return [wrong("Window", f"{problems}; exit code {ended.returncode}", _BUILD)]
    why = ", because there is no display" if offscreen and os.name == "posix" else ""
    return [well("Window", f"Qt {said['qt']}, platform {said['platform']}{why}")]


def _last_json(text: str) -> dict[str, object]:
    for line in reversed(text.splitlines()):
        try:
            value = json.loads(line)
        except ValueError:
            continue
        if isinstance(value, dict):
            return value
    return {}


def _last_words(text: str) -> str:
    """The first lines say what Qt lacks, the last one what Python raised."""
    lines = [line for line in text.splitlines() if line.strip()]
    told = lines if len(lines) < 4 else [*lines[:2], lines[-1]]
    return " | ".join(told)[:1000] or "it ended without a word"
