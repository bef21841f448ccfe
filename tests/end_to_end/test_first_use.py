"""The first use, as a person has it: a real app on a desktop, used with xdotool alone.

Nothing of the app is imported here. What it shows is read by the screen reader's interface, what it
keeps is looked for on the disk, and every step leaves a picture.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.desk.desktop import Desktop, desktop
from tests.support.local_backend import LocalBackend
from tests.support.talking_program import Program

TITLE = "A picture in true colours"
RESULT = "true_colour.png"
FILES = "Files of the result"
END_S = 60


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tmp_path) as running:
        yield running


@contextlib.contextmanager
def opened(desk: Desktop) -> Iterator[subprocess.Popen[bytes]]:
    """The app, from its start to Ctrl+Q; it is killed when something before that fails."""
    app = desk.start_app()
    try:
        yield app
        desk.hand.keys("ctrl+q")
        assert app.wait(END_S) == 0
    finally:
        if app.poll() is None:
            app.kill()
            app.wait(END_S)


def test_the_first_use(desk: Desktop, tmp_path: Path) -> None:
    with opened(desk):
        chooses_this_computer(desk)
        makes_a_job_from_an_example(desk)
        watches_it_finish(desk)
        folder = downloads_its_result(desk)
        drags_it_out(desk, tmp_path / "dropped", folder / RESULT)
        desk.picture("before quitting")
    # Somebody else works in the state of this computer's back-end, so the app cannot start it.
    with LocalBackend(desk.data / "local"), opened(desk):
        is_offline(desk)
        reads_it_again(desk)


def chooses_this_computer(desk: Desktop) -> None:
    desk.see("label", "Three steps to your first job")
    desk.picture("start")
    if desk.now("push button", "Try it on this computer"):  # else it is ready by itself
        desk.click("push button", "Try it on this computer")
    desk.see("push button", "New job from an example")
    desk.picture("this computer is ready")


def makes_a_job_from_an_example(desk: Desktop) -> None:
    desk.click("push button", "New job from an example")
    desk.see("dialog", "New job")
    desk.see("push button", "Create and start")
    desk.picture("new job from an example")
    desk.click("push button", "Create and start")
    desk.see_no("dialog", "New job")


def watches_it_finish(desk: Desktop) -> None:
    desk.see("cell", TITLE, inside="Jobs")
    desk.picture("started")
    desk.see("check box", "Finished 1")
    desk.see("cell", "processor time")
    desk.picture("finished")


def downloads_its_result(desk: Desktop) -> Path:
    """The folder of the job."""
    desk.click("page tab", "Results")
    desk.see("cell", RESULT)
    desk.picture("result")
    desk.hand.keys("ctrl+d")
    desk.click("page tab", "Downloads")
    path = desk.until(lambda: next(desk.home.glob(f"Downloads/**/{RESULT}"), None), RESULT)
    desk.see("cell", "Verified")
    desk.until(lambda: (path.parent / "job-results.json").exists() or None, "its STAC")
    desk.picture("downloaded")
    assert TITLE in path.parent.name
    assert path.read_bytes().startswith(b"\x89PNG")
    return path.parent


def drags_it_out(desk: Desktop, dropped: Path, file: Path) -> None:
    """Into another program, out of the table of the results."""
    dropped.mkdir()
    target = Program("tests.support.drop_target", dropped, env=desk.env)
    try:
        desk.drag("cell", RESULT, target, inside=FILES)
        got = target.wait_for("dropped")["files"]
        desk.picture("dragged out")
    finally:
        target.close()
    assert got == {RESULT: hashlib.sha256(file.read_bytes()).hexdigest()}


def is_offline(desk: Desktop) -> None:
    def look() -> bool | None:
        return any("ffline" in part.name for part in desk.all("label")) or None

    desk.until(look, "that the account is offline")
    desk.picture("offline")


def reads_it_again(desk: Desktop) -> None:
    """The job, its log and what is known of its results, from the history alone."""
    desk.click("cell", TITLE, inside="Jobs")
    desk.click("page tab", "Log")
    desk.see("cell", "processor time")
    desk.picture("the log offline")
    desk.click("page tab", "Results")
    desk.see("cell", RESULT, inside=FILES)
    desk.picture("the results offline")
    desk.click("page tab", "Details")
    desk.see("label", job_of(desk)["id"])
    desk.picture("the details offline")


def job_of(desk: Desktop) -> dict[str, Any]:
    """What the history holds of the one job."""
    path = desk.data / "history.sqlite3"
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as history:
        ((raw,),) = history.execute("SELECT raw FROM jobs").fetchall()
    job: dict[str, Any] = json.loads(raw)
    assert job["status"] == "finished"
    return job
