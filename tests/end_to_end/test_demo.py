"""`demo --headless`: the whole main job in the real window, and what it leaves behind."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pystac
import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
LONGEST_PAUSE_MS = 50
RUNS = 3


@dataclass(frozen=True)
class DemoRun:
    """One finished run: its folder and what it printed."""

    out: Path
    code: int
    stdout: str
    stderr: str


def run_demo(home: Path, *arguments: str) -> DemoRun:
    """Run the demonstration as a person without a display would, in a home folder of its own."""
    home.mkdir(exist_ok=True)
    out = home / "out"
    environment = {name: value for name, value in os.environ.items() if name not in _SCREEN}
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "openeo_desktop", "demo", "--out", str(out), *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    return DemoRun(out, done.returncode, done.stdout, done.stderr)


_SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_DATA_HOME", "XDG_CONFIG_HOME"}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoRun:
    """The run that the tests of this module look at."""
    return run_demo(tmp_path_factory.mktemp("home"), "--headless")


def test_it_succeeds_and_says_each_step_with_its_time(demo: DemoRun) -> None:
    assert demo.code == 0, demo.stderr
    steps = re.findall(r"^ *\d+\.\d\d s  (.+)$", demo.stdout, re.MULTILINE)
    assert len(steps) == len(demo.stdout.splitlines())
    wanted = ("window is open", "Job created", "Job running", "Job finished", "Results listed")
    places = [next(i for i, step in enumerate(steps) if word in step) for word in wanted]
    assert places == sorted(places)
    assert "checksum verified" in demo.stdout
    assert "Traceback" not in demo.stderr


def test_the_log_grows_while_the_job_runs(demo: DemoRun) -> None:
    lines = re.findall(r"Log: (\d+) lines while the job is running", demo.stdout)
    assert len(lines) >= 2
    assert [int(n) for n in lines] == sorted({int(n) for n in lines})


def test_the_window_never_pauses(demo: DemoRun, tmp_path: Path) -> None:
    """A pause of the app comes in every run; one that another program caused does not."""
    pauses = [longest_pause(demo)]
    while pauses[-1] > LONGEST_PAUSE_MS and len(pauses) < RUNS:
        pauses.append(longest_pause(run_demo(tmp_path / str(len(pauses)), "--headless")))
    assert min(pauses) <= LONGEST_PAUSE_MS, pauses


def longest_pause(run: DemoRun) -> int:
    """What the probe in the window measured, in milliseconds."""
    found = re.search(r"Longest pause of the window: (\d+) ms", run.stdout)
    assert found is not None, run.stderr
    return int(found[1])


def test_the_result_is_self_contained_stac(demo: DemoRun) -> None:
    collection = pystac.Collection.from_file(str(demo.out / "job-results.json"))
    files = [Path(asset.get_absolute_href() or "") for asset in collection.assets.values()]
    assert files
    assert all(file.parent == demo.out and file.stat().st_size > 1000 for file in files)
    text = (demo.out / "job-results.json").read_text("utf-8")
    assert "http://127.0.0.1" not in text


def test_job_and_log_lie_beside_it(demo: DemoRun) -> None:
    job = json.loads((demo.out / "job.json").read_text("utf-8"))
    assert job["status"] == "finished"
    assert "load" in job["process"]["process_graph"]
    log = json.loads((demo.out / "log.json").read_text("utf-8"))["logs"]
    assert len(log) > 5
    assert all(entry["level"] and entry["message"] for entry in log)


def test_the_picture_shows_a_window(demo: DemoRun) -> None:
    picture = QImage(str(demo.out / "window.png"))
    assert (picture.width(), picture.height()) == (1440, 900)
    points = [(x, y) for x in range(0, 1440, 7) for y in range(0, 900, 7)]
    assert len({picture.pixel(x, y) for x, y in points}) > 20


def test_nothing_else_is_left_in_the_home_folder(demo: DemoRun) -> None:
    left = {path.name for path in demo.out.parent.iterdir()} - {"out", ".cache"}
    assert left == set()


def test_without_a_display_it_drives_itself_and_says_why(tmp_path: Path) -> None:
    run = run_demo(tmp_path)
    assert run.code == 0, run.stderr
    assert run.stdout.startswith("There is no display")
    assert (run.out / "window.png").exists()


def test_a_data_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    run = run_demo(tmp_path, "--data", str(tmp_path / "nowhere"))
    assert run.code == 2
    assert run.stderr.startswith("Error: There is no folder")
    assert "Traceback" not in run.stderr
