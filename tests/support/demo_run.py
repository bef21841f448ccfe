"""The demonstration in a process and a home of its own: `demo --headless` and what it printed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_DATA_HOME", "XDG_CONFIG_HOME"}


@dataclass(frozen=True)
class DemoRun:
    """One finished run: its folder and what it printed."""

    out: Path
    code: int
    stdout: str
    stderr: str


def home_environment(home: Path) -> dict[str, str]:
    """What a process in this home folder is told, without a screen."""
    kept = {name: value for name, value in os.environ.items() if name not in _SCREEN}
    return kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}


def run_demo(home: Path, *arguments: str) -> DemoRun:
    """Run the demonstration as a person without a display would, in a home folder of its own."""
    home.mkdir(exist_ok=True)
    out = home / "out"
    done = subprocess.run(
        [sys.executable, "-m", "openeo_desktop", "demo", "--out", str(out), *arguments],
        cwd=ROOT,
        env=home_environment(home),
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    return DemoRun(out, done.returncode, done.stdout, done.stderr)


def longest_pause(run: DemoRun) -> int:
    """What the probe in the window measured, in milliseconds."""
    found = re.search(r"Longest pause of the window: (\d+) ms", run.stdout)
    assert found is not None, run.stderr
    return int(found[1])
