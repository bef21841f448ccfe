"""Real drags under a real X server, from the real window into another program: the bytes arrive."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from devtool.display import virtual_display
from tests.support.talking_program import WITHIN, Program
from tests.support.waiting import wait_until

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("xdotool"),
    reason="a drag by xdotool needs Linux and xdotool",
)


class Hand:
    """The mouse of one display."""

    def __init__(self, display: str, source: Program, target: Program) -> None:
        self._env = {**os.environ, "DISPLAY": display}
        self._source, self._target = source, target

    def drag(self, pane: str, *, gives: bool = True) -> None:
        """From the first row of a pane to the target; `gives`: something leaves the window."""
        began = self._source.count("began") + 1
        wait_until(lambda: self._take_hold(pane, began), f"a drag from {pane}", WITHIN)
        if gives:
            end = self._target.wait_for("ready")
            # The second «moved» comes after the source has heard that the first was accepted.
            moved = self._target.count("moved") + 2
            self._shake(end, lambda: self._target.count("moved") >= moved, WITHIN)
        self._do("mouseup", 1)

    def _take_hold(self, pane: str, began: int) -> bool:
        """Press and move; the row may just have been somewhere else, as layouts follow later."""
        start = self._source.ask(f"where {pane}")
        if start:
            self._do("mousemove", start["x"], start["y"])
            self._do("mousedown", 1)
            with suppress(AssertionError):
                self._shake(start, lambda: self._source.count("began") >= began, 5.0)
            if self._source.count("began") < began:
                self._do("mouseup", 1)
        return self._source.count("began") >= began

    def _shake(self, around: dict[str, int], until: Callable[[], bool], within: float) -> None:
        """Move to and fro until the fact is there: a drag begins, and goes on, by motion."""
        steps = iter(range(1_000_000))

        def moved() -> bool:
            if not until():
                self._do("mousemove", around["x"] + 12 * (next(steps) % 4), around["y"])
            return until()

        wait_until(moved, "what the motion of the mouse brings about", within)

    def _do(self, *words: str | int) -> None:
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env=self._env, check=True, timeout=60, capture_output=True)


@pytest.fixture
def display() -> Iterator[str]:
    with virtual_display() as name:
        yield name


@pytest.fixture
def dropped(tmp_path: Path) -> Path:
    folder = tmp_path / "dropped"
    folder.mkdir()
    return folder


@pytest.fixture
def target(display: str, dropped: Path) -> Iterator[Program]:
    program = Program("tests.support.drop_target", dropped, env=_shown_on(display))
    yield program
    program.close()


def _shown_on(display: str) -> dict[str, str]:
    return {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


def _source(display: str, folder: Path, *words: str) -> Program:
    module = "tests.support.drag_source"
    return Program(module, folder / "profile", *words, env=_shown_on(display))


def _sums(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_what_is_not_here_is_fetched_and_dragged_again_and_the_job_as_a_folder(
    display: str, target: Program, tmp_path: Path
) -> None:
    source = _source(display, tmp_path)
    try:
        source.wait_for("ready")
        hand = Hand(display, source, target)
        hand.drag("results", gives=False)
        wait_until(lambda: "here now" in source.ask("said"), "the file that was asked for", WITHIN)
        assert target.count("entered") == 0
        hand.drag("results")
        got = target.wait_for("dropped")
        (folder,) = {Path(line.partition(" ")[2]).parent for line in source.ask("queue")}
        ((name, checksum),) = got["files"].items()
        assert _sums(folder)[name] == checksum
        assert got["action"] == "CopyAction"
        source.ask("show downloads")
        hand.drag("downloads")
        again = target.wait_for("dropped", 2)
        assert _sums(folder) == {
            Path(name).name: checksum
            for name, checksum in again["files"].items()
            if Path(name).parent == Path(folder.name)
        }
    finally:
        source.close()


def test_a_small_file_is_there_for_the_first_drag_and_lies_in_the_jobs_folder(
    display: str, target: Program, tmp_path: Path
) -> None:
    source = _source(display, tmp_path, "ahead")
    try:
        source.wait_for("ready")
        wait_until(lambda: source.ask("ahead") == [True], "the file that is fetched ahead", WITHIN)
        assert source.ask("queue") == [], "looking at results downloads nothing"
        Hand(display, source, target).drag("results")
        ((name, checksum),) = target.wait_for("dropped")["files"].items()
        wait_until(lambda: bool(source.ask("queue")), "the file on the list", WITHIN)
        state, _, path = source.ask("queue")[0].partition(" ")
        assert (state, Path(path).name) == ("done", name)
        assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == checksum
    finally:
        source.close()
