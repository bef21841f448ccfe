"""An installed app does the main job: on the command line, and in its window on a desktop.

OPENEO_DESKTOP_TEST_APP is what starts it, such as /usr/bin/openeo-desktop. Nothing of the app is
imported; the back-end is the embedded one, from the checkout, in a process of its own.
"""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.test_first_use import TITLE, downloads_its_result, watches_it_finish
from tests.support.desk.desktop import Desktop, desktop
from tests.support.local_backend import GRAPHS, LocalBackend, example_process

APP = os.environ.get("OPENEO_DESKTOP_TEST_APP", "")
END_S = 240

pytestmark = pytest.mark.skipif(not APP, reason="only `dev.py prove` has an installed app")


@pytest.fixture
def back_end(tmp_path: Path) -> Iterator[LocalBackend]:
    with LocalBackend(tmp_path / "back-end") as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tmp_path) as running:
        yield dataclasses.replace(running, program=(APP,))


def _said(*words: str | Path, env: dict[str, str] | None = None) -> str:
    """What the app says on standard output; it must end well."""
    done = subprocess.run(
        [APP, *map(str, words)], check=False, capture_output=True, text=True, env=env, timeout=END_S
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def test_all_of_it_is_there_and_works() -> None:
    said = _said("--self-check", env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert not [line for line in said.splitlines() if line.startswith("WRONG")]


def test_the_main_job_on_the_command_line(back_end: LocalBackend, tmp_path: Path) -> None:
    graph = tmp_path / "graph.json"
    graph.write_text(json.dumps(example_process("sample_true_colour")), encoding="utf-8")
    env = {**os.environ, "OPENEO_DESKTOP_PASSWORD": back_end.password}
    account = ("--backend", back_end.url, "--user", back_end.user, "--profile", tmp_path / "home")
    _said("run", graph, *account, "--out", tmp_path / "out", env=env)
    picture = next((tmp_path / "out").rglob("*.png"))
    assert picture.read_bytes().startswith(b"\x89PNG")
    kept = json.loads(next((tmp_path / "out").rglob("job-results.json")).read_text("utf-8"))
    assert picture.name in {Path(asset["href"]).name for asset in kept["assets"].values()}
    assert "PNG" in _said("inspect", picture)


def test_the_main_job_in_the_window(desk: Desktop, back_end: LocalBackend, tmp_path: Path) -> None:
    env = {**desk.env, "OPENEO_DESKTOP_PASSWORD": back_end.password}
    _said("login", "--backend", back_end.url, "--user", back_end.user, env=env)
    graph = tmp_path / f"{TITLE}.json"  # its title; the app may see no folder of the checkout
    graph.write_bytes((GRAPHS / "sample_true_colour.json").read_bytes())
    app = desk.start_app(graph)
    try:
        desk.see("dialog", "New job")
        desk.click("push button", "Create and start")
        desk.see_no("dialog", "New job")
        watches_it_finish(desk)
        assert TITLE in downloads_its_result(desk).name
        desk.hand.keys("ctrl+q")
        assert app.wait(END_S) == 0
    finally:
        if app.poll() is None:
            app.kill()
            app.wait(END_S)
