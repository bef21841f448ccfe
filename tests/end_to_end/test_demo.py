"""`demo --headless`: the whole main job in the real window, and what it leaves behind."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pystac
import pytest
from PySide6.QtGui import QImage

from tests.support.demo_run import DemoRun, longest_pause, run_demo

ROOT = Path(__file__).resolve().parents[2]


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


def test_the_log_is_shown_while_the_job_runs(demo: DemoRun) -> None:
    """How often is a matter of speed; `test_demo_log.py` holds the job to see it grow."""
    shown = re.findall(r"Log: (\d+) lines while the job is running", demo.stdout)
    whole = json.loads((demo.out / "log.json").read_text("utf-8"))["logs"]
    assert shown
    assert int(shown[0]) < len(whole)


def test_the_longest_pause_of_the_window_is_said(demo: DemoRun) -> None:
    """How long it may be is a matter of speed: `dev.py bench window` holds it to its budget."""
    assert longest_pause(demo) >= 0


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
